package export

import (
	"strconv"
	"strings"
)

// Backslashes returns s with a backslash before every mark that Markdown might
// read as markup, for a report that is read as text or rendered elsewhere.
func Backslashes(s string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		atStart := i == 0 || s[i-1] == '\n'
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '&', '|', '~':
			b.WriteByte('\\')
		case '#', '+', '-', '>', '=':
			if atStart {
				b.WriteByte('\\')
			}
		case '.', ')':
			if i > 0 && startsWithNumber(s[:i]) {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

// startsWithNumber reports whether the last line of s is only a number, so that
// a full stop after it would begin a list.
func startsWithNumber(s string) bool {
	line := s[strings.LastIndexByte(s, '\n')+1:]
	return line != "" && len(line) < 10 && strings.Trim(line, "0123456789") == ""
}

// References returns s with every ASCII punctuation mark as a character
// reference: for a renderer that decodes entities and finds links by itself,
// nothing less keeps words from becoming markup.
func References(s string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c > ' ' && c < 0x7f && !('0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z') {
			b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
