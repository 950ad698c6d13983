package ui

import (
	"slices"
	"strings"
	"unicode"

	"lectern/ui/typeset"
)

// purpose is what a prompt asks for.
type purpose uint8

const (
	searching purpose = iota
	filtering
	commanding // the palette
	noting
	tagging
)

// A prompt takes words from the keyboard, so that letters stay commands
// everywhere else.
type prompt struct {
	purpose purpose
	field   field
	from    spot      // where the reader was when a search was begun
	was     string    // the filter before
	draft   *draft    // what noting and tagging work on
	choices []binding // of the palette, that match
	at      int       // the chosen one
}

// asks returns what stands before the words.
func (p *prompt) asks() string {
	switch p.purpose {
	case searching:
		return "/"
	case filtering:
		return "filter: "
	case commanding:
		return ":"
	case tagging:
		return "tags: "
	}
	return "note: "
}

// A field is words being typed, with a cursor in them.
type field struct {
	before, after string // the cursor
}

func (f *field) text() string { return f.before + f.after }

// insert adds what was typed or pasted, without anything that could drive a
// terminal or turn the text around.
func (f *field) insert(s string, lines bool) {
	f.before += strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && lines:
			return r
		case r == '\n', r == '\t':
			return ' '
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}

// edit carries out an editing key and reports whether it was one.
func (f *field) edit(key string) bool {
	switch key {
	case "left", "ctrl+b":
		n := lastCluster(f.before)
		f.before, f.after = f.before[:len(f.before)-n], f.before[len(f.before)-n:]+f.after
	case "right", "ctrl+f":
		if f.after != "" {
			n := typeset.Measure{}.Next(f.after).Bytes
			f.before, f.after = f.before+f.after[:n], f.after[n:]
		}
	case "home", "ctrl+a":
		f.before, f.after = "", f.text()
	case "end", "ctrl+e":
		f.before, f.after = f.text(), ""
	case "backspace", "ctrl+h":
		f.before = f.before[:len(f.before)-lastCluster(f.before)]
	case "delete", "ctrl+d":
		if f.after != "" {
			f.after = f.after[typeset.Measure{}.Next(f.after).Bytes:]
		}
	case "ctrl+w", "alt+backspace":
		s := strings.TrimRightFunc(f.before, unicode.IsSpace)
		f.before = s[:strings.LastIndexFunc(s, unicode.IsSpace)+1]
	case "ctrl+u":
		f.before = ""
	case "ctrl+k":
		f.after = ""
	default:
		return false
	}
	return true
}

// lastCluster returns the length in bytes of the last grapheme cluster of s.
func lastCluster(s string) (n int) {
	for s != "" {
		n = typeset.Measure{}.Next(s).Bytes
		s = s[n:]
	}
	return n
}

// choose narrows the palette to the bindings whose name or key fits; what is typed
// as a key, as in :q, comes first.
func (p *prompt) choose(pane Pane) {
	p.choices, p.at = nil, 0
	words := strings.Fields(p.field.text())
	for b := range bindings(pane) {
		if strings.Contains(b.keys, "?") && len(strings.Fields(b.keys)) == 1 && b.keys != "?" {
			continue // it needs a letter, which a name cannot give
		}
		if matches(b.name+" "+b.keys, words) {
			p.choices = append(p.choices, b)
		}
	}
	other := func(b binding) int {
		if slices.Contains(strings.Fields(b.keys), p.field.text()) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(p.choices, func(x, y binding) int { return other(x) - other(y) })
}

// room returns how many cells there are for words, beside what is said at the end
// of the line; in a narrow window that is nothing.
func (p *prompt) room(b brush, cells int, aside string) (string, int) {
	left := cells - 3 - b.measure.Width(p.asks())
	if room := left - b.measure.Width(aside); room >= 20 {
		return aside, room
	}
	return "", left
}

// draw returns the prompt in one line, and the cell of its cursor. Of words that
// do not fit, those at the cursor are shown.
func (p *prompt) draw(b brush, cells int, aside string) (string, int) {
	aside, room := p.room(b, cells, aside)
	r := b.row(cells).put(" ").put(p.asks(), roleStrong)
	before := strings.ReplaceAll(p.field.before, "\n", "⏎")
	for b.measure.Width(before) >= room && before != "" {
		before = before[b.measure.Next(before).Bytes:]
	}
	r.put(before)
	x := cells - r.left
	after, _ := b.measure.Fit(strings.ReplaceAll(p.field.after, "\n", "⏎"), max(0, room-b.measure.Width(before)))
	return r.put(after).last(aside+" ", roleDim), x
}
