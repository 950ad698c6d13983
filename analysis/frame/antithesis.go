package frame

import "lectern/analysis/syntax"

// antithesis finds "not X but Y" by its tree: Y is coordinated with X by "but",
// X is negated, and Y brings no subject of its own. "Not only … but also" is an
// addition, not an antithesis.
func antithesis(p *page) (hits []hit) {
	for i, t := range p.Tokens {
		switch {
		case t.Rel == syntax.Conj:
			x := int(t.Head)
			but := p.child(i, syntax.Cc)
			if but < 0 || p.lemmas[but] != "but" || p.child(i, syntax.Nsubj, syntax.NsubjPass, syntax.Expl) >= 0 {
				continue
			}
			not := p.negation(x)
			if not < 0 || not > but || p.only(not+1) {
				continue
			}
			_, last := p.Subtree(i)
			first := not
			if p.forms[not] == "n't" {
				first = not - 1
			}
			hits = append(hits, hit{first: first, last: p.trimmed(first, last), head: i, words: []int{not, but}, rule: "antithesis", why: "one reading is rejected, another put in its place"})
		}
	}
	return hits
}

// negation returns the "not" of token x or of what it hangs on, or -1.
func (p *page) negation(x int) int {
	for _, c := range p.children(x) {
		if p.lemmas[c] == "not" || p.forms[c] == "n't" || p.forms[c] == "not" {
			return c
		}
	}
	return -1
}

func (p *page) only(i int) bool {
	if i >= len(p.Tokens) {
		return false
	}
	switch p.lemmas[i] {
	case "only", "just", "merely", "simply", "solely", "necessarily", "alone":
		return true
	}
	return false
}
