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
		var last, v int
		tier := model.Core
		switch p.forms[i] {
		case "although", "though", "while":
			last, v = p.granted(i)
		case "despite":
			tier = model.Minor
			last, v = p.granted(i)
		case "same":
			if i >= 2 && i+2 < len(p.Tokens) && p.forms[i-1] == "the" && p.forms[i-2] == "at" && p.forms[i+1] == "time" && p.forms[i+2] == "," {
				hits = append(hits, hit{first: i - 2, last: i + 2, head: i + 1, words: []int{i}, rule: "concession", why: "sets what follows against what came before", tier: model.Minor})
			}
			continue
		}
		if last == 0 || last-i > 45 {
			continue
		}
		first := i
		if i > 0 && p.lemmas[i-1] == "even" {
			first--
		}
		if p.forms[i] == "while" && p.Tokens[v].Tag == syntax.TagVBG {
			tier = model.Minor
		}
		hits = append(hits, hit{first: first, last: p.trimmed(first, last), head: v, words: []int{i}, rule: "concession", why: "a point is granted before it is outweighed", tier: tier})
	}
	return hits
}

// granted returns the end of the clause that the conjunction at token i opens,
// and its verb; 0 if it grants nothing.
func (p *page) granted(i int) (last, v int) {
	s := p.SentenceOf(i)
	opens := i == s.First || i == s.First+1 && p.Tokens[s.First].Pos == syntax.PUNCT || p.forms[max(i-1, 0)] == "that"
	v = int(p.Tokens[i].Head)
	switch r := p.Tokens[i].Rel; {
	case r == syntax.Mark && p.Tokens[v].Rel.Base() == syntax.Advcl:
		_, last = p.Subtree(v)
		if p.forms[i] == "while" && (v > int(p.Tokens[v].Head) && p.Tokens[v].Tag != syntax.TagVBG || p.child(v, syntax.Nsubj, syntax.NsubjPass, syntax.Csubj, syntax.Expl) < 0 && p.Tokens[v].Tag != syntax.TagVBG) {
			return 0, v
		}
		if p.forms[i] == "while" && p.Tokens[v].Tag == syntax.TagVBG && p.child(v, syntax.Aux) >= 0 {
			return 0, v
		}
	case opens && p.Tokens[i].Pos == syntax.SCONJ && p.Tokens[i+1].Pos != syntax.ADP: // the tree is of no help: up to the comma
		for k := i + 4; k < min(s.Last-3, i+30); k++ {
			if p.forms[i] == "while" && p.Tokens[k-1].Tag == syntax.TagVBG && p.lemmas[k-2] == "be" {
				return 0, v // she was cooking: during
			}
			if p.forms[k] == "," {
				return k, v
			}
		}
	}
	return last, v
}
