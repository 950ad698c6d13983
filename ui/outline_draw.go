package ui

import (
	"fmt"
	"strings"

	"lectern/model"
)

// tabNames are what the tabs are called, and how much each holds.
var tabNames = [...]string{"Actors", "Claims", "Framing", "Notes"}

// tabsLine draws the line over the outline.
func (a *App) tabsLine(cells int) string {
	r := a.brush.row(cells)
	if a.mode.focus == Outline {
		r.put("●", roleLink)
	} else {
		r.put(" ")
	}
	for t, name := range tabNames {
		if t > 0 {
			r.put(strings.Repeat(" ", a.tabGap(cells)))
		}
		if Tab(t) == a.outline.tab {
			r.put(fmt.Sprintf("%d%s", t+1, name), roleStrong, roleCursor)
		} else {
			r.put(fmt.Sprint(t+1), roleDim).put(name)
		}
	}
	return r.end()
}

// tabGap is how many cells stand between two tabs.
func (a *App) tabGap(cells int) int {
	if cells >= 42 {
		return 3
	}
	return 1
}

// tabAt returns the tab whose name is drawn at cell x of the tabs' line.
func (a *App) tabAt(x, cells int) (Tab, bool) {
	at := 1
	for t, name := range tabNames {
		if at += len(name) + 1; x < at {
			return Tab(t), true
		}
		at += a.tabGap(cells)
	}
	return 0, false
}

// ruleLine draws the line between outline and card: in what order the tab is,
// and what filters it.
func (a *App) ruleLine(cells int) string {
	r := a.brush.row(cells)
	r.put("─ ", roleFrame)
	list := a.outline.list()
	switch {
	case a.outline.hits != nil:
		r.put(fmt.Sprintf("%s of “%s”", model.Count(len(list.items), "hit"), shorten(a.search.pattern, 16)), roleDim)
	case list.filter != "":
		r.put("filter: ", roleDim).put(shorten(list.filter, 20)).put(" · "+model.Count(len(list.lines), "line"), roleDim)
	case len(list.items) == 0:
		return a.brush.row(cells).fill("─", roleFrame).end()
	default:
		r.put(orders(a.outline.tab)[list.order], roleDim)
		if a.outline.tab == Framing && a.outline.minor {
			r.put(" · minor too", roleDim)
		}
		if found := a.reading.Analysis; a.outline.tab == Claims && found != nil && len(found.Claims) > 0 && !found.Quotes() {
			r.put(" · nobody is quoted", roleDim)
		}
	}
	return r.put(" ").fill("─", roleFrame).end()
}

// roomy is from how many cells on a line of the outline says things in full.
const roomy = 50

// eighths are the parts of a block from which a bar is built.
var eighths = [...]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// share draws a share of the largest one as a bar in just cells cells.
func share(of, largest float64, cells int) string {
	n := max(1, min(int(of/max(largest, of)*float64(cells*8)+.5), cells*8))
	return strings.Repeat("█", n/8) + eighths[n%8] + strings.Repeat(" ", cells-(n+7)/8)
}

// listLine draws one line of the outline in just cells cells:
//
//	▸the defense minister  ▇▇▇  7
//	   nobody named: a plan of …  denies
func (a *App) listLine(n, cells int) string {
	list := a.outline.list()
	l := list.lines[n]
	var over []role
	if n == list.at && list.touched {
		over = []role{roleCursor}
	}
	r := a.brush.row(cells, over...)
	if a.outline.hits != nil {
		return r.inContext(l.item, cells)
	}
	i := l.item
	fold := " "
	if len(i.Items) > 0 {
		fold = "▸"
		if n+1 < len(list.lines) && list.lines[n+1].depth > l.depth {
			fold = "▾"
		}
	}
	r.put(" "+strings.Repeat("  ", l.depth)).put(fold, roleDim)
	end := ""
	if i.Share > 0 && cells >= 34 {
		end += " " + share(i.Share, list.most, min(8, cells/9))
	}
	if i.Count > 0 {
		end += fmt.Sprintf(" %3d", i.Count)
	} else if i.Share > 0 {
		end += "    "
	}
	end += " "
	aside := ""
	if i.Aside != "" {
		aside = " " + i.Aside
	}
	if i.Unsure { // said without colour too
		aside += map[bool]string{true: " unsure", false: " ?"}[cells >= roomy]
	}
	tail := a.brush.measure.Width(aside) + a.brush.measure.Width(end)
	if r.left-tail < 8 {
		aside, tail = "", a.brush.measure.Width(end)
	}
	room := r.left - tail
	if i.Who != "" {
		name, most := i.Who, room/2
		if cells < roomy { // what is said needs the room more than who says it
			name, most = strings.TrimPrefix(name, "the "), room*2/5
		}
		who, w := a.brush.measure.Fit(name, max(9, most))
		r.put(who, roleStrong).put(": ")
		room -= w + 2
	}
	var style []role
	switch {
	case i.Group:
		style = []role{roleStrong}
	case i.Unsure:
		style = []role{roleDim}
	}
	shown, _ := a.brush.measure.Fit(i.Label, max(0, room))
	if strings.HasSuffix(shown, " … …") { // cut where something was left out already
		shown = strings.TrimSuffix(shown, " …")
	}
	r.put(shown, style...)
	if aside != "" {
		r.to(tail)
		r.put(aside, roleDim)
	}
	r.to(a.brush.measure.Width(end))
	return r.put(end, roleBar).end()
}

// inContext draws a hit of the search between what stands before and after it,
// all hits below each other.
func (r *row) inContext(i *model.Item, cells int) string {
	room := max(0, (cells-r.measure.Width(i.Label))/2-2)
	before := i.Who
	for r.measure.Width(before) > room {
		before = before[r.measure.Next(before).Bytes:]
	}
	r.put(strings.Repeat(" ", 1+room-r.measure.Width(before)))
	return r.put(before, roleDim).put(i.Label, roleHit).put(i.About, roleDim).end()
}

// emptyList draws what stands where a tab has no lines.
func (a *App) emptyList(cells int) []string {
	var out []string
	words := a.empty()
	if a.status.analysis == underway && a.outline.tab != Notes {
		words += "\n" + progress(a.status.done, min(20, cells-4))
	}
	for _, l := range a.brush.wrap(words, max(8, cells-3)) {
		out = append(out, a.brush.row(cells).put("  ").put(l, roleDim).end())
	}
	return out
}
