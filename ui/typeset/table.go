package typeset

import (
	"strings"

	"lectern/model"
)

// between is how many cells stand between two columns of a table.
const between = 2

// row lays out one row of a table: its cells side by side, each wrapped in its
// column. A header row is followed by a rule.
func (p *Page) row(i int) []Line {
	widths := p.columns(i)
	b := p.doc.Blocks()[i]
	var lines []Line
	x := 0
	for c, cell := range cells(p.doc, b.Span) {
		if c >= len(widths) {
			break
		}
		parts := p.wrap(cell, widths[c], false)
		parts[len(parts)-1].End = min(cell.End+1, b.End) // the tab belongs to the cell before it
		for n, part := range parts {
			if n == len(lines) {
				lines = append(lines, Line{})
			}
			part.Cell = x
			lines[n].Parts = append(lines[n].Parts, part)
		}
		x += widths[c] + between
	}
	if b.Level == 1 {
		lines = append(lines, Line{Rule: true})
	}
	return lines
}

// columns returns the widths of the table that block i belongs to. Where they
// do not fit, the widest column gives way until they do.
func (p *Page) columns(i int) []int {
	blocks := p.doc.Blocks()
	first, last := i, i+1
	for first > 0 && blocks[first].Level != 1 && blocks[first-1].Kind == model.TableRow {
		first--
	}
	for last < len(blocks) && blocks[last].Kind == model.TableRow && blocks[last].Level != 1 {
		last++
	}
	var widths []int
	for _, b := range blocks[first:min(last, first+200)] { // a look at the first rows is enough
		for c, cell := range cells(p.doc, b.Span) {
			if c == len(widths) {
				widths = append(widths, 1)
			}
			widths[c] = max(widths[c], p.measure.Width(p.doc.Text(cell)))
		}
	}
	for len(widths)*(between+2) > p.width+between {
		widths = widths[:len(widths)-1] // more columns than cells: the last ones cannot be shown
	}
	for {
		sum, widest := -between, 0
		for c, w := range widths {
			sum += w + between
			if w > widths[widest] {
				widest = c
			}
		}
		if sum <= p.width || widths[widest] <= 2 {
			return widths
		}
		widths[widest] -= max(1, min(sum-p.width, widths[widest]/4))
		widths[widest] = max(2, widths[widest])
	}
}

// cells returns the cells of a table row.
func cells(d *model.Document, row model.Span) []model.Span {
	var out []model.Span
	at := row.Start
	for _, text := range strings.Split(d.Text(row), "\t") {
		out = append(out, model.Span{Start: at, End: at + len(text)})
		at += len(text) + 1
	}
	return out
}
