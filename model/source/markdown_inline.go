package source

import (
	"html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lectern/model"
)

// This file reads what stands inside a block of Markdown: styles, links, code,
// and words with their escapes and character references.

// inlines reads the inline children of n.
func (m *markdown) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.inline(c)
	}
}

var lineBreak = lazily(`(?i)^<br[ /]*>$`)

func (m *markdown) inline(n ast.Node) {
	start := m.b.Len()
	switch n := n.(type) {
	case *ast.Text:
		m.textNode(n)
	case *ast.String:
		m.b.Write(Safe(string(n.Value)), model.Span{Start: m.at(), End: m.at()})
	case *ast.Emphasis:
		m.inlines(n)
		style := model.Emphasis
		if n.Level > 1 {
			style = model.Strong
		}
		m.b.Style(start, style, "")
	case *east.Strikethrough:
		m.inlines(n)
		m.b.Style(start, model.Strike, "")
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				m.lines(model.Span{Start: t.Segment.Start, End: t.Segment.Stop}, gated)
			}
		}
		m.b.Style(start, model.Monospace, "")
	case *ast.Link:
		m.inlines(n)
		m.b.Style(start, model.Link, Line(string(n.Destination)))
	case *ast.AutoLink:
		label := string(n.Label(m.src))
		if i := strings.Index(m.raw[m.at():], label); i >= 0 {
			gated(m.b, m.raw, model.Span{Start: m.at() + i, End: m.at() + i + len(label)})
		}
		m.b.Style(start, model.Link, Line(label))
	case *ast.Image:
		m.inlines(n)
	case *ast.RawHTML:
		if n.Segments.Len() > 0 && lineBreak().MatchString(m.raw[n.Segments.At(0).Start:n.Segments.At(0).Stop]) {
			m.b.Write("\n", model.Span{Start: m.at(), End: m.at()})
		}
	case *east.TaskCheckBox, *east.FootnoteBacklink:
	case *east.FootnoteLink:
		m.b.Write("["+strconv.Itoa(n.Index)+"]", model.Span{Start: m.at(), End: m.at()})
	default:
		m.inlines(n)
	}
}

func (m *markdown) textNode(n *ast.Text) {
	s := model.Span{Start: n.Segment.Start, End: n.Segment.Stop}
	s.End = s.Start + len(strings.TrimRight(m.raw[s.Start:s.End], "\r\n"))
	if n.SoftLineBreak() || n.HardLineBreak() {
		s.End = s.Start + len(strings.TrimRight(m.raw[s.Start:s.End], " \t"))
	}
	if n.IsRaw() {
		m.lines(s, gated)
	} else {
		m.words(s)
	}
	end := s.End
	for end < len(m.raw) && strings.IndexByte(" \t\r\\", m.raw[end]) >= 0 {
		end++
	}
	if end < len(m.raw) && m.raw[end] == '\n' {
		end++
	}
	switch {
	case n.HardLineBreak():
		m.b.Write("\n", model.Span{Start: s.End, End: end})
	case n.SoftLineBreak():
		m.b.Write(" ", model.Span{Start: s.End, End: end})
	}
}

var reference = lazily(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// blanks makes spaces of what would begin a line or a cell.
var blanks = strings.NewReplacer("\n", " ", "\t", " ")

// words writes the text at s, escapes and character references decoded.
func (m *markdown) words(s model.Span) { m.lines(s, m.decoded) }

func (m *markdown) decoded(b *model.Builder, raw string, s model.Span) {
	from := s.Start
	for i := s.Start; i < s.End; {
		show, n := "", 0
		switch raw[i] {
		case '\\':
			if i+1 < s.End && isPunct(raw[i+1]) {
				show, n = raw[i+1:i+2], 2
			}
		case '&':
			if ref := reference().FindString(raw[i:s.End]); ref != "" {
				if out := html.UnescapeString(ref); out != ref {
					show, n = blanks.Replace(Safe(out)), len(ref)
				}
			}
		}
		if n == 0 {
			i++
			continue
		}
		gated(b, raw, model.Span{Start: from, End: i})
		b.Write(show, model.Span{Start: i, End: i + n})
		i += n
		from = i
	}
	gated(b, raw, model.Span{Start: from, End: s.End})
}

// lines writes s with write, and a space for each line end in it, in a cell for
// each tab too.
func (m *markdown) lines(s model.Span, write func(*model.Builder, string, model.Span)) {
	from := s.Start
	for i := s.Start; i < s.End; {
		n := lineEnd(m.raw[i:s.End])
		if m.cell && m.raw[i] == '\t' {
			n = 1
		}
		if n == 0 {
			i++
			continue
		}
		write(m.b, m.raw, model.Span{Start: from, End: i})
		m.b.Write(" ", model.Span{Start: i, End: i + n})
		i += n
		from = i
	}
	write(m.b, m.raw, model.Span{Start: from, End: s.End})
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z')
}

// plainText returns the words of n as the source has them.
func (m *markdown) plainText(n ast.Node) string {
	var out strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			out.WriteString(html.UnescapeString(m.raw[t.Segment.Start:t.Segment.Stop]))
			if t.SoftLineBreak() || t.HardLineBreak() {
				out.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}
