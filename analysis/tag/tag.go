// Package tag gives every token its Penn tag, its universal part of speech and
// its lemma. Tags are chosen from left to right by a linear model (Collins 2002)
// that sees the word, its parts, its neighbours and the two tags before it.
package tag

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// Words tags all sentences of t.
func Words(t *syntax.Text) {
	var g Tagger
	for s := range t.Sentences {
		g.Sentence(t, s)
	}
}

// A Tagger tags sentence by sentence and keeps its working memory. Its zero
// value is ready; it serves one goroutine.
type Tagger struct {
	Tags, Poses *weights.Table // the embedded ones if nil

	words    []weights.Word
	features []uint64
	reader   weights.Reader
}

// Sentence tags sentence s of t. It looks at nothing outside of it.
func (g *Tagger) Sentence(t *syntax.Text, s int) {
	first, last := t.Sentences[s].First, t.Sentences[s].Last
	g.words = g.words[:0]
	for i := first; i < last; i++ {
		g.words = append(g.words, *g.reader.See(t.Word(i)))
	}
	toks := t.Tokens[first:last]
	if g.Tags == nil {
		g.Tags, g.Poses = weights.Tag(), weights.Pos()
	}
	capitals := Capitals(g.words)
	p1, p2 := syntax.Tags, syntax.Tags+1
	for i := range toks {
		var scores [syntax.Tags]int32
		g.features = Features(g.features[:0], g.words, i, p1, p2, capitals)
		g.Tags.Score(g.features, scores[:])
		best := pick(scores[:])
		if tag := syntax.Tag(best); (tag == syntax.TagWP || tag == syntax.TagPRP) && acronym(t, first, last, i) {
			best = int(syntax.TagNNP)
		}
		toks[i].Tag = syntax.Tag(best)
		p1, p2 = best, p1
	}
	for i := 1; i < len(toks); i++ {
		if toks[i].Tag == syntax.TagJJ && holder(t.Word(first+i)) && (i+1 == len(toks) || closes(toks[i+1].Tag)) {
			switch toks[i-1].Tag {
			case syntax.TagNNP, syntax.TagNN, syntax.TagJJ:
				toks[i].Tag = syntax.TagNN // a senior US official, who
			}
		}
	}
	for i := range toks {
		var scores [syntax.Poses]int32
		g.features = PosFeatures(g.features[:0], g.words, toks, i)
		g.Poses.Score(g.features, scores[:])
		toks[i].Pos = syntax.Pos(pick(scores[:]))
	}
	for i := range toks {
		toks[i].Lemma = Lemma(t.Word(first+i), toks[i].Tag, toks[i].Pos)
	}
}

// holder reports whether word is an adjective that is a noun for a person as well.
func holder(word string) bool {
	switch word {
	case "official", "executive", "representative", "professional", "native":
		return true
	}
	return false
}

// closes reports whether a noun phrase has ended before a word with tag x.
func closes(x syntax.Tag) bool {
	switch x {
	case syntax.TagComma, syntax.TagStop, syntax.TagVBD, syntax.TagVBZ, syntax.TagVBP, syntax.TagMD, syntax.TagWP, syntax.TagPOS, syntax.TagIN:
		return true
	}
	return false
}

// acronym reports whether token first+i of a sentence is a pronoun to the letter
// but a name by its capitals: the WHO, the US, IT.
func acronym(t *syntax.Text, first, last, i int) bool {
	if word := t.Word(first + i); word != "WHO" && word != "US" && word != "IT" {
		return false
	}
	for k := first; k < last; k++ {
		if word := t.Word(k); strings.ToUpper(word) != word {
			return true
		}
	}
	return false
}

// pick returns the class with the highest score, the first of equals.
func pick(scores []int32) int {
	best := 0
	for c, s := range scores {
		if s > scores[best] {
			best = c
		}
	}
	return best
}
