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
