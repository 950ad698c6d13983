package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// cataphoric returns the person whom the pronoun m in a fronted phrase or clause goes
// before: the name that is the subject of the sentence, if nobody else is named before
// m in it. A phrase that comes first is about who comes next, whoever was spoken of
// before.
//
//	In her address, Ruiz said …
//	When she was asked about Holm, Ruiz said …
func (w *world) cataphoric(m *mention) *mention {
	if m.quote >= 0 || m.gender != woman && m.gender != man {
		return nil
	}
	for k := m.index - 1; k >= 0 && w.mentions[k].sentence == m.sentence; k-- {
		if o := w.mentions[k]; o.form != model.Pronoun && o.chain.kind == model.Person && w.possible(m, o) {
			return nil
		}
	}
	for k := m.index + 1; k < len(w.mentions) && w.mentions[k].sentence == m.sentence && w.mentions[k].first < m.first+aheadTokens; k++ {
		o := w.mentions[k]
		if o.form == model.Name && o.kind == model.Person && o.subject && o.quote < 0 && w.fronts(m, o) && w.possible(m, o) {
			return o
		}
	}
	return nil
}

// fronts reports whether m stands in a phrase or clause that opens the main clause
// whose subject is o; what is said by o, and a clause beside it, does not.
func (w *world) fronts(m, o *mention) bool {
	verb := int(w.text.Tokens[o.site].Head)
	if !w.text.IsRoot(verb) || !w.fronted(m, o) || !w.text.Under(m.head, verb) {
		return false
	}
	part := m.head
	for int(w.text.Tokens[part].Head) != verb {
		part = int(w.text.Tokens[part].Head)
	}
	switch w.text.Tokens[part].Rel.Base() {
	case syntax.Ccomp, syntax.Parataxis, syntax.Nsubj, syntax.Csubj, syntax.Conj:
		return false
	}
	return true
}
