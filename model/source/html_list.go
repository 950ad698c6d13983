package source

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/model"
)

// list reads the items of a list, and those that are notes as footnotes.
func (p *page) list(n *html.Node, at place) {
	at.list++
	outer := at.footnote
	number := 1
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		number = start
	}
	for item := n.FirstChild; item != nil; item = item.NextSibling {
		if item.DataAtom != atom.Li {
			p.node(item, at)
			continue
		}
		k := model.Block{Kind: model.ListItem, Level: at.list, Marker: "•"}
		if n.DataAtom == atom.Ol {
			k.Marker = strconv.Itoa(number) + "."
			number++
		}
		gap := "\n"
		if item.PrevSibling == nil {
			gap = "\n\n"
		}
		at.footnote = ""
		if isFootnote(item) {
			at.footnote = k.Marker
			k, gap = p.paragraph(at), ""
		}
		p.block(k, gap)
		first := item.FirstChild
		for first != nil && first.Type == html.TextNode && strings.TrimSpace(first.Data) == "" {
			first = first.NextSibling
		}
		if first != nil && first.DataAtom == atom.P { // its words are the item's first
			p.children(first, at)
			p.block(p.paragraph(at), "")
			first = first.NextSibling
		}
		for c := first; c != nil; c = c.NextSibling {
			p.node(c, at)
		}
	}
	at.list--
	at.footnote = outer
	p.block(p.paragraph(at), "")
}

// isFootnote reports whether a list item is a note: by the role that EPUB and
// Pandoc give it, or by the name to which its mark in the text leads.
func isFootnote(item *html.Node) bool {
	role := attribute(item, "role")
	return role == "doc-endnote" || role == "doc-footnote" || noteName().MatchString(attribute(item, "id"))
}

var (
	noteName = lazily(`^(user-content-)?(fn|footnote|endnote|cite_note|note)([-_:.][\w-]*)?\d$`)
	wayBack  = lazily(`^#(user-content-)?(fnref|footnote-?ref|endnote-?ref|cite_ref|ref)`)
)
