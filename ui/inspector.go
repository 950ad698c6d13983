package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lectern/model"
)

// A card tells of one item: what it is, why it was found, what to ask, and what
// it is linked with. Words are rendered by Glamour, links are drawn here.
type card struct {
	press press
	key   any // of the item that body and ties are of
	width int
	body  []string
	ties  []model.Tie
	top   int // lines scrolled off
}

// show makes the card one of item, which may be a hit of the search; it is rendered again only if that changed.
func (c *card) show(b brush, item *model.Item, hit bool, r *model.Reading, width int) {
	var key any
	if item != nil {
		key = item.Key()
	}
	if c.key == key && c.width == width && c.body != nil {
		return
	}
	if c.key != key {
		c.top = 0
	}
	c.key, c.width, c.ties = key, width, nil
	if item == nil {
		c.body = []string{}
		return
	}
	text := tell(item, r)
	if hit {
		text = "…" + literal(item.Who+item.Label+item.About) + "…"
	}
	c.body = c.press.render(b, text, max(1, width-1))
	switch {
	case r.Analysis == nil:
	case item.Node != nil:
		c.ties = r.Analysis.Ties(item.Node)
	case item.Mark != "":
		c.ties = r.Analysis.Over(item.Spans)
	}
}

// forget makes the next show render anew.
func (c *card) forget() { c.body = nil; c.press = press{} }

// parts divides height rows between the card's words, an empty row where there
// is room to spare, and its links. The words get all that they need as long as
// half is left for links.
func (c *card) parts(height int) (body, gap, links int) {
	if len(c.ties) == 0 {
		return min(len(c.body), height), 0, 0
	}
	links = min(len(c.ties), max(height/2, height-len(c.body)))
	body = min(len(c.body), height-links)
	return body, min(1, height-links-body), links
}

// row returns the index of the tie that stands on row y of the pane, or -1.
func (c *card) row(y, height int) int {
	body, gap, links := c.parts(height)
	if y -= body + gap; y >= 0 && y < links {
		return y + c.hidden(height)
	}
	return -1
}

// hidden returns how many links are scrolled off.
func (c *card) hidden(height int) int {
	body, _, links := c.parts(height)
	return max(0, min(c.top-(len(c.body)-body), len(c.ties)-links))
}

// scroll moves the card by rows, first its words, then its links, and reports
// whether it could.
func (c *card) scroll(rows, height int) bool {
	was := c.top
	body, _, links := c.parts(height)
	c.top = max(0, min(c.top+rows, len(c.body)-body+len(c.ties)-links))
	return c.top != was
}

// goesOn returns a rendered line with a sign at its end that more follows.
func (b brush) goesOn(line string, cells int) string {
	const sign = "J more "
	room := cells - len(sign) - 1
	tail := ""
	if b.measure.Width(strings.TrimRight(ansi.Strip(line), " ")) > room {
		tail = "…"
	}
	return b.colours(ansi.Truncate(line, room, tail), room) + b.row(cells-room).last(sign, roleDim)
}

// draw returns the card in height lines of just width cells.
func (c *card) draw(b brush, doc *model.Document, width, height int) []string {
	var out []string
	body, gap, links := c.parts(height)
	top := min(c.top, len(c.body)-body)
	for i, l := range c.body[top : top+body] {
		if i == body-1 && top+body < len(c.body) {
			l = b.goesOn(l, width-1)
		}
		out = append(out, " "+l)
	}
	for range gap {
		out = append(out, b.row(width).end())
	}
	first, labelCells := c.hidden(height), linkCells(len(c.ties))
	for i, t := range c.ties[first : first+links] {
		r := b.row(width).put(" ")
		if n := first + i; i == links-1 && i > 0 && n < len(c.ties)-1 {
			r.put(fmt.Sprintf("… %d more", len(c.ties)-n), roleDim)
			out = append(out, r.last("J more ", roleDim))
			break
		} else {
			r.fit(linkLabel(n, len(c.ties)), labelCells, roleLink).put(" ")
		}
		if i > 0 && c.ties[first+i-1].How == t.How { // the one above says it
			r.put(strings.Repeat(" ", b.measure.Width(t.How)+1))
		} else {
			r.put(t.How, roleDim).put(" ")
		}
		r.put(label(doc, c.key, t.To))
		out = append(out, r.end())
	}
	for len(out) < height {
		out = append(out, b.row(width).end())
	}
	return out
}
