package ui

import (
	"fmt"

	"lectern/model"
)

// This file holds the jumps: every one leaves a spot that back returns to, and
// forward goes there again.

// A spot is where the reader was: in the text, and at what in the outline, or at
// which hit in the list of them.
type spot struct {
	at       int // byte under the cursor
	tab      Tab
	key      any // of the selected item; nil: none
	item     *model.Item
	picked   bool
	focus    Pane
	pattern  string // of the search
	searched bool
	hit      int // the selected one where the hits are listed, else -1
}

// jumps are the spots before and after this one, as a browser has them.
type jumps struct {
	before, after []spot
}

// leave remembers a spot before a jump away from it.
func (j *jumps) leave(s spot) {
	if n := len(j.before); n == 0 || j.before[n-1] != s {
		j.before = append(j.before, s)
	}
	j.after = nil
}

func (a *App) spot() spot {
	s := spot{at: a.reader.cursor(), tab: a.outline.tab, focus: a.mode.focus, pattern: a.search.pattern, searched: a.searched, hit: -1}
	if a.outline.hits != nil {
		s.hit = a.outline.hits.at
	}
	if s.item = a.outline.lists[a.outline.tab].item(); a.picked != nil && a.outline.hits == nil {
		s.item, s.picked = a.picked, true
	}
	if s.item != nil {
		s.key = s.item.Key()
	}
	return s
}

// to goes to a spot.
func (a *App) to(s spot) {
	a.closeHits()
	if a.outline.tab != s.tab {
		a.outline.tab, a.stale = s.tab, true
	}
	a.picked = nil
	if s.key != nil && a.outline.list().reach(s.key, s.item) && s.picked {
		a.picked = a.outline.list().item()
	}
	if s.pattern != a.search.pattern {
		a.find(s.pattern)
	}
	a.searched = s.searched
	if s.hit >= 0 {
		a.listHits(s.hit)
	}
	a.mode.focus = s.focus
	a.reader.jump(s.at)
}

func (a *App) back() {
	if !a.retrace(&a.jumps.before, &a.jumps.after) {
		a.say("no jump to take back")
	}
}

func (a *App) forward() {
	if !a.retrace(&a.jumps.after, &a.jumps.before) {
		a.say("no jump to take again")
	}
}

// retrace goes to the last spot of from, puts this one at the end of to, and reports
// whether there was any.
func (a *App) retrace(from, to *[]spot) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	here, s := a.spot(), (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, here)
	a.to(s)
	return true
}

func (a *App) comeBack(letter rune) {
	at, ok := a.places[letter]
	if !ok {
		a.say(fmt.Sprintf("no place is called %c; m%c remembers one", letter, letter))
		return
	}
	a.jumps.leave(a.spot())
	a.mode.focus = Article
	a.reader.jump(at)
}
