package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// View implements [tea.Model].
func (a *App) View() tea.View {
	v := tea.NewView(strings.Join(a.draw(), "\n"))
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = a.desk.Document.Meta().Title
	v.OnMouse = a.mouse
	if x, y, ok := a.caret(); ok {
		v.Cursor = tea.NewCursor(x, y)
		v.Cursor.Blink = false
	}
	return v
}

// draw returns the screen, row by row.
func (a *App) draw() []string {
	if a.w == 0 || a.h == 0 {
		return nil
	}
	if a.layout.small {
		return a.tooSmall()
	}
	l := a.layout
	left, right := a.body()
	rows := make([]string, 0, a.h)
	rows = append(rows, a.headLine(l.head.w))
	margin := strings.Repeat(" ", max(0, min(l.article.x, a.w)))
	for y := range a.h - 2 {
		var b strings.Builder
		if left != nil {
			b.WriteString(margin)
			b.WriteString(left[y])
		}
		if left != nil && right != nil {
			b.WriteString(a.between(y))
		}
		if right != nil {
			b.WriteString(right[y])
		}
		rows = append(rows, b.String())
	}
	a.overlay(rows)
	last := a.statusLine(l.status.w)
	if a.prompt != nil {
		last, _ = a.prompt.draw(a.brush, l.status.w, a.aside())
	}
	return append(rows, last)
}

// body draws the panes; one that is not shown is nil.
func (a *App) body() (left, right []string) {
	l := a.layout
	if l.article.w > 0 {
		left = append([]string{a.titleLine(l.title.w)}, a.reader.draw(a.scene, a.brush.theme)...)
	}
	if l.outline.w > 0 {
		right = append(right, a.tabsLine(l.tabs.w))
		right = append(right, a.outlineRows(l.outline)...)
		if l.rule.h > 0 {
			right = append(right, a.ruleLine(l.rule.w))
		}
		right = append(right, a.card.draw(a.brush, a.desk.Document, l.card.w, l.card.h)...)
	}
	return left, right
}

// between draws the column between the panes, joined to the rule of the card.
func (a *App) between(y int) string {
	if y+1 == a.layout.rule.y {
		return a.brush.theme.paint("├", roleFrame)
	}
	return a.brush.theme.paint("│", roleFrame)
}

// outlineRows draws the outline's list.
func (a *App) outlineRows(r rect) []string {
	list := a.outline.list()
	var out []string
	if len(list.lines) == 0 {
		out = a.emptyList(r.w)
	}
	for n := list.top; n < len(list.lines) && len(out) < r.h; n++ {
		out = append(out, a.listLine(n, r.w))
	}
	for len(out) < r.h {
		out = append(out, strings.Repeat(" ", r.w))
	}
	return out[:r.h]
}

// overlay puts what lies over the panes on the rows: a sheet, or the palette.
func (a *App) overlay(rows []string) {
	var over []string
	switch {
	case a.sheet != nil:
		over = a.sheet.draw(a.brush, a.w, len(rows)-1)
	case a.prompt != nil && a.prompt.purpose == commanding:
		over = a.prompt.list(a.brush, a.w, min(len(rows)-1, 12))
	case a.prompt != nil && a.prompt.purpose == noting:
		over = a.prompt.page(a.brush, a.w, min(len(rows)-1, 10), a.aside())
	case a.prompt == nil:
		over = a.told(a.w, len(rows)-1)
	}
	copy(rows[len(rows)-len(over):], over)
}

// caret returns where the terminal's own cursor stands: where words are being
// typed, else on the selected line, so that a screen reader follows.
func (a *App) caret() (x, y int, ok bool) {
	l := a.layout
	switch {
	case a.w == 0 || l.small:
		return 0, 0, false
	case a.prompt != nil:
		_, x = a.prompt.draw(a.brush, l.status.w, a.aside())
		return x, l.status.y, true
	case a.sheet != nil:
		return 0, l.head.y + 1, true
	case a.mode.focus == Outline:
		list := a.outline.list()
		return l.outline.x, l.outline.y + max(0, min(list.at-list.top, l.outline.h-1)), true
	}
	x, y = a.reader.cell()
	return l.article.x + x, l.article.y + y, y >= 0 && y < l.article.h
}

func (a *App) tooSmall() []string {
	rows := make([]string, a.h)
	words := a.brush.wrap(fmt.Sprintf("too small: %d×%d needed", leastWidth, leastHeight), max(1, a.w))
	for i := range rows {
		if i < len(words) {
			rows[i], _ = a.brush.measure.Fit(words[i], a.w)
		}
	}
	return rows
}
