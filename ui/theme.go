package ui

import (
	"image/color"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"

	"lectern/model"
)

// A theme says how every role looks, and dresses what Glamour renders in the
// same clothes. Each role has an attribute of its own beside its colour, so that
// marks can be told apart where there is none.
type theme struct {
	name  string
	looks [roleCount]look
	sheet ansi.StyleConfig // for cards, help and notes; and, by prose, for the article
	cache map[look]painted
}

// A look is how a stretch of text is drawn. The zero value is the terminal's
// own text.
type look struct {
	fg, bg                                color.Color
	bold, italic, faint, reverse, crossed bool
	line                                  lipgloss.Underline
	alone                                 bool // nothing of what lies below shows through
}

// painted is what stands before and after a text to give it a look.
type painted struct{ before, after string }

// over returns l laid over what lies below it: its colours win, attributes add
// up.
func (l look) over(below look) look {
	if l.alone {
		return l
	}
	if l.fg == nil {
		l.fg = below.fg
	}
	if l.bg == nil {
		l.bg = below.bg
	}
	if l.line == lipgloss.UnderlineNone {
		l.line = below.line
	}
	l.bold = l.bold || below.bold
	l.italic = l.italic || below.italic
	l.faint = l.faint || below.faint
	l.crossed = l.crossed || below.crossed
	l.reverse = l.reverse != below.reverse
	return l
}

// style returns the look as a style of Lip Gloss.
func (l look) style() lipgloss.Style {
	s := lipgloss.NewStyle().Bold(l.bold).Italic(l.italic).Faint(l.faint).Reverse(l.reverse).Strikethrough(l.crossed)
	if l.line != lipgloss.UnderlineNone {
		s = s.UnderlineStyle(l.line).UnderlineSpaces(true)
	}
	if l.fg != nil {
		s = s.Foreground(l.fg)
	}
	if l.bg != nil {
		s = s.Background(l.bg)
	}
	return s
}

// dress returns s, which must be one line without control characters, in look l.
func (t theme) dress(s string, l look) string {
	if l == (look{}) || s == "" {
		return s
	}
	p, ok := t.cache[l]
	if !ok {
		const probe = "x"
		p.before, p.after, _ = strings.Cut(l.style().Render(probe), probe)
		t.cache[l] = p
	}
	return p.before + s + p.after
}

// paint returns s dressed for its roles, the last one on top.
func (t theme) paint(s string, roles ...role) string {
	var l look
	for _, r := range roles {
		l = t.looks[r].over(l)
	}
	return t.dress(s, l)
}

// palette is the colours of a theme, as Lip Gloss and Glamour write them: the
// number of one of the 256 of xterm, which look the same everywhere from 16 on and
// cost a slow line half of what red, green and blue do. An empty one is the
// terminal's text.
type palette struct {
	dim, frame, actor, source, cue, content, device, note, hit, link, bar, problem, heading, code string
	chosen, picked                                                                                string // behind text
}

var palettes = map[string]palette{
	"dark": {
		dim: "246", frame: "240", actor: "111",
		source: "111", cue: "183", content: "150",
		device: "222", note: "216", hit: "221",
		link: "80", bar: "111", problem: "210",
		heading: "189", code: "180",
		chosen: "24", picked: "58",
	},
	"light": {
		dim: "242", frame: "250", actor: "25",
		source: "25", cue: "91", content: "22",
		device: "94", note: "130", hit: "58",
		link: "23", bar: "25", problem: "124",
		heading: "24", code: "58",
		chosen: "189", picked: "223",
	},
	"basic": { // sixteen colours, on whatever ground the terminal has
		dim: "8", frame: "8", actor: "4", source: "4",
		cue: "5", content: "2", device: "3", note: "6", hit: "3",
		link: "6", bar: "4", problem: "1", heading: "4", code: "3",
	},
	"mono": {},
}

// newTheme returns the theme of that name: dark, light, basic or mono; dark
// where there is none of that name.
func newTheme(name string) theme {
	p, ok := palettes[name]
	if !ok {
		name, p = "dark", palettes["dark"]
	}
	t := theme{name: name, cache: map[look]painted{}, sheet: sheet(p)}
	single, dotted, double := lipgloss.UnderlineSingle, lipgloss.UnderlineDotted, lipgloss.UnderlineDouble
	plain := name == "basic"
	if plain { // a console of sixteen colours may ignore a sequence that asks for more
		dotted, double = single, single
	}
	ink := func(c string) color.Color {
		if c == "" {
			return nil
		}
		return lipgloss.Color(c)
	}
	behind := func(c string) look {
		return look{bg: ink(c), reverse: c == ""}
	}
	// Mentions are the most common marks by far: where there is colour it has to
	// do, or a screenful of them costs a slow line half as much again.
	mentioned := lipgloss.UnderlineNone
	if p.actor == "" {
		mentioned = dotted
	}
	chosen := behind(p.chosen)
	chosen.bold = true
	looks := map[role]look{
		roleDim:     {fg: ink(p.dim), faint: p.dim == ""},
		roleStrong:  {bold: true},
		roleFrame:   {fg: ink(p.frame), faint: p.frame == ""},
		roleCursor:  {reverse: true},
		roleChosen:  chosen,
		rolePicked:  behind(p.picked),
		roleActor:   {fg: ink(p.actor), line: mentioned},
		roleSource:  {fg: ink(p.source), bold: true},
		roleCue:     {fg: ink(p.cue), line: single},
		roleContent: {fg: ink(p.content), italic: p.content == ""},
		roleUnsure:  {faint: true},
		roleEcho:    {fg: ink(p.content), line: dotted},
		roleDevice:  {fg: ink(p.device), line: single},
		roleMinor:   {fg: ink(p.device), faint: true},
		roleNote:    {fg: ink(p.note), line: double, bold: plain},
		roleHit:     {fg: ink(p.hit), bold: true, line: single},
		roleHere:    {fg: ink(p.hit), bold: true, reverse: true},
		roleLink:    {fg: ink(p.link), bold: true},
		roleBar:     {fg: ink(p.bar)},
		roleProblem: {fg: ink(p.problem), bold: true},
	}
	for r, l := range looks {
		t.looks[r] = l
	}
	return t
}

// sheet returns the style sheet of a palette for Glamour: without margins, since
// the panes have their own.
func sheet(p palette) ansi.StyleConfig {
	yes := true
	name := func(c string) *string {
		if c == "" {
			return nil
		}
		return &c
	}
	heading := ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: name(p.heading), Bold: &yes}}
	bar, bullet := "│ ", "• "
	one := uint(1)
	return ansi.StyleConfig{
		BlockQuote:     ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: name(p.dim), Italic: &yes}, Indent: &one, IndentToken: &bar},
		List:           ansi.StyleList{LevelIndent: 2},
		Heading:        ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockSuffix: "\n", Bold: &yes}},
		H1:             heading,
		H2:             heading,
		H3:             heading,
		Strikethrough:  ansi.StylePrimitive{CrossedOut: &yes},
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		HorizontalRule: ansi.StylePrimitive{Color: name(p.frame), Format: "\n────────\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: bullet},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Task:           ansi.StyleTask{Ticked: "[x] ", Unticked: "[ ] "},
		Link:           ansi.StylePrimitive{Color: name(p.link), Underline: &yes},
		LinkText:       ansi.StylePrimitive{Color: name(p.link)},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: name(p.code)}},
		CodeBlock:      ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: name(p.code)}}},
	}
}

// prose returns the look of a block of the article, from the style sheet.
func (t theme) prose(k model.BlockKind) look {
	switch k {
	case model.Headline:
		return fromSheet(t.sheet.H1.StylePrimitive)
	case model.Heading:
		return fromSheet(t.sheet.H2.StylePrimitive)
	case model.Quote:
		return look{italic: true}
	case model.Code:
		return fromSheet(t.sheet.CodeBlock.StylePrimitive)
	case model.Byline, model.Caption, model.Footnote:
		return t.looks[roleDim]
	}
	return look{}
}

// inline returns the look of an inline style of the article.
func (t theme) inline(s model.Style) look {
	switch s {
	case model.Emphasis:
		return fromSheet(t.sheet.Emph)
	case model.Strong:
		return fromSheet(t.sheet.Strong)
	case model.Monospace:
		return fromSheet(t.sheet.Code.StylePrimitive)
	case model.Strike:
		return fromSheet(t.sheet.Strikethrough)
	case model.Link:
		return fromSheet(t.sheet.Link)
	}
	return look{}
}

func fromSheet(p ansi.StylePrimitive) look {
	is := func(b *bool) bool { return b != nil && *b }
	l := look{bold: is(p.Bold), italic: is(p.Italic), faint: is(p.Faint), crossed: is(p.CrossedOut)}
	if p.Color != nil {
		l.fg = lipgloss.Color(*p.Color)
	}
	if is(p.Underline) {
		l.line = lipgloss.UnderlineSingle
	}
	return l
}
