package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	similarEnough = .5  // of the words, in order, for a passage to be offered for review
	longest       = 400 // words of a passage whose order is looked at
)

// similar looks for the stretch of d that is most like the passage. One pass
// over the document finds the windows, as long as the passage, that have most
// of its words; in those two the words are then put in order (their longest
// common subsequence), which gives the edges and the score. The answer is never
// more than a suggestion: two sentences made from one template are very
// similar.
func (a Anchor) similar(d *Document) Found {
	passage := a.words()
	text := wordsOf(d.text)
	if len(passage) == 0 || len(text) == 0 {
		return Found{Span: a.nowhere(d), Fit: Orphan}
	}
	keys := make([]string, len(text))
	for i, s := range text {
		keys[i] = strings.ToLower(d.Text(s))
	}
	first, second := fullest(keys, passage)
	best, next := d.align(text, keys, first, passage), d.align(text, keys, second, passage)
	if next.score > best.score {
		best, next = next, best
	}
	if best.score < similarEnough {
		return Found{Span: a.nowhere(d), Fit: Orphan, Score: best.score}
	}
	out := Found{Span: best.Span, Fit: Doubtful, Score: best.score}
	if next.score >= similarEnough && !next.Overlaps(best.Span) {
		out.Next = next.Span
	}
	return out
}

// words returns the words of the passage in lower case.
func (a Anchor) words() (out []string) {
	for _, s := range wordsOf(a.Exact) {
		out = append(out, strings.ToLower(a.Exact[s.Start:s.End]))
	}
	return out
}

// window is the words [first, last) of a document; empty if there is none.
type window struct{ first, last int }

// fullest slides a window as long as the passage over the words of a document.
// It returns the one with most of the passage's words, each counted as often as
// the passage has it, and the best one apart from that.
func fullest(keys, passage []string) (best, next window) {
	want, have, hits := map[string]int{}, map[string]int{}, 0
	for _, k := range passage {
		want[k]++
	}
	most, more := 0, 0
	for i, k := range keys {
		if want[k] > 0 {
			if have[k]++; have[k] <= want[k] {
				hits++
			}
		}
		if i >= len(passage) {
			if old := keys[i-len(passage)]; want[old] > 0 {
				if have[old]--; have[old] < want[old] {
					hits--
				}
			}
		}
		w := window{max(0, i+1-len(passage)), i + 1}
		switch apart := w.first >= best.last; {
		case hits > most:
			if apart {
				next, more = best, most
			}
			best, most = w, hits
		case hits > more && apart:
			next, more = w, hits
		}
	}
	return best, next
}

// aligned is a stretch of text and how much of a passage stands in it, in
// order, from 0 to 1.
type aligned struct {
	Span
	score float64
}

// align puts the passage beside the words of w and a few more on either side.
func (d *Document) align(text []Span, keys []string, w window, passage []string) aligned {
	if w.first == w.last {
		return aligned{}
	}
	if len(passage) > longest {
		passage = passage[:longest]
	}
	slack := len(passage)/4 + 1
	from, to := max(0, w.first-slack), min(len(keys), w.last+slack, w.first+2*longest)
	first, last, n := common(passage, keys[from:to])
	if n == 0 {
		return aligned{}
	}
	return aligned{Span{text[from+first].Start, text[from+last].End}, float64(n) / float64(len(passage))}
}

// common returns the first and the last word of b in the longest common
// subsequence of a and b, and its length.
func common(a, b []string) (first, last, n int) {
	rest := make([][]int, len(a)+1) // rest[i][j]: the length for a[i:] and b[j:]
	for i := range rest {
		rest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				rest[i][j] = rest[i+1][j+1] + 1
			} else {
				rest[i][j] = max(rest[i+1][j], rest[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b) && rest[i][j] > 0; {
		switch {
		case a[i] == b[j]:
			if n == 0 {
				first = j
			}
			last = j
			n, i, j = n+1, i+1, j+1
		case rest[i+1][j] >= rest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return first, last, n
}

// wordsOf returns the runs of letters, digits and combining marks in s; each
// character of a script without spaces is a word.
func wordsOf(s string) (out []Span) {
	start := -1
	end := func(at int) {
		if start >= 0 {
			out = append(out, Span{start, at})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			end(i)
			out = append(out, Span{i, i + utf8.RuneLen(r)})
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r) && start >= 0:
			if start < 0 {
				start = i
			}
		default:
			end(i)
		}
	}
	end(len(s))
	return out
}
