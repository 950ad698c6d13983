package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// copula joins what somebody is said to be to its subject: Ruiz is the mayor; as
// mayor, I.
func copula(w *world, rule string) {
	for _, m := range w.mentions {
		if m.form == model.Nominal {
			if o := w.saidOfOneself(m); o != nil {
				w.join(m, o, rule, .7)
			}
		}
	}
	for _, m := range w.mentions {
		if m.form != model.Nominal || m.reach == unbound {
			continue
		}
		is := w.kid(m.head, syntax.Cop)
		o := w.mentionAt(w.kid(m.head, syntax.Nsubj, syntax.NsubjOuter))
		if is < 0 || o == nil || !disjoint(m, o) || w.negated(m.head) || o.form == model.Demonym {
			continue
		}
		if o.person == 1 && m.number == o.number && (m.kind == model.Person || m.kind == model.Group) {
			w.join(m, o, rule, .8) // I am the mayor
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

// saidOfOneself returns the "I" or "we" that m says something of: as members of
// the board we, we the members of the board, all of us.
func (w *world) saidOfOneself(m *mention) *mention {
	if m.ours > 0 {
		return w.mentionAt(m.ours)
	}
	if m.kind != model.Person && m.kind != model.Group {
		return nil
	}
	var o *mention
	if as := w.kid(m.head, syntax.Case); as >= 0 && w.text.Lower(as) == "as" && w.text.Tokens[m.head].Rel.Base() == syntax.Obl {
		o = w.mentionAt(w.kid(int(w.text.Tokens[m.head].Head), syntax.Nsubj))
	} else if m.first > 0 && m.reach == definite && w.text.Tokens[m.first].Pos == syntax.DET && m.quote < 0 {
		o = w.mentionAt(m.first - 1)
	}
	if o != nil && o.first > 0 && w.text.Tokens[o.first-1].Tag == syntax.TagOpenQuote {
		return nil // the title or motto "We the people"
	}
	if o == nil || o.form != model.Pronoun || o.person != 1 || o.number != m.number || o.sentence != m.sentence {
		return nil
	}
	return o
}
