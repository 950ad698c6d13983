package model

import (
	"cmp"
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
