// Package learn trains linear models over hashed features: an averaged
// perceptron that ends as a table of small integers for package weights, and
// conditional random fields over chains.
package learn

import (
	"math"
	"slices"

	"lectern/analysis/weights"
)

// A Perceptron is a multi-class averaged perceptron (Collins 2002). Its weights
// are whole numbers while it learns, so a run is the same on every machine.
type Perceptron struct {
	Classes int
	Updates int // that changed something, since the beginning

	keys  []uint64 // open addressing; 0 is empty
	place []int32  // of each key, in rows
	rows  [][]cell
	now   int64

	closed bool // learns nothing of features that it has no row for
}

type cell struct {
	class uint8
	w     int32
	sum   int64 // of changes, each times when it was made
}

// New returns a perceptron without weights.
func New(classes int) *Perceptron {
	p := &Perceptron{Classes: classes, now: 1}
	p.grow(1 << 16)
	return p
}

// Again returns a perceptron that starts afresh with no other features than
// those with an averaged weight of least or more, so that the rest learn to do
// without the others: it loses far less than leaving them out at the end.
func (p *Perceptron) Again(least float64) *Perceptron {
	q := New(p.Classes)
	for i, k := range p.keys {
		if k != 0 && slices.ContainsFunc(p.averages(p.rows[p.place[i]]), func(w float64) bool { return math.Abs(w) >= least }) {
			q.row(k)
		}
	}
	q.closed = true
	return q
}

func (p *Perceptron) grow(n int) {
	keys, place := p.keys, p.place
	p.keys, p.place = make([]uint64, n), make([]int32, n)
	for i, k := range keys {
		if k != 0 {
			j := p.slot(k)
			p.keys[j], p.place[j] = k, place[i]
		}
	}
}

// slot returns where k is, or the empty slot where it belongs.
func (p *Perceptron) slot(k uint64) uint64 {
	mask := uint64(len(p.keys) - 1)
	i := (k ^ k>>29) & mask
	for p.keys[i] != k && p.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return i
}

// Score adds the weights so far of features to out, which has a place for each class.
func (p *Perceptron) Score(features []uint64, out []int32) {
	for _, f := range features {
		i := p.slot(f)
		if p.keys[i] == 0 {
			continue
		}
		for _, c := range p.rows[p.place[i]] {
			out[c.class] += c.w
		}
	}
}

// Update moves the weights of features by one from bad to good, if they differ.
func (p *Perceptron) Update(features []uint64, good, bad int) {
	if good != bad {
		p.Add(features, good, 1)
		p.Add(features, bad, -1)
		p.Updates++
	}
}

// Add adds d to the weights of features for one class.
func (p *Perceptron) Add(features []uint64, class, d int) {
	for _, f := range features {
		if f == 0 {
			continue
		}
		row := p.row(f)
		if row == nil {
			continue
		}
		k := slices.IndexFunc(*row, func(c cell) bool { return int(c.class) == class })
		if k < 0 {
			k = len(*row)
			*row = append(*row, cell{class: uint8(class)})
		}
		(*row)[k].w += int32(d)
		(*row)[k].sum += int64(d) * p.now
	}
}

// row returns the row of feature f, a new one if it has none; nil if there may
// be none.
func (p *Perceptron) row(f uint64) *[]cell {
	i := p.slot(f)
	if p.keys[i] == 0 {
		if p.closed {
			return nil
		}
		if len(p.rows)*10 > len(p.keys)*6 {
			p.grow(2 * len(p.keys))
			i = p.slot(f)
		}
		p.keys[i], p.place[i] = f, int32(len(p.rows))
		p.rows = append(p.rows, nil)
	}
	return &p.rows[p.place[i]]
}

// averages returns the averaged weights of a row, one a class; in a table of
// three classes their mean is taken off, which changes no decision.
func (p *Perceptron) averages(row []cell) []float64 {
	avg := make([]float64, p.Classes)
	mean := 0.0
	for _, c := range row {
		avg[c.class] = float64(c.w) - float64(c.sum)/float64(p.now)
		mean += avg[c.class] / float64(p.Classes)
	}
	if p.Classes == 3 {
		for c := range avg {
			avg[c] -= mean
		}
	}
	return avg
}

// Tick says that one decision was made; averages are over decisions.
func (p *Perceptron) Tick() { p.now++ }

// Table returns the averaged weights times scale, rounded. Weights smaller than
// least are left out (in a table of three classes, rows in which all are; there
// the mean of a row is taken off first). Where a row would have no room for its
// weights, the scale is halved until all have. It leaves the perceptron as it is.
func (p *Perceptron) Table(scale, least float64) []byte {
	var rows []weights.Row
	for i, k := range p.keys {
		if k == 0 {
			continue
		}
		avg := p.averages(p.rows[p.place[i]])
		row := weights.Row{Feature: k, Weights: make([]int32, p.Classes)}
		largest := 0.0
		for c := range avg {
			largest = max(largest, math.Abs(avg[c]))
			if p.Classes == 3 || math.Abs(avg[c]) >= least {
				row.Weights[c] = int32(math.Round(avg[c] * scale))
			}
		}
		if largest >= least && slices.ContainsFunc(row.Weights, func(w int32) bool { return w != 0 }) {
			if !weights.Fits(p.Classes, row.Weights) {
				return p.Table(scale/2, least)
			}
			rows = append(rows, row)
		}
	}
	return weights.Pack(p.Classes, rows)
}

// Best returns the class with the highest score, the first of equals.
func Best(scores []int32) int {
	best := 0
	for c, s := range scores {
		if s > scores[best] {
			best = c
		}
	}
	return best
}

// Decide scores features, learns that good was right, and returns what was
// decided.
func (p *Perceptron) Decide(features []uint64, good int) int {
	var scores [64]int32
	p.Score(features, scores[:p.Classes])
	best := Best(scores[:p.Classes])
	p.Update(features, good, best)
	p.Tick()
	return best
}
