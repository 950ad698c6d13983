package coref

import (
	"slices"
	"strings"

	"lectern/model"
)

// firstPersons gives "I" and "we" to the speaker of the quotation or turn that
// they stand in; "we" to the body that the speaker stands for, if it is known.
// Outside of all quotations they are the author's.
func firstPersons(w *world, rule string) {
	turn := 0
	labels := w.labels()
	var author, authors *mention
	for _, m := range w.mentions {
		if m.form != model.Pronoun || m.person != 1 && m.person != 2 {
			continue
		}
		for turn < len(w.text.Turns) && w.text.Turns[turn].Last <= m.first {
			turn++
		}
		var who *mention
		switch {
		case m.person == 2:
			if turn < len(w.text.Turns) && w.text.Turns[turn].First <= m.first && m.quote < 0 {
				if o := addressed(labels, turn); o != nil {
					w.join(m, o, "the one spoken to", .6)
				}
			}
			continue
		case m.quote >= 0:
			who = w.speakers[m.quote]
		case turn < len(w.text.Turns) && w.text.Turns[turn].First <= m.first:
			who = labels[turn]
			rule := "speaker of the turn"
			if who != nil && m.number == one {
				w.join(m, who, rule, .9)
				continue
			}
		}
		if who == nil {
			if m.quote >= 0 {
				continue
			}
			own := &author
			if m.number == many {
				own = &authors
			}
			if *own != nil {
				w.join(m, *own, "the author", .6)
			} else {
				*own = m
			}
			continue
		}
		if m.number == many {
			if body := w.standsFor(who); body != nil {
				w.join(m, body, "the speaker's side", .5)
				continue
			}
		} else if who.chain.kind != model.Person && who.chain.kind != model.UnknownActor && who.form != model.Name {
			continue
		}
		w.join(m, who, rule, .8)
	}
	w.interviewee(author)
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
		if m.form == model.Nominal && offices[m.words[0]] || m.form == model.Name && slices.ContainsFunc(strings.Fields(m.title), func(x string) bool { return offices[x] }) {
			return w.foremost(who.index + 1)
		}
	}
	return nil
}

// offices are those whose holders say "we" of their country.
var offices = set("minister", "president", "premier", "chancellor", "ambassador", "secretary", "king", "queen", "emir", "sultan", "envoy")

// interviewee joins an author who says "I" in an article that introduces an
// interview to the person who is introduced.
func (w *world) interviewee(author *mention) {
	if author == nil || len(author.chain.mentions) < 3 {
		return
	}
	asked := false
	for _, m := range w.mentions {
		if m.person == 2 && m.quote < 0 && w.text.Word(w.text.SentenceOf(m.first).Last-1) == "?" {
			asked = true
		}
	}
	if !asked {
		return
	}
	var best *mention
	for _, m := range w.mentions {
		if m.index > author.index {
			break
		}
		if m.form == model.Name && m.kind == model.Person && (best == nil || len(m.chain.mentions) > len(best.chain.mentions)) {
			best = m
		}
	}
	if best == nil {
		return
	}
	w.join(author, best, "the one interviewed", .6)
	for _, m := range w.mentions {
		if m.person == 2 && m.quote < 0 && m.index > best.index && w.text.Word(w.text.SentenceOf(m.first).Last-1) == "?" {
			w.join(m, best, "the one interviewed", .6)
		}
	}
}
