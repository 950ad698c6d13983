package ui

import (
	"context"
	"sync"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// This file holds what the App does about the analysis: it takes up what was
// found, first in the opening of a long article, then in the whole, and stops or
// begins it on demand.

// take takes up an analysis. What was selected, opened and left behind stays
// what it was, as far as it is found again.
func (a *App) take(msg analyzed) tea.Cmd {
	heir := func(key any) any { return key }
	if a.reading.Analysis != nil {
		twins := sync.OnceValue(msg.analysis.Twins) // large, and seldom needed
		heir = func(key any) any {
			if n, ok := key.(model.Node); ok {
				return twins()(n)
			}
			return key
		}
	}
	a.reading.Analysis, a.stale = msg.analysis, true
	for t := range Notes {
		list := &a.outline.lists[t]
		selected := list.leave(heir)
		a.outline.fill(t, a.reading)
		list.rejoin(selected)
	}
	if a.picked != nil && a.outline.hits == nil {
		a.picked = nil
		if list := a.outline.list(); list.touched {
			a.picked = list.item()
		}
	}
	a.jumps.rename(heir)
	a.cycle = cycle{}
	a.card.forget()
	if msg.news != nil {
		a.status.opening = true
		return listen(msg.news)
	}
	a.status.analysis, a.status.opening = done, false
	return nil
}

// pause stops the analysis, or begins it again.
func (a *App) pause() tea.Cmd {
	switch {
	case a.desk.Analyze == nil:
		a.say("there is no analysis at this desk")
	case a.status.analysis == done:
		a.say("the article is analysed already")
	case a.status.analysis == underway:
		a.stop()
		a.status.analysis = none
		a.say("analysis stopped; P begins it again")
	default:
		a.ctx, a.stop = context.WithCancel(context.Background())
		a.status.analysis, a.status.done = underway, 0
		return analyze(a.ctx, a.desk, a.reading.Analysis == nil)
	}
	return nil
}

// A selected line is remembered while the items of a list are made anew.
type selected struct {
	key any // nil: none
	row int // how far from the top of the pane
}

// leave gives what was opened and closed its new keys, and returns what is
// selected.
func (l *list) leave(heir func(any) any) selected {
	turned := make(map[any]bool, len(l.turned))
	for key, closed := range l.turned {
		if key = heir(key); key != nil {
			turned[key] = closed
		}
	}
	l.turned = turned
	if i := l.item(); i != nil && l.touched {
		return selected{heir(i.Key()), l.at - l.top}
	}
	return selected{}
}

// rejoin selects what was selected, on the same row of the screen; where it is
// gone, whatever stands in its place. A list that nobody has looked into begins
// at its top.
func (l *list) rejoin(s selected) {
	switch {
	case !l.touched:
		l.at, l.top = 0, 0
	case s.key != nil && l.find(func(i *model.Item) bool { return i.Key() == s.key }):
		l.top = max(0, l.at-s.row)
	}
}

// rename gives the things that spots are at their new keys.
func (j *jumps) rename(heir func(any) any) {
	for _, spots := range [][]spot{j.before, j.after} {
		for i := range spots {
			if spots[i].key != nil {
				spots[i].key = heir(spots[i].key)
			}
			spots[i].item = nil // of an outline that is gone
			spots[i].picked = spots[i].picked && spots[i].key != nil
		}
	}
}
