package quote

import (
	"fmt"
	"math"
)

// A chain is a linear-chain conditional random field (Lafferty, McCallum and
// Pereira 2001) with integer weights, used where it lies: nothing is decoded
// when it is loaded.
//
// Scores are fixed point, unit to a nat, and so are the logarithms of
// probabilities: sums of probabilities go through a table of log(1+exp(-d)).
// There is no floating point in it, so that the same text gives the same
// labels and the same confidence on every machine.
//
//	header   labels, slots: uint32; scale: units a step of a weight: uint32
//	jumps    (labels+1)*labels int32: from a label, or from the start, to a label
//	slots    of 2+labels bytes: a check, which is 0 if the slot is free, and a weight a label
type chain struct {
	labels int
	slots  uint64
	scale  int32
	jumps  []int32
	data   string
}

// unit is how many steps a nat has.
const unit = 256

// never is the score of what cannot be.
const never = math.MinInt32 / 4

// header is the size of what comes before the jumps.
const header = 12

// readChain takes a chain off the front of data and returns the rest.
func readChain(data string) (*chain, string, error) {
	if len(data) < header {
		return nil, "", fmt.Errorf("reading attribution weights: too short for a header")
	}
	c := &chain{labels: int(le32(data)), slots: uint64(le32(data[4:])), scale: int32(le32(data[8:]))}
	if c.labels == 0 || c.labels > 16 || c.slots == 0 {
		return nil, "", fmt.Errorf("reading attribution weights: %d labels, %d slots", c.labels, c.slots)
	}
	n, size := (c.labels+1)*c.labels, int(c.slots)*(2+c.labels)
	data = data[header:]
	if len(data) < 4*n+size {
		return nil, "", fmt.Errorf("reading attribution weights: %d bytes where %d are needed", len(data), 4*n+size)
	}
	for i := range n {
		c.jumps = append(c.jumps, int32(le32(data[4*i:])))
	}
	c.data = data[4*n : 4*n+size]
	return c, data[4*n+size:], nil
}

func le32(b string) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// Slot returns the first place for a feature and its check.
func Slot(feature uint32, slots uint64) (uint64, uint16) {
	check := uint16(feature ^ feature>>16)
	return uint64(feature*0x9E3779B1) * slots >> 32, max(check, 1)
}

// weights returns the weights of a feature, a label each; empty if it has none.
func (c *chain) weights(feature uint32) string {
	at, check := Slot(feature, c.slots)
	width := 2 + c.labels
	for {
		d := c.data[int(at)*width:][:width]
		switch uint16(d[0]) | uint16(d[1])<<8 {
		case check:
			return d[2:]
		case 0:
			return ""
		}
		if at++; at == c.slots {
			at = 0
		}
	}
}

// A lattice is the working memory of a chain over one sequence.
type lattice struct {
	emit, front, back []int32 // a label each for every token
	from              []uint8
	total             int32 // the logarithm of the sum over all labellings
	rows              []row
	ways              []step
	many              []uint8 // ways to each label at each token
}

// score fills in what each row says for each label.
func (c *chain) score(rows []row, l *lattice) {
	n := len(rows) * c.labels
	l.emit = grow(l.emit, n)
	for i, r := range rows {
		e := l.emit[i*c.labels:][:c.labels]
		clear(e)
		for _, f := range r {
			w := c.weights(f)
			for k := range len(w) {
				e[k] += int32(int8(w[k]))
			}
		}
		for k := range e {
			e[k] *= c.scale
		}
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// best returns the labelling with the highest score (Viterbi 1967), the label
// beginCue being worth bonus more. l is only its working memory.
func (c *chain) best(l *lattice, emit []int32, bonus int32, labels []uint8) []uint8 {
	L := c.labels
	n := len(emit) / L
	l.front, l.from = grow(l.front, n*L), grow(l.from, n*L)
	for i := range n {
		for k := range L {
			top, arg := int32(never), 0
			if i == 0 {
				top = c.jumps[L*L+k]
			} else {
				for j := range L {
					if s := l.front[(i-1)*L+j] + c.jumps[j*L+k]; s > top {
						top, arg = s, j
					}
				}
			}
			top += emit[i*L+k]
			if k == beginCue {
				top += bonus
			}
			l.front[i*L+k], l.from[i*L+k] = max(top, never), uint8(arg)
		}
	}
	labels = grow(labels, n)
	if n == 0 {
		return labels
	}
	last := 0
	for k := range L {
		if l.front[(n-1)*L+k] > l.front[(n-1)*L+last] {
			last = k
		}
	}
	for i := n - 1; i >= 0; i-- {
		labels[i] = uint8(last)
		last = int(l.from[i*L+last])
	}
	return labels
}

// sum runs the forward-backward algorithm; afterwards [lattice.odds] knows how
// likely each label is.
func (c *chain) sum(l *lattice) {
	L := c.labels
	n := len(l.emit) / L
	l.front, l.back = grow(l.front, n*L), grow(l.back, n*L)
	for i := range n {
		for k := range L {
			s := int32(never)
			if i == 0 {
				s = c.jumps[L*L+k]
			} else {
				for j := range L {
					s = logSum(s, l.front[(i-1)*L+j]+c.jumps[j*L+k])
				}
			}
			l.front[i*L+k] = max(s+l.emit[i*L+k], never)
		}
	}
	for i := n - 1; i >= 0; i-- {
		for j := range L {
			s := int32(0)
			if i < n-1 {
				s = never
				for k := range L {
					s = logSum(s, l.back[(i+1)*L+k]+l.emit[(i+1)*L+k]+c.jumps[j*L+k])
				}
			}
			l.back[i*L+j] = max(s, never)
		}
	}
	l.total = never
	for k := range L {
		if n > 0 {
			l.total = logSum(l.total, l.front[(n-1)*L+k])
		}
	}
}

// odds returns the logarithm of the probability that token i has one of the
// labels from first to last; at most 0.
func (c *chain) odds(l *lattice, i, first, last int) int32 {
	s := int32(never)
	for k := first; k <= last; k++ {
		s = logSum(s, l.front[i*c.labels+k]+l.back[i*c.labels+k]-l.total)
	}
	return min(s, 0)
}

// logSum returns log(exp(a)+exp(b)).
func logSum(a, b int32) int32 {
	if a < b {
		a, b = b, a
	}
	if d := a - b; int(d) < len(logTable) {
		return a + int32(logTable[d])
	}
	return a
}

// logTable holds log(1+exp(-d)), rounded to units. Rounding hides the last
// bit of a floating-point number, in which machines may differ.
var logTable = func() (t [7 * unit]uint8) {
	for d := range t {
		t[d] = uint8(math.Round(unit * math.Log1p(math.Exp(-float64(d)/unit))))
	}
	return t
}()

// probability returns the logistic function of a score in units, in thousandths.
func probability(score int32) int {
	d := max(min(score, 12*unit), -12*unit)
	return int(math.Round(1000 / (1 + math.Exp(-float64(d)/unit))))
}
