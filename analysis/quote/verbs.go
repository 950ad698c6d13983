package quote

import (
	_ "embed"
	"strings"
	"sync"

	"lectern/model"
)

//go:embed cues.txt
var cueList string

// A verb is one entry of cues.txt.
type verb struct {
	lemma  string
	stance model.Stance
}

// verbs has every form of every verb of cues.txt.
var verbs = sync.OnceValue(func() map[string]verb { return readVerbs(cueList) })

var stances = map[string]model.Stance{"assert": model.Assert, "deny": model.Deny, "doubt": model.Doubt, "demand": model.Demand, "promise": model.Promise, "ask": model.Ask}

func readVerbs(list string) map[string]verb {
	forms := map[string]verb{}
	for line := range strings.Lines(list) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		v := verb{f[0], stances[f[1]]}
		for _, form := range append(inflect(f[0]), f[2:]...) {
			forms[form] = v
		}
	}
	return forms
}

// inflect returns the regular forms of a verb.
func inflect(lemma string) []string {
	n := len(lemma)
	vowel := func(i int) bool { return i >= 0 && strings.IndexByte("aeiou", lemma[i]) >= 0 }
	switch {
	case lemma[n-1] == 'e':
		return []string{lemma, lemma + "s", lemma + "d", lemma[:n-1] + "ing"}
	case lemma[n-1] == 'y' && !vowel(n-2):
		return []string{lemma, lemma[:n-1] + "ies", lemma[:n-1] + "ied", lemma + "ing"}
	case strings.HasSuffix(lemma, "s") || strings.HasSuffix(lemma, "sh") || strings.HasSuffix(lemma, "ch"):
		return []string{lemma, lemma + "es", lemma + "ed", lemma + "ing"}
	}
	forms := []string{lemma, lemma + "s", lemma + "ed", lemma + "ing"}
	if !vowel(n-1) && vowel(n-2) && !vowel(n-3) { // plan, planned
		double := lemma + lemma[n-1:]
		forms = append(forms, double+"ed", double+"ing")
	}
	return forms
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
