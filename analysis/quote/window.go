package quote

import "lectern/analysis/syntax"

// How far a content may be from its cue, in sentences of the same paragraph;
// and how long it may go on over the next ones, in tokens, where the quotation
// goes on.
const (
	reach    = 3
	farthest = 400
	widest   = 3 * farthest // what two claims that touch may be apart
)

// window returns the tokens that are looked through for a cue's source and
// content: the sentences near it in its paragraph, more of them where a
// quotation goes on, and as many paragraphs more as it goes on over.
func (p *page) window(k candidate) run {
	s := int(p.Tokens[k.first].Sentence)
	a, b := s, s
	near := func(t int) bool {
		return t >= 0 && t < len(p.Sentences) && p.Sentences[t].Paragraph == p.Sentences[s].Paragraph
	}
	quoted := func(i int) bool { return p.words[i].state != outside }
	long := func() bool { return p.Sentences[b].Last-p.Sentences[a].First > farthest }
	for near(a-1) && !long() && (s-a < reach || quoted(p.Sentences[a-1].Last-1)) {
		a--
	}
	for near(b+1) && !long() && (b-s < reach || quoted(p.Sentences[b+1].First)) {
		b++
	}
	w := run{p.Sentences[a].First, p.Sentences[b].Last}
	for {
		q := p.Tokens[w.last-1].Quote
		if q < 0 || p.Quotes[q].Next < 0 {
			return w
		}
		last := p.Quotes[p.Quotes[q].Next].Last
		if last <= w.last || last-w.first > farthest {
			return w
		}
		w.last = p.SentenceOf(last - 1).Last
	}
}

// between counts, for every token of the window, the verbs, quotation marks,
// commas, other marks and other cues between it and the cue.
func (p *page) between(f *scan, k candidate, w run) (verbs, marks, commas, stops, cues []int) {
	n := w.last - w.first
	verbs, marks, commas, stops, cues = make([]int, n), make([]int, n), make([]int, n), make([]int, n), make([]int, n)
	var v, m, c, s, o int
	count := func(i int) {
		j := i - w.first
		verbs[j], marks[j], commas[j], stops[j], cues[j] = v, m, c, s, o
		if p.isVerb(i) {
			v++
		}
		if p.words[i].state >= opening {
			m++
		}
		switch w := &p.words[i]; {
		case p.isComma(i):
			c++
		case w.state == outside && (p.Word(i) == ";" || p.Tokens[i].Tag == syntax.TagColon || p.Tokens[i].Tag == syntax.TagLRB):
			s++
		}
		if g := f.at[i]; g >= 0 && f.candidates[g].odds > -unit && f.candidates[g].first == i {
			o++
		}
	}
	for i := k.first - 1; i >= w.first; i-- {
		count(i)
	}
	v, m, c, s, o = 0, 0, 0, 0, 0
	for i := k.last; i < w.last; i++ {
		count(i)
	}
	return verbs, marks, commas, stops, cues
}

// cuesBeside says, for every token of the window, how near the last other cue
// before it and the next one after it are, in the same sentence; 8 if there is
// none.
func (p *page) cuesBeside(f *scan, k candidate, w run) (before, after []uint32) {
	n := w.last - w.first
	before, after = make([]uint32, n), make([]uint32, n)
	cue := func(i int) bool {
		g := f.at[i]
		return g >= 0 && f.candidates[g].odds > -unit && !k.has(i)
	}
	near := -1
	for i := w.first; i < w.last; i++ {
		if i > w.first && p.Tokens[i].Sentence != p.Tokens[i-1].Sentence {
			near = -1
		}
		before[i-w.first] = 8
		if near >= 0 {
			before[i-w.first] = bucket(i - near)
		}
		if cue(i) {
			near = i
		}
	}
	near = -1
	for i := w.last - 1; i >= w.first; i-- {
		if i < w.last-1 && p.Tokens[i].Sentence != p.Tokens[i+1].Sentence {
			near = -1
		}
		after[i-w.first] = 8
		if near >= 0 {
			after[i-w.first] = bucket(near - i)
		}
		if cue(i) {
			near = i
		}
	}
	return before, after
}
