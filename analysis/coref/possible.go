package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

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
	if x := w.beside(m); x != nil && x != m && x.chain == c {
		return false
	}
	for q := o.quote; q >= 0; q = w.text.Quotes[q].Outer {
		if w.speakers[q] == m {
			return false // "Ruiz is a fool," he said
		}
	}
	if m.quote >= 0 {
		s := w.speakers[m.quote]
		if s != nil && s.chain.kind == model.Paper {
			s = w.sender(s)
		}
		if s != nil && s.chain == c && s.chain.kind == model.Person {
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

// beside returns the other part of the clause of m that m cannot mean, since it would be
// reflexive or own then, nil if there is none: Holm in Ruiz denied that Holm had hit him,
// Ruiz in Ruiz denied hitting her, and in Ruiz was his deputy.
func (w *world) beside(m *mention) *mention {
	if pronounForms[w.text.Lower(m.head)].reflexive {
		return nil
	}
	verb := int(w.text.Tokens[m.head].Head)
	if m.possessive {
		if w.kid(verb, syntax.Cop) < 0 || w.kid(verb, syntax.Case) >= 0 {
			return nil
		}
		return w.mentionAround(w.kid(verb, syntax.Nsubj))
	}
	if w.text.Tokens[verb].Pos != syntax.VERB {
		return nil
	}
	switch w.text.Tokens[m.head].Rel.Base() {
	case syntax.Obj, syntax.Iobj:
		if m.last < len(w.text.Tokens) && m.gender == woman && (w.text.Tokens[m.last].Pos == syntax.NOUN || w.text.Tokens[m.last].Pos == syntax.ADJ) {
			return nil // it may be "her" after all that is hers
		}
	case syntax.Obl:
		switch w.preposition(m.head) {
		case "by", "for", "against", "with", "to", "alongside":
		default:
			return nil // he saw a snake near him
		}
	default:
		return nil
	}
	for n := 0; n < 3; n++ {
		if s := w.kid(verb, syntax.Nsubj, syntax.NsubjPass); s >= 0 {
			return w.mentionAround(s)
		}
		tok := w.text.Tokens[verb]
		side := tok.Rel.Base() == syntax.Advcl && tok.Tag == syntax.TagVBG && w.kid(verb, syntax.Mark, syntax.Case) < 0 &&
			(int(tok.Head) == verb-1 || saying.Has(w.lemma(verb)) || addressing[w.lemma(verb)] || naming[w.lemma(verb)])
		if tok.Rel != syntax.Xcomp && !side {
			return nil
		}
		verb = int(tok.Head)
		if side {
			continue // hitting her, Ruiz cried
		}
		if k := w.kid(verb, syntax.Obj, syntax.Iobj); k >= 0 {
			return w.mentionAround(k)
		}
	}
	return nil
}

// naming are verbs for what only people do to others, and not what they do: a result
// may put somebody ahead, and that may be who brought it about.
var naming = set("call", "credit", "brand", "label", "compare", "describe", "dub", "liken", "blame", "praise", "mock", "dismiss")

// fronted reports whether m stands in a phrase or clause before the clause whose
// subject is o: in his speech, Obama said.
func (w *world) fronted(m, o *mention) bool {
	verb := int(w.text.Tokens[o.head].Head)
	return !w.text.Under(verb, m.head) && w.text.Under(m.head, verb)
}
