package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// address returns the length of the address, handle or file path that s begins
// with, or 0.
func address(s string) int {
	if !startsAddress(s) {
		return 0
	}
	n := strings.IndexAny(s, "<>\"“”»")
	if n < 0 {
		n = len(s)
	}
	for n > 0 {
		r, k := utf8.DecodeLastRuneInString(s[:n])
		if strings.ContainsRune(".,;:!?'’*", r) || r == ')' && strings.Count(s[:n], "(") < strings.Count(s[:n], ")") || r == ']' {
			n -= k
			continue
		}
		break
	}
	return n
}

func startsAddress(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[0] {
	case '#', '@':
		return isLetter(rune(s[1])) || s[1] == '_'
	case 'h', 'H', 'w', 'W', 'f', 'F', 'm', 'M':
		for _, p := range [...]string{"http:/", "https:/", "www.", "ftp:/", "mailto:"} {
			if len(s) > len(p) && strings.EqualFold(s[:len(p)], p) {
				return true
			}
		}
	}
	at := strings.IndexByte(s, '@')
	if at <= 0 || at+2 >= len(s) {
		return false
	}
	for _, c := range []byte(s[:at]) {
		if !isLetter(rune(c)) && !isDigit(c) && !strings.ContainsRune("._-+%", rune(c)) {
			return false
		}
	}
	return isLetter(rune(s[0])) && isLetter(rune(s[at+1])) && strings.Contains(s[at:], ".")
}

// faces are the mouths, after eyes and perhaps a nose.
const mouths = ")(DPpO/\\|*]["

// face returns the length of the emoticon that s begins with, or 0.
func face(s string, alone bool) int {
	if strings.HasPrefix(s, "<3") {
		return 2
	}
	if len(s) < 2 || s[0] != ':' && s[0] != ';' && s[0] != '=' {
		return 0
	}
	k := 1
	if s[k] == '-' || s[k] == '\'' {
		k++
	}
	if k >= len(s) || !strings.ContainsRune(mouths, rune(s[k])) {
		return 0
	}
	letter := isLetter(rune(s[k]))
	end := k + 1
	for end < len(s) && s[end] == s[k] {
		end++
	}
	if end < len(s) && (letter || s[k] == '/') {
		return 0
	}
	if (letter || s[k] == '/') && !alone {
		return 0
	}
	return end
}

// run returns the length of the run of marks that s begins with, if they make
// one token, or 0.
func run(s string) int {
	c := s[0]
	switch {
	case c == '.' || c == '!' || c == '?':
		k := 1
		for k < len(s) && (s[k] == '.' || s[k] == '!' || s[k] == '?') {
			k++
		}
		if k > 1 {
			return k
		}
	case strings.IndexByte("-=*_~+#<>^`'", c) >= 0:
		k := 1
		for k < len(s) && s[k] == c {
			k++
		}
		if c == '\'' && k != 2 || c == '#' && k < 3 {
			return 0
		}
		if k >= 3 && strings.IndexByte("-=*_~+#<>", c) >= 0 { // a ruled line may mix its marks
			for k < len(s) && strings.IndexByte("-=*_~+#<>|{}", s[k]) >= 0 {
				k++
			}
		}
		if k > 1 {
			return k
		}
	case c >= utf8.RuneSelf:
		r, n := utf8.DecodeRuneInString(s)
		switch r {
		case '—', '–', '…', '’', '‘', '─', '═':
			k := n
			for strings.HasPrefix(s[k:], s[:n]) {
				k += n
			}
			if (r == '’' || r == '‘') && k != 2*n {
				return 0
			}
			return k
		}
		return picture(s)
	}
	return 0
}

// picture returns the length of the emoji that s begins with, all that it is
// joined of included, or 0.
func picture(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.Is(unicode.So, r) {
		return 0
	}
	for n < len(s) {
		next, k := utf8.DecodeRuneInString(s[n:])
		switch {
		case next == '\u200d':
			n += k
			if r, k := utf8.DecodeRuneInString(s[n:]); unicode.Is(unicode.So, r) {
				n += k
			}
		case next == '\ufe0f' || next == '\ufe0e' || unicode.Is(unicode.M, next) || next >= 0x1f3fb && next <= 0x1f3ff:
			n += k
		case r >= 0x1f1e6 && r <= 0x1f1ff && next >= 0x1f1e6 && next <= 0x1f1ff:
			return n + k
		default:
			return n
		}
	}
	return n
}
