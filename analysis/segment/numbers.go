package segment

import (
	"strings"
	"unicode/utf8"
)

// startsNumber reports whether s begins with a number: a digit, or a sign or
// point before one.
func startsNumber(s string) bool {
	if isDigit(s[0]) {
		return true
	}
	return len(s) > 1 && (s[0] == '.' || s[0] == '+') && isDigit(s[1])
}

// number reads a number, and a unit that is glued to it as a token of its own.
func (c *chunk) number() {
	s := c.text[c.at:]
	n := numeral(s)
	letters := n
	for letters < len(s) {
		r, k := utf8.DecodeRuneInString(s[letters:])
		if !isWord(r) {
			break
		}
		letters += k
	}
	unit := s[n:letters]
	whole := letters < len(s) && s[letters] == '.' && letters+1 < len(s) && isLetter(rune(s[letters+1])) ||
		letters < len(s) && s[letters] == '_' // a file's name
	switch {
	case whole:
		for letters < len(s) {
			r, k := utf8.DecodeRuneInString(s[letters:])
			if !isWord(r) && r != '_' && !(r == '.' && letters+1 < len(s) && isWord(rune(s[letters+1]))) {
				break
			}
			letters += k
		}
		c.emit(letters)
	case unit == "" && n == 1 && c.at == 0 && len(s) == 2 && s[1] == '.' && !c.last: // the number of a list item
		c.emit(2)
	case unit == "":
		c.emit(n)
	case units[strings.ToLower(unit)] || c.at > 0 && strings.IndexByte("$", c.text[c.at-1]) >= 0:
		c.emit(n)
		k := letters
		if low := strings.ToLower(unit); (low == "a" || low == "p") && strings.HasPrefix(strings.ToLower(s[letters:]), ".m") {
			k = min(len(s), letters+2)
			if k < len(s) && s[k] == '.' {
				k++
			}
		}
		c.emit(k - n)
	default:
		c.emit(letters)
	}
}

// numeral returns the length of the digits that s begins with and of the marks
// that group them.
func numeral(s string) int {
	if n := telephone(s); n > 0 {
		return n
	}
	i := 0
	if !isDigit(s[0]) {
		i++
	}
	slashes := 0
	for i < len(s) {
		switch {
		case isDigit(s[i]):
		case i+1 >= len(s) || !isDigit(s[i+1]):
			return i
		case s[i] == '.' || s[i] == ':':
		case s[i] == ',' && digits(s[i+1:]) == 3:
		case s[i] == '/' && dated(s, i):
			slashes++
		default:
			return i
		}
		i++
	}
	return i
}

func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// dated reports whether the slash at i of s stands in a date or a small
// fraction, not in a range of years.
func dated(s string, i int) bool {
	before := 0
	for before < i && isDigit(s[i-1-before]) {
		before++
	}
	after := digits(s[i+1:])
	return before <= 2 && (after <= 2 || after == 4)
}

// telephone returns the length of the telephone number, postal code or ISO date
// that s begins with, or 0: groups of digits apart by hyphens, the last of four
// digits or three groups in all.
func telephone(s string) int {
	n, groups, last, first := 0, 0, 0, 0
	for {
		k := digits(s[n:])
		if k == 0 {
			return 0
		}
		if groups == 0 {
			first = k
		}
		groups, last = groups+1, k
		n += k
		if n+1 >= len(s) || s[n] != '-' || !isDigit(s[n+1]) {
			break
		}
		n++
	}
	if groups >= 3 || groups == 2 && last == 4 && (first == 3 || first == 5) {
		return n
	}
	return 0
}
