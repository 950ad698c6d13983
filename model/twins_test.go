package model

import "testing"

// An analysis of the beginning and one of the whole share no node; what stands
// for the same thing is found again, and what is gone is not made up.
func TestTwins(t *testing.T) {
	word := func(n int) Span { return Span{Start: 10 * n, End: 10*n + 5} }
	make := func(words int) *Analysis {
		a := &Analysis{}
		x := &Actor{Name: "Ada"}
		for n := range words {
			x.Mentions = append(x.Mentions, &Mention{Span: word(n), Actor: x})
		}
		inner := &Claim{Cue: []Span{word(3)}, Content: []Span{word(4)}}
		outer := &Claim{Cue: []Span{word(1)}, Content: []Span{word(2), word(words)}, Nested: []*Claim{inner}}
		d := &Device{ID: "hedge"}
		a.Actors, a.Claims, a.Devices = []*Actor{x}, []*Claim{outer}, []*Device{d}
		a.Findings = []*Finding{{Span: word(1), Device: d}}
		a.Turns = []*Turn{{Content: []Span{word(5)}}}
		a.Echoes = []*Echo{{Span: word(6), Claim: outer}}
		return a
	}
	part, whole := make(3), make(8)
	twin := whole.Twins()
	for _, c := range []struct{ of, want Node }{
		{part.Actors[0], whole.Actors[0]},
		{part.Actors[0].Mentions[2], whole.Actors[0].Mentions[2]},
		{part.Claims[0], whole.Claims[0]},
		{part.Claims[0].Nested[0], whole.Claims[0].Nested[0]},
		{part.Findings[0], whole.Findings[0]},
		{part.Turns[0], whole.Turns[0]},
		{part.Echoes[0], whole.Echoes[0]},
		{&Finding{Span: word(1), Device: &Device{ID: "booster"}}, nil},
		{&Actor{Name: "Ada", Mentions: []*Mention{{Span: word(90)}}}, nil},
		{&Claim{Content: []Span{word(91)}}, nil},
	} {
		if got := twin(c.of); got != c.want {
			t.Errorf("the twin of %T %v is %v, not %v", c.of, c.of.Spans(), got, c.want)
		}
	}
}

func TestHead(t *testing.T) {
	d := FromText("one two\n\nthree\n\nfour")
	for _, c := range []struct{ bytes, len, blocks int }{{0, 7, 1}, {3, 7, 1}, {7, 7, 1}, {9, 14, 2}, {16, 20, 3}, {99, 20, 3}} {
		h := d.Head(c.bytes)
		if h.Len() != c.len || len(h.Blocks()) != c.blocks || h.Text(h.All()) != d.Text(h.All()) {
			t.Errorf("the head of %d bytes is %q in %d blocks", c.bytes, h.Text(h.All()), len(h.Blocks()))
		}
	}
	if h := FromText("").Head(5); h.Len() != 0 {
		t.Error("nothing has a head")
	}
}
