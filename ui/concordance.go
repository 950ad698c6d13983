package ui

import (
	"strings"
	"unicode/utf8"

	"lectern/model"
)

// This file holds the concordance: the hits of the search in their surroundings,
// in the outline's place.

// concordance lists the hits of the search in the outline's place.
func (a *App) concordance() {
	if len(a.search.hits) == 0 {
		a.say("nothing was searched for: / searches the article")
		return
	}
	if a.outline.hits != nil {
		a.closeHits()
		return
	}
	a.listHits(max(0, a.search.on(a.reader.cursor())))
	a.mode.focus = Outline
	a.say("enter goes to a hit; esc closes the list")
}

// listHits lays the list of hits over the tab, with that one selected.
func (a *App) listHits(selected int) {
	a.outline.hits = &list{items: a.search.concordance(a.desk.Document), touched: true}
	a.outline.hits.arrange()
	a.outline.hits.at = selected
	a.picked, a.searched = a.outline.hits.item(), true
}

func (a *App) closeHits() {
	if a.outline.hits != nil {
		a.outline.hits = nil
		a.picked = nil
		if a.outline.list().touched {
			a.picked = a.outline.list().item()
		}
	}
}

// around is how many code points of a line the concordance looks at on either
// side of a hit.
const around = 80

// concordance lists the hits with what stands before (Who) and after them
// (About).
func (s *search) concordance(d *model.Document) []*model.Item {
	items := make([]*model.Item, len(s.hits))
	for n, h := range s.hits {
		b := d.Blocks()[d.BlockAt(h.Start)]
		before := d.Text(model.Span{Start: min(b.Start, h.Start), End: h.Start})
		after := d.Text(model.Span{Start: h.End, End: max(b.End, h.End)})
		items[n] = &model.Item{Who: flat(before[len(before)-lastRunes(before, around):]), Label: flat(d.Text(h)),
			About: flat(after[:firstRunes(after, around)]), Spans: []model.Span{h}}
	}
	return items
}

// firstRunes and lastRunes return the length in bytes of at most n code points at
// the beginning and at the end of s; they look at no more of it, since a block can
// be a whole article in one line.
func firstRunes(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

func lastRunes(s string, n int) (length int) {
	for ; n > 0 && length < len(s); n-- {
		_, size := utf8.DecodeLastRuneInString(s[:len(s)-length])
		length += size
	}
	return length
}

func flat(s string) string { return strings.ReplaceAll(s, "\n", " ") }
