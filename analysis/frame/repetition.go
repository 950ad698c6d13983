package frame

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// repetition finds anaphora: stretches next to each other, cut by marks and
// conjunctions, that begin with the same words. Two content words, or three
// words with one content word, or three stretches with two words, make it a
// figure.
func repetition(p *page) (hits []hit) {
	for _, para := range p.Paragraphs {
		first, last := p.Sentences[para.First].First, p.Sentences[para.Last-1].Last
		var cola [][2]int
		from := first
		for k := first; k <= last; k++ {
			if k == last || p.Tokens[k].Pos == syntax.PUNCT && p.Tokens[k].Tag != syntax.TagHYPH || p.Tokens[k].Pos == syntax.CCONJ {
				if k > from {
					cola = append(cola, [2]int{from, k})
				}
				from = k + 1
			}
		}
		for i := 0; i < len(cola); {
			j, same := i+1, 0
			for j < len(cola) && cola[j][0]-cola[j-1][1] <= 3 {
				n := p.sameStart(cola[i], cola[j])
				if n == 0 || same > 0 && n < same && n < 2 {
					break
				}
				if same == 0 || n < same {
					same = n
				}
				j++
			}
			if j > i+1 && p.figure(cola[i][0], same, j-i) {
				hits = append(hits, hit{first: cola[i][0], last: cola[j-1][1], head: cola[i][0], words: []int{cola[i][0], cola[i+1][0]}, rule: "repetition", why: "the same words begin again", tier: model.Core})
				i = j
				continue
			}
			i++
		}
	}
	return hits
}

// sameStart returns with how many same words two cola begin.
func (p *page) sameStart(a, b [2]int) int {
	n := 0
	for a[0]+n < a[1] && b[0]+n < b[1] && p.forms[a[0]+n] == p.forms[b[0]+n] {
		n++
	}
	return n
}

// figure reports whether n words from i on, said so many times, are more than
// an accident of grammar.
func (p *page) figure(i, n, times int) bool {
	content := 0
	for k := i; k < i+n; k++ {
		switch p.Tokens[k].Pos {
		case syntax.NOUN, syntax.VERB, syntax.ADJ, syntax.ADV:
			content++
		case syntax.PROPN:
			return false
		}
	}
	return content >= 1 && n >= 2 || n >= 2 && times >= 3
}
