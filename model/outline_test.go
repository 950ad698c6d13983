package model

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// labels draws items as indented lines.
func labels(items []*Item) (out []string) {
	var walk func([]*Item, string)
	walk = func(items []*Item, in string) {
		for _, i := range items {
			out = append(out, in+i.Label)
			walk(i.Items, in+"  ")
		}
	}
	walk(items, "")
	return out
}

func TestMarkItems(t *testing.T) {
	d := FromText("The tide was late. The ferry waited. Nobody asked.")
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	mark := func(from, to int, note string, minute int, tags ...string) Mark {
		m := NewMark(d, []Span{{from, to}}, "", at.Add(time.Duration(minute)*time.Minute))
		m.Note, m.Tags = note, tags
		return m
	}
	marks := []Mark{mark(0, 8, "late?", 3, "time"), mark(19, 28, "", 1, "boat", "time"), mark(37, 43, "who", 2)}
	for order, want := range [][]string{
		{"late?", "“The ferry”", "who"},
		{"boat", "  “The ferry”", "time", "  late?", "  “The ferry”", "without a tag", "  who"},
		{"late?", "who", "“The ferry”"},
	} {
		if got := labels(MarkItems(d, marks, order)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", MarkOrders[order], got, want)
		}
	}
	if i := MarkItems(d, marks, 1)[0].Items[0]; i.Who != "time" {
		t.Errorf("under the tag boat its other tags are %q", i.Who)
	}
}

func TestActorAndClaimItems(t *testing.T) {
	d := FromText("The harbour board said that the ferry stops. Critics denied it. Nordline is a firm.")
	actor := func(name string, from, to int) *Actor {
		x := &Actor{Name: name}
		x.Mentions = []*Mention{{Span: Span{from, to}, Actor: x}}
		return x
	}
	board, critics, firm := actor("the harbour board", 0, 17), actor("critics", 45, 52), actor("Nordline", 64, 72)
	says := &Claim{Source: []Span{{0, 17}}, Cue: []Span{{18, 22}}, Content: []Span{{23, 43}}, Speakers: []*Actor{board}}
	denies := &Claim{Source: []Span{{45, 52}}, Cue: []Span{{53, 59}}, Content: []Span{{60, 62}}, Speakers: []*Actor{critics}, Stance: Deny, Answers: []*Claim{says}}
	board.Claims, critics.Claims = []*Claim{says}, []*Claim{denies}
	a := &Analysis{Document: d, Actors: []*Actor{board, critics, firm}, Claims: []*Claim{says, denies},
		Voices: []Voice{{Kind: Spoken, Actor: critics, Share: .3}, {Kind: Spoken, Actor: board, Share: .2}}}
	for order, want := range [][]string{
		{"critics", "  denied it", "the harbour board", "  the ferry stops", "Nordline"},
		{"the harbour board", "  the ferry stops", "critics", "  denied it", "Nordline"},
		{"critics", "  denied it", "the harbour board", "  the ferry stops", "Nordline"},
	} {
		if got := labels(ActorItems(a, order)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", ActorOrders[order], got, want)
		}
	}
	items := ActorItems(a, 0)
	if items[2].Aside != "silent" || items[0].Count != 1 || items[0].Share != .3 {
		t.Errorf("silent, counts and shares: %+v", items)
	}
	for order, want := range [][]string{
		{"the ferry stops", "denied it", "Nobody is quoted word for word"},
		{"the harbour board", "  the ferry stops", "critics", "  denied it", "Nobody is quoted word for word"},
		{"Asserted", "  the ferry stops", "Denied", "  denied it", "Nobody is quoted word for word"},
	} {
		if got := labels(ClaimItems(a, order)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", ClaimOrders[order], got, want)
		}
	}
	for _, ties := range [][]Tie{a.Ties(says), a.Ties(denies)} {
		if len(ties) != 2 || ties[1].How != "answered by" && ties[1].How != "answers" {
			t.Errorf("ties %+v", ties)
		}
	}
}

// A claim whose content is only a word for something else is told with its cue.
func TestSaysMoreThanIt(t *testing.T) {
	d := FromText("Renner denied it. These are goals that officials have outlined. She said that it rains. The fund declined to comment.")
	at := func(words string) []Span {
		start := strings.Index(d.Text(d.All()), words)
		return []Span{{start, start + len(words)}}
	}
	for _, x := range [][3]string{
		{"denied", "it", "denied it"},
		{"have outlined", "that", "that … have outlined"},
		{"said", "that it rains", "it rains"},
		{"declined", "to comment", "declined to comment"},
	} {
		c := &Claim{Cue: at(x[0]), Content: at(x[1])}
		if got := c.Says(d); got != x[2] {
			t.Errorf("%q with cue %q says %q, want %q", x[1], x[0], got, x[2])
		}
	}
}
