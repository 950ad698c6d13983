package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// A feature is something that is true of a pronoun and a candidate for it.
type feature uint8

const (
	noneAtAll feature = iota
	noneInQuote
	noneAsSubject
	noneAsPossessive
	noneEarly // in the first two sentences of the paragraph
	noneExpletive

	isNoun // a noun that is nobody
	isNounWithThe
	isNounSubject

	sentence0 // sentences between
	sentence1
	sentence2
	sentence3
	sentenceFar
	sameParagraph
	isNearest // no other candidate between
	second
	third
	farther
	isAhead

	asSubject // the candidate's place
	asPassive
	asObject
	asModifier // the Obama in the Obama campaign
	asPossessor
	asInner // part of a longer noun phrase
	asOblique
	asApposition
	asConjunct
	asOther
	opensSentence
	ofMainVerb
	bothSpeak
	bothSubjects
	bothObjects
	subjectForPossessive
	inItsClause  // the pronoun stands in a relative clause of the noun
	underSubject // in the clause whose subject the noun is
	sameVerbsSubject
	subjectHere // in the same sentence, before
	subjectJustBefore
	speaksJustBefore
	opensParagraph

	aName
	theNominal
	aNominal
	bareNominal
	ofPronoun // what the candidate is
	ofSamePronoun
	ofSamePlace

	nameless // nothing but pronouns in the chain
	twoMentions
	fourMentions
	eightMentions
	genderKnown

	intoQuotation // inside a quotation, the candidate outside of it
	outOfQuotation
	sameQuotation
	otherQuotation

	aPerson
	aBody
	aGroup
	aLand
	aPlace
	aPaper
	anUnknown
	manyOfThem
	bodyForThey
	aPair
	aSeries

	speakingNoun // the pronoun speaks: a mere noun, none at all, a mention
	speakingNone
	speakingSomebody
	sameVerb        // both depend on the same verb, in two places
	sameOwned       // the plan of the council … its plan
	besideConjunct  // the council and its plan
	recent1         // mentions of the chain in the sentences just before
	recent2         // two or three
	recent4         // more
	mostMentioned   // of the candidates
	closeBy         // fewer than 5 tokens between
	withinReach     // fewer than 12
	fartherOff      // fewer than 25
	firstOfSentence // the first candidate of its sentence
	spokeLast       // the candidate speaks in the last quotation before
	besideQuotation // the pronoun speaks in the sentence of a quotation, the candidate is the subject before it
	ownSubject      // the subject of the innermost clause around the pronoun
	ownSubjectNoun  // the same of a mere noun
	ownWho          // such a "who"
	introduced      // an indefinite phrase, as its subject's complement or object

	placed        // the place of the candidate by that of the pronoun
	countFeatures = placed + placesOfMention*placesOfPronoun
)

// Sizes of the block of places.
const (
	placesOfMention = asOther - asSubject + 1
	placesOfPronoun = 3
)

// A class of pronouns has weights of its own.
type class uint8

const (
	heOrShe class = iota
	itself
	they
	countClasses
)

func classOf(m *mention) class {
	switch m.gender {
	case woman, man:
		return heOrShe
	case thing:
		return itself
	}
	return they
}

// none returns the features of a pronoun that stands for nobody.
func (w *world) none(m *mention) []feature {
	out := []feature{noneAtAll}
	if m.quote >= 0 {
		out = append(out, noneInQuote)
	}
	if m.subject {
		out = append(out, noneAsSubject)
	}
	if m.possessive {
		out = append(out, noneAsPossessive)
	}
	if m.sentence-w.text.Paragraphs[w.paragraph(m.first)].First < 2 {
		out = append(out, noneEarly)
	}
	if w.text.Tokens[m.head].Rel == syntax.Expl {
		out = append(out, noneExpletive)
	}
	if m.speaks {
		out = append(out, speakingNone)
	}
	return out
}

// ofNoun returns the features of the noun at token i that is nobody.
func (w *world) ofNoun(m *mention, i int) []feature {
	out := append(make([]feature, 0, 12), isNoun, w.asPlaced(i))
	tok := w.text.Tokens[i]
	if d := w.kid(i, syntax.Det); d >= 0 && w.text.Lower(d) != "a" && w.text.Lower(d) != "an" {
		out = append(out, isNounWithThe)
	}
	if tok.Rel.Base() == syntax.Nsubj {
		out = append(out, isNounSubject)
		if m.subject {
			out = append(out, bothSubjects)
		}
	}
	if m.speaks {
		out = append(out, speakingNoun)
	}
	if i == w.around {
		out = append(out, ownSubjectNoun)
	}
	out = append(out, w.relating(m, w.asPlaced(i)))
	out = w.near(out, m, i)
	return w.ofDistance(out, m, i, int(tok.Sentence))
}

// ofMention returns the features of o; nearer is how many other chains stand
// between.
func (w *world) ofMention(m, o *mention, nearer int) []feature {
	out := append(make([]feature, 0, 24), w.asPlaced(o.site), [...]feature{isNearest, second, third, farther}[min(nearer, 3)])
	out = w.ofDistance(out, m, o.head, o.sentence)
	add := func(is bool, f feature) {
		if is {
			out = append(out, f)
		}
	}
	tok := w.text.Tokens[o.site]
	verb := int(tok.Head)
	add(o.first > m.first, isAhead)
	add(o.first-w.text.Sentences[o.sentence].First <= 1, opensSentence)
	add(w.isMainSubject(o), ofMainVerb)
	add(m.speaks && o.speaks, bothSpeak)
	add(o.subject && o.sentence == m.sentence, subjectHere)
	before := w.sentencesBetween(m, o.head, o.sentence) == 1
	add(o.subject && before, subjectJustBefore)
	add(o.speaks && before, speaksJustBefore)
	add(o.subject && o.sentence == w.text.Paragraphs[w.paragraph(o.first)].First, opensParagraph)
	add(m.subject && o.subject, bothSubjects)
	add(w.asPlaced(m.head) == asObject && w.asPlaced(o.site) == asObject, bothObjects)
	if o.sentence == m.sentence && o.first < m.first {
		add(w.text.Under(m.head, o.head), inItsClause)
		under := o.subject && w.text.Under(m.head, verb)
		add(under, underSubject)
		add(under && m.possessive, subjectForPossessive)
		add(o.subject && m.subject && w.text.Tokens[w.text.Tokens[m.head].Head].Head == tok.Head, sameVerbsSubject)
	}
	switch o.form {
	case model.Name:
		out = append(out, aName)
	case model.Nominal:
		out = append(out, [...]feature{aName, theNominal, bareNominal, aNominal, aNominal}[o.reach])
	case model.Pronoun:
		out = append(out, ofPronoun)
		add(w.text.Lower(o.head) == w.text.Lower(m.head), ofSamePronoun)
		add(o.possessive == m.possessive, ofSamePlace)
	}
	c := o.chain
	add(!c.firm, nameless)
	n := len(c.mentions)
	add(n > 1, twoMentions)
	add(n > 3, fourMentions)
	add(n > 7, eightMentions)
	add(c.gender == m.gender && m.gender != anyGender && m.gender != thing, genderKnown)
	switch {
	case o.quote == m.quote && m.quote >= 0:
		out = append(out, sameQuotation)
	case o.quote >= 0 && m.quote >= 0:
		out = append(out, otherQuotation)
	case m.quote >= 0:
		out = append(out, intoQuotation)
	case o.quote >= 0:
		out = append(out, outOfQuotation)
	}
	switch c.kind {
	case model.Person:
		out = append(out, aPerson)
	case model.Organization:
		out = append(out, aBody)
		add(c.number != many, bodyForThey)
	case model.Group:
		out = append(out, aGroup)
	case model.Place:
		out = append(out, [...]feature{aLand, aPlace}[b2i(c.country == "")])
	case model.Paper:
		out = append(out, aPaper)
	default:
		out = append(out, anUnknown)
	}
	add(c.number == many, manyOfThem)
	add(o.pair && !o.series, aPair)
	add(o.series, aSeries)
	return w.ofContext(out, m, o)
}

func b2i(is bool) int {
	if is {
		return 1
	}
	return 0
}

// ofDistance adds how far m is from the token i of a sentence.
func (w *world) ofDistance(out []feature, m *mention, i, sentence int) []feature {
	out = append(out, [...]feature{sentence0, sentence1, sentence2, sentence3, sentenceFar}[min(w.sentencesBetween(m, i, sentence), 4)])
	if w.paragraph(m.first) == w.paragraph(i) {
		out = append(out, sameParagraph)
	}
	return out
}

// asPlaced returns the grammatical place of token i.
func (w *world) asPlaced(i int) feature {
	switch tok := w.text.Tokens[i]; tok.Rel.Base() {
	case syntax.Nsubj:
		if tok.Rel == syntax.NsubjPass {
			return asPassive
		}
		return asSubject
	case syntax.Obj, syntax.Iobj:
		return asObject
	case syntax.Nmod:
		if isPossessive(tok.Rel) {
			return asPossessor
		}
		return asInner
	case syntax.Compound, syntax.Flat:
		return asModifier
	case syntax.Obl:
		return asOblique
	case syntax.Appos:
		return asApposition
	case syntax.Conj:
		return asConjunct
	}
	return asOther
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
