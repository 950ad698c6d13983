package ui

import (
	_ "embed"
	"fmt"
	"strings"
)

// A leaf lies over the panes and is read: help, or the tour.
type leaf struct {
	title string
	text  string // Markdown
	keys  bool   // the keys of pane come before the text
	pane  Pane
	tour  bool
	press press
	lines []string // rendered for width
	width int
	top   int
	h     int
}

//go:embed tour.md
var tourText string

func tourSheet() *leaf { return &leaf{title: "A tour of the desk", text: tourText, tour: true} }

// helpSheet lists the keys that hold in a pane.
func helpSheet(p Pane) *leaf {
	return &leaf{title: map[Pane]string{Article: "Keys in the article", Outline: "Keys in the outline"}[p], keys: true, pane: p, text: helpMore}
}

// keyRows draws the keys that hold in a pane, each with what it does; in a narrow
// window in as many rows as that takes.
func keyRows(b brush, p Pane, cells int) []string {
	var rows []string
	keys := min(keyColumn, cells/3)
	for _, c := range keyTable {
		rows = append(rows, b.row(cells).put(c.title, roleStrong).end())
		for _, k := range c.bindings {
			if k.in.holds(p) && k.keys != "" {
				left, right := b.wrap(k.keycap(), keys), b.wrap(k.name, max(1, cells-keys-3))
				for i := range max(len(left), len(right)) {
					r := b.row(cells).put("  ")
					if i < len(left) {
						r.put(left[i], roleLink)
					}
					r.to(cells - keys - 3)
					if i < len(right) {
						r.put(right[i])
					}
					rows = append(rows, r.end())
				}
			}
		}
		rows = append(rows, b.row(cells).end())
	}
	return rows
}

// keyColumn is how many cells the widest keys take.
const keyColumn = 22

const helpMore = `## Signs

- in the gutter **▌** a named voice, **░** an unnamed source, **┊** nobody in particular, nothing: the narrator; **•** a note of yours
- in the outline **▸** folded, **▾** open; bars are shares of the article's words
- **⇄** a claim that is repeated, answered or echoed elsewhere; its card leads there
- dim, with **?** or **unsure**: more likely wrong than right

## What a machine cannot see here

Omission, irony, straw men, false dilemmas and whataboutism. A device is a cue for a question, never a verdict.
`

// open lays a sheet over the panes.
func (a *App) open(s *leaf) { a.sheet = s }

// sheetDoes lets an open sheet have an intent first: it scrolls, and anything
// else that closes it is used up. It reports whether the intent was for it.
func (a *App) sheetDoes(want Intent) bool {
	s := a.sheet
	page := max(1, s.h-2)
	switch want := want.(type) {
	case Move:
		switch want.By {
		case Line:
			s.top += want.Step
		case HalfPage:
			s.top += want.Step * page / 2
		case Page, Block:
			s.top += want.Step * page
		case Whole:
			s.top = want.Step * 1 << 20
		}
	case Scroll:
		s.top += want.Rows
	case Leave:
		a.sheet = nil
		return false
	case Help:
		again := a.sheet.tour
		a.sheet = nil
		return !again
	default:
		a.sheet = nil
	}
	return true
}

// render lays the sheet out for a screen of w×h cells.
func (s *leaf) render(b brush, w, h int) {
	width := min(w-4, 76)
	if s.width != width {
		s.width = width
		s.lines = nil
		if s.keys {
			s.lines = keyRows(b, s.pane, width)
		}
		s.lines = append(s.lines, s.press.render(b, s.text, width)...)
	}
	s.h = h
	s.top = max(0, min(s.top, len(s.lines)-(h-2)))
}

// draw returns the sheet in h rows of w cells.
func (s *leaf) draw(b brush, w, h int) []string {
	rows := []string{b.row(w).put("  ").put(s.title, roleStrong).end(), b.row(w).end()}
	for i := s.top; i < len(s.lines) && len(rows) < h; i++ {
		rows = append(rows, "  "+s.lines[i]+strings.Repeat(" ", max(0, w-2-s.width)))
	}
	for len(rows) < h {
		rows = append(rows, b.row(w).end())
	}
	return rows
}

// where says how much of the sheet lies above the end of what is in sight.
func (s *leaf) where() string {
	if len(s.lines) == 0 {
		return "100%"
	}
	return fmt.Sprintf("%d%%", min(100, 100*(s.top+s.h-2)/len(s.lines)))
}

// list draws the palette's choices, the chosen one last in sight.
func (p *prompt) list(b brush, w, h int) []string {
	rows := []string{b.row(w).put("─ everything by name ", roleDim).fill("─", roleFrame).end()}
	n := h - 1
	top := max(0, min(p.at-n/2, len(p.choices)-n))
	for i := top; i < len(p.choices) && len(rows) < h; i++ {
		var over []role
		if i == p.at {
			over = []role{roleCursor}
		}
		c := p.choices[i]
		cells := b.measure.Width(c.keycap())
		name, _ := b.measure.Fit(c.name, max(0, w-cells-5))
		r := b.row(w, over...).put("  ").put(name)
		column := max(min(keyColumn+2, w/3), w-64) // from the right, as far as the name lets it
		r.to(max(cells+1, min(r.left-2, column)))
		rows = append(rows, r.put(c.keycap(), roleLink).end())
	}
	if len(p.choices) == 0 {
		rows = append(rows, b.row(w).put("  nothing is called that", roleDim).end())
	}
	return rows
}

// page draws a note of several lines above its prompt, and one that is too long
// for the prompt: as much of it as there is room for, up to the cursor.
func (p *prompt) page(b brush, w, h int, aside string) []string {
	text := p.field.text()
	if _, room := p.room(b, w, aside); !strings.Contains(text, "\n") && b.measure.Width(text) < room {
		return nil
	}
	rows := []string{b.row(w).put("─ note ", roleDim).fill("─", roleFrame).end()}
	lines := b.wrap(text, max(1, w-4))
	end := min(len(lines), max(h-1, len(b.wrap(p.field.before, max(1, w-4)))))
	for _, l := range lines[max(0, end-(h-1)):end] {
		rows = append(rows, b.row(w).put("  ").put(l).end())
	}
	return rows
}
