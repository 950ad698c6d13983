package ui

import (
	"strings"

	"charm.land/glamour/v2"
	"github.com/charmbracelet/x/ansi"
)

// Glamour renders what is Markdown to be read: cards, help, the tour, notes. It
// decodes character references and makes links of its own, so it is a gate by
// itself: words from outside go in by [literal], and of what comes out only
// colours are kept.

// literal returns s so that Markdown shows it as it stands: every ASCII
// punctuation mark as a character reference, all white space as one space.
func literal(s string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(s), " ") {
		if r > ' ' && r < 0x7f && !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			b.WriteString("&#")
			b.WriteByte('0' + byte(r)/100)
			b.WriteByte('0' + byte(r)/10%10)
			b.WriteByte('0' + byte(r)%10)
			b.WriteByte(';')
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// noted returns a note for Markdown: its own markup stands, but HTML, links and
// character references in it are only words.
func noted(s string) string {
	return strings.NewReplacer("&", "&#038;", "<", "&#060;", ">", "&#062;", "[", "&#091;", "]", "&#093;", "://", "&#058;//", "@", "&#064;", "www.", "www&#046;", "\t", " ").Replace(s)
}

// A press renders Markdown at one width after another and keeps the renderer.
type press struct {
	width    int
	renderer *glamour.TermRenderer
}

// render returns text as lines of just width cells.
func (p *press) render(b brush, text string, width int) []string {
	if p.renderer == nil || p.width != width {
		r, err := glamour.NewTermRenderer(glamour.WithStyles(b.theme.sheet), glamour.WithWordWrap(width), glamour.WithPreservedNewLines())
		if err != nil {
			return b.wrap(text, width)
		}
		p.width, p.renderer = width, r
	}
	out, err := p.renderer.Render(text)
	if err != nil {
		return b.wrap(text, width)
	}
	lines := strings.Split(strings.Trim(out, "\n"), "\n")
	for i, l := range lines {
		lines[i] = b.colours(l, width)
	}
	for len(lines) > 0 && strings.TrimSpace(ansi.Strip(lines[len(lines)-1])) == "" {
		lines = lines[:len(lines)-1]
	}
	for len(lines) > 0 && strings.TrimSpace(ansi.Strip(lines[0])) == "" {
		lines = lines[1:]
	}
	return lines
}

// colours returns one line of rendered text in just cells cells, with no escape
// sequence in it other than SGR.
func (b brush) colours(line string, cells int) string {
	var out strings.Builder
	left, state, dressed := cells, byte(0), false
	for line != "" {
		seq, width, n, next := ansi.DecodeSequence(line, state, nil)
		line, state = line[n:], next
		switch {
		case width > 0:
			g := b.measure.Next(seq)
			if g.Cells > left {
				line = ""
				break
			}
			out.WriteString(g.Shown)
			left -= g.Cells
		case strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m") && strings.Trim(seq[2:len(seq)-1], "0123456789;:") == "":
			out.WriteString(seq)
			dressed = seq != "\x1b[m" && seq != "\x1b[0m"
		}
	}
	if dressed {
		out.WriteString("\x1b[m")
	}
	return out.String() + strings.Repeat(" ", left)
}
