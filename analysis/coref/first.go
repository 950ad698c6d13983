package coref

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A voice is whoever says "I" in some stretch of text, and "we" with others.
type voice struct {
	one, many *mention // the first "I" and the first "we"
}

// join adds the pronoun m to the voice.
func (v *voice) join(w *world, m *mention, rule string) {
	own := &v.one
	if m.number == many {
		own = &v.many
	}
	if *own == nil {
		*own = m
		return
	}
	w.join(m, *own, rule, .6)
}

// firstPersons gives "I" and "we" to the speaker of the quotation or turn that
// they stand in; "we" to the body that the speaker stands for, if it is known.
// Outside of all quotations they are the author's, or in an interview those of
// the one interviewed. "You" is whoever is spoken to.
func firstPersons(w *world, rule string) {
	labels := w.labels()
	w.answerers(labels)
	talk := w.findInterview()
	var author, asker voice
	quoted := make([]voice, len(w.text.Quotes)) // of quotations whose speaker is not known
	labelled := map[*chain]*voice{}             // of turns, by their speakers
	turn := 0
	for _, m := range w.mentions {
		if m.form != model.Pronoun || m.person != 1 && m.person != 2 {
			continue
		}
		for turn < len(w.text.Turns) && w.text.Turns[turn].Last <= m.first {
			turn++
		}
		inTurn := m.quote < 0 && turn < len(w.text.Turns) && w.text.Turns[turn].First <= m.first
		asked := m.quote < 0 && !inTurn && talk.asks(w.paragraph(m.first))
		switch {
		case m.person == 2:
			var o *mention
			if inTurn {
				o = addressed(labels, turn)
			}
			if o == nil && asked {
				o = talk.who
			}
			if o == nil {
				o = w.calledUpon(m)
			}
			if o == nil && m.quote >= 0 {
				o = w.told(m)
			}
			if o != nil {
				w.join(m, o, "the one spoken to", .6)
			}
		case inTurn && labels[turn] != nil:
			who := labels[turn]
			if m.number == one {
				w.join(m, who, "speaker of the turn", .9)
			} else if body := w.standsFor(who); body != nil {
				w.join(m, body, "the speaker's side", .5)
			} else {
				if labelled[who.chain] == nil {
					labelled[who.chain] = new(voice)
				}
				labelled[who.chain].join(w, m, "the speaker's side")
			}
		case m.quote >= 0 && w.speakers[m.quote] != nil:
			who := w.speakers[m.quote]
			if m.number == many {
				w.ours(m, who, rule)
			} else if k := who.chain.kind; k == model.Paper {
				if o := w.sender(who); o != nil {
					w.join(m, o, rule, .7)
				}
			} else if k == model.Person || k == model.UnknownActor || who.form == model.Name {
				w.join(m, who, rule, .8)
			}
		case m.quote >= 0:
			quoted[m.quote].join(w, m, rule)
		case asked:
			asker.join(w, m, "the one who asks")
		case !talk.found() && w.signed(m) != nil:
			if m.number == one {
				w.join(m, w.signed(m), "signed below", .7)
			}
		default:
			author.join(w, m, "the author")
		}
	}
	w.settleAuthor(&author, talk)
}

// ours gives "we" to the body that the speaker stands for, or else to the
// speaker.
func (w *world) ours(m, who *mention, rule string) {
	body := w.ownCountry(m)
	if body == nil {
		body = w.standsFor(who)
	}
	if body == nil {
		body = w.crowdBefore(m, who)
	}
	if body == nil {
		body = w.bodyOfRole(m, who)
	}
	if body != nil {
		w.join(m, body, "the speaker's side", .5)
		return
	}
	w.join(m, who, rule, .8)
}

// crowdBefore returns the people heard just before the quotation around the "we" m,
// if its speaker is a private person who may be one of them: Parents say they are
// angry. "We knew nothing," said Ana Ruiz, a mother of two.
func (w *world) crowdBefore(m, who *mention) *mention {
	private := slices.ContainsFunc(who.chain.some(chainLook), func(x *mention) bool {
		return x.form == model.Nominal && x.reach == indefinite && x.number == one
	})
	if !private {
		return nil
	}
	first := w.text.Quotes[m.quote].First
	for k := m.index - 1; k >= 0 && w.paragraph(first)-w.paragraph(w.mentions[k].first) <= 1; k-- {
		o := w.mentions[k]
		if o.quote < 0 && o.last <= first && !o.pair && o.subject && o.chain.kind == model.Group && o.chain.number == many && o.reach != unbound && o.speaks {
			return o
		}
	}
	return nil
}

// addressed returns the label of the next turn of somebody else, or else of the
// one before: whoever a turn is spoken to.
func addressed(labels []*mention, turn int) *mention {
	me := labels[turn]
	for _, t := range []int{turn + 1, turn - 1} {
		if t >= 0 && t < len(labels) && labels[t] != nil && me != nil && labels[t].chain != me.chain {
			return labels[t]
		}
	}
	return nil
}

// calledTokens is how far from "you" the name may stand that calls upon
// somebody.
const calledTokens = 24

// calledUpon returns the one whom the "you" m means because the same voice calls
// upon them near it: thank you, Mr. President.
func (w *world) calledUpon(m *mention) *mention {
	for k := m.index + 1; k < len(w.mentions) && w.mentions[k].sentence == m.sentence && w.mentions[k].first-m.first <= calledTokens; k++ {
		if o := w.mentions[k]; w.vocative(o, m) {
			return o
		}
	}
	for k := m.index - 1; k >= 0 && m.first-w.mentions[k].first <= 2*calledTokens && w.paragraph(w.mentions[k].first) == w.paragraph(m.first); k-- {
		if o := w.mentions[k]; w.vocative(o, m) {
			return o
		}
	}
	return nil
}

// vocative reports whether o calls upon a person in the voice of m.
func (w *world) vocative(o, m *mention) bool {
	return o.form != model.Pronoun && o.number != many && o.quote == m.quote && w.text.Tokens[o.head].Rel == syntax.Vocative
}

// labels returns the mention in the label of each turn.
func (w *world) labels() []*mention {
	of := make([]*mention, len(w.text.Turns))
	k := 0
	for t, turn := range w.text.Turns {
		for k < len(w.mentions) && w.span(w.mentions[k]).End <= turn.Label.Start {
			k++
		}
		if k < len(w.mentions) && turn.Label.Len() > 0 && w.span(w.mentions[k]).Overlaps(turn.Label) {
			of[t] = w.mentions[k]
		}
	}
	return of
}
