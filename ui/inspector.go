package ui

import (
	"fmt"
	"slices"
	"strings"

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

// draw returns the card in height lines of just width cells.
func (c *card) draw(b brush, doc *model.Document, width, height int) []string {
	var out []string
	body, gap, links := c.parts(height)
	top := min(c.top, len(c.body)-body)
	for i, l := range c.body[top : top+body] {
		if i == body-1 && top+body < len(c.body) {
			l = b.row(width-1).put("…", roleDim).last("J more ", roleDim)
		}
		out = append(out, " "+l)
	}
	for range gap {
		out = append(out, b.row(width).end())
	}
	first, labelCells := c.hidden(height), linkCells(len(c.ties))
	for i, t := range c.ties[first : first+links] {
		r := b.row(width).put(" ")
		if n := first + i; i == links-1 && n < len(c.ties)-1 {
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

// label says in one line what a node is, to somebody who looks at from.
func label(d *model.Document, from any, n model.Node) string {
	switch n := n.(type) {
	case *model.Actor:
		return n.Name
	case *model.Mention:
		return n.Actor.Name
	case *model.Claim:
		if speaks(from, n.Speakers) {
			return n.Says(d)
		}
		return model.Speaker(d, n) + ": " + n.Says(d)
	case *model.Turn:
		if speaks(from, n.Speakers) {
			return model.Words(d, n.Content)
		}
		return model.Names(n.Speakers, "somebody") + ": " + model.Words(d, n.Content)
	case *model.Echo:
		return model.Words(d, n.Spans())
	case *model.Finding:
		if f, ok := from.(*model.Finding); ok && f.Device == n.Device {
			return model.Words(d, n.Spans())
		}
		return n.Device.Title + ": " + model.Words(d, n.Spans())
	}
	return ""
}

// speaks reports whether somebody who looks at from knows who the speakers are.
func speaks(from any, speakers []*model.Actor) bool {
	switch from := from.(type) {
	case *model.Actor:
		return slices.Contains(speakers, from)
	case *model.Claim:
		return len(speakers) > 0 && slices.Equal(from.Speakers, speakers)
	case *model.Turn:
		return len(speakers) > 0 && slices.Equal(from.Speakers, speakers)
	}
	return false
}

// tell says in Markdown what there is to know about an item.
func tell(i *model.Item, r *model.Reading) string {
	d := r.Document
	var b strings.Builder
	line := func(format string, words ...any) { fmt.Fprintf(&b, format+"\n", words...) }
	switch n := i.Node.(type) {
	case *model.Actor:
		line("**%s**", literal(n.Name))
		about := []string{n.Kind.String()}
		if n.Kind == model.UnknownActor {
			about = nil
		}
		if n.Unnamed {
			about = append(about, "unnamed source")
		}
		if n.Role != "" {
			about = append(about, literal(n.Role))
		}
		line("%s", strings.Join(append(about, count(len(n.Mentions), "mention")), " · "))
		if said := len(n.Claims) + len(n.Turns); said > 0 {
			share := ""
			if i.Share > 0 {
				share = ", " + model.Percent(i.Share) + " of the article's words"
			}
			line("Says %s%s.", count(said, "thing"), share)
		} else {
			line("Spoken of, never heard. *What would they say?*")
		}
	case *model.Claim:
		line("**%s** %s · %s", literal(model.Speaker(d, n)), n.Stance.Verb(), n.Mode)
		why := "found by: " + literal(n.By.Rule)
		if len(n.Cue) > 0 {
			why = "cue: “" + literal(model.Words(d, n.Cue)) + "” · " + why
		}
		line("%s%s", why, sure(n.By))
		if len(n.Source) == 0 && len(n.Speakers) == 0 {
			line("*Who says so? The article names nobody.*")
		}
	case *model.Turn:
		line("**%s** · speaks without a cue", literal(model.Names(n.Speakers, "somebody")))
		line("found by: %s%s", literal(n.By.Rule), sure(n.By))
	case *model.Echo:
		line("**%s** · after **%s**", "A source's words in the narrator's mouth", literal(model.Speaker(d, n.Claim)))
		line("Shared: “%s”", literal(model.Words(d, n.Words)))
		line("*Does the article adopt what it was told, or only repeat it?*")
	case *model.Finding:
		tier := ""
		if n.Tier == model.Minor {
			tier = " · minor"
		}
		line("**%s** · in the words of **%s**%s", literal(n.Device.Title), literal(model.Whose(d, n)), tier)
		if n.Why != "" {
			line("%s", literal(n.Why))
		}
		if n.Device.Asks != "" {
			line("*%s*", literal(n.Device.Asks))
		}
	default:
		tellRest(line, i, r)
	}
	return b.String()
}

// tellRest is tell for what is no node: a device, a mark, a group, a share.
func tellRest(line func(string, ...any), i *model.Item, r *model.Reading) {
	switch {
	case i.Device != nil:
		line("**%s** · %s · %s here", literal(i.Device.Title), literal(i.Device.Family), count(len(i.Items), "use"))
		line("%s", literal(i.Device.About))
		if i.Device.Asks != "" {
			line("*%s*", literal(i.Device.Asks))
		}
		if len(i.Device.Examples) > 0 {
			line("\n> %s\n", literal(i.Device.Examples[0]))
		}
		if i.Device.Source != "" {
			line("%s", literal(i.Device.Source))
		}
	case i.Mark != "":
		m, _ := r.Mark(i.Mark)
		if len(m.Tags) > 0 {
			line("**%s**", literal(strings.Join(m.Tags, " · ")))
		}
		if m.Note != "" {
			line("%s", noted(m.Note))
		}
		exact := make([]string, len(m.Anchors))
		for n, a := range m.Anchors {
			exact[n] = literal(a.Exact)
		}
		line("“%s”", strings.Join(exact, " … "))
		switch m.Fit() {
		case model.Moved:
			line("The article has changed; these words were found elsewhere in it.")
		case model.Doubtful:
			line("The article has changed; this is the likeliest place. *Is it the right one?* Select the passage (**v**) and press **c** to say so.")
		case model.Orphan:
			line("The article has changed; these words are gone from it. To put the note elsewhere, select a passage (**v**) and press **c**.")
		}
		by := []string{m.Changed.Format("2 January 2006")}
		if m.Author != "" {
			by = append([]string{literal(m.Author)}, by...)
		}
		line("%s", strings.Join(by, " · "))
	default:
		line("**%s** %s", literal(i.Label), literal(i.Aside))
		if i.Who != "" {
			line("%s", literal(i.Who))
		}
		if i.Why != "" {
			line("%s", literal(i.Why))
		}
		if n := len(i.Items); n > 0 {
			line("%s below; **o** opens and closes it", count(n, "line"))
		}
		if n := len(i.Spans); n > 1 {
			line("%s; **n** walks them", count(n, "passage"))
		}
	}
}

// sure says how sure the engine is, in whole percent rounded down, so that what is
// unsure never reads as even.
func sure(e model.Evidence) string {
	percent := int(e.Sure*1000+.5) / 10
	switch {
	case percent <= 0 || e.Sure >= .995:
		return ""
	case e.Unsure():
		return fmt.Sprintf(" · **unsure**: %d%%", percent)
	}
	return fmt.Sprintf(" · sure: %d%%", percent)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
