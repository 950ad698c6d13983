package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// Who wrote or spoke the whole of a text is told by what stands around it: a
// byline, a heading such as "Remarks by Ana Ruiz", or a name alone at its end.

// fewestOwn is how often an author says "I" or "we" before the text is taken for
// a speech, a letter or an interview rather than a report.
const fewestOwn = 3

// settleAuthor joins the voice of the text to the one interviewed or to its
// author, and its "we" to those who are meant.
func (w *world) settleAuthor(v *voice, talk interview) {
	who := talk.who
	if who == nil && v.one != nil && len(v.one.chain.mentions) >= fewestOwn {
		who = w.author(v.one.index)
	}
	if who != nil && v.one != nil {
		rule := "the author"
		if talk.who != nil {
			rule = "the one interviewed"
		}
		w.join(v.one, who, rule, .6)
	}
	if v.many == nil || v.many.chain.firm || len(v.many.chain.mentions) < fewestOwn {
		return
	}
	if side := w.together(who, v); side != nil {
		w.join(v.many, side, "the speaker's side", .5)
	}
}

// together returns those whom "we" means: who itself if it is many, who and
// those who go along, or the side of who.
func (w *world) together(who *mention, v *voice) *mention {
	if who == nil {
		if v.one != nil {
			if pair := w.company(v.one.chain); pair != nil && pair.index < v.many.index {
				return pair
			}
		}
		return w.ownSide()
	}
	if who.chain.kind != model.Person || who.chain.number == many {
		return who
	}
	if pair := w.company(who.chain); pair != nil {
		return pair
	}
	if side := w.ownSide(); side != nil {
		return side
	}
	return w.standsFor(who)
}

// company returns the first pair of which one is c: Ruiz and colleagues, my wife
// and I.
func (w *world) company(c *chain) *mention {
	for _, m := range w.mentions {
		if !m.pair {
			continue
		}
		for k := m.index + 1; k < len(w.mentions) && w.mentions[k].first < m.last; k++ {
			if w.mentions[k].chain == c && (w.mentions[k].first == m.first || w.mentions[k].last == m.last) {
				return m
			}
		}
	}
	return nil
}

// addresses are the nouns for a text in somebody's own voice.
var addresses = set("speech", "remark", "address", "statement", "testimony", "lecture", "letter", "message", "keynote", "sermon", "eulogy", "column", "essay", "op-ed", "memoir", "diary")

// author returns the one who says "I" from the mention with that index on.
func (w *world) author(index int) *mention {
	for _, m := range w.mentions {
		if m.kind != model.Person || m.form != model.Name || m.quote >= 0 {
			continue
		}
		para := w.text.Paragraphs[w.paragraph(m.first)]
		if w.text.Doc.Blocks()[para.Block].Kind == model.Byline && m.index < index {
			return m
		}
		if m.index < index && w.paragraph(m.first) != w.paragraph(w.mentions[index].first) && w.delivers(m) {
			return m
		}
		if m.index > index && w.paragraph(m.first) == len(w.text.Paragraphs)-1 && w.alone(m) {
			return m
		}
	}
	return nil
}

// delivers reports whether a speech or letter is said to be m's: Ruiz's address,
// remarks by Ruiz, Ruiz spoke.
func (w *world) delivers(m *mention) bool {
	tok := w.text.Tokens[m.head]
	h := int(tok.Head)
	for n := 0; n < 2 && w.text.Tokens[h].Rel == syntax.Compound; n++ {
		h = int(w.text.Tokens[h].Head)
	}
	switch tok.Rel.Base() {
	case syntax.NmodPoss.Base(), syntax.Compound, syntax.Nmod:
		if as := w.kid(m.head, syntax.Case); as >= 0 && tok.Rel == syntax.Nmod {
			if c := w.text.Lower(as); c != "by" && c != "of" && c != "from" {
				return false
			}
		}
		return addresses[w.lemma(h)]
	case syntax.Nsubj:
		if o := w.kid(h, syntax.Obj); o >= 0 && addresses[w.lemma(o)] {
			return true
		}
	}
	return false
}

// alone reports whether nothing but m stands in its paragraph.
func (w *world) alone(m *mention) bool {
	para := w.text.Paragraphs[w.paragraph(m.first)]
	first, last := w.text.Sentences[para.First].First, w.text.Sentences[para.Last-1].Last
	return m.first-first <= 1 && last-m.last <= 1
}

// longestSignature is how many tokens a name at the end of a paragraph may have.
const longestSignature = 6

// signed returns the person whose name alone ends the paragraph of m after a full
// stop, as it does a quotation set apart: I was told to leave. Ana Ruiz
func (w *world) signed(m *mention) *mention {
	last := w.text.Sentences[w.text.Paragraphs[w.paragraph(m.first)].Last-1].Last
	for i := last - 1; i > max(m.first, last-longestSignature); i-- {
		o := w.mentionAt(i)
		if o == nil || o.form != model.Name || o.kind != model.Person || o.first <= m.first || last-o.last > 1 {
			continue
		}
		switch w.text.Word(o.first - 1) {
		case ".", "!", "?", "—", "–", "”", "\"":
			return o
		}
	}
	return nil
}
