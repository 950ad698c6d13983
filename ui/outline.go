package ui

import (
	"strings"

	"lectern/model"
)

// outline is the right pane: four lists, and a fifth for the hits of a search.
// It knows which lines are folded, filtered and selected, and nothing of what
// they lead to.
type outline struct {
	tab   Tab
	lists [4]list
	hits  *list // the concordance, laid over the tab while it is open
	minor bool  // findings of the lower tier are listed too
}

// A list is one tab.
type list struct {
	items   []*model.Item
	layers  []layer // what they mark in the article; nil: to be made
	lines   []line  // what is visible of items, in order
	most    float64 // the largest share among them
	order   int
	filter  string
	turned  map[any]bool // items that the reader opened or closed, by key: is it closed?
	reached map[any]bool // items that the last jump opened, by key; the next one closes them
	at      int          // the selected line
	top     int          // the first line on the screen
	touched bool         // the reader has been in it
}

// A line is an item that is not inside a folded one.
type line struct {
	item  *model.Item
	depth int
}

// list returns the one that is shown.
func (o *outline) list() *list {
	if o.hits != nil {
		return o.hits
	}
	return &o.lists[o.tab]
}

// orders returns the names of the orders of a tab.
func orders(t Tab) []string {
	return [...][]string{model.ActorOrders, model.ClaimOrders, model.FramingOrders, model.MarkOrders}[t]
}

// fill makes the items of a tab anew. Without an analysis only notes can be
// listed.
func (o *outline) fill(t Tab, r *model.Reading) {
	l := &o.lists[t]
	found := r.Analysis
	if found == nil {
		found = &model.Analysis{Document: r.Document}
	}
	switch t {
	case Actors:
		l.items = model.ActorItems(found, l.order)
	case Claims:
		l.items = model.ClaimItems(found, l.order)
	case Framing:
		l.items = model.FramingItems(found, l.order, o.minor)
	case Notes:
		l.items = model.MarkItems(r.Document, r.Marks(), l.order)
	}
	l.arrange()
}

// item returns the selected item, or nil.
func (l *list) item() *model.Item {
	if l.at < 0 || l.at >= len(l.lines) {
		return nil
	}
	return l.lines[l.at].item
}

func (l *list) closed(i *model.Item) bool {
	if l.reached[i.Key()] {
		return false
	}
	if c, ok := l.turned[i.Key()]; ok {
		return c
	}
	return i.Closed
}

func (l *list) turn(i *model.Item, closed bool) {
	if l.turned == nil {
		l.turned = make(map[any]bool)
	}
	l.turned[i.Key()] = closed
	delete(l.reached, i.Key())
}

// arrange works out the visible lines; the selected item stays selected if it
// still is among them.
func (l *list) arrange() {
	was := l.item()
	l.layers, l.lines, l.most = nil, nil, 0
	words := strings.Fields(l.filter)
	var add func(items []*model.Item, depth int, path string, whole bool)
	add = func(items []*model.Item, depth int, path string, whole bool) {
		for _, i := range items {
			own := ""
			if !whole {
				own = path + text(i)
			}
			all := whole || matches(own, words)
			if !all && !below(i, own, words) {
				continue
			}
			l.lines = append(l.lines, line{i, depth})
			l.most = max(l.most, i.Share)
			if !l.closed(i) || len(words) > 0 && !all {
				add(i.Items, depth+1, own, all)
			}
		}
	}
	add(l.items, 0, "", len(words) == 0)
	at := l.at
	l.at = max(0, min(at, len(l.lines)-1))
	if was == nil {
		return
	}
	near := -1 // an item may stand in several places: stay near the one that was selected
	for n, x := range l.lines {
		if x.item.Key() == was.Key() && (near < 0 || abs(n-at) < abs(near-at)) {
			near = n
		}
	}
	if near >= 0 {
		l.at = near
	}
}

func abs(n int) int { return max(n, -n) }

// find selects the first visible line that want accepts.
func (l *list) find(want func(*model.Item) bool) bool {
	for n, x := range l.lines {
		if want(x.item) {
			l.at = n
			return true
		}
	}
	return false
}

// reach selects the item with that key wherever it is, unfolding what it is in
// and dropping a filter that hides it. What it unfolds, the next one folds again,
// so that a jump that is taken back leaves the list as it was. Of several items it
// takes the one that is wanted, if it is there, else the last: what is said of the
// whole article comes before.
func (l *list) reach(key any, wanted *model.Item) bool {
	var path, found []*model.Item
	var look func(items []*model.Item)
	look = func(items []*model.Item) {
		for _, i := range items {
			if i.Key() == key && (found == nil || found[0] != wanted) {
				found = append([]*model.Item{i}, path...)
			}
			path = append(path, i)
			look(i.Items)
			path = path[:len(path)-1]
		}
	}
	look(l.items)
	if found == nil {
		return false
	}
	l.reached = nil
	for _, outer := range found[1:] {
		if l.closed(outer) {
			if l.reached == nil {
				l.reached = make(map[any]bool)
			}
			l.reached[outer.Key()] = true
		}
	}
	want := func(i *model.Item) bool { return i == found[0] }
	l.arrange()
	if !l.find(want) {
		l.filter = ""
		l.arrange()
		l.find(want)
	}
	return true
}
