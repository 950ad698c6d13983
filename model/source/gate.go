package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/model"
)

// The gate is the one place where words from outside become safe to show. It
// runs on decoded text, after character references and escapes:
//
//   - A control character becomes a visible sign (␛ for ESC), except newline
//     and tab. A terminal obeys C1 controls too, as bytes and as UTF-8.
//   - CR, CRLF, NEL and the Unicode line and paragraph separators are newlines.
//   - What changes the direction of the text around it (U+202A–E, U+2066–9),
//     and what cannot be seen at all, becomes �, unless it does its work inside
//     a word or an emoji.
//   - More marks on one letter than any script uses become one �.
//
// An escape sequence is thus still there to be read, letter by letter, and does
// nothing.

const (
	replacement = "\ufffd"
)

// Safe returns s as it may be shown anywhere: a title, a file name, an error.
func Safe(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	gate(s, func(text string, _, _ int) { b.WriteString(text) })
	return b.String()
}

// Line returns s as it may be shown in one line.
func Line(s string) string { return strings.Join(strings.Fields(Safe(s)), " ") }

// plain reports whether s is printable ASCII, newlines and tabs.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c >= 0x7f {
			return false
		}
	}
	return true
}

// gate calls emit with what is to be shown for s[from:to], stretch by stretch.
// text is s[from:to] itself or what stands for it.
func gate(s string, emit func(text string, from, to int)) {
	clean := 0 // everything before is emitted
	var before rune
	marks := 0
	for i := 0; i < len(s); {
		if c := s[i]; ' ' <= c && c < 0x7f {
			before, marks = rune(c), 0
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '\r' && i+1 < len(s) && s[i+1] == '\n' {
			n = 2
		}
		if model.Piles(r) {
			marks++
		} else {
			marks = 0
		}
		after, _ := utf8.DecodeRuneInString(s[i+n:])
		show, as := shown(r, n, before, after)
		switch {
		case marks > model.MostMarks:
			show, as = false, ""
			if marks == model.MostMarks+1 {
				as = replacement
			}
		case show:
			before = r
			i += n
			continue
		}
		if clean < i {
			emit(s[clean:i], clean, i)
		}
		emit(as, i, i+n)
		before = utf8.RuneError
		i += n
		clean = i
	}
	if clean < len(s) {
		emit(s[clean:], clean, len(s))
	}
}

// shown reports whether r, n bytes long, may be shown as it is, and if not as
// what. before and after are the code points beside it.
func shown(r rune, n int, before, after rune) (bool, string) {
	switch {
	case r == '\n', r == '\t':
		return true, ""
	case r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
		return false, "\n"
	case r < ' ':
		return false, string('\u2400' + r)
	case r < 0x7f:
		return true, ""
	case r == 0x7f:
		return false, "\u2421"
	case r < 0xa0:
		return false, replacement
	case r == utf8.RuneError && n == 1:
		return false, replacement
	case r == '\u200c', r == '\u200d', r == '\u200e', r == '\u200f', r == '\u061c':
		// Joiners and direction marks work between letters of the scripts, and
		// the emoji, that need them.
		return working(before) || working(after), replacement
	case 0xe0020 <= r && r <= 0xe007f: // the letters of a flag
		return before == 0x1f3f4 || 0xe0020 <= before && before < 0xe007f, replacement
	case unicode.Is(unicode.Cf, r) && r != '\u00ad' && !unicode.In(r, unicode.Arabic, unicode.Syriac):
		return false, replacement
	case r == '\u115f', r == '\u1160', r == '\u3164', r == '\uffa0': // Hangul fillers
		return false, replacement
	}
	return true, ""
}

func working(r rune) bool { return r > 0x2ff && r != utf8.RuneError && !unicode.IsSpace(r) }

// gated writes the part s of raw, which must be the bytes of the source at the
// same place, to b.
func gated(b *model.Builder, raw string, s model.Span) {
	gate(raw[s.Start:s.End], func(text string, from, to int) {
		b.Write(text, model.Span{Start: s.Start + from, End: s.Start + to})
	})
}
