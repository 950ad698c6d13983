package coref

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// How far a pronoun looks back for its antecedent: sentences and tokens.
const (
	farSentences = 5
	farTokens    = 160
	aheadTokens  = 25
)

// Weights of the features of an antecedent, tuned on articles annotated for this
// project. What counts is who was spoken of last, as the subject, by name, and
// often: Lappin and Leass (1994), Ge et al. (1998).
const (
	perSentence   = -21
	isSubject     = 6
	isObject      = 1
	isModifier    = -10 // the Obama in the Obama campaign
	nameless      = -18 // nothing but pronouns in the chain
	isInner       = -3  // a possessor, or part of a longer noun phrase
	bothSpeak     = 18
	bothSubjects  = 4
	isName        = 4
	isIndefinite  = 4
	samePronoun   = 12
	otherPronoun  = 6
	perMention    = 1 // of the chain so far, to a limit
	mentionLimit  = 8
	genderIsKnown = 12
	ofQuotation   = -16 // inside a quotation, the pronoun outside of it
	sameParagraph = 5
	isAhead       = -18
	inItsClause   = 8  // the pronoun stands in a relative clause of the noun
	underSubject  = 2  // in the clause whose subject the noun is
	isMute        = -3 // a noun that is nobody
	isDocument    = -16
	isPlace       = -3
	isLand        = 5
	bodyAsThey    = -7
	peopleAsThey  = 17
	floor         = -40 // a pronoun without an antecedent above it stays alone
	floorOfIt     = -6
)

// antecedent returns the mention that the pronoun m stands for, or nil if there
// is none or if it is nobody of interest.
func (w *world) antecedent(m *mention) *mention {
	var best *mention
	top := floor
	if m.gender == thing {
		top = floorOfIt
	}
	var seen []*chain
	for i := m.first - 1; i >= max(0, m.first-farTokens); i-- {
		if m.sentence-int(w.text.Tokens[i].Sentence) > farSentences {
			break
		}
		o := w.mentionAt(i)
		if o == nil {
			if w.mute(i, m) {
				if s := w.scoreMute(i, m); s > top {
					best, top = nil, s
				}
			}
			continue
		}
		if !w.possible(m, o) {
			continue
		}
		if s := w.score(m, o); s > top {
			best, top = o, s
		}
		if !slices.Contains(seen, o.chain) {
			seen = append(seen, o.chain)
		}
	}
	last := min(len(w.text.Tokens), m.first+aheadTokens, w.text.Sentences[m.sentence].Last)
	for i := m.first + 1; i < last; i++ {
		o := w.mentionAt(i)
		if o == nil || o.form == model.Pronoun || !o.subject || slices.Contains(seen, o.chain) || !w.possible(m, o) || best != nil && !w.fronted(m, o) {
			continue
		}
		if s := w.score(m, o) + isAhead; s > top {
			best, top = o, s
		}
	}
	return best
}

// fronted reports whether m stands in a phrase or clause before the clause whose
// subject is o: in his speech, Obama said.
func (w *world) fronted(m, o *mention) bool {
	verb := int(w.text.Tokens[o.head].Head)
	return !w.text.Under(verb, m.head) && w.text.Under(m.head, verb)
}

// possible reports whether o can be meant by m at all.
func (w *world) possible(m, o *mention) bool {
	if o.form == model.Demonym || o.person == 1 || o.person == 2 || o.reach == unbound && o.form == model.Nominal {
		return false
	}
	c := o.chain
	if o.person == 0 && o.form == model.Pronoun && !c.firm {
		return false // a who that goes with nobody
	}
	switch {
	case m.gender == woman || m.gender == man:
		if c.kind != model.Person && c.kind != model.UnknownActor || c.number == many || c.gender != anyGender && c.gender != m.gender {
			return false
		}
		if c.kind == model.UnknownActor && o.form != model.Pronoun && !o.speaks {
			return false
		}
	case m.gender == thing:
		if c.kind == model.Person || c.kind == model.UnknownActor || c.number == many && !collective(c.kind) || c.kind == model.Group && c.number == many || o.form == model.Pronoun && o.gender != thing {
			return false
		}
	default:
		if c.kind == model.Person || c.kind == model.Place && c.country == "" || c.kind == model.Paper || c.gender == woman || c.gender == man {
			return false
		}
		if o.form == model.Pronoun && o.number != many || c.number != many && !collective(c.kind) && c.kind != model.Place {
			return false
		}
	}
	if o.holds(m.head) && !m.possessive || o.first <= m.first && m.last <= o.last && o.head > m.head {
		return false // his mother is not he
	}
	if w.sameClause(m, o) {
		return false
	}
	if m.quote >= 0 {
		if s := w.speakers[m.quote]; s != nil && s.chain == c && s.chain.kind == model.Person {
			return false
		}
	}
	return true
}

// sameClause reports whether m and o depend on one verb, or m on o, so that they
// could only be the same if m were reflexive.
func (w *world) sameClause(m, o *mention) bool {
	if m.possessive || pronounForms[w.text.Lower(m.head)].reflexive {
		return false
	}
	a, b := w.text.Tokens[m.head], w.text.Tokens[o.head]
	if a.Head == b.Head && a.Rel != syntax.Conj && !w.text.IsRoot(m.head) && !w.text.IsRoot(o.head) {
		return w.text.Tokens[a.Head].Pos == syntax.VERB || w.text.Tokens[a.Head].Pos == syntax.ADJ
	}
	return int(b.Head) == m.head || int(a.Head) == o.head && a.Rel.Base() != syntax.Nsubj
}

// score adds up what speaks for o as the antecedent of m.
func (w *world) score(m, o *mention) int {
	s := perSentence*(m.sentence-o.sentence) + w.place(o.site)
	if m.speaks && o.speaks {
		s += bothSpeak
	}
	if m.subject && o.subject {
		s += bothSubjects
	}
	switch o.form {
	case model.Name:
		s += isName
	case model.Nominal:
		if o.reach == indefinite {
			s += isIndefinite
		}
	case model.Pronoun:
		if pronounForms[w.text.Lower(o.head)].possessive == m.possessive {
			s += samePronoun
		} else {
			s += otherPronoun
		}
	}
	c := o.chain
	if !c.firm {
		s += nameless
	}
	s += perMention * min(mentionLimit, len(c.mentions))
	if (m.gender == woman || m.gender == man) && c.gender == m.gender {
		s += genderIsKnown
	}
	if o.quote >= 0 && o.quote != m.quote {
		s += ofQuotation
	}
	if w.text.Sentences[m.sentence].Paragraph == w.text.Sentences[o.sentence].Paragraph {
		s += sameParagraph
	}
	if o.sentence == m.sentence && o.first < m.first {
		verb := int(w.text.Tokens[o.site].Head)
		switch {
		case w.text.Under(m.head, o.head):
			s += inItsClause
		case o.subject && w.text.Under(m.head, verb):
			s += underSubject
		}
	}
	switch {
	case m.gender == thing && c.kind == model.Paper:
		s += isDocument
	case m.gender == thing && c.kind == model.Place && c.country != "":
		s += isLand
	case m.gender == thing && c.kind == model.Place:
		s += isPlace
	case m.gender == anyGender && c.number == many:
		s += peopleAsThey
	case m.gender == anyGender:
		s += bodyAsThey
	}
	return s
}

// place scores the grammatical place of token i.
func (w *world) place(i int) int {
	switch w.text.Tokens[i].Rel.Base() {
	case syntax.Nsubj:
		return isSubject
	case syntax.Obj, syntax.Iobj:
		return isObject
	case syntax.Nmod:
		return isInner
	case syntax.Compound:
		return isModifier
	case syntax.Conj:
		if h := int(w.text.Tokens[i].Head); h < i && w.text.Tokens[h].Rel != syntax.Conj && w.text.Tokens[h].Pos != syntax.VERB {
			return w.place(h) / 2
		}
	}
	return 0
}

// mute reports whether token i is a noun that is nobody but could be meant by
// "it" or "they".
func (w *world) mute(i int, m *mention) bool {
	tok := w.text.Tokens[i]
	if m.gender == woman || m.gender == man || tok.Pos != syntax.NOUN || tok.Rel == syntax.Compound || tok.Rel == syntax.Flat || int(tok.Head) == m.head || w.text.Under(m.head, i) {
		return false
	}
	return (tok.Tag == syntax.TagNNS) == (m.number == many)
}

func (w *world) scoreMute(i int, m *mention) int {
	s := perSentence*(m.sentence-int(w.text.Tokens[i].Sentence)) + w.place(i) + isMute
	if m.subject && w.text.Tokens[i].Rel.Base() == syntax.Nsubj {
		s += bothSubjects
	}
	if w.text.Sentences[m.sentence].Paragraph == w.text.SentenceOf(i).Paragraph {
		s += sameParagraph
	}
	return s
}
