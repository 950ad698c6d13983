package quote

import (
	"slices"
	"sort"
	"strings"

	"lectern/analysis/syntax"
)

// times are nouns that head a phrase of time. After "by" they look like agents
// of a passive (claimed by the end of the month), and nobody speaks there.
var times = strings.Fields(`end beginning start middle moment time date day night morning evening afternoon noon midnight week weekend month year
	decade century hour minute second quarter season spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december today tomorrow yesterday`)

// audible drops the drafts whose source is nobody who could speak, and takes the
// label of a turn off a source that it ran into.
func audible(text *syntax.Text, drafts []draft) []draft {
	for i := range drafts {
		var source []run
		for _, r := range drafts[i].source {
			if r = unlabelled(text, r); r.first < r.last {
				source = append(source, r)
			}
		}
		if len(source) > 0 {
			drafts[i].source = source
		}
	}
	return slices.DeleteFunc(drafts, func(d draft) bool {
		if len(d.source) == 0 {
			return false
		}
		for _, h := range heads(text, d.source) {
			if text.Tokens[h].Tag != syntax.TagCD && !slices.Contains(times, strings.ToLower(text.Tokens[h].Lemma)) {
				return false
			}
		}
		return true
	})
}

// unlabelled returns r without the label of a turn that it begins with.
func unlabelled(text *syntax.Text, r run) run {
	at := text.Tokens[r.first].Start
	i := sort.Search(len(text.Turns), func(i int) bool { return text.Turns[i].Label.End > at })
	if i < len(text.Turns) && text.Turns[i].Label.Has(at) && text.Turns[i].First > r.first {
		r.first = min(text.Turns[i].First, r.last)
	}
	return r
}
