package frame

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// concession finds clauses that grant a point: with although, though, even
// though, and with "while" where it cannot mean "during": before its main
// clause, and with a tense of its own that is not the progressive.
func concession(p *page) (hits []hit) {
	for i := range p.Tokens {
		t := p.Tokens[i]
		if t.Rel != syntax.Mark {
			continue
		}
		v := int(t.Head)
		first, last := p.Subtree(v)
		h := hit{head: v, words: []int{i}, rule: "concession", why: "a point is granted before it is outweighed"}
		switch p.lemmas[i] {
		case "although", "though":
		case "while", "whereas":
			if v > int(p.Tokens[v].Head) || p.Tokens[v].Tag == syntax.TagVBG || p.child(v, syntax.Nsubj, syntax.NsubjPass, syntax.Csubj, syntax.Expl) < 0 {
				continue
			}
		case "despite":
			h.tier = model.Minor
		default:
			continue
		}
		if p.Tokens[v].Rel.Base() != syntax.Advcl || last-i > 40 {
			continue
		}
		h.first, h.last = max(first, i), last
		if i > 0 && p.lemmas[i-1] == "even" {
			h.first = i - 1
		}
		h.last = p.trimmed(h.first, h.last)
		hits = append(hits, h)
	}
	return hits
}
