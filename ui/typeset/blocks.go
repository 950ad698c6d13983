package typeset

import (
	"strings"

	"lectern/model"
)

// narrow is the width in cells below which a block gives up its lead.
const narrow = 6

// lay lays one block out.
func (p *Page) lay(i int) []Line {
	b := p.doc.Blocks()[i]
	var lines []Line
	if i > 0 && p.gap(i) {
		lines = append(lines, Line{Gap: true})
	}
	switch b.Kind {
	case model.Rule:
		return append(lines, Line{Rule: true})
	case model.TableRow:
		return append(lines, p.row(i)...)
	}
	first, rest := leads(b)
	indent := p.measure.Width(rest)
	if p.width-indent < narrow {
		first, rest, indent = "", "", 0
	}
	parts := p.wrap(b.Span, p.width-indent, b.Kind == model.Code)
	for n, part := range parts {
		part.Cell = indent
		lead := rest
		if n == 0 {
			lead = first
		}
		lines = append(lines, Line{Parts: []Part{part}, Lead: lead})
	}
	return lines
}

// gap reports whether an empty line stands before block i: between all blocks
// but the items of one list, the rows of one table and the lines of a byline.
func (p *Page) gap(i int) bool {
	blocks := p.doc.Blocks()
	a, b := blocks[i-1].Kind, blocks[i].Kind
	if a != b {
		return true
	}
	switch b {
	case model.ListItem:
		return blocks[i].Marker == "" // a second paragraph of one item
	case model.TableRow:
		return blocks[i].Level == 1 // a new table's header
	case model.Byline, model.Footnote:
		return false
	}
	return true
}

// leads returns what stands before the first and before every later line of a
// block, of equal width.
func leads(b model.Block) (first, rest string) {
	switch b.Kind {
	case model.Quote:
		bar := strings.Repeat("│ ", min(max(1, b.Level), 4))
		return bar, bar
	case model.ListItem:
		in := strings.Repeat("  ", min(max(1, b.Level), 6)-1)
		if b.Marker == "" {
			return in + "  ", in + "  "
		}
		return in + b.Marker + " ", in + strings.Repeat(" ", Measure{}.Width(b.Marker)+1)
	case model.Footnote:
		if b.Marker == "" {
			return "", ""
		}
		return b.Marker + " ", strings.Repeat(" ", Measure{}.Width(b.Marker)+1)
	case model.Code:
		return "  ", "  "
	}
	return "", ""
}
