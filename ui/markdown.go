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

// A press renders Markdown and keeps the renderers, one a width.
type press struct {
	renderers map[int]*glamour.TermRenderer
}

// render returns text as lines of just width cells. Glamour begins every line of
// an item of a list below its bullet, so items are rendered one by one and hung.
func (p *press) render(b brush, text string, width int) []string {
	var lines []string
	for _, x := range pieces(text) {
		if x.apart && len(lines) > 0 {
			lines = append(lines, strings.Repeat(" ", width))
		}
		if !x.item || width <= 2*len(bullet) {
			lines = append(lines, p.piece(b, x.text, width)...)
			continue
		}
		lead := bullet
		for _, l := range p.render(b, x.text, width-2) {
			lines = append(lines, lead+l)
			lead = "  "
		}
	}
	return lines
}

// A piece of Markdown is an item of a list that has bullets, without its bullet,
// or whatever stands between two such.
type piece struct {
	text        string
	item, apart bool // apart: an empty line stands before it
}

// bullet is what stands before an item; two cells.
const bullet = "• "

func pieces(text string) []piece {
	var out []piece
	blank, fenced := false, false
	for line := range strings.SplitSeq(text, "\n") {
		item := !fenced && (strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* "))
		n := len(out) - 1
		inside := n >= 0 && !item && (!out[n].item || !blank || strings.HasPrefix(line, "  "))
		switch {
		case strings.TrimSpace(line) == "" && !fenced:
			blank = true
			continue
		case inside && out[n].item:
			line = strings.TrimPrefix(line, "  ")
			fallthrough
		case inside:
			if blank {
				out[n].text += "\n"
			}
			out[n].text += "\n" + line
		case item:
			out = append(out, piece{line[2:], true, blank})
		default:
			out = append(out, piece{line, false, blank})
		}
		blank = false
		if strings.HasPrefix(line, "```") && !item {
			fenced = !fenced
		}
	}
	return out
}

// piece renders what holds no list with bullets at its outermost level.
func (p *press) piece(b brush, text string, width int) []string {
	if p.renderers[width] == nil {
		r, err := glamour.NewTermRenderer(glamour.WithStyles(b.theme.sheet), glamour.WithWordWrap(width), glamour.WithPreservedNewLines())
		if err != nil {
			return b.wrap(text, width)
		}
		if p.renderers == nil {
			p.renderers = make(map[int]*glamour.TermRenderer)
		}
		p.renderers[width] = r
	}
	out, err := p.renderers[width].Render(text)
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
