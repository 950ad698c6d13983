package model

import (
	"slices"
	"testing"
)

// What is counted adds up: claims are those of the outermost level, those inside
// and turns are counted apart, and one quoted scrap anywhere is a quotation.
func TestCounted(t *testing.T) {
	d := FromText("The board said that critics said no.")
	board, critics := &Actor{Name: "the board"}, &Actor{Name: "critics", Unnamed: true}
	inner := &Claim{Content: []Span{{33, 35}}, Speakers: []*Actor{critics}}
	outer := &Claim{Content: []Span{{15, 35}}, Speakers: []*Actor{board}, Nested: []*Claim{inner}}
	inner.In = outer
	board.Claims = []*Claim{outer}
	a := &Analysis{Document: d, Actors: []*Actor{board, critics}, Claims: []*Claim{outer}}
	for _, step := range []struct {
		change   func()
		counted  []string
		quotes   bool
		nameless string
	}{
		{func() {}, []string{"1 voice", "1 claim"}, false, "unnamed"},
		{func() { critics.Claims = []*Claim{inner} }, []string{"2 voices", "1 claim"}, false, "unnamed source"},
		{func() { inner.Mode = Mixed }, []string{"2 voices", "1 claim"}, true, "unnamed source"},
		{func() { a.Turns = []*Turn{{}, {}}; inner.Mode = Indirect }, []string{"2 voices", "1 claim", "2 turns"}, true, "unnamed source"},
	} {
		step.change()
		if got := a.Counted(); !slices.Equal(got, step.counted) || a.Quotes() != step.quotes || a.Inside() != 1 {
			t.Errorf("%q, quotes %v, %d inside; want %q, %v", got, a.Quotes(), a.Inside(), step.counted, step.quotes)
		}
		if got := critics.Nameless(); got != step.nameless {
			t.Errorf("critics are %q, not %q", got, step.nameless)
		}
	}
	if board.Nameless() != "" {
		t.Error("the board has a name")
	}
}
