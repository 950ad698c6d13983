package ui

import (
	"fmt"
	"slices"
	"strings"

	"lectern/model"
)

// status is what the program tells about itself.
type status struct {
	says     string // about the last key
	notice   string // about what happened outside: shown in full until the next key
	problem  string // stays until the next key
	analysis phase
	done     float64 // of the analysis, 0 to 1
	opening  bool    // what was found so far is of the opening only
	keeping  keeping
}

type phase uint8

const (
	none phase = iota
	underway
	done
)

// keeping says what has become of the reader's marks.
type keeping uint8

const (
	untouched keeping = iota
	allSaved
	unsaved // on the way to disk
	unkept  // on the way it failed
	nowhere // nobody keeps them
)

var keepingWords = [...]string{"", "saved", "saving…", "not saved", "not kept"}

// The hints, shorter ones for narrower windows, never change with what has the
// keyboard, so that a switch of focus costs a terminal at the end of a slow line
// next to nothing.
var (
	hints          = []string{"enter follow  n/N places  / find  z zoom  ? help", "enter follow  n/N places  ? help", "enter follow  ? help", "? help"}
	selectingHints = []string{"a note  t tag  y copy  esc drop", "a t y  esc drop"}
	sheetHints     = []string{"j/k scroll  space page  esc close", "j/k  esc close"}
)

// statusLine draws the last line of the screen.
func (a *App) statusLine(cells int) string {
	r := a.brush.row(cells).put(" ")
	right := a.where()
	room := cells - 2 - a.brush.measure.Width(right) - 1
	switch {
	case a.pending != "":
		r.fit(chord(a.pending, a.mode.focus), room)
	case a.status.problem != "" && a.fitsLine(a.status.problem):
		r.fit(a.status.problem, room, roleProblem)
	case a.status.notice != "" && a.fitsLine(a.status.notice):
		r.fit(a.status.notice, room)
	case a.status.says != "":
		r.fit(a.status.says, room)
	default:
		r.fit(a.hints(room), room, roleDim)
	}
	return r.last(right+" ", roleDim)
}

// hints says which keys are likeliest to be wanted, as many as there is room for.
func (a *App) hints(room int) string {
	from := hints
	switch {
	case a.sheet != nil:
		from = sheetHints
	case a.anchor >= 0:
		from = selectingHints
	}
	for _, h := range from {
		if a.brush.measure.Width(h) <= room {
			return h
		}
	}
	return ""
}

// fitsLine reports whether words that must be read whole have room in the status
// line.
func (a *App) fitsLine(words string) bool {
	room := a.w - 3 - a.brush.measure.Width(a.where())
	return !strings.Contains(words, "\n") && a.brush.measure.Width(words) <= room
}

// told draws what must be read whole and has no room in the status line, in as
// many rows as it takes, h at most.
func (a *App) told(w, h int) []string {
	words, as := a.status.problem, roleProblem
	if words == "" {
		words, as = a.status.notice, roleText
	}
	if words == "" || a.fitsLine(words) {
		return nil
	}
	rows := []string{a.brush.row(w).fill("─", roleFrame).end()}
	for _, l := range a.brush.wrap(words, max(1, w-4)) {
		if len(rows) < h {
			rows = append(rows, a.brush.row(w).put("  ").put(l, as).end())
		}
	}
	return rows
}

// notify tells the reader what happened outside.
func (a *App) notify(notices []string) {
	if len(notices) > 0 {
		a.status.notice = strings.Join(notices, "\n")
	}
}

// where says what n walks and where in it and in the article the cursor is.
func (a *App) where() string {
	if a.sheet != nil {
		return a.sheet.where()
	}
	var parts []string
	if k := keepingWords[a.status.keeping]; k != "" {
		parts = append(parts, k)
	}
	if spans := a.walked(); len(spans) > 0 {
		what := "place"
		if a.searched {
			what = "“" + shorten(a.search.pattern, 12) + "”"
		}
		at := a.reader.cursor()
		n, _ := slices.BinarySearchFunc(spans, at, func(s model.Span, at int) int { return s.Start - at })
		switch {
		case n < len(spans) && spans[n].Start == at:
			parts = append(parts, fmt.Sprintf("%s %d/%d", what, n+1, len(spans)))
		case a.searched:
			parts = append(parts, fmt.Sprintf("%s %d", what, len(spans)))
		default:
			parts = append(parts, model.Count(len(spans), what))
		}
	}
	if a.status.analysis == underway {
		parts = append(parts, fmt.Sprintf("analysing %d%% %s", int(100*a.status.done), progress(a.status.done, 6)))
	}
	return strings.Join(append(parts, fmt.Sprintf("%d%%", a.reader.percent())), "  ")
}

func progress(done float64, cells int) string {
	full := max(0, min(int(done*float64(cells)+.5), cells))
	return strings.Repeat("▰", full) + strings.Repeat("▱", cells-full)
}

func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// headLine draws the first line: what the article is, and what is in it.
func (a *App) headLine(cells int) string {
	m := a.desk.Document.Meta()
	title := m.Title
	if title == "" {
		title = m.Name
	}
	var facts []string
	if found := a.reading.Analysis; found != nil {
		facts = append(facts, found.Counted()...)
		if n := len(found.Words); a.status.opening {
			facts = append([]string{fmt.Sprintf("first %d words:", n)}, facts...)
		} else if n > 0 {
			facts = append(facts, readingTime(n))
		}
	}
	right := strings.Join(facts, "  ")
	for len(facts) > 0 && cells-3-a.brush.measure.Width(right) < min(a.brush.measure.Width(title), cells/2) {
		facts = facts[:len(facts)-1]
		right = strings.Join(facts, "  ")
	}
	r := a.brush.row(cells).put(" ")
	r.fit(title, max(10, cells-3-a.brush.measure.Width(right)), roleStrong)
	return r.last(right+" ", roleDim)
}

// readingTime says how long words take to read at 225 a minute: "4 min", "7 h".
func readingTime(words int) string {
	if minutes := (words + 224) / 225; minutes < 120 {
		return fmt.Sprintf("%d min", minutes)
	}
	return fmt.Sprintf("%d h", (words+6750)/13500)
}

// titleLine draws the line over the article: whether it has the keyboard, and
// how it is shown.
func (a *App) titleLine(cells int) string {
	r := a.brush.row(cells)
	a.focusMark(r, Article)
	r.put("article", roleDim)
	var how []string
	if a.spotlight {
		how = append(how, "spotlight")
	}
	if a.all {
		how = append(how, "all layers")
	}
	if !a.scene.selection.IsEmpty() {
		how = append(how, "selecting")
	}
	if len(how) > 0 {
		r.put(" · " + strings.Join(how, " · "))
	}
	return r.end()
}

func (a *App) focusMark(r *row, p Pane) {
	if a.mode.focus == p {
		r.put("● ", roleLink)
	} else {
		r.put("  ")
	}
}
