package model

import (
	"slices"
	"sort"
	"strings"
)

// back holds what points at each node, so that ties can be told from either end
// without looking through the whole analysis for each. It is made when it is first
// asked for; an analysis must not change after that.
type back struct {
	framing    map[Node][]*Finding // of the claim or the turn that they stand in
	echoes     map[*Claim][]*Echo
	repeatedBy map[*Claim][]*Claim
	answeredBy map[*Claim][]*Claim
	heardOf    map[*Actor][]*Claim // whose contents mention the actor
	speaksOf   map[*Claim][]*Actor
}

func (a *Analysis) pointers() *back {
	a.once.Do(func() {
		a.back = &back{
			framing: make(map[Node][]*Finding), echoes: make(map[*Claim][]*Echo),
			repeatedBy: make(map[*Claim][]*Claim), answeredBy: make(map[*Claim][]*Claim),
			heardOf: make(map[*Actor][]*Claim), speaksOf: make(map[*Claim][]*Actor),
		}
		a.back.fill(a)
	})
	return a.back
}

// linked says in words for a filter how c is linked with other claims that say the
// same or answer one another, or with what the narrator says again; "" if not.
func (a *Analysis) linked(c *Claim) string {
	b := a.pointers()
	var how []string
	for _, x := range []struct {
		is   bool
		word string
	}{
		{len(c.Repeats)+len(b.repeatedBy[c]) > 0, "says the same"},
		{len(c.Answers) > 0, "answers"},
		{len(b.answeredBy[c]) > 0, "answered"},
		{len(b.echoes[c]) > 0, "echoed"},
	} {
		if x.is {
			how = append(how, x.word)
		}
	}
	return strings.Join(how, " ")
}

func (b *back) fill(a *Analysis) {
	for _, f := range a.Findings {
		if f.Claim != nil {
			b.framing[f.Claim] = append(b.framing[f.Claim], f)
		}
		if f.Turn != nil {
			b.framing[f.Turn] = append(b.framing[f.Turn], f)
		}
	}
	for _, e := range a.Echoes {
		b.echoes[e.Claim] = append(b.echoes[e.Claim], e)
	}
	var mentions []*Mention
	rank := make(map[*Actor]int, len(a.Actors))
	for n, x := range a.Actors {
		rank[x] = n
		mentions = append(mentions, x.Mentions...)
	}
	slices.SortStableFunc(mentions, func(x, y *Mention) int { return x.Compare(y.Span) })
	for c := range a.claims() {
		for _, other := range c.Repeats {
			b.repeatedBy[other] = append(b.repeatedBy[other], c)
		}
		for _, other := range c.Answers {
			b.answeredBy[other] = append(b.answeredBy[other], c)
		}
		var of []*Actor
		for _, s := range c.Content {
			from := sort.Search(len(mentions), func(i int) bool { return mentions[i].Start >= s.Start })
			for _, m := range mentions[from:] {
				if m.Start >= s.End {
					break
				}
				if s.Covers(m.Span) && !slices.Contains(of, m.Actor) {
					of = append(of, m.Actor)
				}
			}
		}
		of = slices.DeleteFunc(of, func(x *Actor) bool { return slices.Contains(c.Speakers, x) })
		slices.SortFunc(of, func(x, y *Actor) int { return rank[x] - rank[y] })
		b.speaksOf[c] = of
		for _, x := range of {
			b.heardOf[x] = append(b.heardOf[x], c)
		}
	}
}
