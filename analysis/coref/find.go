package coref

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// findMentions finds all mentions of the text, puts them in order, and gives
// each a chain of its own.
func findMentions(w *world) {
	findLabels(w)
	findNames(w)
	findDemonyms(w)
	findNominals(w)
	findPronouns(w)
	w.order()
	findPairs(w)
	findSeries(w)
	w.order()
	for i, m := range w.mentions {
		tok := w.text.Tokens[m.head]
		m.index, m.sentence, m.quote = i, int(tok.Sentence), int(tok.Quote)
		if m.pair {
			tok = w.text.Tokens[m.site]
		} else {
			m.site = m.head
			for n := m.first; n < m.last && m.form == model.Name && m.holds(int(w.text.Tokens[m.site].Head)); n++ {
				m.site = int(w.text.Tokens[m.site].Head) // the coach in coach Ana Ruiz
			}
			tok = w.text.Tokens[m.site]
		}
		m.subject = tok.Rel.Base() == syntax.Nsubj
		m.speaks = w.speaks(m.site)
		newChain(m)
	}
}

// order puts the mentions in text order, longer ones first, and fills world.at.
func (w *world) order() {
	slices.SortStableFunc(w.mentions, func(a, b *mention) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return b.last - a.last
	})
	w.atHeads()
}

// add makes a mention of the tokens [first, last), unless its head carries one
// already.
func (w *world) add(m mention) *mention {
	if w.at[m.head] >= 0 || m.first >= m.last {
		return nil
	}
	w.at[m.head] = 0 // marks it as taken; put right by atHeads
	w.mentions = append(w.mentions, &m)
	return &m
}

// atHeads fills world.at once the mentions are in order.
func (w *world) atHeads() {
	for i, m := range w.mentions {
		w.at[m.head] = int32(i)
	}
}

// mentionAt returns the mention that token i heads, or nil.
func (w *world) mentionAt(i int) *mention {
	if i < 0 || w.at[i] < 0 {
		return nil
	}
	return w.mentions[w.at[i]]
}

// isMainSubject reports whether o is the subject of the main verb of its sentence.
func (w *world) isMainSubject(o *mention) bool {
	return o.subject && w.text.IsRoot(int(w.text.Tokens[o.site].Head))
}

// speaks reports whether token i is the subject of a verb of saying, or whether
// the text says something according to it.
func (w *world) speaks(i int) bool {
	tok := w.text.Tokens[i]
	switch tok.Rel.Base() {
	case syntax.Nsubj:
		h := int(tok.Head)
		if c := w.kid(i, syntax.Case); c >= 0 && w.text.Tokens[c].Tag == syntax.TagPOS {
			return false // Amnesty's Ana Ruiz said
		}
		return tok.Rel != syntax.NsubjPass && w.text.Tokens[h].Pos == syntax.VERB && saying.Has(w.lemma(h))
	case syntax.Conj:
		return int(tok.Head) < i && w.speaks(int(tok.Head))
	case syntax.Obl, syntax.Nmod:
		c := w.kid(i, syntax.Case)
		return c >= 0 && w.text.Lower(c) == "according"
	}
	return false
}

// leftEdge returns where the noun phrase of head i begins: before the modifiers
// that stand directly before it, without prepositions and conjunctions.
func (w *world) leftEdge(i int) int {
	first := i
	for n := len(w.kids[i]) - 1; n >= 0; n-- {
		k := int(w.kids[i][n])
		if k >= i || int(w.right[k]) != first {
			continue
		}
		switch w.text.Tokens[k].Rel {
		case syntax.Det, syntax.DetPredet, syntax.Amod, syntax.Compound, syntax.NmodPoss, syntax.Nummod, syntax.Flat, syntax.NmodDesc, syntax.Nmod, syntax.NmodUnmarked, syntax.CcPreconj:
			first = int(w.left[k])
		case syntax.Advmod, syntax.Punct:
			if w.text.Tokens[k].Tag == syntax.TagHYPH || w.text.Tokens[k].Tag == syntax.TagOpenQuote {
				first = int(w.left[k])
			} else {
				return w.trimLeft(first, i)
			}
		default:
			return w.trimLeft(first, i)
		}
		if i-first > 14 {
			return i
		}
	}
	return w.trimLeft(first, i)
}

// trimLeft drops what cannot begin a noun phrase, and all before a dash.
func (w *world) trimLeft(first, head int) int {
	for k := head - 1; k > first; k-- {
		if dashes[w.text.Word(k)] && !w.text.Glued(k-1) {
			first = k + 1
			break
		}
	}
	for first < head {
		if word := w.text.Lower(first + 1); w.text.Lower(first) == "at" && (word == "least" || word == "most") {
			return first
		}
		switch w.text.Tokens[first].Pos {
		case syntax.ADP, syntax.CCONJ, syntax.SCONJ, syntax.PUNCT, syntax.PART, syntax.VERB, syntax.AUX:
			if w.text.Tokens[first].Rel == syntax.Amod {
				return first
			}
			first++
		default:
			return first
		}
	}
	return first
}

// rightEdge returns where the noun phrase of head i ends: with the prepositional
// phrases after it, before relative clauses, appositives and conjuncts.
func (w *world) rightEdge(i int) int {
	last := i + 1
	for _, k := range w.kids[i] {
		if int(k) < i || w.charged(i, int(k)) {
			continue
		}
		rel := w.text.Tokens[k].Rel
		if int(w.left[k]) != last || rel != syntax.Nmod && rel != syntax.Flat && rel != syntax.Compound && rel != syntax.Fixed || int(w.right[k])-i > 20 || w.text.Tokens[last].Tag == syntax.TagComma {
			break
		}
		last = w.trimRight(last, int(w.right[k]))
	}
	return last
}

// charged reports whether the "of" phrase of token k tells what the object i is
// accused of, robbed of or told of, and is no part of it.
func (w *world) charged(i, k int) bool {
	as := w.kid(k, syntax.Case)
	return as >= 0 && w.text.Lower(as) == "of" && w.text.Tokens[i].Rel.Base() == syntax.Obj && ofVerbs[w.lemma(int(w.text.Tokens[i].Head))]
}

// ofVerbs take an object and then what it is of.
var ofVerbs = set("accuse", "acquit", "absolve", "assure", "clear", "convict", "convince", "cure", "deprive", "exonerate", "inform", "notify", "persuade", "relieve", "remind", "rid", "rob", "strip", "suspect", "warn")

// trimRight ends a prepositional phrase before its clauses, and before a name
// after a comma, as in "a spokesman for the bank, Ana Ruiz".
func (w *world) trimRight(from, last int) int {
	for k := from; k < last; k++ {
		switch rel := w.text.Tokens[k].Rel; {
		case w.text.Tokens[k].Tag == syntax.TagComma && k+1 < last && w.text.Tokens[k+1].Pos == syntax.PROPN && !w.joined(k, last):
			last = k
		case finite(w.text.Tokens[k].Tag):
			last = min(last, k)
		case rel == syntax.AclRelcl || rel == syntax.Acl || rel == syntax.Appos || rel == syntax.Parataxis:
			last = min(last, max(from, int(w.left[k])))
		}
	}
	for last > from && (w.text.Tokens[last-1].Pos == syntax.PUNCT && w.text.Word(last-1) != ")" || w.text.Tokens[last-1].Tag == syntax.TagPOS || w.text.Tokens[last-1].Tag == syntax.TagWP || w.text.Tokens[last-1].Tag == syntax.TagWDT) {
		last--
	}
	return last
}

// joined reports whether a conjunction stands in [first, last).
func (w *world) joined(first, last int) bool {
	for k := first; k < last; k++ {
		if w.text.Tokens[k].Pos == syntax.CCONJ {
			return true
		}
	}
	return false
}

// finite reports whether a tag is that of a verb with a subject.
func finite(t syntax.Tag) bool {
	return t == syntax.TagVBD || t == syntax.TagVBP || t == syntax.TagVBZ || t == syntax.TagMD
}

// genderOfWords returns the gender that titles and nouns of a phrase tell.
func genderOfWords(words []string) gender {
	for _, x := range words {
		if g := titles()[x]; g != anyGender {
			return g
		}
		if g := nouns()[x].gender; g != anyGender {
			return g
		}
	}
	return anyGender
}

func (w *world) isCapital(i int) bool {
	word := w.text.Word(i)
	return word != "" && strings.ToLower(word[:1]) != word[:1]
}

// kindOfNoun returns what a noun names, by itself or with the word before it.
func (w *world) kindOfNoun(i int) (noun, bool) {
	lemma := w.lemma(i)
	if i > 0 && w.text.Tokens[i-1].Sentence == w.text.Tokens[i].Sentence {
		if n, ok := nouns()[w.text.Lower(i-1)+" "+lemma]; ok {
			return n, true
		}
	}
	if n, ok := nouns()[lemma]; ok {
		return n, true
	}
	if n, ok := nouns()[w.text.Lower(i)]; ok {
		return n, true
	}
	if k := strings.LastIndexByte(lemma, '-'); k >= 0 {
		if n, ok := nouns()[lemma[k+1:]]; ok {
			return n, true
		}
	}
	for _, suffix := range []string{"woman", "man", "person"} {
		if len(lemma) > len(suffix)+2 && strings.HasSuffix(lemma, suffix) {
			return noun{model.Person, nouns()[suffix].gender}, true
		}
	}
	if len(lemma) > 6 && (strings.HasSuffix(lemma, "ist") || strings.HasSuffix(lemma, "ologist")) {
		return noun{model.Person, anyGender}, true
	}
	return noun{}, false
}
