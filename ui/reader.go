package ui

import (
	"lectern/model"
	"lectern/ui/typeset"
)

// reader is the article pane: a page, a cursor that is a byte of the text, and
// the row at the top. What the article is shown with comes as a [scene] and is
// not kept.
type reader struct {
	doc     *model.Document
	page    *typeset.Page
	place   int         // byte; the first of a glyph
	top     typeset.Row // the first row in sight
	goal    int         // the cell that moving by line tries to keep
	w, h    int         // of the text, in cells
	measure typeset.Measure
	voices  voiceLine
}

// newReader returns a pane that shows d from its beginning. It must be fitted
// before anything else is asked of it.
func newReader(d *model.Document) *reader { return &reader{doc: d} }

// fit lays the article out for a pane of w×h cells, gutter and scrollbar
// included, and keeps the place in the text: the cursor stays as far from the
// top as it was.
func (r *reader) fit(w, h int, m typeset.Measure) {
	w -= gutter + bar
	if r.page != nil && w == r.w && h == r.h && m == r.measure {
		return
	}
	down := 0
	if r.page != nil {
		down = r.rowsTo(r.place)
	}
	if r.page == nil || w != r.w || m != r.measure {
		r.page = typeset.New(r.doc, w, m)
	}
	r.w, r.h, r.measure = w, h, m
	r.top, _ = r.page.Step(r.page.RowOf(r.place), -min(max(0, down), h-1))
	r.settle()
}

// rowsTo returns how many rows below the top the byte at offset stands, at most
// one more than the pane is high; negative if above.
func (r *reader) rowsTo(offset int) int {
	row := r.page.RowOf(offset)
	if row.Before(r.top) {
		return -1
	}
	at, n := r.top, 0
	for at.Before(row) && n <= r.h {
		at, _ = r.page.Step(at, 1)
		n++
	}
	return n
}

// settle keeps the top such that the last screen is full.
func (r *reader) settle() {
	if _, gone := r.page.Step(r.top, r.h-1); gone < r.h-1 {
		r.top, _ = r.page.Step(r.page.Last(), -(r.h - 1))
	}
}

// put sets the cursor on the byte at offset and scrolls as little as shows it.
func (r *reader) put(offset int) {
	r.place = max(0, min(offset, r.doc.Len()-1))
	r.goal = -1
	if r.page != nil {
		r.follow()
	}
}

// follow scrolls as little as brings the cursor into sight.
func (r *reader) follow() {
	row := r.page.RowOf(r.place)
	switch n := r.rowsTo(r.place); {
	case n < 0:
		r.top = row
		if row.Line == 1 { // take the gap above a block along
			r.top, _ = r.page.Step(row, -1)
		}
	case n >= r.h:
		r.top, _ = r.page.Step(row, -(r.h - 1))
	}
	r.settle()
}

// cursor returns the byte under the cursor.
func (r *reader) cursor() int { return r.place }

// sees reports whether the byte at offset is on the screen.
func (r *reader) sees(offset int) bool {
	n := r.rowsTo(offset)
	return n >= 0 && n < r.h
}

// reveal brings the passage into sight: nothing moves if its beginning is there
// with a row to spare. Otherwise one from further down comes to stand near the
// top and one from further up nearer the bottom, so that going on the same way
// has the longest to go before the whole pane must be drawn again.
func (r *reader) reveal(s model.Span) {
	if r.page == nil {
		return
	}
	first, last := r.rowsTo(s.Start), r.rowsTo(max(s.Start, s.End-1))
	if first >= 0 && first < r.h-1 && (last < r.h || first == 0) {
		return
	}
	above := r.h / 6
	if first < 0 {
		above = r.h * 2 / 3
	}
	r.top, _ = r.page.Step(r.page.RowOf(s.Start), -above)
	r.settle()
}

// jump puts the cursor at a byte and brings it into sight, with some text around
// it where it was out of sight.
func (r *reader) jump(offset int) {
	r.reveal(model.Span{Start: offset, End: offset + 1})
	r.put(offset)
}

// scroll moves what is shown by n rows, the cursor staying in sight, and reports
// whether it could.
func (r *reader) scroll(n int) bool {
	was := r.top
	r.top, _ = r.page.Step(r.top, n)
	r.settle()
	at := r.rowsTo(r.place)
	if at >= 0 && at < r.h {
		return r.top != was
	}
	row, inwards := r.top, 1
	if at > 0 {
		row, _ = r.page.Step(r.top, r.h-1)
		inwards = -1
	}
	for gone := 1; gone != 0 && r.page.Span(row).IsEmpty(); {
		row, gone = r.page.Step(row, inwards)
	}
	goal := r.goalCell()
	r.place = r.page.ByteAt(row, goal)
	return r.top != was
}
