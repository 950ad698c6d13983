package ui

import tea "charm.land/bubbletea/v2"

// wheelRows is how far one notch of the wheel goes.
const wheelRows = 3

// mouse turns what the mouse did into an intent. It decides by the layout alone
// and changes nothing.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	want := a.meant(msg, m.X, m.Y, m.Button)
	if want == nil || a.prompt != nil {
		return nil
	}
	return func() tea.Msg { return want }
}

func (a *App) meant(msg tea.MouseMsg, x, y int, button tea.MouseButton) Intent {
	l := a.layout
	pane, r := Article, l.article
	switch {
	case l.outline.has(x, y):
		pane, r = Outline, l.outline
	case l.card.has(x, y):
		pane, r = Card, l.card
	case a.sheet != nil || l.article.has(x, y):
	case l.tabs.has(x, y) && a.sheet == nil:
		if _, click := msg.(tea.MouseClickMsg); click {
			if t, ok := a.tabAt(x-l.tabs.x, l.tabs.w); ok {
				return Show{t}
			}
		}
		return nil
	default:
		return nil
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		switch button {
		case tea.MouseWheelDown:
			return Scroll{pane, wheelRows}
		case tea.MouseWheelUp:
			return Scroll{pane, -wheelRows}
		}
	case tea.MouseMotionMsg:
		if button == tea.MouseLeft && pane == Article && a.sheet == nil {
			return Drag{x - r.x, y - r.y}
		}
	case tea.MouseClickMsg:
		if button == tea.MouseLeft {
			return Click{pane, x - r.x, y - r.y}
		}
	}
	return nil
}

// drag selects from where the mouse was pressed, which had put the cursor there,
// to where it is now. A drag that began in another pane selects nothing.
func (a *App) drag(d Drag) {
	at := a.reader.byteAt(d.X, d.Y)
	if a.mode.focus != Article || at == a.reader.cursor() {
		return
	}
	if a.anchor < 0 {
		a.anchor, a.dragged = a.reader.cursor(), true
	}
	a.before = false
	a.reader.put(at)
	a.say("a note, t tag, y copy; a click drops the selection")
}

// click puts the cursor where the mouse is. A second click on the same thing
// follows it.
func (a *App) click(c Click) tea.Cmd {
	switch c.Pane {
	case Article:
		at := a.reader.byteAt(c.X, c.Y)
		again := at == a.reader.cursor() && a.mode.focus == Article
		a.mode.focus = Article
		if a.dragged { // what the last drag selected is let go
			a.anchor, a.dragged = -1, false
		}
		a.reader.put(at)
		if again {
			a.follow()
		}
	case Outline:
		list := a.outline.list()
		n := list.top + c.Y
		if n >= len(list.lines) {
			return nil
		}
		again := n == list.at && a.mode.focus == Outline
		a.mode.focus = Outline
		list.at = n
		a.pick()
		if again && !list.fold() {
			a.follow()
		}
	case Card:
		if i := a.card.row(c.Y, a.layout.card.h); i >= 0 {
			a.followLink(linkLabel(i, len(a.card.ties)))
		}
	}
	return nil
}
