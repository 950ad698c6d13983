package quote

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
)

// times are nouns that head a phrase of time. After "by" they look like agents
// of a passive (claimed by the end of the month), and nobody speaks there.
var times = strings.Fields(`end beginning start middle moment time date day night morning evening afternoon noon midnight week weekend month year
	decade century hour minute second quarter season spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december today tomorrow yesterday`)

// audible drops the drafts whose source is nobody who could speak.
func audible(text *syntax.Text, drafts []draft) []draft {
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
