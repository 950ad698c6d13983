package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// An interview without labels is told by its questions: paragraphs that end in a
// question mark and say "you", each answered by others.

const (
	fewestQuestions = 3  // where the text does not call itself an interview
	fewestOfYou     = 2  // of them, that say "you"
	longestQuestion = 90 // tokens
	longestRemark   = 30 // of one that says "you" and asks nothing
)

// An interview is who is interviewed, and which paragraphs ask; both empty if
// the text is none.
type interview struct {
	who       *mention
	questions []bool
}

// found reports whether the text is an interview.
func (t interview) found() bool { return len(t.questions) > 0 }

// asks reports whether paragraph p is a question.
func (t interview) asks(p int) bool { return p < len(t.questions) && t.questions[p] }

// findInterview reads the text as an interview if it is one.
func (w *world) findInterview() interview {
	questions := make([]bool, len(w.text.Paragraphs))
	you, own := map[int]bool{}, map[int]bool{}
	singles, plurals := 0, 0 // how often the text says "I" and "we"
	for _, m := range w.mentions {
		if m.quote < 0 && m.person == 2 {
			you[w.paragraph(m.first)] = true
		}
		if m.quote < 0 && m.person == 1 {
			if m.number == one {
				singles++
				own[w.paragraph(m.first)] = true
			} else {
				plurals++
			}
		}
	}
	first, ofYou, asked := -1, 0, 0
	for p := range w.text.Paragraphs {
		if !w.isQuestion(p, you[p], own[p]) {
			continue
		}
		questions[p] = true
		asked++
		if you[p] {
			ofYou++
			if first < 0 {
				first = p
			}
		}
	}
	if ofYou == 0 || singles+plurals == 0 || len(w.text.Turns) > 0 {
		return interview{}
	}
	who, said := w.interviewed(first, singles == 0)
	if !said && (asked < fewestQuestions || ofYou < fewestOfYou) {
		return interview{}
	}
	return interview{who, questions}
}

// isQuestion reports whether paragraph p asks: it ends in a question mark, or it
// says "you" and not "I" and holds one, begins like one or is a short remark
// about "you".
func (w *world) isQuestion(p int, you, own bool) bool {
	para := w.text.Paragraphs[p]
	from, to := w.text.Sentences[para.First].First, w.text.Sentences[para.Last-1].Last
	if to-from > longestQuestion || w.text.Tokens[to-1].Quote >= 0 {
		return false
	}
	if w.text.Word(to-1) == "?" {
		return true
	}
	if !you || own {
		return false
	}
	for k := para.First; k < para.Last; k++ {
		if w.text.Word(w.text.Sentences[k].Last-1) == "?" {
			return true
		}
	}
	opener := w.text.Lower(from)
	return to-from <= longestRemark && (opener == "you" || opener == "your" || opener == "how" || opener == "what" || opener == "why" || opener == "where" || opener == "when")
}

// interviewed returns the one who is said to be interviewed before paragraph p,
// or else the person named most before it. If they answer as a group, a group is
// preferred. It tells whether the text says so.
func (w *world) interviewed(p int, group bool) (who *mention, said bool) {
	var best, told *mention
	for _, m := range w.mentions {
		if w.paragraph(m.first) >= p {
			break
		}
		if m.form == model.Pronoun && (m.person != 3 || !m.chain.firm || m.chain.kind != model.Person) || m.quote >= 0 {
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

// answerers gives the turns that are labelled as answers, "A:" after "Q:", to the one
// who is interviewed.
func (w *world) answerers(labels []*mention) {
	for _, m := range labels {
		if m == nil || len(m.words) != 1 || m.words[0] != "a" && m.words[0] != "answer" {
			continue
		}
		if who, _ := w.interviewed(w.paragraph(m.first), false); who != nil {
			w.join(m, who, "the one interviewed", .7)
		}
		return // all answers are one chain
	}
}

// talkedTo reports whether m is the object of an interview: interviewed m, spoke
// with m, an interview with m, interviewed one of m; or its subject: m tells the
// paper, m interviewed by the paper.
func (w *world) talkedTo(m *mention) bool {
	tok := w.text.Tokens[m.head]
	h := int(tok.Head)
	with := false
	for i := int(w.left[m.head]); i < m.first; i++ {
		with = with || w.text.Lower(i) == "with" || w.text.Lower(i) == "to"
	}
	if m.first > 0 && w.lemma(m.first-1) == "interview" && w.text.Lower(m.first-1) != "interview" && w.text.Tokens[m.first-1].Sentence == tok.Sentence {
		return true // a headline: the paper interviews m
	}
	if next := m.last; next+1 < len(w.text.Tokens) && w.text.Tokens[next].Sentence == tok.Sentence {
		if by := w.text.Lower(next + 1); w.text.Lower(next) == "interviewed" && by == "by" || w.paragraph(m.first) == 0 && telling[w.text.Lower(next)] {
			return true
		}
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

// telling are the verbs in the headline of an interview.
var telling = set("tells", "talks", "speaks", "answers", "discusses", "explains", "chats", "opens")

// talking are the verbs and nouns for what is done with the one interviewed.
var talking = set("interview", "speak", "talk", "chat", "q&a", "converse", "conversation", "sit", "catch")
