package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/analysis/syntax"
)

// ends reports whether a sentence that began at token start ends before token i
// of the same paragraph.
func ends(t *syntax.Text, start, i int) bool {
	gap := t.Doc.Text(t.Span(i-1, i+1))
	gap = gap[t.Tokens[i-1].Len() : len(gap)-t.Tokens[i].Len()]
	last := i - 1
	for last > start && closes(t.Word(last)) {
		last--
	}
	w, next := t.Word(last), t.Word(i)
	if closes(next) && gap == "" {
		return false
	}
	stop := strings.Trim(w, ".!?…") == ""
	abbreviated := !stop && strings.HasSuffix(w, ".")
	if !stop && !abbreviated {
		return false
	}
	k := i
	for k < len(t.Tokens)-1 && opens(t.Word(k)) {
		k++
	}
	r, _ := utf8.DecodeRuneInString(t.Word(k))
	if abbreviated {
		return starters[t.Lower(k)] && unicode.IsUpper(r) && !titles[strings.ToLower(w)] && utf8.RuneCountInString(w) > 2
	}
	if unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLetter(r) && next != "," {
		return true
	}
	return gap != "" && strings.ContainsAny(w, "!?") && last == i-1 || strings.Contains(gap, "\n")
}

func closes(w string) bool {
	switch w {
	case "\"", "”", "’", "'", "''", ")", "]", "}", "»":
		return true
	}
	return false
}

func opens(w string) bool {
	switch w {
	case "\"", "“", "‘", "'", "``", "(", "[", "{", "«":
		return true
	}
	return false
}

var (
	titles   = set("mr. mrs. ms. dr. prof. rev. sen. rep. gov. gen. col. maj. capt. cpt. lt. sgt. st. vs. e.g. i.e. cf. no. fig. jan. feb. mar. apr. aug. sept. oct. nov. dec. pres. supt. insp. adm. hon. mt. ft.")
	starters = set("the a an he she it they we i you this that these those in on at but and however there his her its their if when while after before as for what who why how")
)
