package frame

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// abstractEnds are the endings of nouns that name no thing.
var abstractEnds = []string{"ity", "ness", "tion", "sion", "ment", "ance", "ence", "ency", "ancy", "acy", "ship", "dom", "ism", "tude", "hood", "ice"}

// triplet finds the rule of three: A, B and C of the same kind, in which no
// member is a name or a number. Qualities, acts and abstractions are core; a
// plain list of things is minor.
func triplet(p *page) (hits []hit) {
	for i := range p.Tokens {
		var three [3]int
		three[0] = i
		n := 1
		cc := false
		for _, c := range p.children(i) {
			if p.Tokens[c].Rel == syntax.Conj {
				if n < 3 {
					three[n] = c
					cc = p.child(c, syntax.Cc) >= 0
				}
				n++
			}
		}
		if n != 3 || !cc || !p.sameKind(three) {
			continue
		}
		first, last := p.coordinated(three)
		h := hit{first: first, last: last, head: i, words: three[:], rule: "triplet", why: "three of a kind", tier: model.Minor}
		switch p.Tokens[i].Pos {
		case syntax.ADJ, syntax.ADV:
			h.tier = model.Core
		case syntax.VERB:
			if last-first <= 7 {
				h.tier = model.Core
			}
		case syntax.NOUN:
			abstract := 0
			for _, k := range three {
				for _, end := range abstractEnds {
					if strings.HasSuffix(p.lemmas[k], end) {
						abstract++
						break
					}
				}
			}
			if abstract >= 2 {
				h.tier = model.Core
			}
		}
		if last-first > 30 {
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

// sameKind reports whether three words could be a figure: one part of speech,
// no name, no number, none with a subject of its own.
func (p *page) sameKind(three [3]int) bool {
	for _, k := range three {
		t := p.Tokens[k]
		if t.Pos != p.Tokens[three[0]].Pos || t.Pos == syntax.PROPN || t.Pos == syntax.NUM || t.Pos == syntax.PRON || p.inName[k] || p.child(k, syntax.Nummod) >= 0 {
			return false
		}
		if k != three[0] && p.child(k, syntax.Nsubj, syntax.NsubjPass) >= 0 {
			return false
		}
	}
	return true
}

// coordinated returns the tokens from the first member, with what belongs to it
// alone, to the end of the last.
func (p *page) coordinated(three [3]int) (first, last int) {
	first = three[0]
	for _, c := range p.children(three[0]) {
		switch r := p.Tokens[c].Rel; {
		case c > three[0]:
		case r == syntax.Amod || r == syntax.Compound || r == syntax.NmodPoss || r == syntax.Det || r == syntax.Advmod && p.Tokens[three[0]].Pos != syntax.VERB,
			r == syntax.Case && p.child(three[1], syntax.Case) >= 0, r == syntax.Mark && p.child(three[1], syntax.Mark) >= 0:
			f, _ := p.Subtree(c)
			first = min(first, f)
		}
	}
	_, last = p.Subtree(three[2])
	return first, p.trimmed(first, last)
}
