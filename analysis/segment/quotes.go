package segment

import (
	"strings"
	"unicode/utf8"

	"lectern/analysis/syntax"
)

// Quotations are found by a machine that walks the tokens of a paragraph with a
// stack of open quotations. It leans on four things only: which mark it is,
// whether white space stands before and after it, what is open, and whether
// there is a mark further on that could close it.
//
//   - A curly mark says which way it faces; a straight one is read from the
//     space around it, and where that does not tell, it closes what is open.
//   - ' after a word is an apostrophe unless a single quotation is open; an open
//     one is not closed by the possessive of a plural while a better mark follows.
//   - ' and " after a number are feet and inches unless they must close something.
//   - A paragraph that ends inside a quotation goes on with it if the next one
//     opens with the same mark (the habit of newspapers), or holds a closing mark
//     that nothing in it opens.
//   - Anything else without a closing mark ends with its sentence, or with its
//     paragraph if it stood at the beginning of it. A closing mark that closes
//     nothing is a mark and no more.

type kind uint8

const (
	notMark kind = iota
	double
	single
)

// facing says which way a mark can be read.
type facing uint8

const (
	either facing = iota
	opening
	closing
)

type quoter struct {
	t           *syntax.Text
	first, last int   // tokens of the paragraph
	open        []int // indices into t.Quotes, outermost first
	pending     int   // the quotation that the paragraph before left open, or -1
}

// findQuotes fills t.Quotes and the Quote of every token.
func findQuotes(t *syntax.Text) {
	q := quoter{t: t, pending: -1}
	for _, p := range t.Paragraphs {
		q.paragraph(t.Sentences[p.First].First, t.Sentences[p.Last-1].Last)
	}
	q.end()
	nest(t)
}

func (q *quoter) paragraph(first, last int) {
	q.first, q.last = first, last
	q.resume()
	for i := first; i < last; i++ {
		k, f := q.read(i)
		if k == notMark {
			continue
		}
		open := q.find(k)
		switch {
		case f == opening && open >= 0 && !q.nests(i, k):
			q.drop(open, i)
			q.push(i, k)
		case f == opening:
			q.push(i, k)
		case open >= 0:
			q.close(open, i)
		case f == either:
			q.push(i, k)
		}
	}
	q.leave()
}

// resume goes on with a quotation that the paragraph before left open, or ends it.
func (q *quoter) resume() {
	if q.pending < 0 {
		return
	}
	from := q.pending
	q.pending = -1
	k := double
	if q.t.Quotes[from].Single {
		k = single
	}
	mk, f := q.read(q.first)
	reopens := mk == k && f != closing
	if !reopens && !q.closesFirst(k) {
		q.cutShort(from)
		return
	}
	next := len(q.t.Quotes)
	q.t.Quotes[from].Next, q.t.Quotes[from].Closed = next, true
	if !reopens { // otherwise the machine is about to open it
		q.push(q.first, k)
	}
}

// closesFirst reports whether the first mark of kind k in the paragraph faces
// left.
func (q *quoter) closesFirst(k kind) bool {
	for i := q.first + 1; i < q.last; i++ {
		if mk, f := q.read(i); mk == k {
			return f == closing && k == double
		}
	}
	return false
}

// leave ends the paragraph: one open quotation may go on, the others may not.
func (q *quoter) leave() {
	for n, at := range q.open {
		q.t.Quotes[at].Last = q.last
		if n == 0 {
			q.pending = at
		} else {
			q.cutShort(at)
		}
	}
	q.open = q.open[:0]
}

func (q *quoter) end() {
	if q.pending >= 0 {
		q.cutShort(q.pending)
	}
}

// cutShort ends a quotation that nothing closes.
func (q *quoter) cutShort(at int) {
	quote := &q.t.Quotes[at]
	s := q.t.SentenceOf(quote.First)
	if p := q.t.Paragraphs[s.Paragraph]; q.t.Sentences[p.First].First == quote.First {
		return
	}
	quote.Last = min(quote.Last, s.Last)
}

func (q *quoter) push(i int, k kind) {
	q.open = append(q.open, len(q.t.Quotes))
	q.t.Quotes = append(q.t.Quotes, syntax.Quote{First: i, Last: i + 1, Outer: -1, Next: -1, Single: k == single})
}

// close ends the quotation at depth with the mark i; what is open inside it
// ends before the mark.
func (q *quoter) close(depth, i int) {
	for _, at := range q.open[depth+1:] {
		q.t.Quotes[at].Last = i
		q.cutShort(at)
	}
	quote := &q.t.Quotes[q.open[depth]]
	quote.Last, quote.Closed = i+1, true
	q.open = q.open[:depth]
}

// drop gives up the quotations from depth on, before token i.
func (q *quoter) drop(depth, i int) {
	for _, at := range q.open[depth:] {
		quote := &q.t.Quotes[at]
		quote.Last = min(i, q.t.SentenceOf(quote.First).Last)
	}
	q.open = q.open[:depth]
}

// find returns the depth of the innermost open quotation of kind k, or -1.
func (q *quoter) find(k kind) int {
	for d := len(q.open) - 1; d >= 0; d-- {
		if q.t.Quotes[q.open[d]].Single == (k == single) {
			return d
		}
	}
	return -1
}

// nests reports whether the opening mark i, inside an open quotation of its own
// kind, is closed before that one is: two closing marks follow.
func (q *quoter) nests(i int, k kind) bool {
	found := 0
	for j := i + 1; j < q.last; j++ {
		if mk, f := q.read(j); mk == k {
			if f != closing {
				return false
			}
			if found++; found == 2 {
				return true
			}
		}
	}
	return false
}

// read says what kind of mark token i is and which way it faces.
func (q *quoter) read(i int) (kind, facing) {
	w := q.t.Word(i)
	switch w {
	case "“", "„", "``", "«", "‹":
		if w == "“" && q.find(double) >= 0 && q.t.Word(q.t.Quotes[q.open[q.find(double)]].First) == "„" {
			return double, closing
		}
		return double, opening
	case "”", "''", "»", "›":
		if q.faces(i) == opening && q.find(double) < 0 {
			return double, opening
		}
		return double, closing
	case "\"":
		if q.measures(i) {
			return notMark, either
		}
		return double, q.faces(i)
	case "‘":
		if !q.hasCloser(i) {
			return notMark, either
		}
		return single, opening
	case "’", "'", "`":
		return q.apostrophe(i)
	}
	return notMark, either
}

// faces reads a straight mark from the space around it.
func (q *quoter) faces(i int) facing {
	before, after := q.spaceBefore(i), q.spaceAfter(i)
	switch {
	case before && !after:
		return opening
	case after && !before:
		return closing
	}
	return either
}

func (q *quoter) apostrophe(i int) (kind, facing) {
	depth := q.find(single)
	switch f := q.faces(i); {
	case depth < 0 && f == opening && q.t.Word(i) != "’" && q.hasCloser(i):
		return single, opening
	case depth >= 0 && f != opening && !q.measures(i) && !(q.plural(i) && q.closesLater(i)):
		return single, closing
	}
	return notMark, either
}

// plural reports whether the mark i makes a possessive of a plural: it follows
// an s at once and a word follows it.
func (q *quoter) plural(i int) bool {
	if i == q.first || q.gapBefore(i) || i+1 >= q.last || !q.gapBefore(i+1) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(q.t.Word(i + 1))
	return strings.HasSuffix(q.t.Lower(i-1), "s") && isLetter(r)
}

// closesLater reports whether a single mark after i can close, before another opens.
func (q *quoter) closesLater(i int) bool {
	for j := i + 1; j < q.last; j++ {
		switch q.t.Word(j) {
		case "‘":
			return false
		case "’", "'":
			switch q.faces(j) {
			case closing:
				return true
			case opening:
				return false
			}
		}
	}
	return false
}

// hasCloser reports whether the single opening mark i has one to close it that
// is no possessive.
func (q *quoter) hasCloser(i int) bool {
	for j := i + 1; j < q.last; j++ {
		switch q.t.Word(j) {
		case "’", "'":
			if q.faces(j) != opening && !q.plural(j) {
				return true
			}
		}
	}
	return false
}

// measures reports whether the mark i stands for feet or inches, minutes or
// seconds: it follows a digit, and if it is a double one either nothing is open
// or feet stand before the inches.
func (q *quoter) measures(i int) bool {
	if i == q.first || q.gapBefore(i) {
		return false
	}
	if w := q.t.Word(i - 1); !isDigit(w[len(w)-1]) {
		return false
	}
	if q.t.Word(i) != "\"" {
		return true
	}
	feet := i-2 >= q.first && isApostrophe(rune(q.t.Word(i - 2)[0])) || i-2 >= q.first && q.t.Word(i-2) == "’"
	return feet || q.find(double) < 0
}

func (q *quoter) gapBefore(i int) bool { return q.t.Tokens[i-1].End < q.t.Tokens[i].Start }

// spaceBefore reports whether the mark i begins something: the paragraph, or
// what follows white space, an opening bracket or mark, or a dash.
func (q *quoter) spaceBefore(i int) bool {
	if i == q.first || q.gapBefore(i) {
		return true
	}
	w := q.t.Word(i - 1)
	return opens(w) && !closes(w) || strings.Trim(w, "-—–/") == "" || closes(w) && i-1 == q.first
}

// spaceAfter reports whether the mark i ends something.
func (q *quoter) spaceAfter(i int) bool {
	if i+1 >= q.last || q.gapBefore(i+1) {
		return true
	}
	w := q.t.Word(i + 1)
	r, _ := utf8.DecodeRuneInString(w)
	return !isWord(r) && !opens(w) && !strings.ContainsRune("$€£#@.…", r) || closes(w) && !opens(w)
}

// nest links each quotation to the one around it and each token to the
// innermost one that holds it.
func nest(t *syntax.Text) {
	var open []int
	for n := range t.Quotes {
		quote := &t.Quotes[n]
		for len(open) > 0 && t.Quotes[open[len(open)-1]].Last <= quote.First {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			quote.Outer = open[len(open)-1]
			quote.Last = min(quote.Last, t.Quotes[quote.Outer].Last)
		}
		open = append(open, n)
		for i := quote.First; i < quote.Last; i++ {
			t.Tokens[i].Quote = int32(n)
		}
	}
}
