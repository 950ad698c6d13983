package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// judgedFor returns the person whom a verb judges for what the pronoun m is part of: what
// somebody is praised, thanked or fired for is mostly that one's own (implicit
// causality; Garvey and Caramazza 1974).
//
//	Ruiz blasted Holm for his support of the plan.
//	Ruiz thanked Holm for what he did.
func (w *world) judgedFor(m *mention) *mention {
	if m.gender != woman && m.gender != man || pronounForms[w.text.Lower(m.head)].reflexive {
		return nil
	}
	for part, n := m.head, 0; !w.text.IsRoot(part) && n < 8; n++ {
		if w.text.Tokens[part].Rel.Base() == syntax.Acl {
			return nil // moves that he called wise
		}
		verb := int(w.text.Tokens[part].Head)
		if w.text.Tokens[verb].Pos != syntax.VERB || !judging[w.lemma(verb)] {
			part = verb
			continue
		}
		obj := w.kid(verb, syntax.Obj, syntax.NsubjPass)
		if by := w.preposition(part); part == obj || part < verb || by != "for" && by != "over" && w.kidWord(part, syntax.Mark) != "for" {
			return nil
		}
		if o := w.mentionAround(obj); o != nil && o.quote == m.quote && o.chain.kind == model.Person && w.possible(m, o) {
			return o
		}
		return nil
	}
	return nil
}

// judging are the verbs for what is done to somebody because of somebody's deeds.
var judging = set("blast", "praise", "thank", "criticize", "criticise", "condemn", "slam", "mock", "fault", "rebuke", "chide", "applaud", "commend", "congratulate", "honor", "honour", "punish", "fire", "sue", "arrest", "hit", "attack", "denounce", "scold", "ridicule", "admire", "berate", "lambaste", "assail", "admonish", "reprimand", "sack", "suspend", "jail", "fine", "laud", "hail", "salute", "bash", "rip", "knock", "ding", "castigate", "excoriate", "forgive", "celebrate", "reward", "convict", "indict", "chastise", "hammer", "skewer")
