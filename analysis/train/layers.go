package main

import (
	"math"
	"math/rand/v2"

	"lectern/analysis/entity"
	"lectern/analysis/weights"
)

// layers are the network that [weights.Windows] has in integers, while it learns:
// by Adam (Kingma and Ba 2014), from the differences that a field leaves it. Words
// and hidden units are left out at random, so that it does not lean on any.
type layers struct {
	vectors *vectors
	places  map[uint64]int // of words that have a vector, by lower-case atom
	chains  [][]sight      // each with what is beside it

	w, slope, first, second []float32 // weights, and what Adam keeps

	// where in the weights lies what
	vector, unknown, edge, hidden, hiddenStart, last, lastStart part
	parts                                                       [4]part

	random *rand.Rand
	rate   float32
	steps  int // updates
	taken  int // chains since the last

	x, dx, h, dh, mask []float32
	blind              []bool // words that were left out
}

type part struct{ from, n int }

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

func newLayers(v *vectors, random *rand.Rand) *layers {
	n := &layers{vectors: v, places: map[uint64]int{}, random: random}
	for i := range min(windowWords, len(v.words)) {
		low := weights.See(v.words[i]).Low
		if _, ok := n.places[low]; !ok {
			n.places[low] = i
		}
	}
	total := 0
	take := func(count int) part { total += count; return part{total - count, count} }
	n.vector, n.unknown, n.edge = take(dimensions*weights.WordSize), take(weights.WordSize), take(weights.RowSize)
	for i, rows := range [...]int{weights.Outlines, weights.TagRows, weights.Endings, weights.KindRows} {
		n.parts[i] = take(rows * weights.PartSize)
	}
	n.hidden, n.hiddenStart = take(weights.WindowSize*weights.Hidden), take(weights.Hidden)
	n.last, n.lastStart = take(weights.Hidden*entity.Labels), take(entity.Labels)
	for _, x := range []*[]float32{&n.w, &n.slope, &n.first, &n.second} {
		*x = make([]float32, total)
	}
	fill := func(p part, spread float64) {
		for i := range n.of(p) {
			n.of(p)[i] = float32(random.NormFloat64() * spread)
		}
	}
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

func (n *layers) of(p part) []float32 { return n.w[p.from:][:p.n] }

// row returns row i of a part whose rows are of a size, in the weights or in
// what is kept beside them.
func row(of []float32, p part, size, i int) []float32 { return of[p.from+i*size:][:size] }

// project fills x with word i as the network has it.
func (n *layers) project(x []float32, i int) {
	clear(x)
	for k, v := range n.vectors.of[i] {
		add(x, row(n.w, n.vector, weights.WordSize, k), v*stretched)
	}
}

func (n *layers) Begin(share float64) { n.rate = layerRate * float32(max(.05, 1-share)) }

// Emit scores a chain whose first and last token are known.
func (n *layers) Emit(chain int, scores []float64) {
	const size = weights.RowSize
	seen := n.chains[chain]
	n.x, n.blind = emptied(n.x, len(seen)*size), n.blind[:0]
	for i, s := range seen {
		x := n.x[i*size:][:size]
		n.blind = append(n.blind, s.word != outside && n.random.Float64() < blindness)
		switch {
		case s.word == outside:
			copy(x, n.of(n.edge))
			continue
		case s.word < 0 || n.blind[i]:
			copy(x, n.of(n.unknown))
		default:
			n.project(x[:weights.WordSize], s.word)
		}
		for k, p := range n.parts {
			copy(x[weights.WordSize+k*weights.PartSize:], row(n.w, p, weights.PartSize, s.part[k]))
		}
	}
	tokens := len(seen) - 2*weights.WindowReach
	n.h, n.mask = emptied(n.h, tokens*weights.Hidden), emptied(n.mask, tokens*weights.Hidden)
	for i := range tokens {
		h, mask := n.h[i*weights.Hidden:][:weights.Hidden], n.mask[i*weights.Hidden:][:weights.Hidden]
		copy(h, n.of(n.hiddenStart))
		for j, v := range n.x[i*size:][:weights.WindowSize] {
			add(h, row(n.w, n.hidden, weights.Hidden, j), v)
		}
		var out [entity.Labels]float32
		copy(out[:], n.of(n.lastStart))
		for j := range h {
			if h[j] > 0 && n.random.Float64() >= idleness {
				mask[j] = 1 / (1 - idleness)
			}
			if h[j] *= mask[j]; h[j] != 0 {
				add(out[:], row(n.w, n.last, entity.Labels, j), h[j])
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
	n.dx, n.dh = emptied(n.dx, len(seen)*size), emptied(n.dh, weights.Hidden)
	for i := range len(seen) - 2*weights.WindowReach {
		d := difference[(i+1)*entity.Labels:][:entity.Labels]
		h, mask := n.h[i*weights.Hidden:][:weights.Hidden], n.mask[i*weights.Hidden:][:weights.Hidden]
		for j := range n.dh {
			n.dh[j] = 0
			if mask[j] != 0 {
				n.dh[j] = back(row(n.w, n.last, entity.Labels, j), row(n.slope, n.last, entity.Labels, j), d, h[j]) * mask[j]
			}
		}
		add(row(n.slope, n.lastStart, entity.Labels, 0), d, 1)
		add(row(n.slope, n.hiddenStart, weights.Hidden, 0), n.dh, 1)
		x, dx := n.x[i*size:][:weights.WindowSize], n.dx[i*size:][:weights.WindowSize]
		for j := range x {
			dx[j] += back(row(n.w, n.hidden, weights.Hidden, j), row(n.slope, n.hidden, weights.Hidden, j), n.dh, x[j])
		}
	}
	for i, s := range seen {
		dx := n.dx[i*size:][:size]
		switch {
		case s.word == outside:
			add(row(n.slope, n.edge, size, 0), dx, 1)
			continue
		case s.word < 0 || n.blind[i]:
			add(row(n.slope, n.unknown, weights.WordSize, 0), dx[:weights.WordSize], 1)
		default:
			for k, v := range n.vectors.of[s.word] {
				add(row(n.slope, n.vector, weights.WordSize, k), dx[:weights.WordSize], v*stretched)
			}
		}
		for k, p := range n.parts {
			add(row(n.slope, p, weights.PartSize, s.part[k]), dx[weights.WordSize+k*weights.PartSize:][:weights.PartSize], 1)
		}
	}
	if n.taken++; n.taken == layerBatch {
		n.step()
	}
}

// step moves the weights up the mean slope of the chains since the last.
func (n *layers) step() {
	const keepFirst, keepSecond = .9, .999
	n.steps++
	n.taken = 0
	a, b := float32(1-math.Pow(keepFirst, float64(n.steps))), float32(1-math.Pow(keepSecond, float64(n.steps)))
	for i, g := range n.slope {
		g /= layerBatch
		n.first[i] = keepFirst*n.first[i] + (1-keepFirst)*g
		n.second[i] = keepSecond*n.second[i] + (1-keepSecond)*g*g
		n.w[i] += n.rate * n.first[i] / a / (float32(math.Sqrt(float64(n.second[i]/b))) + 1e-8)
		n.slope[i] = 0
	}
}

// Keep does nothing: the mean of the weights was tried, and does no better than the
// last of them, since the steps get small.
func (n *layers) Keep(float32) {}

func emptied(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

// add adds k times x to y.
func add(y, x []float32, k float32) {
	x = x[:len(y)]
	i := 0
	for ; i+4 <= len(y); i += 4 {
		y[i] += k * x[i]
		y[i+1] += k * x[i+1]
		y[i+2] += k * x[i+2]
		y[i+3] += k * x[i+3]
	}
	for ; i < len(y); i++ {
		y[i] += k * x[i]
	}
}

// back returns the product of w and d, and adds k times d to slope.
func back(w, slope, d []float32, k float32) float32 {
	w, slope = w[:len(d)], slope[:len(d)]
	var a, b float32
	i := 0
	for ; i+2 <= len(d); i += 2 {
		a += w[i] * d[i]
		b += w[i+1] * d[i+1]
		slope[i] += k * d[i]
		slope[i+1] += k * d[i+1]
	}
	for ; i < len(d); i++ {
		a += w[i] * d[i]
		slope[i] += k * d[i]
	}
	return a + b
}
