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
		if o := w.issuer(who); o != nil {
			return o
		}
		if o := w.sender(who); o != nil {
			return o
		}
		for k := who.index - 1; k >= max(0, who.index-15); k-- {
			if o := w.mentions[k]; o.speaks && (o.chain.kind == model.Organization || o.chain.kind == model.Place) {
				return o // whose statement it is
			}
		}
	}
	if who.chain.kind != model.Person {
		return who
	}
	for _, m := range who.chain.some(chainLook) {
		if m.form == model.Pronoun {
			continue
		}
		for k := m.index + 1; k < min(len(w.mentions), m.index+4); k++ {
			if o := w.mentions[k]; o.first >= m.first && o.last <= m.last && w.employs(o, m) {
				return o
			}
		}
	}
	for _, m := range who.chain.some(chainLook) {
		if o := w.bodyBeside(m); o != nil {
			return o
		}
		if o := w.bodyBefore(m); o != nil {
			return o
		}
		if o := w.bodyBehind(m); o != nil {
			return o
		}
	}
	for _, m := range who.chain.some(chainLook) {
		if m.isAny(offices) {
			if o := w.foremost(who.index + 1); o != nil {
				return o
			}
			return w.foremost(len(w.mentions))
		}
	}
	return nil
}

// issuer returns the body whose paper who is: the council letter, the council's
// statement, a statement by the council.
func (w *world) issuer(who *mention) *mention {
	for _, m := range who.chain.some(6) {
		for k := m.index + 1; k < min(len(w.mentions), m.index+4); k++ {
			o := w.mentions[k]
			if o.first < m.first || o.last > m.last || w.isTo(o.site) || o.chain.kind != model.Organization && (o.chain.kind != model.Place || o.chain.country == "") {
				continue
			}
			if h := int(w.text.Tokens[o.head].Head); h == m.head || o.form == model.Name && o.holds(int(w.text.Tokens[m.head].Head)) {
				return o
			}
		}
	}
	return nil
}

// employs reports whether o, which stands inside the description m of a speaker,
// is the body or country that the speaker stands for: the Transport Union's
// president, the company's director, the Danish captain.
func (w *world) employs(o, m *mention) bool {
	switch o.form {
	case model.Name:
		return o.kind == model.Organization || o.kind == model.Place && (o.country != "" || m.isAny(townsmen))
	case model.Nominal:
		return o.kind == model.Organization && o.reach == definite
	case model.Demonym:
		return m.isAny(sides)
	}
	return false
}

// roles returns the words that say what the person m is: the noun of a description,
// the title of a name.
func (m *mention) roles() []string {
	switch m.form {
	case model.Nominal:
		return m.words[:1]
	case model.Name:
		return strings.Fields(m.title)
	}
	return nil
}

// isAny reports whether m is said to be one of these.
func (m *mention) isAny(roles map[string]bool) bool {
	return slices.ContainsFunc(m.roles(), func(x string) bool { return roles[x] })
}

// townsmen are those who say "we" of a town, a state or the White House.
var townsmen = set("mayor", "governor", "gov.", "councillor", "councilor", "premier", "alderman", "coach", "captain", "spokesman", "spokeswoman", "spokesperson", "secretary", "adviser", "advisor", "aide", "official", "officer")

// sides are those who say "we" of the country or team that they act for.
var sides = set("minister", "president", "premier", "chancellor", "ambassador", "secretary", "king", "queen", "emir", "sultan", "envoy", "leader", "captain", "coach", "manager", "player", "midfielder", "striker", "defender", "goalkeeper", "official", "spokesman", "spokeswoman", "spokesperson", "diplomat", "negotiator", "lawmaker", "parliamentarian", "mp", "senator", "general", "commander", "delegate", "representative")

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

// bodyBefore returns the body named in a role that stands before the name m and
// a comma: the director of the Transport Union, Ana Ruiz.
func (w *world) bodyBefore(m *mention) *mention {
	s := w.text.Sentences[m.sentence]
	if m.form != model.Name || m.first-1 <= s.First || w.text.Word(m.first-1) != "," {
		return nil
	}
	var found *mention
	for i := m.first - 2; i >= max(s.First, m.first-2-besideWords); i-- {
		tok := w.text.Tokens[i]
		if tok.Pos == syntax.VERB || tok.Pos == syntax.AUX || tok.Pos == syntax.PUNCT || tok.Pos == syntax.CCONJ {
			return nil
		}
		o := w.mentionAt(i)
		if o != nil && found == nil && o.form == model.Name && (o.kind == model.Organization || o.kind == model.Place && o.country != "") {
			found = o
		}
		if n, known := w.kindOfNoun(i); known && n.kind == model.Person && found != nil && tok.Rel != syntax.Compound {
			return found
		}
	}
	return nil
}

// bodyBehind returns the body or town that the name m is said to be of: Ana Ruiz of the
// Transport Union, Mayor Ana Ruiz of Leeds.
func (w *world) bodyBehind(m *mention) *mention {
	if m.form != model.Name || m.last+1 >= len(w.text.Tokens) {
		return nil
	}
	if by := w.text.Lower(m.last); by != "of" && by != "from" {
		return nil
	}
	for k := m.index + 1; k < min(len(w.mentions), m.index+4); k++ {
		o := w.mentions[k]
		if o.first != m.last+1 || o.form != model.Name {
			continue
		}
		if o.kind == model.Organization || o.kind == model.Place && m.isAny(townsmen) {
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
// "we" m calls theirs in it: our country, our economy.
func (w *world) ownCountry(m *mention) *mention {
	for _, o := range w.mentions[max(0, m.index-ownReach):min(len(w.mentions), m.index+ownReach)] {
		if o.quote == m.quote && o.form == model.Nominal && o.number == one && realms[o.words[0]] && w.firstPerson(o) {
			return o
		}
	}
	for _, o := range w.mentions[max(0, m.index-ownReach):min(len(w.mentions), m.index+ownReach)] {
		if o.quote == m.quote && o.possessive && o.person == 1 && o.number == many && national[w.lemma(int(w.text.Tokens[o.head].Head))] {
			return w.foremost(m.index)
		}
	}
	return nil
}

// national are the nouns for what is a country's.
var national = set("economy", "gdp", "constitution", "border", "territory", "sovereignty", "parliament", "currency", "airspace", "independence", "homeland", "fatherland", "motherland", "flag", "soil", "citizen", "compatriot", "army", "navy", "coastline", "debt", "democracy")

// firstPerson reports whether m is said to be the author's: my country.
func (w *world) firstPerson(m *mention) bool {
	o := w.mentionAt(m.first)
	return o != nil && o.form == model.Pronoun && o.person == 1
}
