package ui

import "strings"

// A binding is one thing that the keyboard can do. The table below is the only
// place that knows a key: help, palette, tour and the README's list are made
// from it, and a key that is not in it does nothing.
type binding struct {
	keys string // as Bubble Tea calls them, apart by spaces; "g?" is g and then any letter
	in   scope
	want Intent // with Letter 0 where the key asks for one
	name string // what it does, as the help and the palette say it
}

// A scope says in which pane a binding holds.
type scope uint8

const (
	anywhere scope = iota
	inArticle
	inOutline
)

func (s scope) holds(p Pane) bool {
	return s == anywhere || (s == inArticle) == (p == Article)
}

// A chapter is a part of the table with a title, for help.
type chapter struct {
	title    string
	bindings []binding
}

var keyTable = []chapter{
	{"Moving", []binding{
		{"j down", anywhere, Move{Line, +1}, "line down"},
		{"k up", anywhere, Move{Line, -1}, "line up"},
		{"l right", inArticle, Move{Letter, +1}, "character right"},
		{"h left", inArticle, Move{Letter, -1}, "character left"},
		{"l right", inOutline, Unfold{true}, "unfold, then go in"},
		{"h left", inOutline, Unfold{false}, "fold, then go out"},
		{"w", inArticle, Move{Word, +1}, "word forward"},
		{"b", inArticle, Move{Word, -1}, "word back"},
		{"0 ^", inArticle, Move{Edge, -1}, "beginning of the line"},
		{"$", inArticle, Move{Edge, +1}, "end of the line"},
		{")", inArticle, Move{Sentence, +1}, "sentence forward"},
		{"(", inArticle, Move{Sentence, -1}, "sentence back"},
		{"}", inArticle, Move{Block, +1}, "paragraph or heading forward"},
		{"{", inArticle, Move{Block, -1}, "paragraph or heading back"},
		{"}", inOutline, Move{Block, +1}, "next of the same level or above"},
		{"{", inOutline, Move{Block, -1}, "previous of the same level or above"},
		{"space pgdown ctrl+f", anywhere, Move{Page, +1}, "page down"},
		{"pgup ctrl+b shift+space", anywhere, Move{Page, -1}, "page up"},
		{"ctrl+d", anywhere, Move{HalfPage, +1}, "half a page down"},
		{"ctrl+u", anywhere, Move{HalfPage, -1}, "half a page up"},
		{"ctrl+e", inArticle, Scroll{Article, +1}, "scroll a line down"},
		{"ctrl+y", inArticle, Scroll{Article, -1}, "scroll a line up"},
		{"gg home", anywhere, Move{Whole, -1}, "top"},
		{"G end", anywhere, Move{Whole, +1}, "bottom"},
	}},
	{"Following", []binding{
		{"tab", anywhere, Switch{}, "the other pane"},
		{"1", anywhere, Show{Actors}, "actors"},
		{"2", anywhere, Show{Claims}, "claims"},
		{"3", anywhere, Show{Framing}, "framing"},
		{"4", anywhere, Show{Notes}, "notes"},
		{"enter", inArticle, Follow{}, "select what stands here; again: the next thing out"},
		{"enter", inOutline, Follow{}, "go to its first passage"},
		{"g?", anywhere, FollowLink{}, "follow a link of the card"},
		{"n", anywhere, Place{+1}, "next place of the selection or search"},
		{"N", anywhere, Place{-1}, "previous place of the selection or search"},
		{"]", anywhere, Next{+1}, "next mark of the tab"},
		{"[", anywhere, Next{-1}, "previous mark of the tab"},
		{"ctrl+o backspace alt+left", anywhere, Back{}, "back"},
		{"alt+right", anywhere, Forward{}, "forward"},
		{"m?", anywhere, Remember{}, "remember this place under a letter"},
		{"'?", anywhere, Return{}, "go to a remembered place"},
	}},
	{"Finding", []binding{
		{"/", anywhere, Search{}, "search the article"},
		{"*", inArticle, SearchWord{}, "search the word at the cursor"},
		{"L", anywhere, Concordance{}, "list the hits with their surroundings"},
		{"f", anywhere, Filter{}, "filter the tab"},
		{"o", anywhere, Fold{}, "fold or unfold"},
		{"O", anywhere, FoldAll{}, "fold or unfold all"},
		{"S", anywhere, Sort{}, "next sorting"},
	}},
	{"Looking", []binding{
		{"s", anywhere, Spotlight{}, "spotlight: dim all but the selection"},
		{"A", anywhere, Layers{}, "all layers: mark what every tab would"},
		{"M", anywhere, Minor{}, "show minor findings too"},
		{"z", anywhere, Zoom{}, "zoom the pane in focus"},
		{"J", anywhere, Scroll{Card, +1}, "scroll the card down"},
		{"K", anywhere, Scroll{Card, -1}, "scroll the card up"},
	}},
	{"Notes", []binding{
		{"v", anywhere, Select{}, "begin or end a selection; motions widen it"},
		{"a", anywhere, Note{}, "note on the selection, or on the sentence here"},
		{"t", anywhere, Tag{}, "tag it"},
		{"c", anywhere, Change{}, "change the note"},
		{"x", anywhere, Delete{}, "delete the note"},
		{"u", anywhere, Undo{}, "undo"},
		{"ctrl+r", anywhere, Redo{}, "redo"},
		{"y", anywhere, Copy{}, "copy as a quotation with its source"},
	}},
	{"Desk", []binding{
		{"?", anywhere, Help{}, "keys of this pane"},
		{":", anywhere, Palette{}, "everything by name"},
		{"", anywhere, Tour{}, "the tour"},
		{"P", anywhere, Pause{}, "stop the analysis, or begin it again"},
		{"ctrl+l", anywhere, Redraw{}, "draw the screen anew"},
		{"ctrl+z", anywhere, Suspend{}, "to the shell; fg comes back"},
		{"esc", anywhere, Close{}, "close the top layer"},
		{"q", anywhere, Close{Quit: true}, "close the top layer, then quit"},
		{"ctrl+c", anywhere, Leave{}, "quit at once, everything saved"},
	}},
}

// wanted returns what the key means in pane after the keys in pending, or that
// more has to come.
func wanted(pending, key string, pane Pane) (want Intent, more bool) {
	if letter, ok := single(key); pending != "" && ok {
		for b := range bindings(pane) {
			for k := range strings.FieldsSeq(b.keys) {
				if k == pending+key {
					return b.want, false
				}
			}
		}
		for b := range bindings(pane) {
			if b.keys == pending[:1]+"?" {
				return lettered(b.want, pending[1:], letter), false
			}
		}
	}
	if pending != "" {
		return nil, false
	}
	for b := range bindings(pane) {
		for k := range strings.FieldsSeq(b.keys) {
			if k == key {
				return b.want, false
			}
			if len(k) == 2 && k[:1] == key {
				more = true
			}
		}
	}
	return nil, more
}

// chord says what may come after the first key of a chord.
func chord(pending string, pane Pane) string {
	first := pending[:1]
	if len(pending) > 1 {
		return pending + " … the second letter of the link"
	}
	var out []string
	for b := range bindings(pane) {
		for k := range strings.FieldsSeq(b.keys) {
			if after, ok := strings.CutPrefix(k, first); ok && len(k) == 2 && k != "up" {
				out = append(out, strings.Replace(after, "?", "a letter", 1)+": "+b.name)
			}
		}
	}
	return first + " … " + strings.Join(out, " · ")
}

// bindings goes through those that hold in pane.
func bindings(pane Pane) func(func(binding) bool) {
	return func(yield func(binding) bool) {
		for _, c := range keyTable {
			for _, b := range c.bindings {
				if b.in.holds(pane) && !yield(b) {
					return
				}
			}
		}
	}
}

func single(key string) (rune, bool) {
	if len(key) == 1 && key[0] > ' ' && key[0] < 0x7f {
		return rune(key[0]), true
	}
	return 0, false
}

// lettered puts what was typed after a chord's first key into its intent.
func lettered(want Intent, before string, letter rune) Intent {
	switch want.(type) {
	case FollowLink:
		return FollowLink{before + string(letter)}
	case Remember:
		return Remember{letter}
	case Return:
		return Return{letter}
	}
	return want
}

// keycap returns the keys of b as people write them: "g and a letter".
func (b binding) keycap() string {
	var out []string
	for k := range strings.FieldsSeq(b.keys) {
		if len(k) == 2 && k[1] == '?' {
			k = k[:1] + "·letter"
		}
		switch k {
		case "up":
			k = "↑"
		case "down":
			k = "↓"
		case "left":
			k = "←"
		case "right":
			k = "→"
		case "alt+left":
			k = "alt+←"
		case "alt+right":
			k = "alt+→"
		case "shift+space":
			continue
		}
		out = append(out, k)
	}
	return strings.Join(out, " ")
}

// KeyTable returns the table in Markdown, as the README shows it.
func KeyTable() string {
	var b strings.Builder
	b.WriteString("| keys | what |\n| --- | --- |\n")
	for _, c := range keyTable {
		for _, k := range c.bindings {
			if k.keys == "" {
				continue
			}
			where := ""
			switch k.in {
			case inArticle:
				where = " (in the article)"
			case inOutline:
				where = " (in the outline)"
			}
			keys := strings.ReplaceAll(strings.ReplaceAll(k.keycap(), "|", "\\|"), " ", "` `")
			b.WriteString("| `" + keys + "` | " + k.name + where + " |\n")
		}
	}
	return b.String()
}
