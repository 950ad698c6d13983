package ui

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// do carries out an intent. What cannot be done now says why.
func (a *App) do(want Intent) tea.Cmd {
	a.say("")
	if open := a.sheet; open != nil && a.sheetDoes(want) {
		if open.tour && a.sheet != open {
			return seen(a.desk)
		}
		return nil
	}
	list := a.outline.list()
	switch want := want.(type) {
	case Move:
		a.move(want)
	case Scroll:
		a.scroll(want)
	case Click:
		return a.click(want)
	case Drag:
		a.drag(want)
	case Switch:
		a.focus(a.other())
	case Show:
		a.show(want.Tab)
	case Follow:
		a.follow()
	case FollowLink:
		a.followLink(want.Name)
	case Place:
		a.place(want.Step)
	case Next:
		a.next(want.Step)
	case Back:
		a.back()
	case Forward:
		a.forward()
	case Remember:
		a.places[want.Letter] = a.reader.cursor()
		a.say(fmt.Sprintf("remembered; '%c comes back here", want.Letter))
	case Return:
		a.comeBack(want.Letter)
	case Search:
		a.prompt = &prompt{purpose: searching, from: a.spot()}
	case SearchWord:
		a.searchWord()
	case Filter:
		a.closeHits()
		a.prompt = &prompt{purpose: filtering, was: a.outline.list().filter}
		a.prompt.field.insert(a.prompt.was, false)
	case Palette:
		a.prompt = &prompt{purpose: commanding}
		a.prompt.choose(a.mode.focus)
	case Concordance:
		a.concordance()
	case Fold:
		if !list.fold() {
			a.say("nothing to fold here")
		}
		a.pick()
	case FoldAll:
		if !list.foldAll() {
			a.say("nothing to fold here")
		}
		a.pick()
	case Unfold:
		if !list.unfold(want.Open) {
			a.say("nothing to fold here")
		}
		a.pick()
	case Sort:
		a.sort()
	case Spotlight:
		a.toggle(&a.spotlight, "spotlight on: all but the selection is dimmed", "spotlight off")
		if a.spotlight && len(a.walked()) == 0 {
			a.spotlight = false
			a.say("select something first: enter on a passage, or tab")
		}
	case Layers:
		a.toggle(&a.all, "all layers: the marks of every tab", "only the marks of this tab")
		a.stale = true
	case Minor:
		a.toggle(&a.outline.minor, "minor findings shown in Framing", "minor findings hidden")
		a.relist(Framing)
	case Zoom:
		a.mode.zoom = !a.mode.zoom
		if a.w < twoPanes {
			a.mode.zoom = false
			a.say("one pane anyway below 80 columns; tab for the other")
		}
	case Select:
		a.selecting()
	case Note:
		a.note()
	case Tag:
		a.tag()
	case Change:
		return a.changing()
	case Delete:
		return a.remove()
	case Undo:
		return a.undo(a.reading.Undo, "undone: ", "nothing to undo")
	case Redo:
		return a.undo(a.reading.Redo, "done again: ", "nothing to do again")
	case Copy:
		if q, ok := a.quotation(); ok {
			a.anchor = -1
			a.say("copied " + q)
			return tea.SetClipboard(q)
		}
		a.say("nothing to copy here")
	case Help:
		a.open(helpSheet(a.mode.focus))
	case Tour:
		a.open(tourSheet())
	case Pause:
		return a.pause()
	case Redraw:
		a.say("drawn anew")
		return tea.ClearScreen
	case Suspend:
		a.say("back from the shell")
		return tea.Suspend
	case Close:
		return a.close(want.Quit)
	case Leave:
		return a.leave()
	}
	return nil
}

// press takes one key as Bubble Tea calls it, and the text that it types.
func (a *App) press(key, text string) tea.Cmd {
	a.status.problem, a.status.notice = "", ""
	if a.layout.small && key != "ctrl+c" && key != "q" {
		return nil
	}
	if a.prompt != nil {
		return a.typed(key, text)
	}
	pending := a.pending
	a.pending = ""
	switch {
	case key == "ctrl+c":
		pending = "" // it quits in the middle of anything
	case pending != "" && key == "esc":
		a.say("")
		return nil
	}
	if utf8.RuneCountInString(text) == 1 && text != " " {
		key = text // "G", not "shift+g"
	}
	want, more := wanted(pending, key, a.mode.focus)
	switch {
	case more:
		a.pending = key
		return nil
	case a.moreOfLink(want):
		a.pending = pending + key
		return nil
	case want == nil:
		a.say(pending + key + " means nothing here; ? shows the keys")
		return nil
	}
	return a.do(want)
}

// say puts words into the status line until the next key.
func (a *App) say(words string) { a.status.says = words }

func (a *App) toggle(what *bool, on, off string) {
	*what = !*what
	if *what {
		a.say(on)
	} else {
		a.say(off)
	}
}

func (a *App) other() Pane {
	if a.mode.focus == Article {
		return Outline
	}
	return Article
}

// focus gives the keyboard to a pane. A cursor that is out of sight in the
// article comes to what is shown there, and that can be taken back; with a
// selection open, which it would widen, the article comes to the cursor.
func (a *App) focus(p Pane) {
	switch {
	case p != Article || a.mode.focus != Outline:
	case a.anchor < 0:
		a.land()
	default:
		a.reader.jump(a.reader.cursor())
	}
	a.mode.focus = p
	if p == Outline && a.picked == nil { // the text stays where it is being read
		a.choose()
	}
}

func (a *App) move(want Move) {
	if a.mode.focus == Outline {
		list := a.outline.list()
		if len(list.lines) == 0 {
			a.say(a.empty())
			return
		}
		if !list.move(want.By, want.Step, a.layout.outline.h) {
			a.say("no further")
		}
		a.pick()
		return
	}
	from := a.spot()
	moved := a.reader.move(want.By, want.Step, a.reading.Analysis)
	whole := want.By == Word || want.By == Sentence || want.By == Block
	a.before = whole && want.Step > 0 && moved
	if !moved && whole && want.Step > 0 && a.anchor >= 0 {
		moved = a.reader.move(Whole, +1, a.reading.Analysis) // nothing follows: up to the end
	}
	if !moved {
		a.say("no further")
	} else if want.By == Whole {
		a.jumps.leave(from)
	}
}

func (a *App) scroll(want Scroll) {
	switch want.Pane {
	case Article:
		if !a.reader.scroll(want.Rows) {
			a.say("no further")
		}
	case Outline:
		a.outline.list().move(Line, want.Rows, 0)
		a.pick()
	case Card:
		if !a.card.scroll(want.Rows, a.layout.card.h) {
			a.say("the card has no more lines")
		}
	}
}

// selecting begins a selection at the cursor, or ends one.
func (a *App) selecting() {
	switch {
	case a.anchor >= 0:
		a.anchor = -1
		a.say("selection dropped")
	case a.mode.focus == Outline:
		a.land()
		a.mode.focus = Article
		fallthrough
	default:
		a.anchor, a.before, a.dragged = a.reader.cursor(), false, false
	}
}
