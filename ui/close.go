package ui

import (
	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// This file holds how layers are closed, the program being the last of them.

// close closes the top layer, and with quit the program where there is none.
func (a *App) close(quit bool) tea.Cmd {
	switch {
	case a.anchor >= 0:
		a.anchor = -1
	case a.outline.hits != nil:
		a.closeHits()
	case a.search.pattern != "":
		a.search.find(a.desk.Document, "")
		a.searched = false
	case a.outline.list().filter != "":
		a.outline.list().filter = ""
		a.outline.list().arrange()
		a.stale = true
	case a.spotlight:
		a.spotlight = false
	case quit:
		return a.leave()
	case a.picked != nil && a.mode.focus == Article:
		a.picked = nil
	default:
		a.say("nothing to close; q quits")
	}
	return nil
}

// leave ends the program when all is saved; asked twice, it does not wait. Where
// the last save failed it tries once more, and goes without only when that failed
// too and the reader, who has been told, asks again.
func (a *App) leave() tea.Cmd {
	switch {
	case a.saving && !a.leaving:
		a.leaving = true
		a.say("saving…")
		return nil
	case a.status.keeping == unkept && !a.saving && !a.warned:
		a.leaving, a.saving = true, true
		a.status.keeping = unsaved
		return save(a.desk, a.reading.Marks())
	case a.status.keeping == nowhere && !a.warned:
		a.warned = true
		a.status.problem = "Nobody keeps these notes. To leave now loses them; the same key again leaves."
		return nil
	}
	a.stop()
	d, at := a.desk.Document, a.reader.cursor()
	if d.Len() == 0 {
		return tea.Quit
	}
	b := d.Blocks()[d.BlockAt(at)]
	return leave(a.desk, model.Span{Start: at, End: max(at, min(b.End, at+80))}.Meet(d.All()))
}
