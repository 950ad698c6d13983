package coref

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// pronouns gives the pronouns of the third person to their antecedents, those
// outside of quotations first: whose quotation it is tells who is not meant by
// "he" in it.
func pronouns(w *world, rule string) {
	w.findSpeakers()
	w.countNarrated()
	for pass := range 2 {
		for _, m := range w.mentions {
			if m.form != model.Pronoun || (m.quote >= 0) != (pass == 1) || m.person == 1 || m.person == 2 {
				continue
			}
			if m.person == 0 {
				w.relative(m)
				continue
			}
			on, ahead, o := w.speaksOn(m), w.cataphoric(m), w.antecedent(m) // all, so that learning sees every choice
			switch judged := w.judgedFor(m); {
			case judged != nil:
				w.join(m, judged, "judged for it", .7)
			case ahead != nil:
				w.join(m, ahead, "subject after a fronted phrase", .7)
			case on != nil:
				w.join(m, on, "goes on speaking", .8)
			case o != nil:
				w.join(m, o, rule, .7)
			}
		}
	}
}

// relative gives "who" to the noun that its clause modifies.
func (w *world) relative(m *mention) {
	many := m.last < len(w.text.Tokens) && slices.Contains([]string{"are", "were", "have"}, w.text.Lower(m.last))
	for k := m.index - 1; k >= max(0, m.index-4) && !many; k-- { // the last of a row: Ruiz, Holm and Berg, who
		if o := w.mentions[k]; o.form == model.Name && o.kind == model.Person && o.sentence == m.sentence && (o.last == m.first || o.last == m.first-1 && w.text.Tokens[o.last].Tag == syntax.TagComma) {
			w.join(m, o, "relative pronoun", .8)
			return
		}
	}
	var o *mention
	if h := w.relativeHead(m.head); h != m.head {
		for k := m.index - 1; k >= max(0, m.index-6) && o == nil; k-- {
			if x := w.mentions[k]; x.head == h || x.form == model.Name && x.holds(h) {
				o = x
			}
		}
	}
	if beside := w.adjacent(m); beside != nil && (o == nil || o.last < beside.last && o.kind != model.Person && o.kind != model.Group) {
		w.join(m, beside, "relative pronoun", .7)
	} else if o != nil {
		w.join(m, o, "relative pronoun", .9)
	}
}

// adjacent returns the person or group whose mention ends where m begins; the
// longest of them.
func (w *world) adjacent(m *mention) (found *mention) {
	for k := m.index - 1; k >= max(0, m.index-4); k-- {
		if o := w.mentions[k]; o.sentence == m.sentence && (o.kind == model.Person || o.kind == model.Group) && m.first-o.last <= 1 && m.first >= o.last {
			found = o
		}
	}
	return found
}
