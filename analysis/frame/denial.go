package frame

import "lectern/analysis/syntax"

// refused are the objects of "deny" and "reject" that are turned down, not
// refuted: they denied him entry, the court rejected the appeal.
var refused = map[string]bool{}

func init() {
	for _, w := range []string{"access", "admission", "amendment", "appeal", "application", "asylum", "bail", "benefit", "bid", "bill", "care", "coverage", "deal", "entry", "funding", "help", "license", "loan", "motion", "nomination", "offer", "opportunity", "parole", "permission", "permit", "petition", "plan", "plea", "proposal", "request", "right", "service", "treatment", "visa", "vote"} {
		refused[w] = true
	}
}

// denied keeps a denial whose verb has somebody who denies: no passive, no
// participle after a noun, nothing that was merely turned down.
func denied(p *page, h *hit) bool {
	v := h.words[0]
	t := p.Tokens[v]
	if t.Pos != syntax.VERB {
		return true
	}
	if t.Tag == syntax.TagVBN && (t.Rel == syntax.Acl || p.child(v, syntax.AuxPass, syntax.NsubjPass) >= 0 || p.child(v, syntax.Aux) < 0 && t.Rel != syntax.Root && t.Rel != syntax.Conj) {
		return false
	}
	object := p.child(v, syntax.Obj)
	if object >= 0 && refused[p.lemmas[object]] || p.child(v, syntax.Iobj) >= 0 {
		return false
	}
	if h.first < v && p.lemmas[v] != "have" {
		h.first = v
	}
	h.last = p.trimmed(h.first, p.beforeContrast(v, h.last))
	return h.last > h.first+1
}

// beforeContrast returns last, or the comma before a "while" or "but" between
// from and last.
func (p *page) beforeContrast(from, last int) int {
	for k := from + 1; k+1 < last; k++ {
		if p.forms[k] == "," && (p.forms[k+1] == "while" || p.forms[k+1] == "but" || p.forms[k+1] == "though" || p.forms[k+1] == "although") {
			return k
		}
	}
	return last
}
