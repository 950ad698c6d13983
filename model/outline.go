package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An Item is one line of the outline: something found in the article, or a
// heading over such things, with the passages that it leads to.
type Item struct {
	ID       string  // stable while the analysis is the same; for folds and for finding an item again
	Label    string  // words from the article among them have passed the gate with it
	Detail   string  // what stands at the end of the line: a count, "silent"
	Share    float64 // 0 to 1, drawn as a bar; 0 for none
	Node     Node    // nil for a heading
	Mark     string  // the ID of the reader's mark that the item stands for
	Spans    []Span  // in text order; may be empty for a heading
	Children []*Item
	Folded   bool // to begin with
}

// Walk calls see for every item below items, parents first, until it returns
// false.
func Walk(items []*Item, see func(*Item) bool) bool {
	for _, it := range items {
		if !see(it) || !Walk(it.Children, see) {
			return false
		}
	}
	return true
}

// Order is how a tab of the outline is sorted and grouped.
type Order int

// ActorsOutline lists the actors: by share of voice, by the number of their
// mentions, or by their first appearance. What each of them says stands below.
func ActorsOutline(a *Analysis, by Order) []*Item {
	share := map[*Actor]float64{}
	for _, v := range a.Voices {
		share[v.Actor] += v.Share
	}
	actors := slices.Clone(a.Actors)
	first := func(x *Actor) int { return x.Mentions[0].Start }
	slices.SortStableFunc(actors, func(x, y *Actor) int {
		switch by {
		case 1:
			return cmp.Or(cmp.Compare(len(y.Mentions), len(x.Mentions)), cmp.Compare(first(x), first(y)))
		case 2:
			return cmp.Compare(first(x), first(y))
		}
		return cmp.Or(cmp.Compare(share[y], share[x]), cmp.Compare(len(y.Claims)+len(y.Turns), len(x.Claims)+len(x.Turns)),
			cmp.Compare(len(y.Mentions), len(x.Mentions)), cmp.Compare(first(x), first(y)))
	})
	var items []*Item
	for _, x := range actors {
		it := &Item{ID: fmt.Sprintf("actor %d %s", first(x), x.Name), Label: x.Name, Share: share[x], Node: x, Spans: x.Spans(), Folded: true}
		if len(x.Claims)+len(x.Turns) == 0 {
			it.Detail = fmt.Sprintf("silent %d", len(x.Mentions))
		} else {
			it.Detail = fmt.Sprint(len(x.Claims) + len(x.Turns))
		}
		for _, c := range x.Claims {
			it.Children = append(it.Children, claimItem(a, c, false))
		}
		for _, t := range x.Turns {
			it.Children = append(it.Children, turnItem(a, t, false))
		}
		items = append(items, it)
	}
	return items
}

// Orders of the tabs, in the reader's words.
var (
	ActorOrders   = []string{"share of voice", "mentions", "first appearance"}
	ClaimOrders   = []string{"text order", "by speaker"}
	FindingOrders = []string{"by family", "text order"}
)

// ClaimsOutline lists the claims and turns in text order, or under their
// speakers.
func ClaimsOutline(a *Analysis, by Order) []*Item {
	var items []*Item
	for _, c := range a.Claims {
		items = append(items, claimItem(a, c, by == 0))
	}
	for _, t := range a.Turns {
		items = append(items, turnItem(a, t, by == 0))
	}
	slices.SortStableFunc(items, func(x, y *Item) int { return x.Spans[0].Compare(y.Spans[0]) })
	if by == 0 {
		return items
	}
	var groups []*Item
	group := map[string]*Item{}
	for _, it := range items {
		name := speakers(it.Node)
		g := group[name]
		if g == nil {
			g = &Item{ID: "speaker " + name, Label: name}
			group[name], groups = g, append(groups, g)
		}
		g.Children = append(g.Children, it)
		g.Spans = append(g.Spans, it.Spans...)
		g.Detail = fmt.Sprint(len(g.Children))
	}
	slices.SortStableFunc(groups, func(x, y *Item) int { return cmp.Compare(len(y.Children), len(x.Children)) })
	return groups
}

func claimItem(a *Analysis, c *Claim, named bool) *Item {
	it := &Item{ID: fmt.Sprintf("claim %v", c.Spans()), Label: Words(a.Document, c.Content), Node: c, Spans: c.Spans()}
	if named {
		it.Label = speakers(c) + ": " + it.Label
	}
	if c.Stance != Assert {
		it.Detail = c.Stance.String()
	}
	for _, n := range c.Nested {
		it.Children = append(it.Children, claimItem(a, n, true))
	}
	return it
}

func turnItem(a *Analysis, t *Turn, named bool) *Item {
	it := &Item{ID: fmt.Sprintf("turn %v", t.Spans()), Label: Words(a.Document, t.Content), Node: t, Spans: t.Spans(), Detail: "turn"}
	if named {
		it.Label = speakers(t) + ": " + it.Label
	}
	return it
}

// speakers names who speaks in a claim or turn.
func speakers(n Node) string {
	var who []*Actor
	nobody := "nobody named"
	switch n := n.(type) {
	case *Claim:
		who = n.Speakers
		if len(n.Source) > 0 {
			nobody = "somebody"
		}
	case *Turn:
		who = n.Speakers
	}
	return Names(who, nobody)
}

// Names joins the names of actors, or says nobody where there are none.
func Names(actors []*Actor, nobody string) string {
	if len(actors) == 0 {
		return nobody
	}
	names := make([]string, len(actors))
	for i, a := range actors {
		names[i] = a.Name
	}
	return strings.Join(names, ", ")
}

// A Sieve says which findings the reader wants to see; the zero value lets
// those of tier core through.
type Sieve struct {
	Family, Device string // "": every one
	Voice          string // "", "narrator", "source", "impersonal"
	Minor          bool   // those of tier minor too
}

// Passes reports whether f gets through.
func (s Sieve) Passes(f *Finding) bool {
	return (s.Minor || f.Tier == Core) && (s.Family == "" || s.Family == f.Device.Family) &&
		(s.Device == "" || s.Device == f.Device.ID) && (s.Voice == "" || s.Voice == f.Voice().String())
}

// FramingOutline lists what gets through the sieve, under families and devices
// or in text order, and before it the shape of the whole article.
func FramingOutline(a *Analysis, by Order, s Sieve) []*Item {
	var found []*Finding
	for _, f := range a.Findings {
		if s.Passes(f) {
			found = append(found, f)
		}
	}
	items := wholeArticle(a)
	if by == 1 {
		for _, f := range found {
			items = append(items, findingItem(a, f, f.Device.Title+": "))
		}
		return items
	}
	families := map[string]*Item{}
	devices := map[*Device]*Item{}
	for _, d := range a.Devices {
		if families[d.Family] == nil {
			families[d.Family] = &Item{ID: "family " + d.Family, Label: d.Family}
			items = append(items, families[d.Family])
		}
		devices[d] = &Item{ID: "device " + d.ID, Label: d.Title, Folded: true}
		families[d.Family].Children = append(families[d.Family].Children, devices[d])
	}
	for _, f := range found {
		d := devices[f.Device]
		d.Children = append(d.Children, findingItem(a, f, ""))
		d.Spans = append(d.Spans, f.Span)
	}
	for _, fam := range families {
		fam.Children = slices.DeleteFunc(fam.Children, func(d *Item) bool { return len(d.Children) == 0 })
		for _, d := range fam.Children {
			d.Detail = fmt.Sprint(len(d.Children))
			fam.Spans = append(fam.Spans, d.Spans...)
		}
		slices.SortFunc(fam.Spans, Span.Compare)
		fam.Detail = fmt.Sprint(len(fam.Spans))
	}
	return slices.DeleteFunc(items, func(it *Item) bool { return strings.HasPrefix(it.ID, "family ") && len(it.Children) == 0 })
}

func findingItem(a *Analysis, f *Finding, before string) *Item {
	it := &Item{ID: fmt.Sprintf("finding %s %v", f.Device.ID, f.Span), Label: before + Words(a.Document, []Span{f.Span}), Node: f, Spans: []Span{f.Span}}
	it.Detail = f.Voice().String()
	if f.Tier == Minor {
		it.Detail += " ·"
	}
	return it
}
