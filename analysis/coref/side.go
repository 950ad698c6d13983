package coref

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
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
		if o := w.bodyBeside(m); o != nil {
			return o
		}
	}
	for _, m := range who.chain.mentions[:min(len(who.chain.mentions), 12)] {
		if m.form == model.Nominal && offices[m.words[0]] || m.form == model.Name && slices.ContainsFunc(strings.Fields(m.title), func(x string) bool { return offices[x] }) {
			return w.foremost(who.index + 1)
		}
	}
	return nil
}

// besideWords is how many words an appositive may have that names a body.
const besideWords = 12

// bodyBeside returns the body named in what is set off by a comma after the name
// m: Ana Ruiz, director of the Transport Union.
func (w *world) bodyBeside(m *mention) *mention {
	s := w.text.Sentences[m.sentence]
	if m.form != model.Name || m.last >= s.Last || w.text.Word(m.last) != "," {
		return nil
	}
	role := false
	for i := m.last + 1; i < min(s.Last, m.last+1+besideWords); i++ {
		tok := w.text.Tokens[i]
		if tok.Pos == syntax.VERB || tok.Pos == syntax.AUX || tok.Pos == syntax.PUNCT || tok.Pos == syntax.CCONJ {
			return nil
		}
		n, known := w.kindOfNoun(i)
		role = role || known && n.kind == model.Person
		if o := w.mentionAt(i); role && o != nil && o.form == model.Name && (o.kind == model.Organization || o.kind == model.Place && o.country != "") {
			return o
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

// ownReach is how many mentions from "we" its speaker may say "our country".
const ownReach = 40

// ownCountry returns the country that the speaker of the quotation around the
// "we" m calls theirs in it: our country.
func (w *world) ownCountry(m *mention) *mention {
	for _, o := range w.mentions[max(0, m.index-ownReach):min(len(w.mentions), m.index+ownReach)] {
		if o.quote == m.quote && o.form == model.Nominal && o.number == one && realms[o.words[0]] && w.firstPerson(o) {
			return o
		}
	}
	return nil
}

// firstPerson reports whether m is said to be the author's: my country.
func (w *world) firstPerson(m *mention) bool {
	o := w.mentionAt(m.first)
	return o != nil && o.form == model.Pronoun && o.person == 1
}
