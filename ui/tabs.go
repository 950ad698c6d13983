package ui

import "lectern/model"

// This file holds what the reader does to the outline as a whole.

// show opens a tab; what was selected in it is selected again.
func (a *App) show(t Tab) {
	if t == a.outline.tab && a.outline.hits == nil {
		a.say("this is " + tabNames[t] + "; tab goes to the other pane")
		return
	}
	a.closeHits()
	a.outline.tab, a.stale = t, true
	a.searched = false
	a.picked = nil
	list := a.outline.list()
	if !list.touched && orders(t)[list.order] == model.TextOrder {
		a.reader.atTop(list)
	}
	if a.mode.focus == Outline || list.touched {
		list.touched = true
		a.picked = list.item()
	}
	if len(list.lines) == 0 {
		a.say(a.empty())
	} else if list.filter != "" {
		a.say("filtered by “" + list.filter + "”; f changes that")
	}
}

// atTop selects the first item of a list in text order that begins in sight, or
// else the last one: a list that is opened for the first time opens where the
// article is being read.
func (r *reader) atTop(l *list) {
	if r.page == nil {
		return
	}
	from := r.page.Span(r.top).Start
	for n, x := range l.lines {
		if len(x.item.Spans) == 0 || x.depth > 0 {
			continue
		}
		if l.at = n; x.item.Spans[0].Start >= from {
			return
		}
	}
}

// empty says why the tab has nothing to show.
func (a *App) empty() string {
	list := a.outline.list()
	switch {
	case list.filter != "" && len(list.items) > 0:
		return "nothing fits the filter “" + list.filter + "”; f changes it"
	case a.outline.tab == Notes:
		return "no notes yet: a makes one, v selects first"
	case a.status.analysis == underway:
		return "reading the article…"
	case a.status.analysis == none:
		return "there is no analysis of this article"
	}
	words := [...]string{"nobody was found to act or to speak", "no claims were found", "no framing was found"}[a.outline.tab]
	if a.outline.tab == Framing && !a.outline.minor {
		words += "; M shows minor traces too"
	}
	return words
}

func (a *App) sort() {
	if a.outline.hits != nil {
		a.say("hits stand in text order; esc closes them")
		return
	}
	list := a.outline.list()
	names := orders(a.outline.tab)
	list.order = (list.order + 1) % len(names)
	a.outline.fill(a.outline.tab, a.reading)
	if a.picked != nil {
		list.reach(a.picked.Key(), a.picked)
		a.picked = list.item()
	}
	a.stale = true
	a.say("sorted: " + names[list.order])
}

// relist makes the items of a tab anew. A selected thing that is gone is no longer
// what n walks; what stands in its place on the list is.
func (a *App) relist(t Tab) {
	a.stale = true
	a.outline.fill(t, a.reading)
	if a.picked == nil || a.outline.tab != t || a.outline.hits != nil {
		return
	}
	list, key := a.outline.list(), a.picked.Key()
	if a.picked = list.item(); a.picked != nil && a.picked.Key() == key {
		return
	}
	model.All(list.items, func(i *model.Item) bool {
		if i.Key() == key {
			a.picked = i
		}
		return i.Key() != key
	})
}
