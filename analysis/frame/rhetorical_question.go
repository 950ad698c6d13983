package frame

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// rhetoricalQuestion finds questions that are put to nobody who answers: not
// those of an interviewer (the next turn is somebody else's), nor those that a
// claim reports as asked, nor headlines.
func rhetoricalQuestion(p *page) (hits []hit) {
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
		if c != nil && c.Stance == model.Ask || p.asksSomebody(n) {
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

// asksSomebody reports whether the question of sentence n ends the turn of an
// interviewer, or a paragraph that is nothing but questions.
func (p *page) asksSomebody(n int) bool {
	s := p.Sentences[n]
	para := p.Paragraphs[s.Paragraph]
	for i, t := range p.Text.Turns {
		if t.First <= s.First && s.Last <= t.Last {
			return i+1 < len(p.Text.Turns) && n == para.Last-1 && s.Last >= t.Last-1
		}
	}
	return n == para.Last-1 && n == para.First && p.Tokens[s.First].Quote < 0
}
