package model

import (
	"cmp"
	"fmt"
	"slices"
)

// This file holds what the framing of a whole article comes to: its voices, its
// devices against ordinary news, the four functions of a frame and the policy
// frames.

// A Density is how often a device is used, against ordinary news.
type Density struct {
	Device *Device
	Hits   int
	Rate   float64 // in 1,000 words
	Times  float64 // the rate against Device.Rate; 0 where that is not known
}

// Densities returns the density of every device with at least two hits, those
// that stand out most first.
func (a *Analysis) Densities() []Density {
	hits := map[*Device]int{}
	for _, f := range a.Findings {
		hits[f.Device]++
	}
	var out []Density
	for _, d := range a.Devices {
		if hits[d] < 2 || len(a.Words) == 0 {
			continue
		}
		x := Density{Device: d, Hits: hits[d], Rate: 1000 * float64(hits[d]) / float64(len(a.Words))}
		if d.Rate > 0 {
			x.Times = x.Rate / d.Rate
		}
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(x, y Density) int {
		return cmp.Or(cmp.Compare(y.Times, x.Times), cmp.Compare(y.Hits, x.Hits))
	})
	return out
}

// A Function is one of the four things that a frame does (Entman 1993), with
// the findings that do it.
type Function struct {
	Title, Asks string
	Findings    []*Finding
}

// functions says which devices do what.
var functions = []struct {
	title, asks string
	devices     []string
}{
	{"problem", "What is called a problem, and for whom?", []string{"threat", "loaded", "label"}},
	{"cause", "Who or what is said to have brought it about, and who is left out?", []string{"reactive", "passive", "nominalization"}},
	{"moral", "What is called right or wrong, and by whose measure?", []string{"praise", "virtue", "law", "tradition", "discredit"}},
	{"remedy", "What is to be done, and who would pay for it?", []string{"necessity", "purpose"}},
}

// Functions returns the four functions with their evidence, of tier core.
func (a *Analysis) Functions() []Function {
	out := make([]Function, len(functions))
	for i, fn := range functions {
		out[i] = Function{Title: fn.title, Asks: fn.asks}
		for _, f := range a.Findings {
			if f.Tier == Core && slices.Contains(fn.devices, f.Device.ID) {
				out[i].Findings = append(out[i].Findings, f)
			}
		}
	}
	return out
}

// wholeArticle returns the outline's items about the article as a whole.
func wholeArticle(a *Analysis) []*Item {
	top := &Item{ID: "whole", Label: "the article as a whole", Folded: true}
	if len(a.Voices) > 0 {
		voices := &Item{ID: "whole voices", Label: "voices"}
		for i, v := range a.Voices {
			name := v.Kind.String()
			var node Node
			if v.Actor != nil {
				name, node = v.Actor.Name, v.Actor
			}
			voices.Children = append(voices.Children, &Item{ID: fmt.Sprintf("voice %d", i), Label: name, Node: node, Share: v.Share,
				Detail: fmt.Sprintf("%.0f%%", 100*v.Share), Spans: v.Spans})
		}
		top.Children = append(top.Children, voices)
	}
	density := &Item{ID: "whole density", Label: "against ordinary news", Folded: true}
	for _, d := range a.Densities() {
		detail := fmt.Sprintf("%.1f/1000", d.Rate)
		if d.Times > 0 {
			detail = fmt.Sprintf("×%.1f", d.Times)
		}
		it := &Item{ID: "density " + d.Device.ID, Label: d.Device.Title, Detail: detail, Share: min(1, d.Times/10)}
		for _, f := range a.Findings {
			if f.Device == d.Device {
				it.Spans = append(it.Spans, f.Span)
			}
		}
		density.Children = append(density.Children, it)
	}
	if len(density.Children) > 0 {
		top.Children = append(top.Children, density)
	}
	for _, fn := range a.Functions() {
		if len(fn.Findings) == 0 {
			continue
		}
		it := &Item{ID: "function " + fn.Title, Label: fn.Title, Detail: fmt.Sprint(len(fn.Findings)), Folded: true}
		for _, f := range fn.Findings {
			child := findingItem(a, f, f.Device.Title+": ")
			child.ID = fn.Title + " " + child.ID
			it.Children = append(it.Children, child)
			it.Spans = append(it.Spans, f.Span)
		}
		top.Children = append(top.Children, it)
	}
	frames := &Item{ID: "whole frames", Label: "policy frames", Folded: true}
	for i, f := range a.Frames {
		if i == 3 {
			break
		}
		frames.Children = append(frames.Children, &Item{ID: "frame " + f.ID, Label: f.Title, Share: f.Score, Spans: f.Passages,
			Detail: fmt.Sprint(len(f.Passages))})
	}
	if len(frames.Children) > 0 {
		top.Children = append(top.Children, frames)
	}
	if echoes := echoItems(a); len(echoes) > 0 {
		top.Children = append(top.Children, &Item{ID: "whole echoes", Label: "echoes in the narrator's voice", Children: echoes, Folded: true,
			Detail: fmt.Sprint(len(echoes))})
	}
	if len(top.Children) == 0 {
		return nil
	}
	return []*Item{top}
}

func echoItems(a *Analysis) []*Item {
	var items []*Item
	for _, e := range a.Echoes {
		it := &Item{ID: fmt.Sprintf("echo %v", e.Span), Label: Words(a.Document, []Span{e.Span}), Spans: []Span{e.Span}}
		if e.Claim != nil {
			it.Node = e.Claim
		}
		items = append(items, it)
	}
	return items
}
