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

// states are nouns for how things stand or change. A situation may underscore and
// a trend suggest, but whoever says so is the writer.
var states = strings.Fields(`absence change circumstance condition context decline decrease development fall growth increase lack momentum
	outcome pattern presence prospect reality rise shift situation stalemate status timing trend uncertainty`)

// audible drops the drafts whose source is nobody who could speak, and takes off
// a source the label of a turn that it ran into, and off a participle that hangs
// on a noun the subject of the clause around it, as off a passive who is told.
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
		if d := &drafts[i]; len(d.source) > 0 && d.source[0].first < d.cue[0].first && (hangs(text, d.cue) || addressed(text, d.cue)) {
			d.source = nil
		}
	}
	return slices.DeleteFunc(drafts, func(d draft) bool {
		if len(d.source) == 0 {
			return false
		}
		if text.Word(d.cue[0].first) == ":" && slices.ContainsFunc(drafts, func(o draft) bool { return begins(o, d) }) {
			return true
		}
		for _, h := range heads(text, d.source) {
			lemma := strings.ToLower(text.Tokens[h].Lemma)
			if text.Tokens[h].Tag != syntax.TagCD && !slices.Contains(times, lemma) && !slices.Contains(states, lemma) {
				return false
			}
		}
		return true
	})
}

// begins reports whether what d brings in by a colon begins with somebody else's
// words: who urged caution did not say that Ruiz said so.
func begins(o, d draft) bool {
	if len(o.source) == 0 || len(d.content) == 0 {
		return false
	}
	at := d.content[0]
	return at.first <= o.source[0].first && o.source[0].first <= at.first+1 && at.has(o.cue[0].first)
}

// addressed reports whether the subject of a cue is who was spoken to: "we are
// told" does not say by whom.
func addressed(text *syntax.Text, cue []run) bool {
	for _, r := range cue {
		for i := r.first; i < r.last; i++ {
			if t := &text.Tokens[i]; t.Tag == syntax.TagVBN && addressing[strings.ToLower(t.Lemma)] && (text.Child(i, syntax.AuxPass) >= 0 || text.Child(i, syntax.NsubjPass) >= 0) {
				return true
			}
		}
	}
	return false
}

var addressing = set(`tell inform warn remind notify advise brief`)

// hangs reports whether a cue is a passive participle that modifies a noun: in
// "she left, a step described as brave" it is not she who describes. Who does
// comes after "by". Only what goes on with "as" is sure to be passive: without an
// object between, nobody describes anything there.
func hangs(text *syntax.Text, cue []run) bool {
	for _, r := range cue {
		for i := r.first; i < r.last && i+1 < len(text.Tokens); i++ {
			if t := &text.Tokens[i]; t.Tag == syntax.TagVBN && t.Rel == syntax.Acl && int(t.Head) == i-1 && text.Lower(i+1) == "as" &&
				text.Child(i, syntax.Nsubj) < 0 && text.Child(i, syntax.Aux) < 0 && text.Child(i, syntax.AuxPass) < 0 {
				return true
			}
		}
	}
	return false
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
