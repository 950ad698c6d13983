package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// copula joins what somebody is said to be to its subject: Ruiz is the mayor.
func copula(w *world, rule string) {
	for _, m := range w.mentions {
		if m.form != model.Nominal || m.reach == unbound {
			continue
		}
		is := w.kid(m.head, syntax.Cop)
		o := w.mentionAt(w.kid(m.head, syntax.Nsubj, syntax.NsubjOuter))
		if is < 0 || o == nil || !disjoint(m, o) || w.negated(m.head) || o.form == model.Demonym {
			continue
		}
		if m.kind == o.kind && m.number == o.number && m.chain.agree(o.chain) && (o.form != model.Nominal || o.reach == definite) {
			w.join(m, o, rule, .8)
		}
	}
}

func (w *world) negated(i int) bool {
	for _, k := range w.kids[i] {
		if l := w.lemma(int(k)); w.text.Tokens[k].Rel == syntax.Advmod && (l == "not" || l == "n't" || l == "never") {
			return true
		}
	}
	return false
}
