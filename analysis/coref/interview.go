package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// An interview without labels is told by its questions: paragraphs that end in a
// question mark and say "you", each answered by others.

const (
	fewestQuestions = 3  // that say "you", where the text does not call itself an interview
	longestQuestion = 90 // tokens
)

// An interview is who is interviewed, and which paragraphs ask; both empty if
// the text is none.
type interview struct {
	who       *mention
	questions []bool
}

// asks reports whether paragraph p is a question.
func (t interview) asks(p int) bool { return p < len(t.questions) && t.questions[p] }

// findInterview reads the text as an interview if it is one.
func (w *world) findInterview() interview {
	questions := make([]bool, len(w.text.Paragraphs))
	you := map[int]bool{}
	singles, plurals := 0, 0 // how often the text says "I" and "we"
	for _, m := range w.mentions {
		if m.quote < 0 && m.person == 2 {
			you[w.paragraph(m.first)] = true
		}
		if m.quote < 0 && m.person == 1 {
			if m.number == one {
				singles++
			} else {
				plurals++
			}
		}
	}
	first, asked := -1, 0
	for p, para := range w.text.Paragraphs {
		from, to := w.text.Sentences[para.First].First, w.text.Sentences[para.Last-1].Last
		if w.text.Word(to-1) != "?" || w.text.Tokens[to-1].Quote >= 0 || to-from > longestQuestion {
			continue
		}
		questions[p] = true
		if you[p] {
			asked++
			if first < 0 {
				first = p
			}
		}
	}
	if asked == 0 || singles+plurals == 0 || len(w.text.Turns) > 0 {
		return interview{}
	}
	who, said := w.interviewed(first, singles == 0)
	if !said && asked < fewestQuestions {
		return interview{}
	}
	return interview{who, questions}
}

// talking are the verbs and nouns for what is done with the one interviewed.
var talking = set("interview", "speak", "talk", "chat", "converse", "conversation", "sit")

// interviewed returns the one who is said to be interviewed before paragraph p,
// or else the person named most before it. If they answer as a group, a group is
// preferred. It tells whether the text says so.
func (w *world) interviewed(p int, group bool) (who *mention, said bool) {
	var best, told *mention
	for _, m := range w.mentions {
		if w.paragraph(m.first) >= p {
			break
		}
		if m.form == model.Pronoun || m.quote >= 0 {
			continue
		}
		if (m.kind == model.Person || m.kind == model.Group) && w.talkedTo(m) {
			if told == nil || told.number == one && m.number == many && group {
				told = m
			}
		}
		if m.form == model.Name && m.kind == model.Person && (best == nil || len(m.chain.mentions) > len(best.chain.mentions)) {
			best = m
		}
	}
	if told != nil {
		return told, true
	}
	return best, false
}

// talkedTo reports whether m is the object of an interview: interviewed m, spoke
// with m, an interview with m, interviewed one of m.
func (w *world) talkedTo(m *mention) bool {
	tok := w.text.Tokens[m.head]
	h := int(tok.Head)
	with := false
	for i := int(w.left[m.head]); i < m.first; i++ {
		with = with || w.text.Lower(i) == "with" || w.text.Lower(i) == "to"
	}
	switch tok.Rel.Base() {
	case syntax.Nmod:
		if w.text.Lower(h) == "one" && w.text.Tokens[h].Rel.Base() == syntax.Obj {
			return w.lemma(int(w.text.Tokens[h].Head)) == "interview"
		}
		return with && talking[w.lemma(h)]
	case syntax.Obl:
		return with && talking[w.lemma(h)]
	case syntax.Obj:
		return w.lemma(h) == "interview"
	}
	return false
}
