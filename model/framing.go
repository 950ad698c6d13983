package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// FramingItems returns how the article is put: what can be said of it as a
// whole, then families, devices and findings. Without minor, findings of that
// tier are left out of all but the density.
func FramingItems(a *Analysis, order int, minor bool) []*Item {
	var found []*Finding
	for _, f := range a.Findings {
		if minor || f.Tier == Core {
			found = append(found, f)
		}
	}
	known := about{}
	items := whole(a, known)
	list := make([]*Item, len(found))
	for n, f := range found {
		list[n] = findingItem(a, f, known)
	}
	switch order {
	case 1:
		for _, i := range list {
			i.Who = i.Node.(*Finding).Device.Title
		}
		return append(items, list...)
	case 2:
		by := group(list, func(i *Item) string { return Whose(a.Document, i.Node.(*Finding)) })
		slices.SortStableFunc(by, func(x, y *Item) int { return cmp.Compare(y.Count, x.Count) })
		for _, g := range by {
			for _, i := range g.Items {
				i.Who = i.Node.(*Finding).Device.Title
			}
		}
		return append(items, by...)
	}
	uses := make(map[*Device]*Item)
	for _, i := range list {
		d := i.Node.(*Finding).Device
		g := uses[d]
		if g == nil {
			g = &Item{Label: d.Title, Device: d, Closed: true, About: d.ID + " " + d.Family}
			uses[d] = g
		}
		g.Items = append(g.Items, i)
		g.Spans = append(g.Spans, i.Spans...)
		g.Count++
	}
	var family *Item
	for _, d := range a.Devices {
		g := uses[d]
		if g == nil {
			continue
		}
		if family == nil || family.Label != Capital(d.Family) {
			family = &Item{Label: Capital(d.Family), Group: true}
			items = append(items, family)
		}
		family.Items = append(family.Items, g)
		family.Spans = append(family.Spans, g.Spans...)
		slices.SortStableFunc(family.Spans, Span.Compare)
		family.Count += g.Count
	}
	return items
}

// about makes the words that a filter may look for in findings, once for all that
// share them.
type about map[aboutKey]string

type aboutKey struct {
	device *Device
	tier   Tier
	voice  VoiceKind
	whose  string
}

func (m about) of(a *Analysis, f *Finding) string {
	k := aboutKey{f.Device, f.Tier, f.Voice(), Whose(a.Document, f)}
	s, ok := m[k]
	if !ok {
		s = strings.Join([]string{f.Device.ID, f.Device.Title, f.Device.Family, k.tier.String(), k.voice.String(), k.whose}, " ")
		m[k] = s
	}
	return s
}

func findingItem(a *Analysis, f *Finding, known about) *Item {
	i := &Item{Label: Words(a.Document, []Span{f.Span}), Spans: f.Spans(), Node: f, About: known.of(a, f)}
	switch f.Voice() {
	case Narrator:
		i.Aside = "narrator"
	case Impersonal:
		i.Aside = "impersonal"
	}
	if f.Tier == Minor {
		i.Aside = strings.TrimPrefix(i.Aside+", minor", ", ")
	}
	return i
}

// Whose says in whose words a finding stands.
func Whose(d *Document, f *Finding) string {
	switch {
	case f.Turn != nil:
		return Names(f.Turn.Speakers, "somebody")
	case f.Claim == nil:
		return "the narrator"
	case len(f.Claim.Source) == 0 && len(f.Claim.Speakers) == 0:
		return "an impersonal report"
	}
	return Speaker(d, f.Claim)
}

// whole returns what is said of the article as a whole: whose words it is made
// of, how dense it is, Entman's four functions and the policy frames.
func whole(a *Analysis, known about) []*Item {
	var items []*Item
	add := func(g *Item) {
		if len(g.Items) > 0 {
			g.Group, g.Closed = true, true
			items = append(items, g)
		}
	}
	voices := &Item{Label: "In whose words", Why: "The share of the article's words that each voice has."}
	for _, v := range a.Voices {
		i := &Item{Label: v.Name(), Aside: Percent(v.Share), Share: v.Share, Spans: v.Spans, About: v.Kind.String()}
		switch {
		case v.Kind == Spoken && v.Actor != nil:
			i.Node = v.Actor
		case v.Kind == Impersonal:
			i.Why = "Impersonal reports: it is said, seen or believed, and nobody is named who says, sees or believes it."
		}
		voices.Items = append(voices.Items, i)
	}
	add(voices)
	density := &Item{Label: "Density against ordinary news", Why: "How often each device is used in 1,000 words; ×2 is twice as often as in ordinary news. Minor uses count too."}
	for _, d := range a.Densities() {
		if 0 < d.Times && d.Times < 1 {
			continue // rarer than elsewhere
		}
		i := &Item{Label: d.Device.Title, Aside: fmt.Sprintf("%.1f in 1,000", d.Rate), Count: d.Hits, About: d.Device.Family + " density"}
		i.Why = fmt.Sprintf("%d uses, minor ones counted: %.1f in 1,000 words.", d.Hits, d.Rate)
		if d.Times > 0 {
			i.Aside = fmt.Sprintf("×%.1f", d.Times)
			i.Why += fmt.Sprintf(" Ordinary news has %.1f.", d.Device.Rate)
		}
		for _, f := range a.Findings {
			if f.Device == d.Device {
				i.Spans = append(i.Spans, f.Span)
			}
		}
		density.Items = append(density.Items, i)
	}
	add(density)
	functions := &Item{Label: "What framing does here", Why: "A frame names a problem, its cause, who is right, and what to do (Entman 1993). Below each stands what speaks for it."}
	for _, fn := range a.Functions() {
		i := &Item{Label: Capital(fn.Title), Count: len(fn.Findings), Closed: true, About: "function " + fn.Asks, Why: fn.Asks}
		for _, f := range fn.Findings {
			e := findingItem(a, f, known)
			e.Who = f.Device.Title
			i.Items = append(i.Items, e)
			i.Spans = append(i.Spans, f.Span)
		}
		if i.Count > 0 {
			functions.Items = append(functions.Items, i)
		}
	}
	add(functions)
	frames := &Item{Label: "Policy frames", Why: "As what kind of question the matter is told (Boydstun et al. 2014); the sentences that speak for each."}
	for _, f := range a.Frames {
		frames.Items = append(frames.Items, &Item{Label: f.Title, Share: f.Score, Count: len(f.Passages), Spans: f.Passages, About: "frame " + f.ID})
	}
	add(frames)
	return items
}

// Name says whose voice it is.
func (v Voice) Name() string {
	switch v.Kind {
	case Spoken:
		if v.Actor == nil {
			return "an unknown source"
		}
		return v.Actor.Name
	case Impersonal:
		return "nobody in particular"
	}
	return "the narrator"
}

// Capital returns s with a capital first letter.
func Capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
