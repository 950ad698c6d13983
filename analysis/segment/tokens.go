package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A chunk is what stands between white space. It is read from left to right;
// at each place the first of these that fits makes a token:
//
//	address    http://…, www.…, a@b.c, #tag, @name     to the chunk's end, closing marks off
//	face       :-) ;) <3
//	run        -- … !!! ===                             marks of one kind
//	number     3.5  1,000  10:30  713-853-3989  20th    a unit after it is cut off
//	word       letters, with what holds a word together (joins)
//	mark       any other character
//
// Words are then cut where English leans one on another (leaning.go).

// tokenize appends the tokens of s, which stands at offset base of the document.
func tokenize(out []syntax.Token, s string, base int) []syntax.Token {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isSpace(r) {
			i += n
			continue
		}
		end := i + n
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if isSpace(r) {
				break
			}
			end += n
		}
		c := chunk{text: s[i:end], base: base + i, out: out, last: endsParagraph(s[end:])}
		c.cut()
		out = c.out
		i = end
	}
	return out
}

func endsParagraph(rest string) bool { return strings.TrimFunc(rest, isSpace) == "" }

// isSpace reports whether r is white space or has no width.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// isWord reports whether r can be part of a word: a letter, a digit or a mark
// that combines with one.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(r) || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Nl) || r == '\u200d' || r == '\u200c' || r == '\u00ad'
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' }

// A chunk is one run of text without white space while it is being cut.
type chunk struct {
	text string
	base int // offset of text in the document
	at   int // how far it is cut
	last bool
	out  []syntax.Token
}

func (c *chunk) cut() {
	for c.at < len(c.text) {
		rest := c.text[c.at:]
		n := address(rest)
		if n == 0 {
			n = face(rest, c.at == 0)
		}
		if n == 0 {
			n = run(rest)
		}
		if n == 0 && startsNumber(rest) {
			c.number()
			continue
		}
		if n == 0 {
			if r, _ := utf8.DecodeRuneInString(rest); isWord(r) || c.elided() {
				c.word()
				continue
			}
			_, n = utf8.DecodeRuneInString(rest)
		}
		c.emit(n)
	}
}

// emit makes a token of the next n bytes.
func (c *chunk) emit(n int) {
	start := c.base + c.at
	c.out = append(c.out, syntax.Token{Span: model.Span{Start: start, End: start + n}})
	c.at += n
}

// rest returns the rune at offset i of the chunk, or 0 at its end.
func (c *chunk) rune(i int) rune {
	if i >= len(c.text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(c.text[i:])
	return r
}

// elided reports whether an apostrophe stands here for letters or digits left
// out at the start of a word: 'em, 'tis, '90s.
func (c *chunk) elided() bool {
	if r := c.rune(c.at); !isApostrophe(r) && r != '‘' {
		return false
	}
	_, n := utf8.DecodeRuneInString(c.text[c.at:])
	w := c.text[c.at+n:]
	k := 0
	for k < len(w) && (isDigit(w[k]) || isLetter(rune(w[k]))) {
		k++
	}
	w = w[:k]
	if len(w) >= 2 && isDigit(w[0]) && isDigit(w[1]) {
		return len(w) == 2 || len(w) == 3 && w[2] == 's'
	}
	return elisions[strings.ToLower(w)]
}

// word reads one word with what holds it together, and cuts off what leans on it.
func (c *chunk) word() {
	start, i := c.at, c.at
	_, n := utf8.DecodeRuneInString(c.text[i:])
	i += n // a word's first rune may be an apostrophe
	for i < len(c.text) {
		r, n := utf8.DecodeRuneInString(c.text[i:])
		if !isWord(r) && !c.joins(start, i, r, n) {
			break
		}
		i += n
	}
	w := c.text[start:i]
	if i < len(c.text) && c.text[i] == '.' && c.keepsStop(w, i) {
		i++
		w = c.text[start:i]
	}
	for _, k := range lean(w) {
		c.emit(k)
	}
	c.emit(i - c.at)
}

// joins reports whether r, n bytes at i, holds the word that began at start together.
func (c *chunk) joins(start, i int, r rune, n int) bool {
	next := c.rune(i + n)
	if !isWord(next) {
		return false
	}
	word := c.text[start:i]
	switch {
	case r == '_':
		return true
	case r == '.':
		return !runsOn(word, c.text[i+1:])
	case isApostrophe(r):
		return isLetter(next) || isDigit(c.text[i-1]) && next == 's'
	case r == '&':
		return len(word) <= 3 && isLetter(next)
	case r == '-' || r == '‐' || r == '‑':
		return holdsHyphen(word, c.text[i+n:])
	case r == '/':
		return slashed[strings.ToLower(leading(c.text[start:]))]
	case r == '@':
		return true
	}
	return false
}

// leading returns the letters and slashes that s begins with.
func leading(s string) string {
	k := 0
	for k < len(s) && (s[k] == '/' || isLetter(rune(s[k]))) {
		k++
	}
	return s[:k]
}

// runsOn reports whether the stop between word and after ends a sentence, the
// space after it forgotten: "end.The".
func runsOn(word, after string) bool {
	if len(word) < 3 || strings.ContainsAny(word, "./_@") || !isLower(word[1:]) {
		return false
	}
	r, n := utf8.DecodeRuneInString(after)
	k := n
	for k < len(after) && 'a' <= after[k] && after[k] <= 'z' {
		k++
	}
	return unicode.IsUpper(r) && (k > 1 || after[:k] == "I" || after[:k] == "A") && (k == len(after) || !strings.ContainsRune("./@_", rune(after[k])))
}

func isLower(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// keepsStop reports whether the stop at i belongs to w, the word before it:
// to an abbreviation, an initial, or a word with stops inside it.
func (c *chunk) keepsStop(w string, i int) bool {
	if i+1 < len(c.text) && c.text[i+1] == '.' {
		return false
	}
	after := c.rune(i + 1)
	if isWord(after) {
		return false
	}
	low := strings.ToLower(w)
	if abbreviations[low] {
		return true
	}
	atEnd := c.last && strings.TrimLeft(c.text[i+1:], "\"'”’)]") == ""
	if utf8.RuneCountInString(w) == 1 {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) && w != "I" && !atEnd || r == 'p' || r == 'v'
	}
	if strings.Contains(w, ".") { // U.S., e.g., but not example.com
		return longestPart(w) <= 2
	}
	return capitalAbbreviations[low] && unicode.IsUpper(c.rune(i-len(w))) && !atEnd
}

func longestPart(w string) int {
	most := 0
	for p := range strings.SplitSeq(w, ".") {
		most = max(most, utf8.RuneCountInString(p))
	}
	return most
}
