package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// An Item is one line of the outline, with the lines below it. The outline is
// plain data, made anew from an [Analysis] or from marks whenever its order
// changes; the screen, the report and the plain reading all draw from it.
type Item struct {
	Who   string  // whose words or doing it is, where that is not the label itself
	Label string  // one line; never empty
	Aside string  // a word or two after it: "denies", "silent", "×4"
	Count int     // what the item stands for, counted; 0 says nothing
	Share float64 // 0 to 1, for a bar; 0: no bar
	Spans []Span  // its passages in text order, which [n] walks; may be empty
	About string  // further words that a filter may look for
	Why   string  // a sentence for its card, where nothing else explains it

	Node   Node    // what it shows; nil for a group, a frame or a mark
	Device *Device // set where the item stands for a whole device
	Mark   string  // set where the item is the reader's own mark: its ID
	Group  bool    // only holds others together
	Closed bool    // better shown folded at first
	Unsure bool    // more likely wrong than right
	Items  []*Item
}

// Key names the item for as long as the analysis lives, whatever the order of
// the outline: by what it shows.
func (i *Item) Key() any {
	switch {
	case i.Node != nil:
		return i.Node
	case i.Mark != "":
		return i.Mark
	case i.Device != nil:
		return i.Device
	}
	return i.Who + i.Label
}

// All calls f for each of items and what is below them, in order, outer ones
// first, until f returns false.
func All(items []*Item, f func(*Item) bool) bool {
	for _, i := range items {
		if !f(i) || !All(i.Items, f) {
			return false
		}
	}
	return true
}

// The orders that each part of the outline can be shown in; the first is the
// usual one. An order is an index into these.
var (
	ActorOrders   = []string{"most heard first", TextOrder, "by name", "by kind"}
	ClaimOrders   = []string{TextOrder, "by speaker", "by stance"}
	FramingOrders = []string{"by family", TextOrder, "by voice"}
	MarkOrders    = []string{TextOrder, "by tag", "newest first"}
)

// TextOrder is what the order of the article is called.
const TextOrder = "in text order"

// ActorItems returns the actors: those who are heard with their share of the
// article's words and their claims below them, then those who are only spoken
// of.
func ActorItems(a *Analysis, order int) []*Item {
	share := make(map[*Actor]float64)
	for _, v := range a.Voices {
		if v.Kind == Spoken {
			share[v.Actor] += v.Share
		}
	}
	actors := slices.Clone(a.Actors)
	heard := func(x *Actor) int { return len(x.Claims) + len(x.Turns) }
	switch order {
	case 0, 3:
		slices.SortStableFunc(actors, func(x, y *Actor) int {
			kind := 0
			if order == 3 {
				kind = cmp.Compare(rank(x), rank(y))
			}
			return cmp.Or(kind, cmp.Compare(share[y], share[x]), cmp.Compare(heard(y), heard(x)), cmp.Compare(len(y.Mentions), len(x.Mentions)))
		})
	case 1:
		slices.SortStableFunc(actors, func(x, y *Actor) int { return x.Mentions[0].Compare(y.Mentions[0].Span) })
	case 2:
		slices.SortStableFunc(actors, func(x, y *Actor) int { return strings.Compare(plainName(x.Name), plainName(y.Name)) })
	}
	var items []*Item
	for _, x := range actors {
		i := &Item{Label: x.Name, Count: heard(x), Share: share[x], Spans: x.Spans(), Node: x, Closed: true,
			About: strings.Join([]string{x.Kind.String(), x.Role}, " ")}
		if x.Unnamed {
			i.Aside = "unnamed"
		}
		if i.Count == 0 {
			i.Aside = "silent"
		}
		for _, c := range x.Claims {
			i.Items = append(i.Items, claimItem(a, c, false))
		}
		for _, t := range x.Turns {
			i.Items = append(i.Items, turnItem(a, t, false))
		}
		slices.SortStableFunc(i.Items, func(x, y *Item) int { return x.Spans[0].Compare(y.Spans[0]) })
		items = append(items, i)
	}
	if order == 3 {
		return group(items, func(i *Item) string { return kindTitle(i.Node.(*Actor)) })
	}
	return items
}

func rank(x *Actor) int {
	if x.Kind == UnknownActor {
		return int(Paper) + 1
	}
	return int(x.Kind)
}

func kindTitle(x *Actor) string {
	return [...]string{"Others", "People", "Organizations", "Places", "Groups", "Documents"}[x.Kind]
}

func plainName(s string) string {
	return strings.TrimPrefix(strings.ToLower(s), "the ")
}

// ClaimItems returns who says what: claims, with those inside them below them,
// and turns.
func ClaimItems(a *Analysis, order int) []*Item {
	var items []*Item
	for _, c := range a.Claims {
		items = append(items, claimItem(a, c, true))
	}
	for _, t := range a.Turns {
		items = append(items, turnItem(a, t, true))
	}
	slices.SortStableFunc(items, func(x, y *Item) int { return x.Spans[0].Compare(y.Spans[0]) })
	switch order {
	case 1:
		items = group(items, func(i *Item) string { return i.Who })
		for _, g := range items {
			for _, i := range g.Items {
				i.Who = ""
			}
		}
		slices.SortStableFunc(items, func(x, y *Item) int { return cmp.Compare(len(y.Items), len(x.Items)) })
	case 2:
		items = group(items, func(i *Item) string {
			if c, ok := i.Node.(*Claim); ok {
				return [...]string{"Asserted", "Denied", "Doubted", "Demanded", "Promised", "Asked"}[c.Stance]
			}
			return "Spoken in turn"
		})
	}
	if len(a.Echoes) > 0 {
		g := &Item{Label: "A source's words in the narrator's mouth", Count: len(a.Echoes), Group: true,
			Why: "What a source said, said again by the narrator without the source."}
		for _, e := range a.Echoes {
			g.Spans = append(g.Spans, e.Span)
			g.Items = append(g.Items, &Item{Who: "after " + Speaker(a.Document, e.Claim), Label: Words(a.Document, []Span{e.Span}), Spans: e.Spans(), Node: e, About: "echo"})
		}
		items = append(items, g)
	}
	if len(a.Claims) > 0 && !a.Quotes() {
		items = append(items, &Item{Label: NoQuotes, Group: true, Why: "Every claim is told in the article's own words. What were the sources' own?"})
	}
	return items
}

func claimItem(a *Analysis, c *Claim, who bool) *Item {
	i := &Item{Label: c.Says(a.Document), Spans: c.Spans(), Node: c, Unsure: c.By.Unsure(), Closed: true,
		About: c.Mode.String() + " " + c.Stance.String()}
	if who {
		i.Who = Speaker(a.Document, c)
	}
	if i.Label == "" {
		i.Label = Words(a.Document, i.Spans)
	}
	if c.Stance != Assert {
		i.Aside = c.Stance.Verb()
	}
	if linked := a.linked(c); linked != "" {
		i.About += " " + linked
		i.Aside = strings.TrimPrefix(i.Aside+" "+Linked, " ")
	}
	for _, n := range c.Nested {
		i.Items = append(i.Items, claimItem(a, n, true))
	}
	return i
}

func turnItem(a *Analysis, t *Turn, who bool) *Item {
	i := &Item{Label: Words(a.Document, t.Content), Spans: t.Spans(), Node: t, Unsure: t.By.Unsure(), About: "turn"}
	if who {
		i.Who = Names(t.Speakers, "somebody")
	}
	if i.Label == "" {
		i.Label = Words(a.Document, i.Spans)
	}
	return i
}

// MarkItems returns the reader's own marks on d.
func MarkItems(d *Document, marks []Mark, order int) []*Item {
	marks = slices.Clone(marks)
	if order == 2 {
		slices.SortStableFunc(marks, func(x, y Mark) int { return y.Changed.Compare(x.Changed) })
	}
	item := func(m Mark) *Item {
		i := &Item{Who: strings.Join(m.Tags, ", "), Label: oneLine(m.Note), Mark: m.ID, Spans: m.Spans(), About: Words(d, m.Spans())}
		if i.Label == "" {
			i.Label = "“" + oneLine(m.Anchors[0].Exact) + "”"
		}
		if f := m.Fit(); f > Same {
			i.Aside = f.String()
		}
		i.Spans = slices.DeleteFunc(i.Spans, Span.IsEmpty)
		return i
	}
	var items []*Item
	if order != 1 {
		for _, m := range marks {
			items = append(items, item(m))
		}
		return items
	}
	var tags []string
	for _, m := range marks {
		tags = append(tags, m.Tags...)
	}
	slices.Sort(tags)
	for _, tag := range append(slices.Compact(tags), "") {
		g := &Item{Label: cmp.Or(tag, "without a tag"), Group: true}
		for _, m := range marks {
			if slices.Contains(m.Tags, tag) || tag == "" && len(m.Tags) == 0 {
				i := item(m)
				i.Who = strings.Join(slices.DeleteFunc(slices.Clone(m.Tags), func(t string) bool { return t == tag }), ", ") // beside this one
				g.Items = append(g.Items, i)
				g.Spans = append(g.Spans, m.Spans()...)
			}
		}
		if g.Count = len(g.Items); g.Count > 0 {
			items = append(items, g)
		}
	}
	return items
}

// Says returns the content of the claim in one line, without the "that" that
// may open it. Where it is no more than a word that stands for something else
// ("denied it"), or an infinitive ("declined to comment"), the cue comes with it.
func (c *Claim) Says(d *Document) string {
	says := strings.TrimPrefix(Words(d, c.Content), "that ")
	if !slices.Contains(standIns, strings.ToLower(says)) && !strings.HasPrefix(says, "to ") {
		return says
	}
	parts := slices.Concat(c.Cue, c.Content)
	slices.SortFunc(parts, Span.Compare)
	whole := parts[:1]
	for _, s := range parts[1:] {
		if last := &whole[len(whole)-1]; s.Start <= last.End+1 {
			*last = last.Join(s)
		} else {
			whole = append(whole, s)
		}
	}
	return Words(d, whole)
}

// standIns are words that say nothing by themselves.
var standIns = []string{"that", "which", "what", "it", "this", "these", "those", "them", "so", "one", "yes", "no"}

// group puts items under one heading each, headings in the order in which they
// first come up.
func group(items []*Item, title func(*Item) string) []*Item {
	var groups []*Item
	by := make(map[string]*Item)
	for _, i := range items {
		t := title(i)
		g := by[t]
		if g == nil {
			g = &Item{Label: t, Group: true}
			by[t] = g
			groups = append(groups, g)
		}
		g.Items = append(g.Items, i)
		g.Spans = append(g.Spans, i.Spans...)
		g.Count++
	}
	for _, g := range groups {
		slices.SortStableFunc(g.Spans, Span.Compare)
	}
	return groups
}

// Speaker says in a few words who makes the claim: names, else the words of the
// source, else "nobody named".
func Speaker(d *Document, c *Claim) string {
	if len(c.Speakers) > 0 {
		return Names(c.Speakers, "")
	}
	if len(c.Source) > 0 {
		return Words(d, c.Source)
	}
	return "nobody named"
}

// oneLine returns s with every stretch of white space as one space; s itself where
// it is so already, since an outline holds a good part of its article.
func oneLine(s string) string {
	space := true // one here would have to go
	for _, r := range s {
		if r != ' ' && unicode.IsSpace(r) || r == ' ' && space {
			return strings.Join(strings.Fields(s), " ")
		}
		space = r == ' '
	}
	return strings.TrimSuffix(s, " ")
}

// Verb returns what a source does with that stance: "denies".
func (s Stance) Verb() string {
	return [...]string{"asserts", "denies", "doubts", "demands", "promises", "asks"}[s]
}

// Noun returns what a claim with that stance is: "denial".
func (s Stance) Noun() string {
	return [...]string{"assertion", "denial", "doubt", "demand", "promise", "question"}[s]
}

// Percent returns a share as people read it.
func Percent(share float64) string {
	if share > 0 && share < .01 {
		return "<1%"
	}
	return fmt.Sprintf("%.0f%%", share*100)
}
