package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"lectern/analysis/frame"
	"lectern/analysis/weights"
	"lectern/model"
)

// A spot is a span that somebody marked in an article.
type spot struct {
	model.Span
	devices []string
	core    bool
}

// A fired is one match of a device with a filter in an article.
type fired struct {
	frame.Match
	article int
	corpus  corpus
	terms   []int // its features, as indexes into all
	right   bool
}

// A corpus has its own intercept, since some annotators mark more than others.
type corpus int

const (
	silver     corpus = iota
	propaganda        // PTC, whose spans are longer and of other names
	speech            // speeches of silver, denser than news

	corpora = iota
)

// An annotated article: what the rules found in it and what people did.
type annotated struct {
	corpus corpus
	words  [][]int // of its text, as offsets of their beginnings and ends
	spots  []spot
	fires  []*fired
}

// techniques are the labels of PTC inside which a match of a device is taken to
// be right.
var techniques = map[string][]string{
	"loaded": {"Loaded_Language", "Name_Calling,Labeling", "Exaggeration,Minimisation"},
	"label":  {"Name_Calling,Labeling"},
	"threat": {"Appeal_to_fear-prejudice"},
	"virtue": {"Flag-Waving"},
}

// lowest raises the lowest threshold of a device whose matches are so many that
// those below it are too often wrong for core in news; see testdata/audit.
var lowest = map[string]float64{"loaded": .6, "virtue": .5}

const (
	filterFolds  = 7
	filterRounds = 60
	filterDecay  = 8.0  // how strongly weights are drawn to zero
	rareDecay    = 16.0 // the same for features that few matches have
	propagandaIs = .05  // the weight of a match in PTC
	wrongCosts   = .35  // of what a wrong match costs, if a core one that is found gains 1
)

// filters trains one filter a device on silver/train, the founding article and,
// for the devices that it has names for, PTC. What is reported, and what the
// thresholds are chosen by, is cross-validated by article on silver/train without
// its speeches, in which every second word is charged; PTC is always among the
// training data.
func (t *trainer) filters() error {
	all, err := t.annotated()
	if err != nil {
		return err
	}
	at := map[uint64]int{}
	var keys []uint64
	for _, a := range all {
		for _, f := range a.fires {
			for _, k := range f.Features {
				i, ok := at[k]
				if !ok {
					i = len(keys)
					at[k] = i
					keys = append(keys, k)
				}
				f.terms = append(f.terms, i)
			}
		}
	}
	rows := map[uint64][]int32{}
	var report strings.Builder
	var sum tally
	for class, id := range frame.Filtered {
		var fires []*fired
		for _, a := range all {
			for _, f := range a.fires {
				if f.Class == class && f.Features != nil {
					fires = append(fires, f)
				}
			}
		}
		score := map[*fired]float64{}
		for fold := range filterFolds {
			var train []*fired
			for _, f := range fires {
				if f.corpus == propaganda || f.article%filterFolds != fold {
					train = append(train, f)
				}
			}
			m := fitFilter(train, len(keys))
			for _, f := range fires {
				if f.corpus == silver && f.article%filterFolds == fold {
					score[f] = m.score(f)
				}
			}
		}
		without := tallied(all, class, score, math.Inf(1))
		best, threshold := chosen(lowest[id], func(cut float64) tally { return tallied(all, class, score, cut) })
		sum.add(best)
		line := fmt.Sprintf("- %s: without the filter %s; with it %s\n", id, without, best)
		report.WriteString(line)
		t.say("%s  (%d matches, threshold %.1f)", strings.TrimSpace(line), len(fires), threshold)
		m := fitFilter(fires, len(keys))
		m.bias -= threshold
		for i, w := range append(m.terms, m.bias) {
			k := frame.FilterBias
			if i < len(keys) {
				k = keys[i]
			}
			if n := int32(math.Round(w * frame.FilterScale)); n > 2 || n < -2 {
				if rows[k] == nil {
					rows[k] = make([]int32, len(frame.Filtered))
				}
				rows[k][class] += n
			}
		}
	}
	t.say("together %s = %.3f %.3f", sum, float64(sum.core)/float64(sum.wanted), float64(sum.right)/float64(sum.put))
	var packed []weights.Row
	for k, r := range rows {
		packed = append(packed, weights.Row{Feature: k, Weights: r})
	}
	return t.write("filters.bin", weights.Pack(len(frame.Filtered), packed), "- Data: silver/train (42 articles with device spans, annotated for this project), the founding article, PTC (SemEval-2020 task 11, spans of four techniques): weights only\n- Method: one regularised logistic regression a device over the surroundings of a match, an intercept of its own for PTC and for speeches\n- "+strconv.Itoa(filterFolds)+" folds by article on silver/train without the speeches, core recall and core precision of the device:\n"+report.String()+"- together: "+sum.String()+"\n")
}

// chosen returns the threshold that gains most, and what it gives. The gain is
// the mean of that at three thresholds close to each other, since one match more
// or less is chance.
func chosen(least float64, at func(cut float64) tally) (best tally, threshold float64) {
	steps := 42 - int(math.Round(10*least)) // of .1, from 3 down to 1 below even odds
	gain := make([]float64, steps)
	for i := range gain {
		n := at(3 - float64(i)/10)
		gain[i] = float64(n.core) - wrongCosts*float64(n.put-n.right)
	}
	top := 1
	for i := 1; i+1 < steps; i++ {
		mean := func(i int) float64 { return gain[i-1] + gain[i] + gain[i+1] }
		if mean(i) > mean(top) {
			top = i
		}
	}
	threshold = 3 - float64(top)/10
	return at(threshold), threshold
}

// A tally counts as score_devices.py does.
type tally struct{ core, wanted, right, put int }

func (n *tally) add(o tally) {
	n.core, n.wanted, n.right, n.put = n.core+o.core, n.wanted+o.wanted, n.right+o.right, n.put+o.put
}

func (n tally) String() string {
	return fmt.Sprintf("recall %d/%d, precision %d/%d", n.core, n.wanted, n.right, n.put)
}

// tallied scores a device on silver when the weighed matches above the cut are
// core.
func tallied(all []*annotated, class int, score map[*fired]float64, cut float64) (n tally) {
	id := frame.Filtered[class]
	for _, a := range all {
		if a.corpus != silver {
			continue
		}
		var put []*fired
		for _, f := range a.fires {
			if f.Class == class && (f.Features == nil || score[f] > cut) {
				put = append(put, f)
			}
		}
		slices.SortStableFunc(put, func(x, y *fired) int {
			rank := func(f *fired) float64 {
				if f.Features == nil {
					return math.Inf(1)
				}
				return score[f]
			}
			switch {
			case rank(x) > rank(y):
				return -1
			case rank(x) < rank(y):
				return 1
			}
			return 0
		})
		used := make([]bool, len(a.spots))
		for i, f := range put {
			if slices.ContainsFunc(put[:i], func(o *fired) bool { return o.Span.Overlaps(f.Span) }) {
				continue
			}
			n.put++
			best, share := -1, .5
			for k, s := range a.spots {
				if !used[k] && slices.Contains(s.devices, id) {
					if x := a.share(s.Span, f.Span); x > share || x == share && (best < 0 || s.core) {
						best, share = k, x
					}
				}
			}
			if best >= 0 {
				used[best] = true
				n.right++
				if a.spots[best].core {
					n.core++
				}
			}
		}
		for _, s := range a.spots {
			if s.core && s.devices[0] == id {
				n.wanted++
			}
		}
	}
	return n
}

// A filter is the weights of one device while they are learnt.
type filter struct {
	terms []float64
	bias  float64
}

func (m *filter) score(f *fired) float64 {
	s := m.bias
	for _, k := range f.terms {
		s += m.terms[k]
	}
	return s
}

// fitFilter fits a logistic regression by gradient steps of adaptive size (Duchi
// et al. 2011). The corpora have an intercept each, of which that of silver is
// kept; features of fewer than three matches are left out.
func fitFilter(train []*fired, terms int) *filter {
	count := make([]float64, terms)
	for _, f := range train {
		for _, k := range f.terms {
			count[k]++
		}
	}
	m := &filter{terms: make([]float64, terms)}
	slope, step := make([]float64, terms), make([]float64, terms)
	bias, biasStep := [corpora]float64{}, [corpora]float64{1e-9, 1e-9, 1e-9}
	for range filterRounds {
		clear(slope)
		biasSlope := [corpora]float64{}
		for _, f := range train {
			y, weight := 0.0, 1.0
			if f.right {
				y = 1
			}
			if f.corpus == propaganda {
				weight = propagandaIs
			}
			s := bias[f.corpus]
			for _, k := range f.terms {
				s += m.terms[k]
			}
			e := (1/(1+math.Exp(-s)) - y) * weight
			for _, k := range f.terms {
				slope[k] += e
			}
			biasSlope[f.corpus] += e
		}
		for k, n := range count {
			if n < 3 {
				continue
			}
			decay := filterDecay
			if n < 20 {
				decay = rareDecay
			}
			if g := slope[k] + decay*m.terms[k]; g != 0 {
				step[k] += g * g
				m.terms[k] -= .2 * g / math.Sqrt(step[k])
			}
		}
		for c, g := range biasSlope {
			biasStep[c] += g * g
			bias[c] -= .2 * g / math.Sqrt(biasStep[c])
		}
	}
	m.bias = bias[silver]
	return m
}
