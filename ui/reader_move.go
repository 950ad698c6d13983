package ui

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"lectern/model"
	"lectern/ui/typeset"
)

// move moves the cursor and reports whether it could. a may be nil.
func (r *reader) move(by Unit, step int, a *model.Analysis) bool {
	before, top := r.place, r.top
	switch by {
	case Letter:
		r.letters(step)
	case Word:
		r.words(step)
	case Line:
		r.lines(step)
	case HalfPage:
		r.pages(step * max(1, r.h/2))
	case Page:
		r.pages(step * max(1, r.h-2))
	case Sentence:
		r.put(next(r.sentences(a), r.place, step))
	case Block:
		r.put(next(r.blocks(), r.place, step))
	case Edge:
		row := r.page.RowOf(r.place)
		if step < 0 {
			r.put(r.page.ByteAt(row, 0))
		} else {
			r.put(r.page.ByteAt(row, r.w))
		}
	case Whole:
		if step < 0 {
			r.put(0)
			r.top = typeset.Row{}
		} else {
			r.put(r.page.ByteAt(r.page.Last(), r.w))
		}
	}
	return before != r.place || top != r.top
}

// lines moves by screen lines that have text, and keeps the cell.
func (r *reader) lines(step int) {
	goal := r.goalCell()
	row := r.page.RowOf(r.place)
	for step != 0 {
		dir := 1
		if step < 0 {
			dir = -1
		}
		to, gone := r.page.Step(row, dir)
		for gone != 0 && r.page.Span(to).IsEmpty() {
			to, gone = r.page.Step(to, dir)
		}
		if gone == 0 {
			break
		}
		row = to
		step -= dir
	}
	r.place = r.page.ByteAt(row, goal)
	r.goal = goal
	r.follow()
}

// pages moves the text and the cursor by n rows together.
func (r *reader) pages(n int) {
	goal, down := r.goalCell(), max(0, r.rowsTo(r.place))
	old := r.top
	r.top, _ = r.page.Step(r.top, n)
	r.settle()
	if r.top == old { // at the end already: the cursor goes there
		r.lines(n)
		return
	}
	row, _ := r.page.Step(r.top, min(down, r.h-1))
	for gone := 1; gone != 0 && r.page.Span(row).IsEmpty(); {
		row, gone = r.page.Step(row, 1)
	}
	r.place, r.goal = r.page.ByteAt(row, goal), goal
	r.follow()
}

func (r *reader) goalCell() int {
	if r.goal < 0 {
		r.goal = r.page.CellOf(r.place)
	}
	return r.goal
}

// letters moves by glyphs of the text, across lines and blocks.
func (r *reader) letters(step int) {
	at := r.place
	for ; step > 0 && at < r.doc.Len(); step-- {
		at += r.measure.Next(r.doc.Text(model.Span{Start: at, End: r.doc.Len()})).Bytes
		at = r.skipBreak(at, 1)
	}
	for ; step < 0 && at > 0; step++ {
		at = r.skipBreak(at, -1)
		from := max(0, at-64) // no glyph that can be seen is longer
		for from < at && !utf8.RuneStart(r.doc.Text(model.Span{Start: from, End: at})[0]) {
			from++
		}
		last := from
		for from < at {
			last = from
			from += r.measure.Next(r.doc.Text(model.Span{Start: from, End: at})).Bytes
		}
		at = last
	}
	r.put(at)
}

// skipBreak returns the nearest byte on the way that is not a line break.
func (r *reader) skipBreak(at, dir int) int {
	for dir > 0 && at < r.doc.Len()-1 && r.doc.Text(model.Span{Start: at, End: at + 1}) == "\n" {
		at++
	}
	for dir < 0 && at > 1 && r.doc.Text(model.Span{Start: at - 1, End: at}) == "\n" {
		at--
	}
	return at
}

// words moves to the beginnings of words.
func (r *reader) words(step int) {
	at := r.place
	for ; step > 0; step-- {
		rest := r.doc.Text(model.Span{Start: at, End: r.doc.Len()})
		at += skip(skip(0, rest, isWord), rest, notWord)
	}
	for ; step < 0; step++ {
		at = backTo(r.doc.Text(model.Span{Start: 0, End: at}))
	}
	r.put(at)
}

func isWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '\'' || c == '’'
}
func notWord(c rune) bool { return !isWord(c) }

// skip returns the first place from at on where is no longer holds.
func skip(at int, s string, is func(rune) bool) int {
	for i, c := range s[at:] {
		if !is(c) {
			return at + i
		}
	}
	return len(s)
}

// backTo returns where the last word of s begins.
func backTo(s string) int {
	at := len(s)
	for _, is := range []func(rune) bool{notWord, isWord} {
		for at > 0 {
			c, n := utf8.DecodeLastRuneInString(s[:at])
			if !is(c) {
				break
			}
			at -= n
		}
	}
	return at
}

// sentences returns what moving by sentence steps by: blocks where the analysis
// has not found better yet.
func (r *reader) sentences(a *model.Analysis) []model.Span {
	blocks := r.blocks()
	if a == nil || len(a.Sentences) == 0 {
		return blocks
	}
	last := a.Sentences[len(a.Sentences)-1]
	rest := sort.Search(len(blocks), func(i int) bool { return blocks[i].Start >= last.End })
	if rest == len(blocks) {
		return a.Sentences
	}
	return append(slices.Clip(a.Sentences), blocks[rest:]...)
}

func (r *reader) blocks() []model.Span {
	var out []model.Span
	for _, b := range r.doc.Blocks() {
		if !b.IsEmpty() {
			out = append(out, b.Span)
		}
	}
	return out
}

// next returns the beginning of the span step spans on from offset; going back
// stops at the beginning of the one that holds offset first.
func next(spans []model.Span, offset, step int) int {
	if len(spans) == 0 {
		return offset
	}
	i := -1 // the last one that begins at or before offset
	for k, s := range spans {
		if s.Start > offset {
			break
		}
		i = k
	}
	if step < 0 && i >= 0 && spans[i].Start < offset {
		step++
	}
	to := i + step
	if to >= len(spans) {
		return max(offset, spans[len(spans)-1].Start)
	}
	return spans[max(0, to)].Start
}
