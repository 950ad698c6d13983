package treebank

import (
	"fmt"

	"lectern/analysis/syntax"
	"lectern/model"
)

// Figures count what a program got right of what it said and of what was there.
// All are end to end: a word that was not found costs every figure after it.
type Figures struct {
	Words, Sentences, Poses, Tags, Lemmas, Heads, Rels, Names Count
}

// A Count is of gold things, of those said, and of those that are both.
type Count struct{ Gold, Said, Both int }

// F returns the harmonic mean of precision and recall, in percent.
func (c Count) F() float64 { return 200 * float64(c.Both) / float64(max(1, c.Gold+c.Said)) }

// String returns the figures in one line.
func (f Figures) String() string {
	return fmt.Sprintf("words %.2f, sentences %.2f, UPOS %.2f, XPOS %.2f, lemmas %.2f, UAS %.2f, LAS %.2f",
		f.Words.F(), f.Sentences.F(), f.Poses.F(), f.Tags.F(), f.Lemmas.F(), f.Heads.F(), f.Rels.F())
}

// Add compares said with gold over the same text, as score_conllu.py does: words
// by their place, relations without subtypes, punctuation not in the trees.
func (f *Figures) Add(gold, said *syntax.Text) {
	f.Sentences.Gold += len(gold.Sentences)
	f.Sentences.Said += len(said.Sentences)
	ends := map[model.Span]bool{}
	for _, s := range gold.Sentences {
		ends[gold.Span(s.First, s.Last)] = true
	}
	for _, s := range said.Sentences {
		if ends[said.Span(s.First, s.Last)] {
			f.Sentences.Both++
		}
	}
	at := map[model.Span]int{}
	trees := Count{}
	for i, tok := range gold.Tokens {
		at[tok.Span] = i
		if tok.Rel != syntax.Punct {
			trees.Gold++
		}
	}
	f.Words.Gold += len(gold.Tokens)
	f.Words.Said += len(said.Tokens)
	both := 0
	for i, s := range said.Tokens {
		if s.Rel != syntax.Punct {
			trees.Said++
		}
		k, ok := at[s.Span]
		if !ok {
			continue
		}
		both++
		g := gold.Tokens[k]
		count(&f.Poses, s.Pos == g.Pos)
		count(&f.Tags, s.Tag == g.Tag)
		count(&f.Lemmas, s.Lemma == g.Lemma)
		if g.Rel == syntax.Punct {
			continue
		}
		headed := said.IsRoot(i) == gold.IsRoot(k) && (gold.IsRoot(k) || said.Tokens[s.Head].Span == gold.Tokens[g.Head].Span)
		count(&f.Heads, headed)
		count(&f.Rels, headed && s.Rel.Base() == g.Rel.Base())
	}
	f.Words.Both += both
	for _, c := range []*Count{&f.Poses, &f.Tags, &f.Lemmas} {
		c.Gold, c.Said = f.Words.Gold, f.Words.Said
	}
	for _, c := range []*Count{&f.Heads, &f.Rels} {
		c.Gold, c.Said = c.Gold+trees.Gold, c.Said+trees.Said
	}
}

func count(c *Count, right bool) {
	if right {
		c.Both++
	}
}
