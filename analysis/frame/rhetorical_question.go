package frame

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// rhetoricalQuestion finds questions that are put to nobody who answers: not
// those of an interviewer (the next turn is somebody else's), nor those that a
// claim reports as asked, nor headlines.
func rhetoricalQuestion(p *page) (hits []hit) {
	interview := p.interview()
	for n, s := range p.Sentences {
		last := s.Last
		for last > s.First+1 && p.Tokens[last-1].Tag == syntax.TagCloseQuote {
			last--
		}
		if p.Word(last-1) != "?" || last-s.First < 3 {
			continue
		}
		if b := p.Paragraphs[s.Paragraph].Block; p.Doc.Blocks()[b].Kind == model.Headline {
			continue
		}
		first := s.First
		for first < last-2 && (p.Tokens[first].Pos == syntax.PUNCT || p.Tokens[first].Pos == syntax.CCONJ) {
			first++
		}
		h := hit{first: first, last: last, head: first, words: []int{last - 1}, rule: "rhetorical-question", why: "asked of nobody who answers"}
		c, _ := p.whose(&h, false)
		if c != nil && c.Stance == model.Ask || p.asksSomebody(n, interview) {
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

// interview reports whether the page looks like questions and answers: three
// paragraphs or more that end in a question and are not quoted.
func (p *page) interview() bool {
	asked := 0
	for _, para := range p.Paragraphs {
		s := p.Sentences[para.Last-1]
		if p.Word(s.Last-1) == "?" && p.Tokens[s.Last-1].Quote < 0 {
			asked++
		}
	}
	return asked >= 3
}

// asksSomebody reports whether the question of sentence n is an interviewer's:
// at the end of a turn that another answers, or of a paragraph of questions.
func (p *page) asksSomebody(n int, interview bool) bool {
	s := p.Sentences[n]
	para := p.Paragraphs[s.Paragraph]
	for i, t := range p.Text.Turns {
		if t.First <= s.First && s.Last <= t.Last {
			return i+1 < len(p.Text.Turns) && n == para.Last-1 && s.Last >= t.Last-1
		}
	}
	return interview && p.Tokens[s.First].Quote < 0 && p.Word(p.Sentences[para.Last-1].Last-1) == "?"
}
