package frame

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// openers begin a question that is meant to be answered one way.
var openers = " why who whose what where how whither isn't aren't wasn't weren't don't doesn't didn't won't wouldn't shouldn't can't couldn't hasn't haven't is are do does did can could would should will has have if so "

// rhetoricalQuestion finds questions that are put to nobody who answers: not
// those of an interviewer, nor those that a claim reports as asked, nor
// headlines. The report begins with the question: a quotation that opens inside
// the sentence, or the words after its last colon.
func rhetoricalQuestion(p *page) (hits []hit) {
	interview := p.interview()
	for n, s := range p.Sentences {
		last := s.Last
		for last > s.First+1 && p.Tokens[last-1].Tag == syntax.TagCloseQuote {
			last--
		}
		if p.Word(last-1) != "?" || last-s.First < 3 || p.Doc.Blocks()[p.Paragraphs[s.Paragraph].Block].Kind == model.Headline {
			continue
		}
		first := p.questionStart(s.First, last)
		if last-first < 3 || last-first > 40 || p.asksSomebody(n, interview) {
			continue
		}
		h := hit{first: first, last: last, head: first, words: []int{last - 1}, rule: "rhetorical-question", why: "asked of nobody who answers"}
		c, _ := p.whose(&h, false)
		switch {
		case c != nil && c.Stance == model.Ask || p.askedBy(last, s):
			continue
		case !strings.Contains(openers, " "+p.openingWord(first)+" "):
			h.tier = model.Minor
		case p.forms[first+1] == "you" && (p.forms[first] == "do" || p.forms[first] == "did"): // puts it to somebody
			h.tier = model.Minor
		case p.forms[first+1] == "there": // is there, are there: wants to know
			h.tier = model.Minor
		case p.Tokens[last-1].Quote >= 0 && first > s.First+1:
			h.tier = model.Minor
		}
		hits = append(hits, h)
	}
	return hits
}

// questionStart returns where the question begins that ends at last.
func (p *page) questionStart(first, last int) int {
	start := first
	for k := first; k < last-3; k++ {
		if t := p.Tokens[k]; t.Tag == syntax.TagOpenQuote || p.forms[k] == ":" || p.forms[k] == "—" {
			start = k + 1
		}
		if t := p.Tokens[k+1].Tag; (t == syntax.TagWRB || t == syntax.TagWP) && (p.forms[k] == "," && p.Tokens[first].Pos == syntax.SCONJ || p.lemmas[k] == "be" && k > first && p.lemmas[k-1] == "question") {
			start = k + 1 // if they knew, why did they wait?
		}
	}
	for start < last-2 && (p.Tokens[start].Pos == syntax.PUNCT || p.Tokens[start].Pos == syntax.CCONJ) {
		start++
	}
	return start
}

// openingWord returns the written word that begins at token i.
func (p *page) openingWord(i int) string {
	w := p.forms[i]
	for i++; i < len(p.Tokens) && p.Tokens[i].Start == p.Tokens[i-1].End && p.Tokens[i].Pos != syntax.PUNCT; i++ {
		w += p.forms[i]
	}
	return w
}

// askedBy reports whether "asked" stands in the sentence, or right after it.
func (p *page) askedBy(last int, s syntax.Sentence) bool {
	for k := s.First; k < min(len(p.Tokens), s.Last+6); k++ {
		if l := p.lemmas[k]; (k < last-3 || k >= last) && p.Tokens[k].Pos == syntax.VERB && (l == "ask" || l == "wonder" && p.forms[max(k-1, 0)] != "any" && p.forms[max(k-1, 0)] != "no" || l == "inquire") {
			return true
		}
	}
	return false
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
