package frame

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// repetition finds words that come back in the next stretch. A paragraph is cut
// into stretches (cola) at marks and conjunctions; one echoes the one before if
// it begins with words that stand in that one. How many words make a figure
// depends on what they are: see figure.
func repetition(p *page) (hits []hit) {
	for _, para := range p.Paragraphs {
		cola := p.cola(p.Sentences[para.First].First, p.Sentences[para.Last-1].Last)
		for i := 0; i+1 < len(cola); {
			from, n := p.echoed(cola[i], cola[i+1])
			j := i + 2
			for j < len(cola) && n > 0 && p.follows(cola[j-1], cola[j]) {
				m := p.sameStart(cola[i+1][0], cola[j])
				if m < min(n, 2) {
					break
				}
				n = min(n, m)
				j++
			}
			crosses := p.Tokens[cola[i][0]].Sentence != p.Tokens[cola[j-1][0]].Sentence
			if !p.figure(cola[i+1][0], n, j-i, crosses) {
				i++
				continue
			}
			last := cola[j-1][1]
			if last-from > 45 {
				last = cola[i+1][1]
			}
			if last-from <= 60 {
				hits = append(hits, hit{first: from, last: last, head: from, words: []int{from, cola[i+1][0]}, rule: "repetition", why: "the same words come back", tier: model.Core})
			}
			i = j
		}
	}
	return slices.Concat(hits, anaphora(p), repeatedWord(p))
}

// cola cuts the tokens [first, last) at marks and conjunctions.
func (p *page) cola(first, last int) (cola [][2]int) {
	from := first
	for k := first; k <= last; k++ {
		if k < last && (p.Tokens[k].Pos != syntax.PUNCT || p.Tokens[k].Tag == syntax.TagHYPH) && p.Tokens[k].Pos != syntax.CCONJ {
			continue
		}
		if k > from {
			cola = append(cola, [2]int{from, k})
		}
		from = k + 1
	}
	return cola
}

// follows reports whether b comes right after a, but for a mark and a
// conjunction.
func (p *page) follows(a, b [2]int) bool { return b[0]-a[1] <= 3 }

// echoed returns where in a the beginning of b stands, and how many words of it.
func (p *page) echoed(a, b [2]int) (from, n int) {
	if !p.follows(a, b) {
		return 0, 0
	}
	for k := a[0]; k < a[1]; k++ {
		if m := p.sameStart(k, b); m > n && k+m <= a[1] {
			from, n = k, m
		}
	}
	return from, n
}

// sameStart returns how many words from token k on are those that b begins with.
func (p *page) sameStart(k int, b [2]int) int {
	n := 0
	for b[0]+n < b[1] && k+n < len(p.Tokens) && p.forms[k+n] == p.forms[b[0]+n] {
		n++
	}
	return n
}

// figure reports whether n words from token i on, in so many stretches, are
// more than an accident of grammar. Names do not count, nor does what is needed
// to say who spoke.
func (p *page) figure(i, n, times int, crosses bool) bool {
	content, negated := 0, false
	if w := p.forms[min(i+1, len(p.forms)-1)]; (p.forms[i] == "i" || p.forms[i] == "you" || p.forms[i] == "do") && (w == "think" || w == "know" || w == "mean" || w == "guess" || w == "you") {
		return false // fillers
	}
	for k := i; k < i+n; k++ {
		switch p.Tokens[k].Pos {
		case syntax.NOUN, syntax.VERB, syntax.ADJ:
			content++
			if p.lemmas[k] == "say" {
				return false
			}
		case syntax.PROPN, syntax.NUM:
			return false
		}
		if p.lemmas[k] == "accord" || p.forms[k] == "according" || k > i && p.Word(k) != p.forms[k] && p.forms[k] != "i" {
			return false
		}
		negated = negated || p.lemmas[k] == "not" && p.forms[max(i, k-1)] != "did" || p.lemmas[k] == "no" || p.lemmas[k] == "never"
	}
	switch {
	case crosses:
		return n >= 3 && (negated || content+times >= 3) || n >= 2 && times >= 3
	case times >= 3:
		return n >= 2 || times >= 4 && n == 1 && p.Tokens[i].Pos == syntax.ADP && !p.inName[i+1]
	}
	return n >= 3 && content >= 1 || n >= 2 && content >= 1 && p.Tokens[i].Pos != syntax.DET || n >= 2 && (negated && p.Tokens[i-1].Pos == syntax.PUNCT || p.Tokens[i].Pos == syntax.SCONJ && p.lemmas[i] != "that" && p.lemmas[i] != "if")
}
