package ui

import (
	"fmt"
	"slices"
	"sort"

	"lectern/model"
)

// This file holds the walking between linked passages. Whatever is selected has
// places; n and N walk them, enter and the links of the card lead on.

// cycle remembers what enter found at a byte, so that enter again goes outwards.
type cycle struct {
	at    int
	found []any // keys, innermost first
	next  int
}

// pick makes the outline's line the selected thing and shows its first passage;
// the article's cursor stays, and while the article is read, so does the article.
func (a *App) pick() {
	a.choose()
	if a.picked != nil && a.mode.focus == Outline && len(a.picked.Spans) > 0 && !a.anySeen(a.picked.Spans) {
		a.reader.reveal(a.picked.Spans[0])
	}
}

// choose makes the outline's line the selected thing.
func (a *App) choose() {
	list := a.outline.list()
	list.touched = true
	a.picked = list.item()
	a.searched = a.outline.hits != nil
}

// anySeen reports whether one of spans begins on the screen. An actor is in
// sight if one of its mentions is.
func (a *App) anySeen(spans []model.Span) bool {
	if a.picked.Node == nil || len(spans) == 1 {
		return a.reader.sees(spans[0].Start)
	}
	if _, actor := a.picked.Node.(*model.Actor); !actor {
		return a.reader.sees(spans[0].Start)
	}
	return slices.ContainsFunc(spans, func(s model.Span) bool { return a.reader.sees(s.Start) })
}

// land puts the cursor on what the article shows, if it is out of sight.
func (a *App) land() {
	if a.reader.sees(a.reader.cursor()) {
		return
	}
	from := a.spot()
	if a.picked != nil {
		for _, s := range a.picked.Spans {
			if a.reader.sees(s.Start) {
				a.jumps.leave(from)
				a.reader.put(s.Start)
				return
			}
		}
	}
	a.reader.jump(a.reader.cursor())
}

// follow goes from an item to its first passage, or from a passage to its item.
func (a *App) follow() {
	if a.mode.focus == Article {
		a.followText()
		return
	}
	list := a.outline.list()
	i := list.item()
	switch {
	case i == nil:
		a.say(a.empty())
	case len(i.Spans) == 0:
		if !list.fold() {
			a.say("it stands nowhere in the text")
		}
	default:
		a.jumps.leave(a.spot())
		a.picked = i
		a.mode.focus = Article
		a.reader.jump(i.Spans[0].Start)
	}
}

// followText selects the item of the innermost passage under the cursor; where
// nothing moved since, that of the next one out.
func (a *App) followText() {
	at := a.reader.cursor()
	if a.cycle.at == at && len(a.cycle.found) > 0 && a.picked != nil && a.picked.Key() == a.cycle.found[a.cycle.next] {
		a.cycle.next = (a.cycle.next + 1) % len(a.cycle.found)
	} else {
		a.cycle = cycle{at: at, found: a.under(at)}
	}
	if len(a.cycle.found) == 0 {
		a.say("nothing stands here; ] goes to the next mark")
		if a.reading.Analysis == nil && a.status.analysis == underway {
			a.say("the article is still being analysed")
		}
		return
	}
	key := a.cycle.found[a.cycle.next]
	if !a.reach(key) {
		a.say("it is not in the outline")
		return
	}
	what := a.picked.Label
	if n, ok := key.(model.Node); ok {
		what = label(a.desk.Document, nil, n)
	}
	if n := len(a.cycle.found); n > 1 {
		what = fmt.Sprintf("%d of %d here: %s", a.cycle.next+1, n, what)
	}
	a.say(what)
}

// under returns the keys of what stands at a byte: what the tab marks before
// what other tabs would, innermost first.
func (a *App) under(at int) []any {
	var here, other []any
	sized := func(spans []model.Span) (n int) {
		for _, s := range spans {
			if s.Has(at) && (n == 0 || s.Len() < n) {
				n = s.Len()
			}
		}
		return n
	}
	marks := slices.DeleteFunc(slices.Clone(a.reading.Marks()), func(m model.Mark) bool { return sized(m.Spans()) == 0 })
	slices.SortStableFunc(marks, func(x, y model.Mark) int { return sized(x.Spans()) - sized(y.Spans()) })
	for _, m := range marks {
		if a.outline.tab == Notes {
			here = append(here, m.ID)
		} else {
			other = append(other, m.ID)
		}
	}
	if found := a.reading.Analysis; found != nil {
		for _, n := range found.At(at, func(n model.Node) bool {
			f, ok := n.(*model.Finding)
			return !ok || f.Tier == model.Core || a.outline.minor
		}) {
			if tabOf(n) == a.outline.tab {
				here = append(here, n)
			} else {
				other = append(other, n)
			}
		}
	}
	return append(here, other...)
}

func tabOf(key any) Tab {
	switch key.(type) {
	case *model.Actor, *model.Mention:
		return Actors
	case *model.Claim, *model.Turn, *model.Echo:
		return Claims
	case *model.Finding, *model.Device:
		return Framing
	}
	return Notes
}

// reach selects the item with that key in its tab.
func (a *App) reach(key any) bool {
	if m, ok := key.(*model.Mention); ok {
		key = m.Actor
	}
	t := tabOf(key)
	if f, ok := key.(*model.Finding); ok && f.Tier == model.Minor && !a.outline.minor {
		a.outline.minor = true
		a.relist(Framing)
	}
	if !a.outline.lists[t].reach(key, nil) {
		return false
	}
	a.closeHits()
	a.outline.lists[t].touched = true
	a.searched = false
	a.outline.tab, a.stale = t, true
	a.picked = a.outline.list().item()
	return true
}

// walked returns the places that n walks.
func (a *App) walked() []model.Span {
	switch {
	case a.searched:
		return a.search.hits
	case a.picked != nil:
		return a.picked.Spans
	}
	return nil
}

// place goes to the next or the previous place of the selection or the search.
func (a *App) place(step int) {
	spans := a.walked()
	if len(spans) == 0 {
		switch {
		case a.searched:
			a.say("“" + a.search.pattern + "” is not in the article")
		case a.picked != nil:
			a.say("it stands nowhere in the text")
		default:
			a.say("nothing is selected yet: enter on a passage, tab, or /")
		}
		return
	}
	a.walk(a.spot(), step)
}

// walk goes to the next or the previous of the places that n walks, which must be
// some; from is what going back leads to.
func (a *App) walk(from spot, step int) {
	spans := a.walked()
	n, round := nextSpan(spans, a.reader.cursor(), step)
	a.jumps.leave(from)
	a.reader.jump(spans[n].Start)
	a.goneRound(round, step)
}

// goneRound says that the places began anew.
func (a *App) goneRound(round bool, step int) {
	switch {
	case round && step > 0:
		a.say("from the end to the beginning")
	case round:
		a.say("from the beginning to the end")
	}
}

// next goes to the next or the previous mark of the tab.
func (a *App) next(step int) {
	spans := a.marked()
	if len(spans) == 0 {
		a.say(a.empty())
		return
	}
	n, round := nextSpan(spans, a.reader.cursor(), step)
	a.jumps.leave(a.spot())
	a.mode.focus = Article
	a.reader.jump(spans[n].Start)
	a.goneRound(round, step)
}

// marked returns all that the tab marks, in text order: sorted when it is first
// asked for, since a long article has a hundred thousand.
func (a *App) marked() []model.Span {
	if a.scene.marked == nil {
		for _, l := range a.outline.layers(a.outline.tab) {
			a.scene.marked = append(a.scene.marked, l.spans...)
		}
		slices.SortFunc(a.scene.marked, model.Span.Compare)
	}
	return a.scene.marked
}

// nextSpan returns the index of the next span after a byte, or of the previous
// one before it, and whether it had to go round. spans are in text order.
func nextSpan(spans []model.Span, at, step int) (n int, round bool) {
	if step > 0 {
		n = sort.Search(len(spans), func(i int) bool { return spans[i].Start > at })
		return n % len(spans), n == len(spans)
	}
	n = sort.Search(len(spans), func(i int) bool { return spans[i].Start >= at }) - 1
	if n < 0 {
		return len(spans) - 1, true
	}
	return n, false
}
