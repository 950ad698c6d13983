package source

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/model"
)

// A web page is read in two steps: readability finds the article among the rest
// of the page, and what it finds is then laid out block by block. Places count
// in the readable text, since between it and the file stands a parser that
// mends what it reads.

const (
	mostElements   = 300_000
	deepestElement = 400
)

func readHTML(b *model.Builder, raw string) error {
	root, err := html.ParseWithOptions(strings.NewReader(raw), html.ParseOptionEnableScripting(false))
	if err != nil {
		return fmt.Errorf("its HTML cannot be read: %w", err)
	}
	if err := measure(root); err != nil {
		return err
	}
	nowhere, _ := url.Parse("file:///")
	body := find(root, atom.Body)
	if found, err := readability.FromDocument(root, nowhere); err == nil && found.Node != nil && found.Length > 0 {
		body = found.Node
		noteArticle(b.Meta(), found)
	} else if t := find(root, atom.Title); t != nil {
		b.Meta().Title = Line(words(t))
	}
	p := &page{b: b}
	p.head()
	p.children(body, place{})
	return nil
}

// measure refuses a page that no article is like.
func measure(root *html.Node) error {
	depth, elements := 0, 0
	for n := root; n != nil; {
		if elements++; elements > mostElements {
			return fmt.Errorf("its HTML has more than %d elements", mostElements)
		}
		if depth > deepestElement {
			return errors.New("its HTML is nested too deep")
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			depth++
			continue
		}
		for n != nil && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return nil
}

func noteArticle(m *model.Meta, a readability.Article) {
	fill := func(field *string, s string) {
		if s = Line(s); s != "" && *field == "" {
			*field = s
		}
	}
	title := Line(a.Title)
	for _, bar := range []string{" - ", " – ", " — ", " | ", " · "} {
		if a.SiteName != "" {
			title = strings.TrimSuffix(title, bar+Line(a.SiteName))
		}
	}
	fill(&m.Title, title)
	fill(&m.Author, strings.TrimPrefix(strings.TrimPrefix(a.Byline, "By "), "by "))
	fill(&m.Site, a.SiteName)
	if a.PublishedTime != nil {
		fill(&m.Date, a.PublishedTime.Format("2 January 2006"))
	}
}

// find returns the first element of that kind, in the order of the page.
func find(n *html.Node, kind atom.Atom) *html.Node {
	if n.Type == html.ElementNode && n.DataAtom == kind {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := find(c, kind); f != nil {
			return f
		}
	}
	return nil
}

// words returns the text in n.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var out strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out.WriteString(words(c))
	}
	return out.String()
}

// page lays out the elements of an article. A block is opened by its first
// word, so that empty elements leave nothing behind.
type page struct {
	b      *model.Builder
	next   model.Block // opened by the next word
	gap    string
	open   bool
	space  bool // between the last word and the next
	pre    bool
	starts []int // of the styles around the next word; -1: it has no word yet
}

// head writes what readability found above the article.
func (p *page) head() {
	m := p.b.Meta()
	if m.Title != "" {
		p.block(model.Block{Kind: model.Headline, Level: 1}, "")
		p.text(m.Title)
	}
	var by []string
	if m.Author != "" {
		by = append(by, "By "+m.Author)
	}
	if m.Date != "" {
		by = append(by, m.Date)
	}
	if len(by) > 0 {
		p.block(model.Block{Kind: model.Byline}, "")
		p.text(strings.Join(by, " · "))
	}
}

// block makes k the block of the next word.
func (p *page) block(k model.Block, gap string) {
	p.next, p.open, p.space = k, false, false
	if gap == "" {
		gap = "\n\n"
	}
	p.gap = gap
}

// text writes words, with white space collapsed as a browser does.
func (p *page) text(s string) {
	if p.pre {
		p.write(s)
		return
	}
	for s != "" {
		word := strings.TrimLeft(s, " \t\n\r\f")
		if len(word) < len(s) {
			p.space = p.open
		}
		end := strings.IndexAny(word, " \t\n\r\f")
		if end < 0 {
			end = len(word)
		}
		if end > 0 {
			p.write(word[:end])
		}
		s = word[end:]
	}
}

func (p *page) write(s string) {
	if s == "" {
		return
	}
	if !p.open {
		p.b.Open(p.next, p.gap)
		p.open = true
	} else if p.space {
		p.b.Write(" ", model.Span{})
	}
	p.space = false
	for i := range p.starts {
		if p.starts[i] < 0 {
			p.starts[i] = p.b.Len()
		}
	}
	p.b.Write(Safe(s), model.Span{})
}

func (p *page) children(n *html.Node, at place) {
	if n == nil {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.node(c, at)
	}
}

func (p *page) node(n *html.Node, at place) {
	if n.Type == html.TextNode {
		p.text(n.Data)
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Head, atom.Button, atom.Form:
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if Line(words(n)) != p.b.Meta().Title { // which stands at the top already
			p.within(n, at, model.Block{Kind: model.Heading, Level: int(n.Data[1] - '0')})
		}
	case atom.Blockquote:
		at.quote++
		p.within(n, at, p.paragraph(at))
	case atom.Ul, atom.Ol:
		p.list(n, at)
	case atom.Figcaption, atom.Caption:
		p.within(n, at, model.Block{Kind: model.Caption})
	case atom.Pre:
		p.pre = true
		p.within(n, at, model.Block{Kind: model.Code})
		p.pre = false
	case atom.Hr:
		p.b.Open(model.Block{Kind: model.Rule}, "\n\n")
		p.block(p.paragraph(at), "")
	case atom.Br:
		if p.open {
			p.b.Write("\n", model.Span{})
			p.space = false
		}
	case atom.Tr:
		p.row(n, at)
	case atom.Em, atom.I, atom.Cite:
		p.styled(n, at, model.Emphasis, "")
	case atom.Strong, atom.B:
		p.styled(n, at, model.Strong, "")
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		p.styled(n, at, model.Monospace, "")
	case atom.S, atom.Del, atom.Strike:
		p.styled(n, at, model.Strike, "")
	case atom.A:
		if at.footnote != "" && wayBack().MatchString(attribute(n, "href")) {
			return // the arrow from a note back to its mark
		}
		p.styled(n, at, model.Link, attribute(n, "href"))
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Figure,
		atom.Address, atom.Details, atom.Summary, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Body, atom.Html:
		p.within(n, at, p.paragraph(at))
	default:
		p.children(n, at)
	}
}

// within reads n as a block of its own.
func (p *page) within(n *html.Node, at place, k model.Block) {
	p.block(k, "")
	p.children(n, at)
	p.block(p.paragraph(at), "")
}

// paragraph returns the block of a paragraph at that place.
func (p *page) paragraph(at place) model.Block {
	switch {
	case at.footnote != "":
		return model.Block{Kind: model.Footnote, Marker: at.footnote}
	case at.list > 0:
		return model.Block{Kind: model.ListItem, Level: at.list}
	case at.quote > 0:
		return model.Block{Kind: model.Quote, Level: at.quote}
	}
	return model.Block{Kind: model.Paragraph}
}

func (p *page) row(n *html.Node, at place) {
	k := model.Block{Kind: model.TableRow}
	gap := "\n"
	if find(n, atom.Th) != nil && find(n, atom.Td) == nil {
		k.Level, gap = 1, "\n\n"
	}
	p.block(k, gap)
	cells := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		if cells > 0 && p.open {
			p.b.Write("\t", model.Span{})
		}
		cells++
		p.space = false
		p.text(words(c))
		p.space = false
	}
	p.block(p.paragraph(at), "")
}

func (p *page) styled(n *html.Node, at place, s model.Style, link string) {
	p.starts = append(p.starts, -1)
	p.children(n, at)
	start := p.starts[len(p.starts)-1]
	p.starts = p.starts[:len(p.starts)-1]
	if start >= 0 {
		p.b.Style(start, s, Line(link))
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
