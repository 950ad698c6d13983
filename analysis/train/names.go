package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lectern/analysis/entity"
	"lectern/analysis/segment"
	"lectern/analysis/syntax"
	"lectern/analysis/tag"
	"lectern/analysis/weights"
	"lectern/model"
)

// labelled is a text with a label a token.
type labelled struct {
	text     *syntax.Text
	labels   []entity.Label
	register entity.Register
}

// names trains the finder of names on the newswire articles and on the names of
// EWT. The latter mark no other names than persons, bodies and places, so those
// are filled in from a model of the newswire alone.
func (t *trainer) names() error {
	if err := t.named(); err != nil {
		return err
	}
	t.fillMisc(t.web, open(pack(t.fieldOf(entity.Input{Cased: true}, t.wire, nil, roughPlan))))
	if err := t.windows(slices.Concat(t.wire, t.web)); err != nil {
		return err
	}
	registers, err := t.registers()
	if err != nil {
		return err
	}
	all := slices.Concat(t.wire, t.web, t.lowered(t.web, 2), t.lowered(t.wire, 6))
	table := pack(t.field(all, t.memories(all), namePlan), registers...)
	return t.write("names.bin", table, fmt.Sprintf("- Data: 683 newswire articles (World Wide Newswire), names of UD English EWT (train)\n- Method: linear-chain conditional random field, BILOU, AdaGrad with dropout, %d epochs, %d seeds averaged; among the features what a first reading, jackknifed in %d parts by article, took the same words for elsewhere in the article; what features are worth on the web is learned apart (Daumé 2007), also from articles without capitals; how far a text is of the web, by regularised logistic regression over its small words, from EWT against newswire, PolNeAR (train) and GUM (train)\n- Takes in kinds.bin; its scores are added to those of windows.bin\n", namePlan.Epochs, namePlan.Seeds, memoryParts))
}

// named reads the articles whose names are known.
func (t *trainer) named() (err error) {
	if t.wire != nil {
		return nil
	}
	if t.wire, err = t.readWire(); err != nil {
		return err
	}
	t.web, err = t.readWeb()
	return err
}

var nameKinds = map[string]syntax.NameKind{
	"Person": syntax.Person, "Organization": syntax.Organization, "Location": syntax.Location,
	"NORP": syntax.Misc, "Misc": syntax.Misc, "Product": syntax.Misc, "Facility": syntax.Misc,
	"PER": syntax.Person, "ORG": syntax.Organization, "LOC": syntax.Location,
}

// readWire reads the newswire articles, cuts them as the program would, and tags them.
func (t *trainer) readWire() (out []labelled, err error) {
	files, err := filepath.Glob(filepath.Join(t.data, "ner", "wwn", "*.tsv"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no newswire articles: %w", err)
	}
	tagger := tag.Tagger{Tags: t.tagTable, Poses: t.posTable}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var text strings.Builder
		starts := map[int]string{} // where a word starts, and its label
		for n, line := range strings.Split(string(data), "\n") {
			word, label, ok := strings.Cut(strings.TrimRight(line, "\r"), "\t")
			word = strings.TrimSpace(word)
			switch {
			case n == 0 || ok && word == "":
				continue
			case !ok:
				if text.Len() > 0 && !strings.HasSuffix(text.String(), "\n\n") {
					text.WriteString("\n\n")
				}
				continue
			}
			if text.Len() > 0 && !strings.HasSuffix(text.String(), "\n\n") {
				text.WriteByte(' ')
			}
			starts[text.Len()] = label
			text.WriteString(word)
		}
		s := segment.Text(model.FromText(text.String()))
		for n := range s.Sentences {
			tagger.Sentence(s, n)
		}
		out = append(out, labelled{text: s, labels: project(s, starts)})
	}
	return out, nil
}

// project gives tokens the labels of the words they are part of.
func project(s *syntax.Text, starts map[int]string) []entity.Label {
	labels := make([]entity.Label, len(s.Tokens))
	kindOf := make([]int, len(s.Tokens)) // kind + 1, negative where a name begins
	at := ""
	for i, tok := range s.Tokens {
		label, isStart := starts[tok.Start]
		if isStart {
			at = label
		}
		bio, name, _ := strings.Cut(at, "-")
		kind, ok := nameKinds[name]
		if !ok {
			continue
		}
		kindOf[i] = int(kind) + 1
		if isStart && bio == "B" {
			kindOf[i] = -kindOf[i]
		}
	}
	for _, x := range s.Sentences {
		for i := x.First; i < x.Last; {
			if kindOf[i] == 0 {
				i++
				continue
			}
			kind := max(kindOf[i], -kindOf[i])
			end := i + 1
			for end < x.Last && kindOf[end] == kind {
				end++
			}
			for k := i; k < end; k++ {
				labels[k] = entity.LabelOf(syntax.NameKind(kind-1), k-i, end-i)
			}
			i = end
		}
	}
	return labels
}

// readWeb reads the names of EWT over its training documents.
func (t *trainer) readWeb() ([]labelled, error) {
	f, err := os.Open(filepath.Join(t.data, "ner", "ner-ewt-train.iob"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names := map[string][]string{}
	id := ""
	for in := bufio.NewScanner(f); in.Scan(); {
		if s, ok := strings.CutPrefix(in.Text(), "# sent_id = "); ok {
			id = strings.TrimSpace(s)
		} else if row := strings.Split(in.Text(), "\t"); len(row) >= 3 {
			names[id] = append(names[id], row[2])
		}
	}
	var out []labelled
	tagged := t.jackknife()
	for n, d := range t.train[0] {
		s := tagged[n]
		starts := map[int]string{}
		for k, x := range s.Sentences {
			for i, label := range names[d.IDs[k]] {
				if x.First+i < x.Last {
					starts[s.Tokens[x.First+i].Start] = label
				}
			}
		}
		out = append(out, labelled{s, project(s, starts), entity.Web})
	}
	return out, nil
}

// fillMisc marks names of other kinds where gold has none, and only such as have
// capitals: the table knows no others.
func (t *trainer) fillMisc(texts []labelled, table *weights.Table) {
	finder := entity.Finder{Table: table, Input: entity.Input{Kinds: t.kindTable, Cased: true}}
	for _, x := range texts {
		for n := range x.text.Sentences {
			for _, name := range finder.Sentence(nil, x.text, n) {
				free := name.Kind == syntax.Misc
				for i := name.First; i < name.Last; i++ {
					free = free && x.labels[i] == entity.Outside
				}
				for i := name.First; free && i < name.Last; i++ {
					x.labels[i] = entity.LabelOf(syntax.Misc, i-name.First, name.Last-name.First)
				}
			}
		}
	}
}
