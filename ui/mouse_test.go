package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func (p *player) click(x, y int) {
	p.run(p.mouse(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}))
}

func (p *player) wheel(x, y int, b tea.MouseButton) {
	p.run(p.mouse(tea.MouseWheelMsg{X: x, Y: y, Button: b}))
}

// A drag selects what it goes over, a click lets it go; a drag that began in the
// outline selects nothing.
func TestDrag(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	l := p.layout
	to := func(x, y int) { p.run(p.mouse(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})) }
	p.click(l.article.x+gutter, l.article.y)
	to(l.article.x+gutter+4, l.article.y)
	to(l.article.x+gutter+8, l.article.y)
	if got := p.desk.Document.Text(p.selection()); got != "The night" {
		t.Errorf("the drag selected %q", got)
	}
	p.click(l.article.x+gutter+2, l.article.y)
	if !p.selection().IsEmpty() {
		t.Error("a click does not drop what was dragged over")
	}
	p.click(l.outline.x+5, l.outline.y+1)
	to(l.article.x+gutter+8, l.article.y)
	if !p.selection().IsEmpty() {
		t.Error("a drag from the outline selects text")
	}
}

func TestMouse(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	l := p.layout
	for x := range l.tabs.w {
		if tab, ok := p.tabAt(x, l.tabs.w); ok && tab == Claims {
			p.click(l.tabs.x+x, l.tabs.y)
			break
		}
	}
	if p.outline.tab != Claims {
		t.Fatal("a click on a tab does not open it")
	}
	p.click(l.outline.x+5, l.outline.y+3)
	if p.mode.focus != Outline || p.picked == nil || p.outline.list().at != 3 {
		t.Fatal("a click on a line does not select it")
	}
	for y := range l.card.h {
		if p.card.row(y, l.card.h) == 0 {
			p.click(l.card.x+4, l.card.y+y)
			break
		}
	}
	if p.outline.tab != Actors {
		t.Error("a click on a link of the card does not follow it")
	}
	p.click(l.article.x+gutter+3, l.article.y)
	if p.mode.focus != Article || p.reader.cursor() != 3 {
		t.Errorf("a click in the article put the cursor on %d", p.reader.cursor())
	}
	top := p.reader.top
	p.wheel(l.article.x+5, l.article.y+5, tea.MouseWheelDown)
	if p.reader.top == top {
		t.Error("the wheel does not scroll the article")
	}
	p.wheel(l.article.x+5, l.article.y+5, tea.MouseWheelUp)
	if p.reader.top != top {
		t.Error("the wheel does not scroll back")
	}
	p.send(Help{})
	p.wheel(40, 10, tea.MouseWheelDown)
	if p.sheet == nil || p.sheet.top == 0 {
		t.Error("the wheel does not scroll the help")
	}
	for _, at := range [][2]int{{-1, -1}, {1000, 1000}, {0, 0}, {79, 23}} {
		p.click(at[0], at[1])
	}
}
