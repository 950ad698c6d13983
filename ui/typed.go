package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// typed takes one key while a prompt is open.
func (a *App) typed(key, text string) tea.Cmd {
	p := a.prompt
	switch key {
	case "ctrl+c":
		return a.leave()
	case "esc", "ctrl+g":
		a.dismiss()
		return nil
	case "enter":
		return a.accept()
	case "alt+enter", "ctrl+j", "shift+enter":
		if p.purpose == noting {
			p.field.insert("\n", true)
		}
		return nil
	case "up", "down", "ctrl+p", "ctrl+n":
		if p.purpose == commanding && len(p.choices) > 0 {
			step := 1
			if key == "up" || key == "ctrl+p" {
				step = len(p.choices) - 1
			}
			p.at = (p.at + step) % len(p.choices)
		}
		if p.purpose == searching && p.field.text() == "" && p.from.pattern != "" { // the last search again
			p.field.insert(p.from.pattern, false)
			a.typing()
		}
		return nil
	case "backspace":
		if p.field.text() == "" && p.purpose != noting {
			a.dismiss()
			return nil
		}
	}
	if !p.field.edit(key) {
		if text == "" {
			return nil
		}
		p.field.insert(text, p.purpose == noting)
	}
	a.typing()
	return nil
}

// paste adds what was pasted to the prompt.
func (a *App) paste(text string) tea.Cmd {
	if a.prompt == nil {
		a.say("nothing takes a paste now; a writes a note, / searches")
		return nil
	}
	a.prompt.field.insert(strings.ReplaceAll(text, "\r", "\n"), a.prompt.purpose == noting)
	a.typing()
	return nil
}

// typing follows every change of the words in a prompt.
func (a *App) typing() {
	p := a.prompt
	switch p.purpose {
	case searching:
		a.find(p.field.text())
		a.searched = true
		a.reader.put(p.from.at)
		if n := a.search.from(p.from.at); n >= 0 {
			a.reader.jump(a.search.hits[n].Start)
		}
	case filtering:
		list := a.outline.list()
		list.filter = p.field.text()
		list.arrange()
		a.stale = true
	case commanding:
		p.choose(a.mode.focus)
	}
}

// aside is what a prompt says at the end of its line.
func (a *App) aside() string {
	p := a.prompt
	switch p.purpose {
	case searching:
		if p.field.text() == "" {
			return ""
		}
		if len(a.search.hits) == 0 {
			return "not in the article"
		}
		return fmt.Sprintf("%d/%d", a.search.on(a.reader.cursor())+1, len(a.search.hits))
	case filtering:
		return model.Count(len(a.outline.list().lines), "line")
	case noting:
		return "enter keeps it · alt+enter new line"
	case tagging:
		if used := a.usedTags(); len(used) > 0 {
			return "used: " + shorten(strings.Join(used, ", "), 30)
		}
		return "apart by commas · enter keeps them"
	}
	return ""
}

// usedTags returns the tags of all marks, in order.
func (a *App) usedTags() (tags []string) {
	for _, m := range a.reading.Marks() {
		tags = append(tags, m.Tags...)
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}

// dismiss closes the prompt as if it had never been open.
func (a *App) dismiss() {
	p := a.prompt
	a.prompt = nil
	switch p.purpose {
	case searching:
		a.to(p.from)
	case filtering:
		a.outline.list().filter = p.was
		a.outline.list().arrange()
		a.stale = true
	case noting, tagging:
		if p.draft.is {
			a.say("left as it was")
		} else {
			a.say("nothing kept")
		}
	}
}

// accept does what the prompt was for.
func (a *App) accept() tea.Cmd {
	p := a.prompt
	a.prompt = nil
	switch p.purpose {
	case searching:
		return a.searchFor(p)
	case filtering:
		list := a.outline.list()
		if list.filter != "" && len(list.lines) == 0 {
			a.say(a.empty())
		}
		if list.touched {
			a.picked = list.item()
		}
	case commanding:
		if p.at < len(p.choices) {
			return a.do(p.choices[p.at].want)
		}
		a.say("nothing is called “" + p.field.text() + "”")
	case noting, tagging:
		return a.put(p)
	}
	return nil
}

// find searches the article anew. A list of other hits does not stay.
func (a *App) find(pattern string) {
	if pattern != a.search.pattern {
		a.closeHits()
	}
	a.search.find(a.desk.Document, pattern)
}

// searchWord searches for the word at the cursor and goes to its next place.
func (a *App) searchWord() {
	d, at := a.desk.Document, a.reader.cursor()
	text := d.Text(d.All())
	start := at
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !isWord(r) {
			break
		}
		start -= n
	}
	end := skip(at, text, isWord)
	if start == end {
		a.say("no word here")
		return
	}
	from := a.spot()
	a.find(strings.ToLower(text[start:end]))
	a.searched = true
	a.walk(from, +1)
}

// searchFor ends a search in its first hit; without a pattern, the last one is
// searched for again.
func (a *App) searchFor(p *prompt) tea.Cmd {
	if p.field.text() == "" {
		if p.from.pattern == "" {
			a.say("nothing to search for")
			return nil
		}
		a.find(p.from.pattern)
	}
	a.searched = true
	n := a.search.from(p.from.at)
	if n < 0 {
		a.say("“" + a.search.pattern + "” is not in the article")
		a.reader.jump(p.from.at)
		return nil
	}
	a.reader.put(p.from.at)
	a.jumps.leave(p.from)
	a.mode.focus = Article
	a.reader.jump(a.search.hits[n].Start)
	a.say("n next, N previous, L lists them all")
	return nil
}
