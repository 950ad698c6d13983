package typeset

import (
	"unicode"
	"unicode/utf8"

	"lectern/model"
)

// wrap breaks the text of s into lines of at most width cells: after spaces,
// after a hyphen or dash, and between wide characters; a word that is longer
// than a line is cut. A newline ends a line. With keep every space stands and
// lines are cut only where they must be, as code wants it.
//
// The parts cover s without a hole, and there is at least one.
func (p *Page) wrap(s model.Span, width int, keep bool) []Part {
	text := p.doc.Text(s)
	var parts []Part
	start := 0 // of the line
	brk := -1  // the last place where it may be broken
	cells := 0
	end := func(next, shown int) {
		for !keep && shown > start && text[shown-1] == ' ' {
			shown--
		}
		parts = append(parts, Part{Span: model.Span{Start: s.Start + start, End: s.Start + next}, Shown: s.Start + shown})
		start, brk, cells = next, -1, 0
	}
	for at := 0; at < len(text); {
		if text[at] == '\n' {
			end(at+1, at)
			at++
			continue
		}
		g := p.measure.Next(text[at:])
		space := !keep && text[at] == ' ' && g.Bytes == 1
		if cells+g.Cells > width && !space && at > start {
			if brk > start {
				next := brk
				end(brk, brk)
				at = next
			} else {
				end(at, at)
			}
			continue
		}
		cells += g.Cells
		at += g.Bytes
		switch {
		case space:
			brk = at
		case !keep && breaksAfter(text[:at], text[at:], g):
			brk = at
		}
	}
	if start < len(text) || len(parts) == 0 {
		end(len(text), len(text))
	}
	return parts
}

// breaksAfter reports whether a line may end between before and after, where
// neither side is a space.
func breaksAfter(before, after string, g Glyph) bool {
	if after == "" || after[0] == ' ' || after[0] == '\n' {
		return false
	}
	last, n := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	switch last {
	case '-', '‐', '–', '—', '/':
		previous, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
		return unicode.IsLetter(previous) && (unicode.IsLetter(next) || last == '—')
	}
	if g.Cells == 2 || wide(next) {
		return !noStart(next) && !noEnd(last) && (wide(last) || wide(next))
	}
	return false
}

// wide reports whether r is of a script that is written without spaces.
func wide(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

// noStart reports whether r must not begin a line.
func noStart(r rune) bool {
	switch r {
	case '。', '、', '」', '』', '）', '，', '．', '！', '？', '：', '；', '〉', '》', '】', 'ー', 'っ', 'ゃ', 'ゅ', 'ょ', 'ッ', 'ャ', 'ュ', 'ョ', '”', '’', ')', ',', '.', '!', '?', ':', ';':
		return true
	}
	return unicode.Is(unicode.Mn, r)
}

// noEnd reports whether r must not end a line.
func noEnd(r rune) bool {
	switch r {
	case '「', '『', '（', '〈', '《', '【', '“', '‘', '(':
		return true
	}
	return false
}
