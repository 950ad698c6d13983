package frame

import "lectern/analysis/syntax"

// The keepers here set the bounds of a match by its tree, where the
// pattern can only name the word that gives it away.

// nounPhrase widens a match that turns on a noun to its modifiers: "the U.S.
// aggression" for "aggression".
func nounPhrase(p *page, h *hit) bool {
	if p.Tokens[h.head].Pos != syntax.NOUN {
		return true
	}
	for _, c := range p.children(h.head) {
		switch p.Tokens[c].Rel {
		case syntax.Amod, syntax.Compound:
			if c < h.first && h.first-c <= 5 {
				h.first = c
			}
		}
	}
	return true
}

// withConjuncts widens a match to the nouns that are coordinated with it: "peace
// and security" for "peace".
func withConjuncts(p *page, h *hit) bool {
	nounPhrase(p, h)
	if t := p.Tokens[h.first]; t.Pos == syntax.DET && h.first+1 < h.last {
		h.first++
	}
	for _, c := range p.conjuncts(h.head, nil) {
		if p.Tokens[c].Pos == syntax.NOUN && c > h.head && c-h.last <= 5 && p.Tokens[c].Tag == syntax.TagNN {
			h.last = max(h.last, c+1)
		}
	}
	return true
}

// purposeClause widens a match to the whole clause that names the goal, and
// leaves out "to" before a noun or a gerund.
func purposeClause(p *page, h *hit) bool {
	for k := h.first; k < h.last; k++ {
		if t := p.Tokens[k]; t.Pos == syntax.VERB && (t.Tag == syntax.TagVB && p.child(k, syntax.Mark) >= h.first || t.Tag == syntax.TagVBG && k > h.first) {
			_, last := p.Subtree(k)
			h.last = max(h.last, p.trimmed(h.first, min(p.clipped(k, last), k+16)))
			return true
		}
	}
	return h.last-h.first > 2
}
