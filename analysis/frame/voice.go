package frame

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// whose returns the claim or the turn in whose content most of the span's words
// stand; neither, and it is the narrator's. A denial that begins with the
// claim's cue is the source's, since what it denies is.
func (p *page) whose(h *hit, denial bool) (*model.Claim, *model.Turn) {
	words := 0
	for k := h.first; k < h.last; k++ {
		if p.Tokens[k].Pos != syntax.PUNCT {
			words++
		}
	}
	inside := func(content []model.Span) int {
		n := 0
		for k := h.first; k < h.last; k++ {
			if p.Tokens[k].Pos != syntax.PUNCT && covered(content, p.Tokens[k].Span) {
				n++
			}
		}
		return n
	}
	span := p.Span(h.first, h.last)
	for _, c := range p.about[p.SentenceOf(h.first).Paragraph] {
		if p.nobodys(c) {
			continue
		}
		if 2*inside(c.Content) > words && (denial || !told(c, span)) {
			return c, nil
		}
		if denial && len(c.Cue) > 0 && c.Cue[0].Overlaps(span) && 2*(inside(c.Content)+inside(c.Cue)) > words {
			return c, nil
		}
	}
	for _, t := range p.turns {
		if 2*inside(t.Content) > words {
			return nil, t
		}
	}
	if c := p.quoted(h); c != nil {
		return c, nil
	}
	if c := p.goesOn(h); c != nil {
		return c, nil
	}
	return p.announced(h), nil
}

// nobodys reports whether the claim has nobody whose words it could hold: what
// appears or seems to be so, and what a situation or an event underscores, is the
// narrator's to say.
func (p *page) nobodys(c *model.Claim) bool {
	if len(c.Cue) == 0 || c.Mode == model.Direct {
		return false
	}
	if len(c.Source) == 0 {
		first, last := p.tokens(c.Cue[0])
		for k := first; k < last; k++ {
			if p.lemmas[k] == "appear" || p.lemmas[k] == "seem" {
				return true
			}
		}
		return false
	}
	first, last := p.tokens(c.Source[0])
	return first < last && !p.holdsName(first, last) && speakingThings.Has(p.lemmas[p.headOf(first, last)])
}

// goesOn returns the claim whose content a semicolon before h carries on: she
// said that the dam was safe; the town had nothing to fear.
func (p *page) goesOn(h *hit) *model.Claim {
	s := p.SentenceOf(h.first)
	for _, c := range p.about[s.Paragraph] {
		if c.Mode == model.Direct || len(c.Content) == 0 || len(c.Cue) == 0 || len(c.Source) == 0 || c.Cue[0].Start > c.Content[0].Start || p.nobodys(c) {
			continue
		}
		_, end := p.tokens(c.Content[len(c.Content)-1])
		if end > s.First && end <= h.first && p.forms[end] == ";" && p.Tokens[end].Sentence == p.Tokens[h.first].Sentence {
			return c
		}
	}
	return nil
}

// ascribing reports whether h is a hedge by which a reporter leaves a statement
// with its speaker: in her view. Outside of quotation marks it is the reporter's.
func (p *page) ascribing(h *hit) bool {
	if p.forms[h.first] != "in" || p.Tokens[h.first].Quote >= 0 {
		return false
	}
	switch p.forms[h.first+1] {
	case "his", "her", "their", "its":
		return true
	}
	return false
}

// told reports whether the span holds the claim's source and cue and, before the
// cue, none of its content: although a poll found that few agree is the narrator's concession.
func told(c *model.Claim, span model.Span) bool {
	if len(c.Cue) == 0 || len(c.Source) == 0 || !span.Covers(c.Cue[0]) || !span.Covers(c.Source[0]) {
		return false
	}
	for _, s := range c.Content {
		if s.Start < c.Cue[0].Start {
			return false
		}
	}
	return true
}

// announced returns the claim that a colon at the end of the paragraph before
// brings h in with: the firm answered the charges, and below stands its answer.
func (p *page) announced(h *hit) *model.Claim {
	n := p.SentenceOf(h.first).Paragraph
	if n == 0 {
		return nil
	}
	before := p.Paragraphs[n-1]
	last := p.Sentences[before.Last-1]
	if p.forms[last.Last-1] != ":" {
		return nil
	}
	span := p.Span(h.first, h.last)
	for _, c := range p.about[n] {
		if len(c.Cue) > 0 && c.Cue[0].Overlaps(span) {
			return nil // who writes it says how it is said
		}
	}
	for k := len(p.about[n-1]) - 1; k >= 0; k-- {
		c := p.about[n-1][k]
		if len(c.Source) > 0 && len(c.Cue) > 0 && c.Cue[0].Start >= p.Tokens[last.First].Start {
			return c
		}
	}
	return nil
}

// quoted returns the claim that a quotation without a cue of its own goes on
// with: the nearest before it in the paragraph, else after it, else the last
// before it. Short quotations are left to the narrator; nil if h is in none.
func (p *page) quoted(h *hit) (best *model.Claim) {
	q := int(p.Tokens[h.first].Quote)
	if q < 0 || q != int(p.Tokens[h.last-1].Quote) || p.Quotes[q].Last-p.Quotes[q].First < 8 {
		return nil
	}
	para := p.Paragraphs[p.SentenceOf(h.first).Paragraph]
	span := p.Span(p.Sentences[para.First].First, p.Sentences[para.Last-1].Last)
	var after *model.Claim
	for _, c := range p.claims {
		at := c.Content
		if len(c.Cue) > 0 {
			at = c.Cue
		}
		if len(at) == 0 || len(c.Source) == 0 {
			continue
		}
		switch {
		case at[0].Start < p.Tokens[h.first].Start:
			best = c
		case after == nil && span.Overlaps(at[0]):
			after = c
		}
	}
	if after != nil && (best == nil || len(best.Cue) > 0 && !span.Overlaps(best.Cue[0])) {
		return after
	}
	return best
}

// monologue reports whether one speaker has nine tenths of the page: a speech
// with its speaker's label is told by the speaker.
func (p *page) monologue() bool {
	said := 0
	for _, t := range p.turns {
		if len(t.Speakers) != 1 || t.Speakers[0] != p.turns[0].Speakers[0] {
			return false
		}
		for _, s := range t.Content {
			said += s.Len()
		}
	}
	return 10*said >= 9*p.Doc.Len()
}

func covered(spans []model.Span, s model.Span) bool {
	for _, c := range spans {
		if c.Covers(s) {
			return true
		}
	}
	return false
}
