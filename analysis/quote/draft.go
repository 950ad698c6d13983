package quote

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A run is the tokens [first, last).
type run struct{ first, last int }

func (r run) has(i int) bool { return r.first <= i && i < r.last }

// A draft is a claim as tokens, before it is linked to anything.
type draft struct {
	source, cue, content []run // each in text order; source may be empty
	rule                 string
	sure                 float32 // 0 to 1
}

// claim makes the claim of a draft and gives it to its speakers.
func (d *draft) claim(text *syntax.Text, cast *cast) *model.Claim {
	c := &model.Claim{
		Source:  spans(text, d.source),
		Cue:     spans(text, d.cue),
		Content: spans(text, d.content),
		Mode:    modeOf(text, d.content),
		Stance:  stanceOf(text, d),
		By:      model.Evidence{Rule: d.rule, Words: spans(text, d.cue), Sure: d.sure},
	}
	for _, a := range cast.speakers(d.source) {
		c.Speakers = append(c.Speakers, a)
		a.Claims = append(a.Claims, c)
	}
	return c
}

func spans(text *syntax.Text, runs []run) []model.Span {
	var s []model.Span
	for _, r := range runs {
		s = append(s, text.Span(r.first, r.last))
	}
	return s
}

// size returns the number of tokens in runs.
func size(runs []run) int {
	n := 0
	for _, r := range runs {
		n += r.last - r.first
	}
	return n
}

func holds(runs []run, i int) bool {
	return slices.ContainsFunc(runs, func(r run) bool { return r.has(i) })
}
