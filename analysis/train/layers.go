package main

import (
	"math"
	"math/rand/v2"

	"lectern/analysis/entity"
	"lectern/analysis/train/learn"
	"lectern/analysis/weights"
)

// layers are the network that [weights.Windows] has in integers, while it learns:
// by [learn.Adam], from the differences that a field leaves it. Words
// and hidden units are left out at random, so that it does not lean on any.
type layers struct {
	vectors *learn.Vectors
	places  map[uint64]int // of words that have a vector, by lower-case atom
	chains  [][]sight      // each with what is beside it

	adam learn.Adam
	// where in its weights lies what
	vector, unknown, edge, hidden, hiddenStart, last, lastStart learn.Part
	parts                                                       [4]learn.Part

	random *rand.Rand
	rate   float32
	taken  int // chains since the last step

	x, dx, h, dh, mask []float32
	blind              []bool // words that were left out
}

// A sight is what the network sees of a token.
type sight struct {
	word int // of the vectors; -1 if it has none
	part [4]int
}

const outside = -2 // of the sentence

const (
	layerRate  = .002
	layerBatch = 24      // chains a step
	blindness  = .2      // words left out
	idleness   = .4      // hidden units left out
	stretched  = 10. / 3 // vectors are of length 3; so their numbers are near 1
)

func newLayers(v *learn.Vectors, random *rand.Rand) *layers {
	n := &layers{vectors: v, places: map[uint64]int{}, random: random}
	for i := range min(windowWords, len(v.Words)) {
		low := weights.See(v.Words[i]).Low
		if _, ok := n.places[low]; !ok {
			n.places[low] = i
		}
	}
	take := n.adam.Take
	n.vector, n.unknown, n.edge = take(learn.Dimensions*weights.WordSize), take(weights.WordSize), take(weights.RowSize)
	for i, rows := range [...]int{weights.Outlines, weights.TagRows, weights.Endings, weights.KindRows} {
		n.parts[i] = take(rows * weights.PartSize)
	}
	n.hidden, n.hiddenStart = take(weights.WindowSize*weights.Hidden), take(weights.Hidden)
	n.last, n.lastStart = take(weights.Hidden*entity.Labels), take(entity.Labels)
	fill := func(p learn.Part, spread float64) { n.adam.Fill(p, random, spread) }
	fill(n.vector, .1)
	fill(n.unknown, .1)
	fill(n.edge, .3)
	for _, p := range n.parts {
		fill(p, .3)
	}
	fill(n.hidden, 1.4/math.Sqrt(weights.WindowSize))
	fill(n.last, .5/math.Sqrt(weights.Hidden))
	return n
}

// project fills x with word i as the network has it.
func (n *layers) project(x []float32, i int) {
	clear(x)
	for k, v := range n.vectors.Of[i] {
		learn.Add(x, n.vector.Row(n.adam.W, weights.WordSize, k), v*stretched)
	}
}

func (n *layers) Begin(share float64) { n.rate = layerRate * float32(max(.05, 1-share)) }

// Emit scores a chain whose first and last token are known.
func (n *layers) Emit(chain int, scores []float64) {
	const size = weights.RowSize
	seen := n.chains[chain]
	n.x, n.blind = learn.Emptied(n.x, len(seen)*size), n.blind[:0]
	for i, s := range seen {
		x := n.x[i*size:][:size]
		n.blind = append(n.blind, s.word != outside && n.random.Float64() < blindness)
		switch {
		case s.word == outside:
			copy(x, n.edge.Of(n.adam.W))
			continue
		case s.word < 0 || n.blind[i]:
			copy(x, n.unknown.Of(n.adam.W))
		default:
			n.project(x[:weights.WordSize], s.word)
		}
		for k, p := range n.parts {
			copy(x[weights.WordSize+k*weights.PartSize:], p.Row(n.adam.W, weights.PartSize, s.part[k]))
		}
	}
	tokens := len(seen) - 2*weights.WindowReach
	n.h, n.mask = learn.Emptied(n.h, tokens*weights.Hidden), learn.Emptied(n.mask, tokens*weights.Hidden)
	for i := range tokens {
		h, mask := n.h[i*weights.Hidden:][:weights.Hidden], n.mask[i*weights.Hidden:][:weights.Hidden]
		copy(h, n.hiddenStart.Of(n.adam.W))
		for j, v := range n.x[i*size:][:weights.WindowSize] {
			learn.Add(h, n.hidden.Row(n.adam.W, weights.Hidden, j), v)
		}
		var out [entity.Labels]float32
		copy(out[:], n.lastStart.Of(n.adam.W))
		for j := range h {
			if h[j] > 0 && n.random.Float64() >= idleness {
				mask[j] = 1 / (1 - idleness)
			}
			if h[j] *= mask[j]; h[j] != 0 {
				learn.Add(out[:], n.last.Row(n.adam.W, entity.Labels, j), h[j])
			}
		}
		for l, v := range out {
			scores[(i+1)*entity.Labels+l] += float64(v)
		}
	}
}

// Learn goes back through what the last Emit did.
func (n *layers) Learn(chain int, difference []float32) {
	const size = weights.RowSize
	seen := n.chains[chain]
	n.dx, n.dh = learn.Emptied(n.dx, len(seen)*size), learn.Emptied(n.dh, weights.Hidden)
	for i := range len(seen) - 2*weights.WindowReach {
		d := difference[(i+1)*entity.Labels:][:entity.Labels]
		h, mask := n.h[i*weights.Hidden:][:weights.Hidden], n.mask[i*weights.Hidden:][:weights.Hidden]
		for j := range n.dh {
			n.dh[j] = 0
			if mask[j] != 0 {
				n.dh[j] = learn.Back(n.last.Row(n.adam.W, entity.Labels, j), n.last.Row(n.adam.Slope, entity.Labels, j), d, h[j]) * mask[j]
			}
		}
		learn.Add(n.lastStart.Row(n.adam.Slope, entity.Labels, 0), d, 1)
		learn.Add(n.hiddenStart.Row(n.adam.Slope, weights.Hidden, 0), n.dh, 1)
		x, dx := n.x[i*size:][:weights.WindowSize], n.dx[i*size:][:weights.WindowSize]
		for j := range x {
			dx[j] += learn.Back(n.hidden.Row(n.adam.W, weights.Hidden, j), n.hidden.Row(n.adam.Slope, weights.Hidden, j), n.dh, x[j])
		}
	}
	for i, s := range seen {
		dx := n.dx[i*size:][:size]
		switch {
		case s.word == outside:
			learn.Add(n.edge.Row(n.adam.Slope, size, 0), dx, 1)
			continue
		case s.word < 0 || n.blind[i]:
			learn.Add(n.unknown.Row(n.adam.Slope, weights.WordSize, 0), dx[:weights.WordSize], 1)
		default:
			for k, v := range n.vectors.Of[s.word] {
				learn.Add(n.vector.Row(n.adam.Slope, weights.WordSize, k), dx[:weights.WordSize], v*stretched)
			}
		}
		for k, p := range n.parts {
			learn.Add(p.Row(n.adam.Slope, weights.PartSize, s.part[k]), dx[weights.WordSize+k*weights.PartSize:][:weights.PartSize], 1)
		}
	}
	if n.taken++; n.taken == layerBatch {
		n.adam.Step(n.rate, layerBatch)
		n.taken = 0
	}
}

// Keep does nothing: the mean of the weights does no better than the last of them,
// since the steps get small.
func (n *layers) Keep(float32) {}
