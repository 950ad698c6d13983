package source

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"lectern/model"
)

// Markdown is read with goldmark's parser (CommonMark, with the tables, task
// lists, strikethrough and footnotes of GFM), whose text nodes say at which
// bytes of the source they stand. What stands there is not yet the text:
// backslash escapes and character references are decoded here, piece by piece,
// so that each decoded character knows the bytes it came from.

const deepest = 64 // nesting of quotes and lists; what is deeper is read as plain text

func readMarkdown(b *model.Builder, raw string) {
	body := frontMatter(b.Meta(), raw)
	if unruly(raw) {
		readText(b, raw)
		return
	}
	// The front matter is blanked out, so that places stay those of the file.
	src := []byte(strings.Repeat(" ", body) + raw[body:])
	if body > 0 {
		src[body-1] = '\n'
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote))
	m := &markdown{b: b, raw: raw, src: src}
	m.blocks(md.Parser().Parse(text.NewReader(src)), place{})
}

// unruly reports whether raw has a line that opens more quotes and lists, or a
// paragraph with more brackets and stars, than any article has. The parser
// would take quadratic time over it.
func unruly(raw string) bool {
	const deep, wide = deepest, 4 * deepest // markers; columns before one
	opened, columns, brackets, stars := 0, 0, 0, 0
	blank := true
	for i := range len(raw) {
		switch c := raw[i]; c {
		case '\n':
			if blank {
				brackets, stars = 0, 0
			}
			opened, columns, blank = 0, 0, true
			continue
		case '\r':
			continue
		case ' ', '\t':
			columns++
			continue
		case '>', '-', '+', '*', '_', '[':
			if blank || opened > 0 {
				opened++
			}
			if blank && columns > wide {
				return true
			}
			if c == '[' {
				brackets++
			} else if c == '*' || c == '_' {
				stars++
			}
		default:
			opened = 0
		}
		blank = false
		if opened > deep && !rule(raw, i) || brackets > 3000 || stars > 20_000 {
			return true
		}
	}
	return false
}

// rule reports whether the line around raw[i] is nothing but one kind of mark,
// a long line drawn across the page.
func rule(raw string, i int) bool {
	c := raw[i]
	return c != '>' && c != '[' && strings.Count(raw[i-8:i], string(c)) >= 8
}

type markdown struct {
	b    *model.Builder
	raw  string
	src  []byte // raw with the front matter blanked out
	gap  string // before the next block
	head bool   // the headline was read
	cell bool   // in a table, where a tab is between cells only
}

// place is where a block stands: how deep in quotes and lists, and the marker
// that its first paragraph takes.
type place struct {
	quote, list int
	marker      *string
	footnote    string
}

// blocks reads the children of n.
func (m *markdown) blocks(n ast.Node, at place) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c, at)
	}
}

func (m *markdown) block(n ast.Node, at place) {
	switch n := n.(type) {
	case *ast.Heading:
		k := model.Block{Kind: model.Heading, Level: n.Level}
		if n.Level == 1 && !m.head {
			m.head, k = true, model.Block{Kind: model.Headline, Level: 1}
		}
		m.open(k)
		m.inlines(n)
		if k.Kind == model.Headline && m.b.Meta().Title == "" {
			m.b.Meta().Title = Line(m.plainText(n))
		}
	case *ast.Paragraph, *ast.TextBlock:
		if onlyImage(n) {
			if !n.FirstChild().HasChildren() {
				return // a picture without words leaves nothing to read
			}
			m.open(model.Block{Kind: model.Caption})
		} else {
			m.open(m.paragraph(n, at))
		}
		m.inlines(n)
	case *ast.Blockquote:
		at.quote++
		m.blocks(n, at)
	case *ast.List:
		m.list(n, at)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.code(n)
	case *ast.ThematicBreak:
		m.open(model.Block{Kind: model.Rule})
	case *east.Table:
		m.table(n)
	case *east.FootnoteList:
		m.blocks(n, at)
	case *east.Footnote:
		at.footnote = strconv.Itoa(n.Index) + "."
		m.blocks(n, at)
	case *ast.HTMLBlock:
		m.htmlBlock(n)
	default:
		m.blocks(n, at)
	}
}

// paragraph returns the block that the paragraph n is.
func (m *markdown) paragraph(n ast.Node, at place) model.Block {
	switch {
	case at.list > 0:
		k := model.Block{Kind: model.ListItem, Level: at.list, Marker: *at.marker}
		*at.marker = ""
		return k
	case at.footnote != "":
		return model.Block{Kind: model.Footnote, Marker: at.footnote}
	case at.quote > 0:
		return model.Block{Kind: model.Quote, Level: at.quote}
	case m.early() && byline(Line(m.plainText(n))):
		noteByline(m.b.Meta(), Line(m.plainText(n)))
		return model.Block{Kind: model.Byline}
	}
	return model.Block{Kind: model.Paragraph}
}

// early reports whether the text so far is no more than a headline.
func (m *markdown) early() bool { return m.b.Len() < 2*longHeadline }

func (m *markdown) open(k model.Block) {
	gap := m.gap
	if gap == "" {
		gap = "\n\n"
	}
	m.b.Open(k, gap)
	m.gap = ""
}

func (m *markdown) list(n *ast.List, at place) {
	at.list++
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "•"
		if n.IsOrdered() {
			marker = strconv.Itoa(number) + string(rune(n.Marker))
			number++
		}
		if box := checkBox(item); box != nil {
			marker = "[ ]"
			if box.IsChecked {
				marker = "[x]"
			}
		}
		at.marker = &marker
		if n.IsTight && (item.PreviousSibling() != nil || at.list > 1) {
			m.gap = "\n"
		}
		m.blocks(item, at)
	}
}

func checkBox(item ast.Node) *east.TaskCheckBox {
	if p := item.FirstChild(); p != nil {
		if box, ok := p.FirstChild().(*east.TaskCheckBox); ok {
			return box
		}
	}
	return nil
}

func (m *markdown) code(n ast.Node) {
	m.open(model.Block{Kind: model.Code})
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		span := model.Span{Start: s.Start, End: s.Stop}
		if i == lines.Len()-1 {
			span.End = span.Start + len(strings.TrimRight(m.raw[span.Start:span.End], "\r\n"))
		}
		gated(m.b, m.raw, span)
	}
}

func (m *markdown) table(n ast.Node) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		k := model.Block{Kind: model.TableRow}
		if _, ok := row.(*east.TableHeader); ok {
			k.Level = 1
		} else {
			m.gap = "\n"
		}
		m.open(k)
		m.cell = true
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if cell.PreviousSibling() != nil {
				m.b.Write("\t", model.Span{Start: m.at(), End: m.at()})
			}
			m.inlines(cell)
		}
		m.cell = false
	}
}

var tag = lazily(`(?s)<!--.*?-->|<[^>]*>`)

// htmlBlock reads the words between the tags of raw HTML.
func (m *markdown) htmlBlock(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	whole := model.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}
	if n.HasClosure() {
		whole.End = max(whole.End, n.ClosureLine.Stop)
	}
	opened := false
	words := func(s model.Span) {
		if s = trim(m.raw, s); s.IsEmpty() {
			return
		}
		if !opened {
			m.open(model.Block{Kind: model.Paragraph})
			opened = true
		} else {
			m.b.Write(" ", model.Span{Start: s.Start, End: s.Start})
		}
		m.words(s)
	}
	from := whole.Start
	for _, t := range tag().FindAllStringIndex(m.raw[whole.Start:whole.End], -1) {
		words(model.Span{Start: from, End: whole.Start + t[0]})
		from = whole.Start + t[1]
	}
	words(model.Span{Start: from, End: whole.End})
}

// at returns a place in the source for text that comes from nowhere.
func (m *markdown) at() int { return m.b.At() }

func onlyImage(n ast.Node) bool {
	_, ok := n.FirstChild().(*ast.Image)
	return ok && n.ChildCount() == 1
}
