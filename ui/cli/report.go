package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"regexp"
	"strings"
	"unicode"

	"charm.land/glamour/v2"
	ansistyle "charm.land/glamour/v2/ansi"
	"charm.land/glamour/v2/styles"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"lectern/model"
	"lectern/model/export"
)

func newReport(t *terminal, o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "report FILE",
		Short: "Print the whole outline of an article: actors, claims, framing, notes",
		Args:  exactlyOne,
		RunE: func(c *cobra.Command, args []string) error {
			doc, err := t.open(args[0])
			if err != nil {
				return err
			}
			return t.report(c.Context(), o, doc)
		},
	}
}

// report prints the report on d.
func (t *terminal) report(ctx context.Context, o *options, d *model.Document) error {
	a, err := t.article(ctx, o, d)
	if err != nil {
		return err
	}
	return t.printMarkdown(o, func(w io.Writer, escape func(string) string) error {
		return export.Markdown(w, a, escape)
	})
}

// printMarkdown prints what write makes: through Glamour on a terminal, as it
// stands in a pipe. write is given how to escape words from outside.
func (t *terminal) printMarkdown(o *options, write func(w io.Writer, escape func(string) string) error) error {
	if !isTerminal(t.stdout) || os.Getenv("TERM") == "dumb" {
		return write(t.stdout, export.Backslashes)
	}
	var text bytes.Buffer
	if err := write(&text, export.References); err != nil {
		return err
	}
	style := styles.DarkStyleConfig
	if o.theme == "light" || o.theme == "auto" && lightBackground(os.Getenv("COLORFGBG")) {
		style = styles.LightStyleConfig
	}
	style.CodeBlock.Chroma = nil // code keeps the one look of code
	out, err := rendered(text.Bytes(), style, t.columns(o))
	if err != nil {
		return err
	}
	_, err = io.WriteString(colorprofile.NewWriter(t.stdout, os.Environ()), out)
	return err
}

// rendered returns Markdown as Glamour dresses it, in lines of width cells.
func rendered(markdown []byte, style ansistyle.StyleConfig, width int) (string, error) {
	r, err := glamour.NewTermRenderer(glamour.WithStyles(style), glamour.WithWordWrap(width-len(hang)))
	if err != nil {
		return "", err
	}
	out, err := r.RenderBytes(markdown)
	return hung(padding.ReplaceAllString(onlyColours(string(out)), "\x1b[m\n")), err
}

// hang is by how much the further lines of an item stand in.
const hang = "  "

// hung indents the further lines of every item of a list, which Glamour begins
// below the bullet.
func hung(text string) string {
	var b strings.Builder
	item := false
	for line := range strings.Lines(text) {
		switch shown := strings.TrimSpace(ansi.Strip(line)); {
		case strings.HasPrefix(shown, "• "):
			item = true
		case shown == "":
			item = false
		case item:
			b.WriteString(hang)
		}
		b.WriteString(line)
	}
	return b.String()
}

// padding is the coloured spaces with which Glamour fills each line.
var padding = regexp.MustCompile(`(?:\x1b\[[0-9;:]*m|[ \t])*\n`)

// columns returns how wide to print: the terminal, but no wider than is good to
// read.
func (t *terminal) columns(o *options) int {
	width := 80
	if f, ok := t.stdout.(*os.File); ok {
		if w, _, err := term.GetSize(f.Fd()); err == nil && w > 0 {
			width = w
		}
	}
	return max(20, min(width, o.width+4))
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// lightBackground reads COLORFGBG, "15;0" or "0;default;15", in which some
// terminals say what they look like without being asked.
func lightBackground(colorfgbg string) bool {
	bg := colorfgbg[strings.LastIndexByte(colorfgbg, ';')+1:]
	return bg == "7" || bg == "15"
}

// onlyColours returns s without any escape sequence or control character other
// than SGR, newline and tab. Glamour makes links of its own (OSC 8); whatever
// else it might let through stays out of the terminal.
func onlyColours(s string) string {
	var b strings.Builder
	var state byte
	for len(s) > 0 {
		seq, width, n, next := ansi.DecodeSequence(s, state, nil)
		state = next
		switch {
		case seq == "\n", seq == "\t":
			b.WriteString(seq)
		case strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m") && strings.Trim(seq[2:len(seq)-1], "0123456789;:") == "":
			b.WriteString(seq)
		case width > 0 || seq[0] >= 0xc2: // letters, and marks without width of their own
			if !strings.ContainsFunc(seq, unicode.IsControl) {
				b.WriteString(seq)
			}
		}
		s = s[n:]
	}
	return b.String()
}
