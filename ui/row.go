package ui

import (
	"strings"

	"lectern/ui/typeset"
)

// A row is one line of a pane while it is being written: it knows how many
// cells are left, so that nothing ever reaches beyond the pane.
type row struct {
	brush
	b    strings.Builder
	left int
	over []role // roles that lie over all that is written: the cursor
}

// A brush is what it takes to draw: how things look and how wide they are.
type brush struct {
	theme   theme
	measure typeset.Measure
}

func (b brush) row(cells int, over ...role) *row { return &row{brush: b, left: cells, over: over} }

// put writes s in its roles and cuts it where the row ends.
func (r *row) put(s string, roles ...role) *row {
	shown, cells := r.measure.Fit(s, r.left)
	r.left -= cells
	if strings.TrimLeft(shown, " ") == "" {
		roles = nil // nothing to see: spare the terminal the bytes
	}
	if len(r.over) > 0 && (len(roles) != 1 || roles[0] != roleStrong) {
		roles = nil // colours turned inside out would be patches
	}
	r.b.WriteString(r.theme.paint(shown, append(roles, r.over...)...))
	return r
}

// fit writes s in just cells cells.
func (r *row) fit(s string, cells int, roles ...role) *row {
	cells = min(cells, r.left)
	shown, used := r.measure.Fit(s, cells)
	return r.put(shown+strings.Repeat(" ", cells-used), roles...)
}

// to fills with spaces until only cells cells are left.
func (r *row) to(cells int) *row {
	if r.left > cells {
		r.put(strings.Repeat(" ", r.left-max(0, cells)))
	}
	return r
}

// fill writes s over and over until the row is full.
func (r *row) fill(s string, roles ...role) *row {
	return r.put(strings.Repeat(s, r.left), roles...)
}

// end fills the row up and returns it.
func (r *row) end() string { return r.to(0).b.String() }

// last writes s so that it ends where the row does; where there is no room it
// is left out.
func (r *row) last(s string, roles ...role) string {
	if w := r.measure.Width(s); w < r.left {
		return r.to(w).put(s, roles...).end()
	}
	return r.end()
}

// wrap breaks s into lines of at most cells cells, at spaces where it can.
func (b brush) wrap(s string, cells int) []string {
	var lines []string
	for _, para := range strings.Split(s, "\n") {
		line, width := "", 0
		for _, word := range strings.Fields(para) {
			w := b.measure.Width(word)
			if width > 0 && width+1+w > cells {
				lines = append(lines, line)
				line, width = "", 0
			}
			for w > cells { // a word longer than a line is cut
				cut := 0
				for used := 0; cut < len(word); {
					g := b.measure.Next(word[cut:])
					if used+g.Cells > cells && cut > 0 {
						break
					}
					used += g.Cells
					cut += g.Bytes
				}
				lines = append(lines, word[:cut])
				word = word[cut:]
				w = b.measure.Width(word)
			}
			if width > 0 {
				line, width = line+" ", width+1
			}
			line, width = line+word, width+w
		}
		lines = append(lines, line)
	}
	return lines
}
