package claims

import (
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"

	"lectern/analysis/entity"
	"lectern/analysis/parse"
	"lectern/analysis/segment"
	"lectern/analysis/syntax"
	"lectern/analysis/tag"
	"lectern/model"
)

// analysed runs the stages before this one, or takes what they made of the
// document the last time from the cache.
func (t *trainer) analysed(doc *model.Document, key string) *syntax.Text {
	type kept struct {
		Tokens     []syntax.Token
		Sentences  []syntax.Sentence
		Paragraphs []syntax.Paragraph
		Quotes     []syntax.Quote
		Turns      []syntax.Turn
		Names      []syntax.Name
	}
	path := filepath.Join(t.Cache, fmt.Sprintf("%x.gob", sha256.Sum256([]byte(key+doc.Text(doc.All())))))
	if f, err := os.Open(path); t.Cache != "" && err == nil {
		defer f.Close()
		var k kept
		if gob.NewDecoder(f).Decode(&k) == nil {
			return &syntax.Text{Doc: doc, Tokens: k.Tokens, Sentences: k.Sentences, Paragraphs: k.Paragraphs, Quotes: k.Quotes, Turns: k.Turns, Names: k.Names}
		}
	}
	text := segment.Text(doc)
	tag.Words(text)
	parse.Sentences(text)
	entity.Names(text)
	if t.Cache != "" {
		if f, err := os.Create(path); err == nil {
			gob.NewEncoder(f).Encode(kept{text.Tokens, text.Sentences, text.Paragraphs, text.Quotes, text.Turns, text.Names})
			f.Close()
		}
	}
	return text
}
