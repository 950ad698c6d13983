package tag

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// A lemma is made from the form in lower case by the rule of the longest known
// suffix under its tag: take so many bytes off, put others on. Whole forms are
// the longest suffixes of all, with ^ before them, so exceptions need no table of
// their own. Proper nouns keep their case and lose only a plural's ending.

// An Edit makes a lemma of a form.
type Edit struct {
	Cut int // bytes taken off the end
	Add string
}

// Apply returns the edited form, and the form itself where it is too short or
// would be cut inside a character.
func (e Edit) Apply(form string) string {
	keep := len(form) - e.Cut
	if keep < 0 || e.Cut == 0 && e.Add == "" || keep < len(form) && !utf8.RuneStart(form[keep]) || keep == 0 && e.Add == "" {
		return form
	}
	return form[:keep] + e.Add
}

// LongestSuffix is how many bytes of a form a rule may look at, whole forms aside.
const LongestSuffix = 6

// lemmaRules are keyed by tag, a space, and a suffix.
var lemmaRules = sync.OnceValue(func() [syntax.Tags]map[string]Edit {
	var rules [syntax.Tags]map[string]Edit
	for line := range strings.Lines(weights.Lemmas()) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		tag, ok := syntax.ParseTag(f[0])
		if len(f) != 4 || !ok {
			continue
		}
		if rules[tag] == nil {
			rules[tag] = map[string]Edit{}
		}
		rules[tag][f[1]] = Edit{int(f[2][0] - '0'), f[3]}
	}
	return rules
})

// Base returns the form that rules work on: in lower case, but for names.
func Base(form string, tag syntax.Tag) string {
	if tag == syntax.TagNNP || tag == syntax.TagNNPS {
		return form
	}
	low := strings.ToLower(form)
	if strings.Contains(low, "’") {
		low = strings.ReplaceAll(low, "’", "'")
	}
	return low
}

// Lemma returns the lemma of a form.
func Lemma(form string, tag syntax.Tag, pos syntax.Pos) string {
	switch tag {
	case syntax.TagADD, syntax.TagFW, syntax.TagGW, syntax.TagNFP, syntax.TagSYM:
		return form
	case syntax.TagNNP:
		if pos != syntax.PROPN {
			return strings.ToLower(form)
		}
		if r, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(r) {
			return form
		}
	}
	return Rewrite(lemmaRules()[tag], Base(form, tag))
}

// Rewrite applies the rule of the longest suffix that rules knows.
func Rewrite(rules map[string]Edit, base string) string {
	if len(rules) == 0 {
		return base
	}
	var buf [64]byte
	if len(base) < len(buf) {
		whole := append(append(buf[:0], '^'), base...)
		if e, ok := rules[string(whole)]; ok {
			return e.Apply(base)
		}
	}
	for k := min(LongestSuffix, len(base)); k >= 0; k-- {
		if e, ok := rules[base[len(base)-k:]]; ok {
			return e.Apply(base)
		}
	}
	return base
}
