package weights

import "errors"

// Recurrent is a neural network that reads a sentence from both ends (a BiLSTM:
// Hochreiter and Schmidhuber 1997, Graves and Schmidhuber 2005). Each word is a row of
// small numbers; each direction goes over the rows with cells that remember or forget,
// and what both say at a word comes out as a score for each label. All of it is
// integers, so every machine reads the same.
//
// It lies in one piece of bytes: the header that [NetShape.header] writes and then
//   - slots of [WordSize] numbers behind 16 bits to check the word, 0 if empty;
//   - what unknown words have instead;
//   - the rows of each part;
//   - for each direction what a gate begins with, and what it takes from the row and
//     from what the cells said at the word before: eight gates a block, for each
//     number that is taken four times 64 bits, in which two weights lie, the second
//     times 2³² added to the first, so that one multiplication does for both;
//   - the last layer, a row a cell, and what each label begins with;
//   - what a label scores after another;
//   - the logistic function and the hyperbolic tangent.
type Recurrent struct {
	Shape NetShape

	words                            wordRows
	shares                           [2][][]int64 // of both directions: what a gate takes from each row of each part
	gateRow, gateBefore              [2]string
	lastLayer, lastStart, afterLabel string
	logistic, tangent                string
	rowSize, cells, gates            int
	said, label                      int
}

// The scales of the numbers, beside those of [Windows]: what a cell says is times
// 1024 too, which leaves gates times 2²⁰. Curves are times 2¹⁵ and go from -8 to 8
// in [Curve] steps.
const (
	GateScale  = 1 << 20
	CurveScale = 1 << 15
	Curve      = 1 << 12

	rowShift   = 6  // from rows times layer to gates
	gateCurve  = 12 // from gates to places on a curve
	cellScale  = 16 // bits of what a cell remembers
	cellCurve  = 8  // from there to places on a curve
	curveScale = 15 // bits
	saidShift  = 20 // from two curves to what is said
	scoreShift = 14 // from the last layer to scores
)

// OpenRecurrent reads a network where it lies.
func OpenRecurrent(b string) (*Recurrent, error) {
	w := &Recurrent{}
	var err error
	if b, err = w.readHeader(b); err != nil {
		return nil, err
	}
	short := false
	take := func(n int) string {
		if n > len(b) {
			short, b = true, ""
			return ""
		}
		part := b[:n]
		b = b[n:]
		return part
	}
	w.words.slots, w.words.unknown = take(int(w.words.n)*slotSize), take(WordSize)
	var parts []string
	for _, rows := range w.Shape.Parts {
		parts = append(parts, take(rows*w.Shape.PartSize))
	}
	var starts [2]string
	for _, x := range []struct {
		of   *[2]string
		size int
	}{{&starts, 1}, {&w.gateRow, w.rowSize}, {&w.gateBefore, w.cells}} {
		for d := range x.of {
			x.of[d] = take(4 * w.gates * x.size)
		}
	}
	w.lastLayer, w.lastStart, w.afterLabel = take(2*w.said*w.label), take(4*w.label), take(2*w.label*w.label)
	w.logistic, w.tangent = take(2*Curve), take(2*Curve)
	if short || len(b) > 0 {
		return nil, errors.New("a recurrent network is cut short")
	}
	for d := range w.shares {
		w.share(d, parts, starts[d])
	}
	return w, nil
}

// share works out once what the gates of direction d take from the rows of parts,
// which are few; what they begin with is added to the first part.
func (w *Recurrent) share(d int, parts []string, start string) {
	size := w.Shape.PartSize
	x := make([]int16, size)
	for k, rows := range parts {
		share := make([]int64, len(rows)/size*w.gates/2)
		for n := range len(rows) / size {
			spread(x, rows[n*size:])
			for i := range x {
				x[i] <<= rowShift
			}
			out := share[n*w.gates/2:][:w.gates/2]
			if k == 0 {
				for i := range out {
					out[i] = int64(int32(le32(start, 8*i))) + int64(int32(le32(start, 8*i+4)))<<32
				}
			}
			product(w.gateRow[d], w.rowSize, WordSize+k*size, x, out)
		}
		w.shares[d] = append(w.shares[d], share)
	}
}

// A Pass is one sentence as a network reads it. It keeps its working memory; its
// zero value is ready.
type Pass struct {
	net    *Recurrent
	lows   []uint64
	parts  []uint16
	said   []int16
	gates  []int64 // two in each
	memory []int32
	none   []int16 // what is said before the first word
	scores []int32
	memos  []memo
	row    [WordSize]int16
}

// A memo is what the gates of both directions take from a word that was seen.
type memo struct {
	low   uint64
	gates []int64
}

const memos = 1 << 9

// Begin makes room for a sentence of n words.
func (p *Pass) Begin(w *Recurrent, n int) {
	if p.net != w {
		p.net, p.memos = w, make([]memo, memos)
	}
	p.lows, p.parts, p.said = grown(p.lows, n), grown(p.parts, n*len(w.Shape.Parts)), grown(p.said, n*w.said)
	p.gates, p.memory, p.none = grown(p.gates, w.gates/2), grown(p.memory, w.cells), grown(p.none, w.cells)
}

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// Set says what word i is to the network: its atom in lower case, and its number
// in each of the parts.
func (p *Pass) Set(i int, low uint64, parts ...int) {
	p.lows[i] = low
	of := p.parts[i*len(parts):][:len(parts)]
	for k, n := range parts {
		of[k] = uint16(n)
	}
}

// word returns what the gates of a direction take from a word. The last words are
// remembered: half of a text is made of few.
func (p *Pass) word(direction int, low uint64) []int64 {
	w := p.net
	m := &p.memos[(low^low>>32)%memos]
	if m.gates == nil || m.low != low {
		m.low = low
		if m.gates == nil {
			m.gates = make([]int64, w.gates)
		}
		clear(m.gates)
		spread(p.row[:], w.words.of(low))
		for k := range p.row {
			p.row[k] <<= rowShift
		}
		for d := range w.gateRow {
			product(w.gateRow[d], w.rowSize, 0, p.row[:], m.gates[d*w.gates/2:][:w.gates/2])
		}
	}
	return m.gates[direction*w.gates/2:][:w.gates/2]
}

// Read goes over the sentence from both ends.
func (p *Pass) Read() {
	w := p.net
	n := len(p.lows)
	for direction := range 2 {
		clear(p.memory)
		clear(p.none)
		before := p.none
		for k := range n {
			i := k
			if direction == 1 {
				i = n - 1 - k
			}
			now := p.said[i*w.said+direction*w.cells:][:w.cells]
			p.step(direction, i, before, now)
			before = now
		}
	}
}

// step goes on to word i in a direction. Gates are in the order input, forget,
// output and candidate.
func (p *Pass) step(direction, i int, before, now []int16) {
	w := p.net
	gates := p.gates
	copy(gates, p.word(direction, p.lows[i]))
	for k, n := range p.parts[i*len(w.Shape.Parts):][:len(w.Shape.Parts)] {
		for g, v := range w.shares[direction][k][int(n)*len(gates):][:len(gates)] {
			gates[g] += v
		}
	}
	product(w.gateBefore[direction], w.cells, 0, before, gates)
	half := w.cells / 2
	in, forget, out, candidate := gates[:half], gates[half:2*half], gates[2*half:3*half], gates[3*half:]
	for k := range half {
		a, b := apart(in[k])
		c, d := apart(forget[k])
		e, f := apart(out[k])
		g, h := apart(candidate[k])
		now[2*k] = w.cell(&p.memory[2*k], a, c, e, g)
		now[2*k+1] = w.cell(&p.memory[2*k+1], b, d, f, h)
	}
}

// cell lets a cell remember and forget, and returns what it says.
func (w *Recurrent) cell(memory *int32, in, forget, out, candidate int32) int16 {
	kept := int64(curve(w.logistic, forget>>gateCurve)) * int64(*memory) >> curveScale
	added := int64(curve(w.logistic, in>>gateCurve)) * int64(curve(w.tangent, candidate>>gateCurve)) >> (2*curveScale - cellScale)
	*memory = int32(kept + added)
	return int16(int64(curve(w.logistic, out>>gateCurve)) * int64(curve(w.tangent, *memory>>cellCurve)) >> saidShift)
}

// product adds to out what a layer makes of the numbers of x, which are those from
// first on of the size that it takes.
func product(layer string, size, first int, x []int16, out []int64) {
	for len(out) >= 4 {
		a, b, c, d := block(layer[first*32:(first+len(x))*32], x)
		out[0] += a
		out[1] += b
		out[2] += c
		out[3] += d
		layer, out = layer[size*32:], out[4:]
	}
}

// block returns eight sums of the products of x, which is even, with the weights
// of a block.
func block(in string, x []int16) (a, b, c, d int64) {
	for len(x) >= 2 && len(in) >= 64 {
		v, w := int64(x[0]), int64(x[1])
		a += int64(le64(in, 0))*v + int64(le64(in, 32))*w
		b += int64(le64(in, 8))*v + int64(le64(in, 40))*w
		c += int64(le64(in, 16))*v + int64(le64(in, 48))*w
		d += int64(le64(in, 24))*v + int64(le64(in, 56))*w
		x, in = x[2:], in[64:]
	}
	return a, b, c, d
}

// apart returns the two sums that lie in one.
func apart(pair int64) (low, high int32) {
	low = int32(pair)
	return low, int32((pair - int64(low)) >> 32)
}

// curve returns the value of a curve at a place, from its middle.
func curve(of string, place int32) int16 {
	i := 2 * max(0, min(Curve-1, place+Curve/2))
	return int16(le16(of, int(i)))
}

// Score adds to out what the network says of the label of word i, 64ths of a nat.
func (p *Pass) Score(i int, out []int32) {
	w := p.net
	sum := grown(p.scores, w.label)
	p.scores = sum
	clear(sum)
	for k, v := range p.said[i*w.said:][:w.said] {
		row := w.lastLayer[k*w.label*2:][:w.label*2]
		for l := range sum {
			sum[l] += int32(v) * int32(int16(le16(row, 2*l)))
		}
	}
	for l, v := range sum {
		out[l] += v>>scoreShift + int32(le32(w.lastStart, 4*l))
	}
}

// After returns what label l scores after label p.
func (w *Recurrent) After(p, l int) int32 {
	return int32(int16(le16(w.afterLabel, (p*w.label+l)*2)))
}
