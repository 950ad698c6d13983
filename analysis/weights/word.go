package weights

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is one token as the models see it: atoms for its form and parts of it.
type Word struct {
	Form, Low, Shape uint64    // the form; in lower case, digits as 0; its outline, Xxx or d.d
	Suffix           [5]uint64 // of the lower-case form, 1 to 5 bytes; 0 where it is shorter
	Prefix           [4]uint64 // 1 to 4 bytes
	Cluster          [4]uint64 // its distributional cluster, by 4, 6, 8 and 12 bits; 0 if it has none
	Title, Upper     bool      // begins with a capital; two letters or more, all capitals
	Capital          bool      // has a capital anywhere
}

// Edge stands for what is before the first and after the last word.
var Edge = Word{Form: Atom(-2), Low: Atom(-2), Shape: Atom(-2)}

// See returns the word of a form.
func See(form string) (w Word) {
	var lowBuf, shapeBuf [48]byte
	low, shape := lowBuf[:0], shapeBuf[:0]
	form = plain(form)
	letters, capitals, repeat := 0, 0, 0
	for i, r := range form {
		var c byte
		switch {
		case 'a' <= r && r <= 'z':
			c = 'x'
			letters++
			low = append(low, byte(r))
		case 'A' <= r && r <= 'Z':
			c = 'X'
			letters++
			capitals++
			low = append(low, byte(r)+'a'-'A')
		case '0' <= r && r <= '9':
			c = 'd'
			low = append(low, '0')
		case r < utf8.RuneSelf:
			c = byte(r)
			low = append(low, byte(r))
		case unicode.IsUpper(r):
			c = 'X'
			letters++
			capitals++
			low = utf8.AppendRune(low, unicode.ToLower(r))
		case unicode.IsLetter(r):
			c = 'x'
			letters++
			low = utf8.AppendRune(low, r)
		default:
			c = '?'
			low = utf8.AppendRune(low, r)
		}
		if i == 0 {
			w.Title = c == 'X'
		}
		if n := len(shape); n > 0 && shape[n-1] == c {
			if repeat++; repeat >= 2 {
				continue
			}
		} else {
			repeat = 0
		}
		shape = append(shape, c)
	}
	w.Upper, w.Capital = letters > 1 && capitals == letters, capitals > 0
	w.Form, w.Low, w.Shape = Text(form), Text(low), Text(shape)
	for k := range w.Suffix {
		if k < len(low) {
			w.Suffix[k] = Text(low[len(low)-k-1:])
		}
	}
	for k := range w.Prefix {
		if k < len(low) {
			w.Prefix[k] = Text(low[:k+1])
		}
	}
	if c := cluster(w.Low); c > 0 {
		for k, bits := range [...]int{4, 6, 8, 12} {
			w.Cluster[k] = Atom(c>>(12-bits) | 1<<bits)
		}
	}
	return w
}

// plain writes typographic marks as the treebanks do.
func plain(form string) string {
	switch form {
	case "“", "”", "``", "''", "„", "«", "»":
		return "\""
	case "’", "‘", "`":
		return "'"
	case "—", "–", "--", "---", "――":
		return "-"
	case "…":
		return "..."
	}
	if strings.Contains(form, "’") {
		return strings.ReplaceAll(form, "’", "'")
	}
	return form
}
