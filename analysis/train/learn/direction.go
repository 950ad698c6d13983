package learn

import "math"

// A direction is half of a network while it learns: cells that go over a sentence
// from one end (Hochreiter and Schmidhuber 1997, with the forget gate of Gers and
// others 2000).
type direction struct {
	backwards          bool
	cells, gates, size int  // size of a row
	start, row, before Part // of the weights, as in [weights.DirectionWeights]

	// of each word of the sentence
	after  []float32 // gates, after their curves
	memory []float32
	said   []float32
	dx     []float32 // what the rows should have more of

	d, dm, next, none []float32 // at one word
}

// at returns the word that is read after k others, of n.
func (d *direction) at(k, n int) int {
	if d.backwards {
		return n - 1 - k
	}
	return k
}

// read goes over the rows x of n words.
func (d *direction) read(w, x []float32, n int) {
	c := d.cells
	d.after, d.memory, d.said = Emptied(d.after, n*d.gates), Emptied(d.memory, n*c), Emptied(d.said, n*c)
	for k := range n {
		i := d.at(k, n)
		g := d.after[i*d.gates:][:d.gates]
		copy(g, d.start.Row(w, d.gates, 0))
		for j, v := range x[i*d.size:][:d.size] {
			Add(g, d.row.Row(w, d.gates, j), v)
		}
		memory, said := d.memory[i*c:][:c], d.said[i*c:][:c]
		if k > 0 {
			b := d.at(k-1, n)
			copy(memory, d.memory[b*c:])
			for j, v := range d.said[b*c:][:c] {
				Add(g, d.before.Row(w, d.gates, j), v)
			}
		}
		for j := range 3 * c {
			g[j] = float32(1 / (1 + math.Exp(-float64(g[j]))))
		}
		for j := range c {
			g[3*c+j] = tanh(g[3*c+j])
			memory[j] = g[c+j]*memory[j] + g[j]*g[3*c+j]
			said[j] = g[2*c+j] * tanh(memory[j])
		}
	}
}

// learn goes back over the sentence: wrong is what both directions should have said
// more, those of this one from an offset. The rows x are those of the last read.
func (d *direction) learn(w, slope, x, wrong []float32, offset, n int) {
	c := d.cells
	d.dx, d.d = Emptied(d.dx, n*d.size), Emptied(d.d, d.gates)
	d.dm, d.next, d.none = Emptied(d.dm, c), Emptied(d.next, c), Emptied(d.none, c)
	for k := n - 1; k >= 0; k-- {
		i := d.at(k, n)
		g, memory := d.after[i*d.gates:][:d.gates], d.memory[i*c:][:c]
		was, before := d.none, d.none
		if k > 0 {
			b := d.at(k-1, n)
			was, before = d.memory[b*c:][:c], d.said[b*c:][:c]
		}
		for j := range c {
			in, forget, out, candidate := g[j], g[c+j], g[2*c+j], g[3*c+j]
			t := tanh(memory[j])
			said := wrong[i*2*c+offset+j] + d.next[j]
			m := d.dm[j] + said*out*(1-t*t)
			d.d[j] = m * candidate * in * (1 - in)
			d.d[c+j] = m * was[j] * forget * (1 - forget)
			d.d[2*c+j] = said * t * out * (1 - out)
			d.d[3*c+j] = m * in * (1 - candidate*candidate)
			d.dm[j] = m * forget
		}
		Add(d.start.Row(slope, d.gates, 0), d.d, 1)
		dx := d.dx[i*d.size:][:d.size]
		for j, v := range x[i*d.size:][:d.size] {
			dx[j] = Back(d.row.Row(w, d.gates, j), d.row.Row(slope, d.gates, j), d.d, v)
		}
		for j, v := range before {
			d.next[j] = Back(d.before.Row(w, d.gates, j), d.before.Row(slope, d.gates, j), d.d, v)
		}
	}
}

func tanh(x float32) float32 { return float32(math.Tanh(float64(x))) }
