package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// Who speaks in a quotation is settled properly when claims are attributed;
// pronouns need a guess before that. The guess goes by the nearest verb of
// saying around the quotation:
//
//	Ruiz said, "I am glad."        before, right beside it
//	"I am glad," said Ruiz.        after it, in the same paragraph
//	Ruiz said she was. ¶ "I am."   in the paragraph before
//	"I am glad." "It is over."     that of the quotation before
//
// and otherwise by who spoke last.

// How many tokens from a quotation its verb of saying may stand.
const (
	besideTokens = 4
	afterTokens  = 16
	beforeTokens = 40
	aboveTokens  = 60 // in the paragraph before
)

// findSpeakers fills world.speakers.
func (w *world) findSpeakers() {
	w.speakers = make([]*mention, len(w.text.Quotes))
	continues := make([]int, len(w.text.Quotes)) // the quotation that each one continues, and one
	for q, quote := range w.text.Quotes {
		if quote.Next >= 0 {
			continues[quote.Next] = q + 1
		}
	}
	for q, quote := range w.text.Quotes {
		switch before := w.verbBefore(quote.First); {
		case continues[q] > 0:
			w.speakers[q] = w.speakers[continues[q]-1]
		case quote.Outer >= 0:
			w.speakers[q] = w.quoteInside(q)
		case before != nil && quote.First-int(w.text.Tokens[before.head].Head) <= besideTokens:
			w.speakers[q] = before
		default:
			if after := w.verbAfter(quote.Last); after != nil {
				w.speakers[q] = after
			} else if before != nil {
				w.speakers[q] = before
			} else if above := w.sayerAbove(quote); above != nil {
				w.speakers[q] = above
			} else if q > 0 && w.paragraph(quote.First)-w.paragraph(w.text.Quotes[q-1].Last-1) <= 1 {
				w.speakers[q] = w.speakers[q-1]
			}
		}
	}
}

// sayerAbove returns the subject of the last verb of saying in the paragraph
// before that of a quotation which is a paragraph by itself.
func (w *world) sayerAbove(quote syntax.Quote) *mention {
	p := w.paragraph(quote.First)
	para := w.text.Paragraphs[p]
	if p == 0 || quote.First > w.text.Sentences[para.First].First || quote.Last < w.text.Sentences[para.Last-1].Last {
		return nil
	}
	above := w.text.Paragraphs[p-1]
	first, last := w.text.Sentences[above.First].First, w.text.Sentences[above.Last-1].Last
	for k := last - 1; k >= max(first, last-aboveTokens); k-- {
		if w.text.Tokens[k].Quote < 0 {
			if m := w.sayer(k); m != nil {
				return m
			}
		}
	}
	return nil
}

// quoteInside guesses the speaker of a quotation inside another.
func (w *world) quoteInside(q int) *mention {
	quote := w.text.Quotes[q]
	if m := w.verbBefore(quote.First); m != nil && m.quote == quote.Outer {
		return m
	}
	if quote.Last < len(w.text.Tokens) {
		return w.verbAfter(quote.Last)
	}
	return nil
}

func (w *world) paragraph(i int) int { return w.text.SentenceOf(i).Paragraph }

// verbAfter returns the subject of the first verb of saying soon after the
// quotation that ends before token i.
func (w *world) verbAfter(i int) *mention {
	if i == 0 {
		return nil
	}
	outer := w.outerAt(i)
	for k := i; k < min(len(w.text.Tokens), i+afterTokens) && w.paragraph(k) == w.paragraph(i-1); k++ {
		if tok := w.text.Tokens[k]; int(tok.Quote) != outer || k > i+1 && tok.Sentence != w.text.Tokens[i].Sentence {
			return nil
		}
		if m := w.sayer(k); m != nil {
			return m
		}
	}
	return w.behind(i)
}

// behind returns the one who is named right behind the quotation that ends with a comma
// before token i, whatever the tree makes of it: "I am glad," beamed Ruiz. "I am glad,"
// Ruiz, the mayor of Leeds and its member of parliament, said.
func (w *world) behind(i int) *mention {
	if i < 2 || i+1 >= len(w.text.Tokens) || w.text.Word(i-2) != "," && w.text.Word(i-1) != "," {
		return nil
	}
	sentence := w.text.Tokens[i].Sentence
	if w.text.Tokens[i-1].Sentence != sentence {
		return nil
	}
	if w.text.Tokens[i].Pos == syntax.VERB {
		return w.personFrom(i + 1)
	}
	who := w.personFrom(i)
	if who == nil {
		return nil
	}
	for k := who.last; k < min(len(w.text.Tokens), who.last+afterTokens) && w.text.Tokens[k].Sentence == sentence && w.text.Tokens[k].Quote < 0; k++ {
		if w.text.Tokens[k].Pos == syntax.VERB && (k == who.last || saying.Has(w.lemma(k))) {
			return who
		}
	}
	return nil
}

// personFrom returns the person whose mention begins with token i.
func (w *world) personFrom(i int) *mention {
	for k := i; k < min(len(w.at), i+2*titleTokens); k++ {
		if m := w.mentionAt(k); m != nil && m.first == i && (m.chain.kind == model.Person || m.form == model.Pronoun && m.person == 3) {
			return m
		}
	}
	return nil
}

// verbBefore returns the subject of the last verb of saying before token i in
// its sentence, or in the one before it in the paragraph.
func (w *world) verbBefore(i int) *mention {
	if i == 0 {
		return nil
	}
	outer := w.outerAt(i - 1)
	for k := i - 1; k >= max(0, i-beforeTokens) && w.paragraph(k) == w.paragraph(i) && w.text.Tokens[i].Sentence-w.text.Tokens[k].Sentence <= 1; k-- {
		if int(w.text.Tokens[k].Quote) != outer {
			continue
		}
		if m := w.sayer(k); m != nil {
			return m
		}
	}
	return nil
}

// outerAt returns the quotation around token i, -1 if none.
func (w *world) outerAt(i int) int {
	if i < len(w.text.Tokens) {
		return int(w.text.Tokens[i].Quote)
	}
	return -1
}

// mentionAround returns the mention that token i heads, or the name after it whose
// title it is: the coach in coach Ana Ruiz.
func (w *world) mentionAround(i int) *mention {
	if i < 0 {
		return nil
	}
	for k := i; k < min(len(w.at), i+titleTokens); k++ {
		if m := w.mentionAt(k); m != nil && (k == i || m.form == model.Name && m.holds(i)) {
			return m
		}
	}
	return nil
}

// titleTokens is how far behind its title a name may stand.
const titleTokens = 5

// sayer returns the subject of token k if it is a verb of saying, and the one
// according to whom something is said if k is that one.
func (w *world) sayer(k int) *mention {
	tok := w.text.Tokens[k]
	if tok.Pos == syntax.VERB && saying.Has(w.lemma(k)) {
		for v := k; ; v = int(w.text.Tokens[v].Head) {
			for _, s := range w.kids[v] {
				if w.text.Tokens[s].Rel != syntax.Nsubj {
					continue
				}
				if m := w.mentionAround(int(s)); m != nil && m.quote == int(tok.Quote) {
					return m // what is quoted does not say it
				}
			}
			if w.text.Tokens[v].Rel != syntax.Conj && w.text.Tokens[v].Rel != syntax.Advcl && w.text.Tokens[v].Rel != syntax.Xcomp || w.text.IsRoot(v) {
				return nil
			}
		}
	}
	if m := w.mentionAt(k); m != nil && m.form != model.Pronoun && w.speaks(k) && tok.Rel.Base() != syntax.Nsubj {
		return m
	}
	return nil
}
