package typeset

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A Measure says how many cells the terminal gives to a text. Until the
// terminal has confirmed mode 2027 it counts code points one by one; after
// that it counts grapheme clusters. The two disagree about joined emoji, skin
// tones and keycaps, so in the first case those are left out of what is shown,
// never of the text.
type Measure struct {
	Graphemes bool // mode 2027 is on
}

// Prepare makes the table of widths, which else the first character beyond ASCII
// waits for. It may run beside anything.
func Prepare() { ansi.StringWidthWc("—") }

// A Glyph is what one grapheme cluster of the text becomes on the screen.
type Glyph struct {
	Bytes int    // of the text
	Shown string // what is drawn; never a control character, empty for a cluster without width
	Cells int
}

// tabStop is how many cells a tab moves on; text that keeps its tabs is code.
const tabStop = 4

// Next returns the first glyph of s, which must not be empty.
func (m Measure) Next(s string) Glyph {
	c := s[0]
	switch {
	case c >= 0x20 && c < 0x7f && (len(s) == 1 || s[1] < utf8.RuneSelf):
		return Glyph{1, s[:1], 1}
	case c == '\t':
		return Glyph{1, strings.Repeat(" ", tabStop), tabStop}
	case c < 0x20 || c == 0x7f:
		return Glyph{1, " ", 1} // a line break that is not at a line's end, or what no gate should have let through
	}
	cluster, cells := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if len(cluster) == 0 {
		_, n := utf8.DecodeRuneInString(s)
		return Glyph{n, "\ufffd", 1}
	}
	if m.Graphemes {
		return Glyph{len(cluster), cluster, cells}
	}
	shown := simplify(cluster)
	return Glyph{len(cluster), shown, ansi.StringWidthWc(shown)}
}

// Width returns the cells that s takes on one line.
func (m Measure) Width(s string) int {
	w := 0
	for len(s) > 0 {
		g := m.Next(s)
		w += g.Cells
		s = s[g.Bytes:]
	}
	return w
}

// Fit returns what is shown of s in at most cells cells, with an ellipsis where
// something had to go, and the cells that it takes.
func (m Measure) Fit(s string, cells int) (shown string, width int) {
	var b strings.Builder
	cut, cutWidth := 0, 0 // how much still leaves room for the ellipsis
	for rest := s; len(rest) > 0; {
		g := m.Next(rest)
		if width+g.Cells > cells {
			if cells < 1 {
				return "", 0
			}
			return b.String()[:cut] + "…", cutWidth + 1
		}
		b.WriteString(g.Shown)
		width += g.Cells
		if width < cells {
			cut, cutWidth = b.Len(), width
		}
		rest = rest[g.Bytes:]
	}
	return b.String(), width
}

// simplify drops the code points that only join or vary others.
func simplify(cluster string) string {
	if utf8.RuneCountInString(cluster) == 1 {
		return cluster
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0x200d, r == 0xfe0f, r == 0xfe0e, r == 0x20e3, r >= 0x1f3fb && r <= 0x1f3ff:
			return -1
		}
		return r
	}, cluster)
}
