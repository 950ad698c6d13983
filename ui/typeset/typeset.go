// Package typeset lays a document out in lines of a given width and converts
// between places in the text (bytes) and places on the page (rows and cells).
// It is the only package that knows both units.
//
// # How it works
//
// A document may have a million words, a reader sees forty lines, and the
// first screen must not wait for the rest. So nothing is laid out until it is
// asked for, one block at a time, and no line has a number: a place on the page
// is a [Row], the index of a block and of a line inside it.
//
//	Row{Block: 7, Line: 2}
//
//	block 6   │ The regional council met on Tuesday and       line 0
//	          │ put off its decision.                         line 1
//	          │                                               line 0 (the gap)
//	block 7   │ "We are not against the wall," said one of    line 1
//	          │ the shopkeepers.                              line 2
//
// Moving n rows walks from block to block and lays out what it crosses. Where
// the article as a whole has to be shown in small, in the scrollbar, bytes serve
// as the measure; so the number of all lines, which nobody can know without
// laying out everything, is never needed.
//
// A line covers the text from its first byte up to the first of the next line;
// the spaces at which it was broken belong to it but are not drawn. Every byte
// of a block lies on just one line, so bytes → row → bytes returns. Inside a
// line, cells are counted glyph by glyph with the width function that was handed
// in: the one thing that depends on the terminal.
package typeset

import (
	"sort"

	"lectern/model"
)

// A Page is a document laid out at one width. It fills itself in as it is
// asked; a new width, or a new measure, makes a new page.
type Page struct {
	doc     *model.Document
	width   int
	measure Measure
	laid    map[int][]Line // by block
}

// keep is how many blocks stay laid out; past that the page forgets them all,
// since laying out a screenful again takes less than a millisecond.
const keep = 4096

// A Row is a place on the page: line Line of block Block.
type Row struct{ Block, Line int }

// Before reports whether r comes before s.
func (r Row) Before(s Row) bool {
	return r.Block < s.Block || r.Block == s.Block && r.Line < s.Line
}

// A Line is one line of a block.
type Line struct {
	Parts []Part // left to right; more than one only in tables; none in a gap or rule
	Lead  string // drawn before the text, from cell 0: a bullet, the bar of a quotation
	Rule  bool   // a line across the page, and no text
	Gap   bool   // the empty line before a block
}

// A Part is a stretch of text that stands on one line.
type Part struct {
	model.Span     // what the part covers, trailing spaces included
	Shown      int // where what is drawn ends: without the trailing spaces
	Cell       int // where it begins, in cells from the left
}

// New returns d in lines of at most width cells (at least 8).
func New(d *model.Document, width int, m Measure) *Page {
	return &Page{doc: d, width: max(8, width), measure: m, laid: make(map[int][]Line)}
}

// Width returns the width of the page in cells.
func (p *Page) Width() int { return p.width }

// Measure returns the width function of the page.
func (p *Page) Measure() Measure { return p.measure }

// Lines returns the lines of a block. The caller must not change them.
func (p *Page) Lines(block int) []Line {
	if block < 0 || block >= len(p.doc.Blocks()) {
		return nil
	}
	lines, ok := p.laid[block]
	if !ok {
		if len(p.laid) >= keep {
			clear(p.laid)
		}
		lines = p.lay(block)
		p.laid[block] = lines
	}
	return lines
}

// Line returns the line at r, and false if there is none.
func (p *Page) Line(r Row) (Line, bool) {
	lines := p.Lines(r.Block)
	if r.Line < 0 || r.Line >= len(lines) {
		return Line{}, false
	}
	return lines[r.Line], true
}

// Last returns the last row of the page; the zero Row for an empty document.
func (p *Page) Last() Row {
	b := len(p.doc.Blocks()) - 1
	if b < 0 {
		return Row{}
	}
	return Row{b, len(p.Lines(b)) - 1}
}

// Step returns the row n rows further down, or up where n is negative, and how
// many rows it could go; it stops at either end.
func (p *Page) Step(r Row, n int) (Row, int) {
	gone := 0
	for gone < n {
		if r.Line+1 < len(p.Lines(r.Block)) {
			r.Line++
		} else if r.Block+1 < len(p.doc.Blocks()) {
			r = Row{r.Block + 1, 0}
		} else {
			break
		}
		gone++
	}
	for gone > n {
		if r.Line > 0 {
			r.Line--
		} else if r.Block > 0 {
			r = Row{r.Block - 1, len(p.Lines(r.Block-1)) - 1}
		} else {
			break
		}
		gone--
	}
	return r, gone
}

// RowOf returns the row on which the byte at offset stands. A byte between two
// blocks counts as the end of the first.
func (p *Page) RowOf(offset int) Row {
	b := p.doc.BlockAt(offset)
	lines := p.Lines(b)
	for i := len(lines) - 1; i >= 0; i-- {
		for _, part := range lines[i].Parts {
			if part.Start <= offset && (offset < part.End || !p.later(lines[i+1:], offset)) {
				return Row{b, i}
			}
		}
	}
	return Row{b, p.firstText(b)}
}

// later reports whether one of the lines begins at or before offset.
func (p *Page) later(lines []Line, offset int) bool {
	for _, l := range lines {
		for _, part := range l.Parts {
			if part.Start <= offset {
				return true
			}
		}
	}
	return false
}

// firstText returns the first line of a block that is not a gap.
func (p *Page) firstText(block int) int {
	for i, l := range p.Lines(block) {
		if !l.Gap {
			return i
		}
	}
	return 0
}

// CellOf returns the cell at which the byte at offset is drawn on its row.
func (p *Page) CellOf(offset int) int {
	line, _ := p.Line(p.RowOf(offset))
	cell := 0
	for _, part := range line.Parts {
		if offset < part.Start {
			continue
		}
		cell = part.Cell
		for at := part.Start; at < offset && at < part.Shown; {
			g := p.measure.Next(p.doc.Text(model.Span{Start: at, End: part.Shown}))
			if at+g.Bytes > offset {
				break
			}
			cell += g.Cells
			at += g.Bytes
		}
	}
	return cell
}

// ByteAt returns the byte of the glyph that is drawn at a cell of a row, or the
// nearest one where nothing is.
func (p *Page) ByteAt(r Row, cell int) int {
	line, ok := p.Line(r)
	if !ok || len(line.Parts) == 0 {
		return p.start(r)
	}
	i := max(0, sort.Search(len(line.Parts), func(i int) bool { return line.Parts[i].Cell > cell })-1)
	part := line.Parts[i]
	at, x := part.Start, part.Cell
	for at < part.Shown {
		g := p.measure.Next(p.doc.Text(model.Span{Start: at, End: part.Shown}))
		if x+g.Cells > cell || at+g.Bytes >= part.Shown {
			break
		}
		x += g.Cells
		at += g.Bytes
	}
	return at
}

// start returns the first byte of the block of a row without text.
func (p *Page) start(r Row) int {
	blocks := p.doc.Blocks()
	if r.Block < 0 || r.Block >= len(blocks) {
		return 0
	}
	return blocks[r.Block].Start
}

// Span returns the text that a row covers; empty for a gap or a rule.
func (p *Page) Span(r Row) model.Span {
	line, _ := p.Line(r)
	if len(line.Parts) == 0 {
		at := p.start(r)
		return model.Span{Start: at, End: at}
	}
	return model.Span{Start: line.Parts[0].Start, End: line.Parts[len(line.Parts)-1].End}
}
