package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// apposition joins a noun phrase to the one that it stands beside: by the tree,
// or by the comma between a name and a role or kind.
func apposition(w *world, rule string) {
	for i, m := range w.mentions {
		if m.form == model.Pronoun || m.form == model.Demonym {
			continue
		}
		if tok := w.text.Tokens[m.head]; tok.Rel == syntax.Appos {
			if o := w.mentionAt(int(tok.Head)); o != nil && beside(m, o) {
				w.join(m, o, rule, .9)
				continue
			}
		}
		for k := i - 1; k >= max(0, i-8); k-- {
			o := w.mentions[k]
			if (o.last == m.first-1 || o.last == int(w.left[m.head])-1) && w.text.Tokens[o.last].Tag == syntax.TagComma && o.sentence == m.sentence && (m.form == model.Name || o.form == model.Name) && beside(m, o) && w.closed(m) {
				w.join(m, o, rule, .8)
				break
			}
		}
	}
}

// beside reports whether one of the two can be the other's appositive: they
// agree, and exactly one of them is a name, or both are roles.
func beside(m, o *mention) bool {
	if !disjoint(m, o) || o.form == model.Pronoun || o.form == model.Demonym || m.form == model.Name && o.form == model.Name {
		return false
	}
	if m.number == many != (o.number == many) || !m.chain.agree(o.chain) {
		return false
	}
	return m.kind == o.kind || m.kind == model.UnknownActor && o.kind == model.UnknownActor || m.kind != model.Person && o.kind != model.Person && m.kind != model.Place && o.kind != model.Place
}

// closed reports whether a mark follows m, as it does an appositive, and not the
// next item of a list.
func (w *world) closed(m *mention) bool {
	if m.last >= len(w.text.Tokens) {
		return true
	}
	next := w.text.Tokens[m.last]
	if next.Pos == syntax.PUNCT {
		return m.last+1 >= len(w.text.Tokens) || w.text.Tokens[m.last+1].Pos != syntax.CCONJ
	}
	return int(next.Sentence) != m.sentence || next.Tag == syntax.TagWP || next.Tag == syntax.TagWDT || next.Pos == syntax.ADP || next.Pos == syntax.VERB && m.reach != bare
}
