package coref

import (
	"sort"

	"lectern/analysis/syntax"
	"lectern/model"
)

// What a pronoun and a candidate share beyond their two places: the words that
// govern them, and how much the text has just spoken of the candidate.

// A seen chain is one that was spoken of in the sentences before a pronoun.
type seen struct {
	chain *chain
	times int
}

// recentSentences is how many sentences back a chain is held to be present.
const recentSentences = 2

// countRecent fills world.recent for m.
func (w *world) countRecent(m *mention) {
	w.recent = w.recent[:0]
next:
	for k := m.index - 1; k >= 0 && m.sentence-w.mentions[k].sentence <= recentSentences; k-- {
		for i := range w.recent {
			if w.recent[i].chain == w.mentions[k].chain {
				w.recent[i].times++
				continue next
			}
		}
		w.recent = append(w.recent, seen{w.mentions[k].chain, 1})
	}
}

// ofContext adds what the surroundings of m and o tell.
func (w *world) ofContext(out []feature, m, o *mention) []feature {
	out = append(out, w.relating(m, w.asPlaced(o.site)))
	for _, r := range w.recent {
		if r.chain == o.chain {
			switch {
			case r.times > 3:
				out = append(out, recent4)
			case r.times > 1:
				out = append(out, recent2)
			default:
				out = append(out, recent1)
			}
		}
	}
	if m.speaks {
		out = append(out, speakingSomebody)
	}
	a, b := w.text.Tokens[m.head], w.text.Tokens[o.site]
	if h, g := int(a.Head), int(b.Head); h != m.head && g != o.site {
		if h != g && w.lemma(h) == w.lemma(g) {
			if m.possessive {
				if isPossessive(b.Rel) || b.Rel == syntax.Nmod {
					out = append(out, sameOwned)
				}
			} else {
				out = append(out, sameVerb)
			}
		}
		if m.possessive && w.text.Tokens[h].Rel == syntax.Conj && int(w.text.Tokens[h].Head) == o.site {
			out = append(out, besideConjunct)
		}
	}
	if o.form == model.Nominal && o.reach == indefinite && (o.subject || b.Rel.Base() == syntax.Obj) {
		out = append(out, introduced)
	}
	if m.quote < 0 {
		if q := w.lastQuote(m); q >= 0 {
			if who := w.speakers[q]; who != nil && who != m && who.chain == o.chain {
				out = append(out, spokeLast)
			}
			if first := w.text.Quotes[q].First; m.speaks && o.subject && first < m.first && o.quote < 0 && o.first < first && int(w.text.Tokens[first].Sentence) == o.sentence+1 && w.paragraph(first) == w.paragraph(o.first) {
				out = append(out, besideQuotation)
			}
		}
	}
	if o.site == w.around || o.head == w.around {
		out = append(out, ownSubject)
		if o.form == model.Pronoun && o.person == 0 {
			out = append(out, ownWho)
		}
	}
	if w.firstIn(o) {
		out = append(out, firstOfSentence)
	}
	return w.near(out, m, o.head)
}

// subjectAround returns the subject of the innermost clause around m whose subject
// is not m itself, -1 if none has one.
func (w *world) subjectAround(m *mention) int {
	for i, n := m.head, 0; !w.text.IsRoot(i) && n < 12; n++ {
		i = int(w.text.Tokens[i].Head)
		if k := w.kid(i, syntax.Nsubj, syntax.NsubjPass); k >= 0 && k != m.head {
			return k
		}
	}
	return -1
}

// lastQuote returns the outer quotation that began last before m in its paragraph
// or the one before, -1 if none did.
func (w *world) lastQuote(m *mention) int {
	q := sort.Search(len(w.text.Quotes), func(i int) bool { return w.text.Quotes[i].First >= m.first }) - 1
	for q >= 0 && w.text.Quotes[q].Outer >= 0 {
		q--
	}
	if q < 0 || w.paragraph(m.first)-w.paragraph(w.text.Quotes[q].Last-1) > 1 {
		return -1
	}
	return q
}

// sentencesBetween returns how many sentences m stands after token i of a
// sentence. Those that are nothing but quotation do not count between two places
// outside of quotations.
func (w *world) sentencesBetween(m *mention, i, sentence int) int {
	if m.sentence <= sentence {
		return 0
	}
	if m.quote >= 0 || w.text.Tokens[i].Quote >= 0 {
		return m.sentence - sentence
	}
	return max(1, int(w.narrated[m.sentence]-w.narrated[sentence]))
}

// countNarrated fills world.narrated: for each sentence, how many up to it and with
// it hold something outside of quotations.
func (w *world) countNarrated() {
	w.narrated = make([]int32, len(w.text.Sentences))
	n := int32(0)
	for k, s := range w.text.Sentences {
		if w.text.Tokens[s.First].Quote < 0 || w.text.Tokens[s.Last-1].Quote < 0 {
			n++
		}
		w.narrated[k] = n
	}
}

// firstIn reports whether no mention stands before o in its sentence, but for a
// series that o begins.
func (w *world) firstIn(o *mention) bool {
	k := o.index - 1
	for k >= 0 && w.mentions[k].pair && w.mentions[k].first == o.first {
		k--
	}
	return k < 0 || w.mentions[k].sentence != o.sentence
}

// near adds how many tokens lie between m and token i.
func (w *world) near(out []feature, m *mention, i int) []feature {
	switch d := m.head - i; {
	case d < 0:
	case d < 5:
		out = append(out, closeBy)
	case d < 12:
		out = append(out, withinReach)
	case d < 25:
		out = append(out, fartherOff)
	}
	return out
}

// relating returns the feature of a candidate's place by that of m.
func (w *world) relating(m *mention, place feature) feature {
	as := 0
	switch {
	case m.possessive:
		as = 1
	case !m.subject:
		as = 2
	}
	return placed + (place-asSubject)*placesOfPronoun + feature(as)
}
