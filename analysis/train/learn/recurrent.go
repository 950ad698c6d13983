package learn

import (
	"math"
	"math/rand/v2"
	"sync"

	"lectern/analysis/weights"
)

// A Recurrent network is what [weights.Recurrent] has in integers, while it learns:
// by [Adam], from the differences that a [Field] leaves it. Words,
// numbers of their rows and what cells say are left out at random (Srivastava and
// others 2014), so that it does not lean on any.
type Recurrent struct {
	shape     weights.NetShape
	vectors   *Vectors
	known     int            // words with vectors, the most frequent; the others are unknown
	places    map[uint64]int // of words that have a vector, by lower-case atom
	sentences [][]Sight

	adam Adam
	// where in its weights lies what
	vector, unknown, last, lastStart Part
	parts                            []Part
	directions                       [2]direction

	random *rand.Rand
	rate   float32
	taken  int // sentences since the last step

	x, xMask, said, saidMask, wrong, out []float32
	blind                                []bool // words that were left out
}

// A Sight is what the network sees of a token: its atom in lower case, and its
// number in each of the parts.
type Sight struct {
	Low  uint64
	Part []int
}

const (
	netRate   = .002    // of Adam, to begin with
	netBatch  = 24      // sentences a step
	blindness = .1      // words left out
	dimness   = .25     // numbers of rows left out
	idleness  = .5      // of what cells say left out
	stretched = 10. / 3 // vectors are of length 3; so their numbers are near 1
)

// NewRecurrent returns a network that has learned nothing, and has the vectors of
// so many words, the most frequent.
func NewRecurrent(shape weights.NetShape, v *Vectors, words int, random *rand.Rand) *Recurrent {
	n := &Recurrent{shape: shape, vectors: v, known: min(words, len(v.Words)), places: map[uint64]int{}, random: random}
	for i := range n.known {
		low := weights.See(v.Words[i]).Low
		if _, ok := n.places[low]; !ok {
			n.places[low] = i
		}
	}
	take := n.adam.Take
	n.vector, n.unknown = take(Dimensions*weights.WordSize), take(weights.WordSize)
	for _, rows := range shape.Parts {
		n.parts = append(n.parts, take(rows*shape.PartSize))
	}
	cells, gates, size := shape.Cells, shape.Gates(), shape.RowSize()
	for i := range n.directions {
		n.directions[i] = direction{backwards: i == 1, cells: cells, gates: gates, size: size, start: take(gates), row: take(size * gates), before: take(cells * gates)}
	}
	n.last, n.lastStart = take(shape.Said()*shape.Labels), take(shape.Labels)
	n.out = make([]float32, shape.Labels)
	n.scatter()
	return n
}

// scatter sets the weights to what they begin with.
func (n *Recurrent) scatter() {
	fill := func(p Part, spread float64) { n.adam.Fill(p, n.random, spread) }
	fill(n.vector, .1)
	fill(n.unknown, .1)
	for _, p := range n.parts {
		fill(p, .3)
	}
	for i := range n.directions {
		d := &n.directions[i]
		fill(d.row, 1/math.Sqrt(float64(d.size)))
		fill(d.before, 1/math.Sqrt(float64(d.cells)))
		for k := range d.cells {
			d.start.Of(n.adam.W)[d.cells+k] = 1 // remember, to begin with
		}
	}
	fill(n.last, .5/math.Sqrt(float64(n.shape.Said())))
}

// Add adds the next sentence.
func (n *Recurrent) Add(seen []Sight) { n.sentences = append(n.sentences, seen) }

// place returns the number of the vector of a word, -1 if it has none.
func (n *Recurrent) place(s Sight) int {
	if k, ok := n.places[s.Low]; ok {
		return k
	}
	return -1
}

// project fills x with word i as the network has it.
func (n *Recurrent) project(x []float32, i int) {
	clear(x)
	for k, v := range n.vectors.Of[i] {
		Add(x, n.vector.Row(n.adam.W, weights.WordSize, k), v*stretched)
	}
}

// Begin is of [Emitter], as are Emit, Learn and Keep.
func (n *Recurrent) Begin(share float64) { n.rate = netRate * float32(max(.05, 1-share)) }

// Emit scores a sentence; the first and the last row of scores are of what is
// before and after it.
func (n *Recurrent) Emit(sentence int, scores []float64) {
	size, said, labels, partSize := n.shape.RowSize(), n.shape.Said(), n.shape.Labels, n.shape.PartSize
	seen := n.sentences[sentence]
	n.x, n.blind = Emptied(n.x, len(seen)*size), n.blind[:0]
	for i, s := range seen {
		x := n.x[i*size:][:size]
		k := n.place(s)
		n.blind = append(n.blind, n.random.Float64() < blindness || k < 0)
		if n.blind[i] {
			copy(x, n.unknown.Of(n.adam.W))
		} else {
			n.project(x[:weights.WordSize], k)
		}
		for k, p := range n.parts {
			copy(x[weights.WordSize+k*partSize:], p.Row(n.adam.W, partSize, s.Part[k]))
		}
	}
	n.xMask = n.drop(n.xMask, n.x, dimness)
	n.both(func(d *direction, _ int) { d.read(n.adam.W, n.x, len(seen)) })
	n.said = Emptied(n.said, len(seen)*said)
	for i := range seen {
		for k, d := range n.directions {
			copy(n.said[i*said+k*d.cells:], d.said[i*d.cells:][:d.cells])
		}
	}
	n.saidMask = n.drop(n.saidMask, n.said, idleness)
	for i := range seen {
		copy(n.out, n.lastStart.Of(n.adam.W))
		for j, v := range n.said[i*said:][:said] {
			if v != 0 {
				Add(n.out, n.last.Row(n.adam.W, labels, j), v)
			}
		}
		for l, v := range n.out {
			scores[(i+1)*labels+l] += float64(v)
		}
	}
}

// both does something with both directions, at the same time.
func (n *Recurrent) both(do func(d *direction, k int)) {
	var wg sync.WaitGroup
	for k := range n.directions {
		wg.Go(func() { do(&n.directions[k], k) })
	}
	wg.Wait()
}

// drop leaves out some of x, makes the others larger, and says which in mask.
func (n *Recurrent) drop(mask, x []float32, share float64) []float32 {
	mask = Emptied(mask, len(x))
	for i := range x {
		if n.random.Float64() >= share {
			mask[i] = float32(1 / (1 - share))
		}
		x[i] *= mask[i]
	}
	return mask
}

// Learn goes back through what the last Emit did.
func (n *Recurrent) Learn(sentence int, difference []float32) {
	said, labels := n.shape.Said(), n.shape.Labels
	seen := n.sentences[sentence]
	n.wrong = Emptied(n.wrong, len(n.said))
	for i := range seen {
		d := difference[(i+1)*labels:][:labels]
		Add(n.lastStart.Of(n.adam.Slope), d, 1)
		for j := range said {
			k := i*said + j
			if n.saidMask[k] != 0 {
				n.wrong[k] = Back(n.last.Row(n.adam.W, labels, j), n.last.Row(n.adam.Slope, labels, j), d, n.said[k]) * n.saidMask[k]
			}
		}
	}
	n.both(func(d *direction, k int) { d.learn(n.adam.W, n.adam.Slope, n.x, n.wrong, k*d.cells, len(seen)) })
	for i, s := range seen {
		n.learnRow(i, s)
	}
	if n.taken++; n.taken == netBatch {
		n.adam.Step(n.rate, netBatch)
		n.taken = 0
	}
}

// learnRow goes back to what word i of the sentence is to the network.
func (n *Recurrent) learnRow(i int, s Sight) {
	size, partSize := n.shape.RowSize(), n.shape.PartSize
	dx, other := n.directions[0].dx[i*size:][:size], n.directions[1].dx[i*size:][:size]
	for j, mask := range n.xMask[i*size:][:size] {
		dx[j] = (dx[j] + other[j]) * mask
	}
	word := dx[:weights.WordSize]
	if n.blind[i] {
		Add(n.unknown.Of(n.adam.Slope), word, 1)
	} else {
		for k, v := range n.vectors.Of[n.place(s)] {
			Add(n.vector.Row(n.adam.Slope, weights.WordSize, k), word, v*stretched)
		}
	}
	for k, p := range n.parts {
		Add(p.Row(n.adam.Slope, partSize, s.Part[k]), dx[weights.WordSize+k*partSize:][:partSize], 1)
	}
}

// Keep adds a share of the weights to their mean.
func (n *Recurrent) Keep(share float32) { n.adam.Keep(share) }
