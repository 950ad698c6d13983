package frame

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// anaphora finds sentences in a row that begin with the same words: "They were
// promised work. They were promised peace." It is repetition over whole
// sentences, where the words between would hide it from the stretches.
func anaphora(p *page) (hits []hit) {
	for _, para := range p.Paragraphs {
		for s := para.First; s+1 < para.Last; s++ {
			from := p.opening(s)
			n, times := 0, 1
			for t := s + 1; t < para.Last; t++ {
				next := p.opening(t)
				m := p.sameStart(from, [2]int{next, p.Sentences[t].Last})
				if m < 2 || n > 0 && m < min(n, 3) {
					break
				}
				n, times = m, times+1
			}
			last := p.opening(s+times-1) + n
			if times < 2 || last-from > 90 || !p.figure(from, n, times, true) || !p.weighs(from, from+n) || p.Tokens[from].Quote != p.Tokens[last-1].Quote {
				continue
			}
			hits = append(hits, hit{first: from, last: last, head: from, words: []int{from, p.opening(s + 1)}, rule: "repetition", why: "sentences in a row begin alike", tier: model.Core})
			s += times - 1
		}
	}
	return hits
}

// weighs reports whether a noun, verb or adjective in [first, last) says something.
func (p *page) weighs(first, last int) bool {
	for k := first; k < last; k++ {
		switch p.Tokens[k].Pos {
		case syntax.NOUN, syntax.VERB, syntax.ADJ:
			if !strings.Contains(" have get go thank base ", " "+p.lemmas[k]+" ") {
				return true
			}
		}
	}
	return false
}

// opening returns the first word of sentence s after marks and conjunctions.
func (p *page) opening(s int) int {
	i, last := p.Sentences[s].First, p.Sentences[s].Last
	for i+1 < last && (p.Tokens[i].Pos == syntax.PUNCT || p.Tokens[i].Pos == syntax.CCONJ) {
		i++
	}
	return i
}
