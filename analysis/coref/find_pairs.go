package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// companions are those who go with a person: Ruiz and colleagues.
var companions = set("colleague", "coworker", "co-worker", "collaborator", "coauthor", "co-author", "partner", "friend", "comrade", "associate", "ally", "aide")

// findPairs makes a mention of each two persons joined by "and", or of one and
// those who go along, for "they" to mean. It is listed only if some pronoun does.
func findPairs(w *world) {
	for i, m := range w.mentions[:len(w.mentions):len(w.mentions)] {
		and := m.last
		if (m.kind != model.Person || m.form == model.Pronoun) && m.person != 1 || m.number != one || and+1 >= len(w.text.Tokens) || w.text.Lower(and) != "and" {
			continue
		}
		var o *mention
		for _, x := range w.mentions[i+1 : min(i+5, len(w.mentions))] {
			if x.first == and+1 && (x.person == 1 && x.number == one || x.form != model.Pronoun && x.kind == model.Person && m.person == 1) {
				o = x // my wife and I
				break
			}
			if x.first == and+1 && m.person != 1 && x.form != model.Pronoun && (x.kind == model.Person && x.number == one || x.number == many && x.form == model.Nominal && companions[x.words[0]]) {
				o = x
				break
			}
		}
		if o == nil {
			continue
		}
		w.add(coordinated(m, o, and))
	}
}

// coordinated returns the mention of all from first to last, joined by the token
// and.
func coordinated(first, last *mention, and int) mention {
	words := []string{"and"}
	for _, x := range []*mention{first, last} {
		if len(x.words) > 0 {
			words = append(words, x.words[len(x.words)-1])
		}
	}
	return mention{first: first.first, last: last.last, head: and, site: first.head, pair: true, form: model.Nominal, kind: model.Group, number: many, reach: definite, words: words}
}

// findSeries makes a mention of people or bodies that stand in a row: Ruiz and her
// allies; Norway, Denmark and Sweden. It too is listed only if some pronoun means
// it.
func findSeries(w *world) {
	for _, o := range w.mentions[:len(w.mentions):len(w.mentions)] {
		tok := w.text.Tokens[o.head]
		first, and := w.mentionAt(int(tok.Head)), w.kid(o.head, syntax.Cc)
		if tok.Rel != syntax.Conj || first == nil || first.last > o.first || and < 0 || and >= o.first || w.text.Lower(and) != "and" {
			continue
		}
		side := sideOfSeries(first) & sideOfSeries(o)
		if side == 0 || !w.row(first, o, side) {
			continue
		}
		all := coordinated(first, o, and)
		all.series = true
		if all.first > 0 && w.text.Lower(all.first-1) == "both" {
			all.first--
		}
		w.add(all)
	}
}

// row reports whether all that stands between the first and the last of a series
// may be in it.
func (w *world) row(first, last *mention, side int) bool {
	for _, k := range w.kids[first.head] {
		if w.text.Tokens[k].Rel != syntax.Conj || int(k) >= last.head {
			continue
		}
		if m := w.mentionAt(int(k)); m != nil && sideOfSeries(m)&side == 0 {
			return false
		}
	}
	return last.last-first.first <= longestSeries
}

// longestSeries is how many tokens a series may have.
const longestSeries = 40

// sideOfSeries returns what can stand in a row with m, as bits: 1 for people, 2 for
// bodies and countries; 0 for what stands in no series.
func sideOfSeries(m *mention) int {
	switch {
	case m.form == model.Pronoun || m.form == model.Demonym || m.pair || m.reach == unbound:
		return 0
	case m.kind == model.Person:
		return 1
	case m.kind == model.Group:
		return 3
	case m.kind == model.Organization, m.kind == model.Place && m.country != "":
		return 2
	}
	return 0
}
