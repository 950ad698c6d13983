package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"lectern/analysis/syntax"
	"lectern/analysis/train/treebank"
	"lectern/analysis/weights"
)

// A trainer holds the treebanks and what the steps so far have made of them.
type trainer struct {
	data, out, cache string
	vectors          string
	seed             uint64
	began            time.Time

	train, dev [2][]*treebank.Document // EWT and GUM
	tagged     []*syntax.Text          // the training texts with jackknifed tags
	tagTable   *weights.Table
	posTable   *weights.Table
	kindTable  *weights.Kinds
	wire, web  []labelled // articles with names
}

var banks = [2]string{"en_ewt", "en_gum-open"}

func (t *trainer) load() error {
	for i, bank := range banks {
		for part, docs := range map[string]*[]*treebank.Document{"train": &t.train[i], "dev": &t.dev[i]} {
			d, err := treebank.Read(filepath.Join(t.data, "ud", bank+"-"+part+".conllu"))
			if err != nil {
				return err
			}
			*docs = d
		}
	}
	return nil
}

// golds returns the texts of the training documents.
func (t *trainer) golds() (texts []*syntax.Text) {
	for _, d := range slices.Concat(t.train[0], t.train[1]) {
		texts = append(texts, d.Gold)
	}
	return texts
}

func (t *trainer) random(salt uint64) *rand.Rand { return rand.New(rand.NewPCG(t.seed, salt)) }

func (t *trainer) say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%4.0fs  %s\n", time.Since(t.began).Seconds(), fmt.Sprintf(format, args...))
}

// write puts a file and its card into the directory of weights.
func (t *trainer) write(name string, data []byte, card string) error {
	if err := os.WriteFile(filepath.Join(t.out, name), data, 0o644); err != nil {
		return err
	}
	card = fmt.Sprintf("# %s\n\n- Size: %d bytes\n- Made: %s, seed %d, by analysis/train\n%s", name, len(data), time.Now().UTC().Format(time.DateOnly), t.seed, card)
	t.say("%s: %d bytes", name, len(data))
	return os.WriteFile(filepath.Join(t.out, name+".card.md"), []byte(card), 0o644)
}

// A sentence is one sentence of one text.
type sentence struct {
	text *syntax.Text
	n    int
}

func (s sentence) tokens() []syntax.Token {
	x := s.text.Sentences[s.n]
	return s.text.Tokens[x.First:x.Last]
}

// sentencesOf lists the sentences of texts.
func sentencesOf(texts []*syntax.Text) (all []sentence) {
	for _, t := range texts {
		for n := range t.Sentences {
			all = append(all, sentence{t, n})
		}
	}
	return all
}
