package main

import (
	"slices"

	"lectern/analysis/entity"
	"lectern/analysis/tag"
	"lectern/model"
)

// lowered returns every nth of texts as it would be on the web without capitals.
func (t *trainer) lowered(texts []labelled, n int) (out []labelled) {
	tagger := tag.Tagger{Tags: t.tagTable, Poses: t.posTable}
	for i := 0; i < len(texts); i += n {
		x := texts[i]
		raw := []byte(x.text.Doc.Text(x.text.Doc.All()))
		for k, c := range raw {
			if 'A' <= c && c <= 'Z' {
				raw[k] += 'a' - 'A'
			}
		}
		low := *x.text
		low.Doc, low.Tokens = model.FromText(string(raw)), slices.Clone(x.text.Tokens)
		if low.Doc.Len() != len(raw) {
			continue // it reads as other blocks
		}
		for s := range low.Sentences {
			tagger.Sentence(&low, s)
		}
		out = append(out, labelled{&low, x.labels, entity.Web})
	}
	return out
}
