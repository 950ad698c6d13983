package coref

import (
	"slices"
	"strings"

	"lectern/model"
)

// standsFor returns the body named in the role or title of a speaker: the
// Transport Union for the president of the Transport Union.
func (w *world) standsFor(who *mention) *mention {
	if who.chain.kind == model.Paper {
		for k := who.index - 1; k >= max(0, who.index-15); k-- {
			if o := w.mentions[k]; o.speaks && (o.chain.kind == model.Organization || o.chain.kind == model.Place) {
				return o // whose statement it is
			}
		}
	}
	if who.chain.kind != model.Person {
		return who
	}
	for _, m := range who.chain.mentions[:min(len(who.chain.mentions), 12)] {
		if m.form == model.Pronoun {
			continue
		}
		for k := m.index + 1; k < min(len(w.mentions), m.index+4); k++ {
			if o := w.mentions[k]; o.first >= m.first && o.last <= m.last && o.form == model.Name && o.kind != model.Person {
				return o
			}
		}
	}
	for _, m := range who.chain.mentions[:min(len(who.chain.mentions), 12)] {
		if m.form == model.Nominal && offices[m.words[0]] || m.form == model.Name && slices.ContainsFunc(strings.Fields(m.title), func(x string) bool { return offices[x] }) {
			return w.foremost(who.index + 1)
		}
	}
	return nil
}

// offices are those whose holders say "we" of their country.
var offices = set("minister", "president", "premier", "chancellor", "ambassador", "secretary", "king", "queen", "emir", "sultan", "envoy")

// ownSide returns those for whom the author says "we": the one on whose behalf
// the author speaks, or else the people of the author's own country, or the
// country.
func (w *world) ownSide() *mention {
	home := false
	for _, m := range w.mentions {
		if m.quote >= 0 {
			continue
		}
		if m.first > 2 && w.text.Lower(m.first-1) == "of" && w.text.Lower(m.first-2) == "behalf" && m.form != model.Pronoun && m.kind != model.Person {
			return m
		}
		home = home || m.form == model.Nominal && m.number == one && realms[m.words[0]] && w.firstPerson(m)
	}
	land := w.foremost(len(w.mentions))
	if !home || land == nil {
		return nil
	}
	for _, m := range w.mentions {
		if m.form == model.Nominal && m.words[0] == "people" && m.reach == definite && m.country == landOf(land.words) {
			return m
		}
	}
	return land
}

// firstPerson reports whether m is said to be the author's: my country.
func (w *world) firstPerson(m *mention) bool {
	o := w.mentionAt(m.first)
	return o != nil && o.form == model.Pronoun && o.person == 1
}
