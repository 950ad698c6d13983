package frame

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// naming are the words after which a short quotation is a name or is
// mentioned, not used.
var naming = " call term dub name title entitle label say write add reply spell read mean word term phrase song film movie book album novel show series episode track single play poem slogan expression nickname hashtag as or "

// scareQuote finds quotations of one to three words that are a part of
// somebody's own sentence: not a title, not a name, not a word that is spoken
// of. A scrap of a source's words inside a claim may be no more than that, and
// is minor.
func scareQuote(p *page) (hits []hit) {
	for _, q := range p.Quotes {
		first, last := q.First+1, q.Last-1
		if !q.Closed || last <= first {
			continue
		}
		words := 0
		plainWords := true
		for k := first; k < last; k++ {
			switch t := p.Tokens[k]; {
			case t.Pos == syntax.PUNCT && (k == last-1 && p.Word(k) == "," || t.Tag == syntax.TagHYPH):
			case t.Pos == syntax.PUNCT || t.Pos == syntax.PROPN || t.Pos == syntax.PRON || t.Pos == syntax.INTJ || t.Pos == syntax.NUM || p.inName[k]:
				plainWords = false
			default:
				words++
				if w := p.Word(k); strings.ToLower(w) != w {
					plainWords = false
				}
			}
		}
		s := p.SentenceOf(q.First)
		before := q.First - 1
		if !plainWords || words < 1 || words > 3 || before >= s.First && strings.Contains(naming, " "+p.lemmas[before]+" ") || before < s.First && q.Last >= s.Last-1 {
			continue
		}
		if p.defined(q.Last) {
			continue
		}
		head := p.headOf(first, last)
		if g := int(p.Tokens[head].Head); p.Tokens[g].Pos == syntax.VERB && strings.Contains(naming, " "+p.lemmas[g]+" ") {
			continue
		}
		h := hit{first: q.First, last: q.Last, head: head, words: []int{first}, rule: "scare-quote", why: "in quotation marks, as somebody else's word"}
		if c, _ := p.whose(&h, false); words > 2 || words > 1 && p.reported(q.First) || c != nil && c.Mode != model.Direct {
			h.tier, h.weighed, h.stays = model.Minor, true, true
		}
		if p.mentioned(first, head) || !p.held(before, s.First) {
			h.tier, h.weighed = model.Minor, false
		}
		hits = append(hits, h)
	}
	return hits
}

// reported reports whether a claim's cue stands in the sentence of token i, so
// that the quotation may be a scrap of what its source said.
func (p *page) reported(i int) bool {
	s := p.SentenceOf(i)
	span := p.Span(s.First, s.Last)
	for _, c := range p.claims {
		for _, cue := range c.Cue {
			if span.Overlaps(cue) {
				return true
			}
		}
	}
	return false
}

// held reports whether token before, which stands before the quotation, opens the
// phrase that the quoted words stand in: the "reform", its "green" label. After a
// verb or a preposition they may be a scrap of what was said.
func (p *page) held(before, first int) bool {
	if before < first {
		return false
	}
	t := p.Tokens[before]
	switch t.Pos {
	case syntax.DET, syntax.ADJ, syntax.NOUN, syntax.PROPN, syntax.PART:
		return t.Tag != syntax.TagTO
	case syntax.PRON:
		return t.Rel == syntax.NmodPoss
	}
	return false
}

// mentioned reports whether the words from token first on, which hang on head, are
// rather spoken of than used: a letter, a question word, a finite verb, a phrase
// with a preposition.
func (p *page) mentioned(first, head int) bool {
	switch t := p.Tokens[first]; t.Pos {
	case syntax.ADP, syntax.ADV, syntax.SCONJ:
		return true
	}
	switch p.Tokens[head].Tag {
	case syntax.TagVB, syntax.TagVBD, syntax.TagVBP, syntax.TagVBZ, syntax.TagWRB:
		return true
	}
	return len(p.Word(head)) == 1
}

// defined reports whether token i goes on to say what the quoted word means.
func (p *page) defined(i int) bool {
	for k := i; k < min(i+2, len(p.Tokens)); k++ {
		switch p.lemmas[k] {
		case "mean", "define", "refer", "denote":
			return true
		}
	}
	return false
}
