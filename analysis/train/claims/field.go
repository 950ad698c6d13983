package claims

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"

	"lectern/analysis/quote"
)

// A field learns a linear-chain conditional random field by stochastic
// gradient ascent on the likelihood, with a step of its own for each weight
// (AdaGrad; Duchi, Hazan and Singer 2011). What keeps it from learning the
// articles by heart is dropout: at every step each feature of each token is left
// out with some probability, so that none can lean on another alone.
type field struct {
	labels int
	index  map[uint32]int32
	w, g   []float32 // labels a feature
	jump   []float32 // (labels+1)*labels
	jumpG  []float32
	bound  []bool // jumps that no labelling may make
	rng    *rand.Rand
}

// A plan says how to learn.
type plan struct {
	epochs  int
	rate    float32
	ignore  float32 // gradients smaller than this are not followed
	least   int     // occurrences a feature must have
	seeds   int     // fields that are learned, each in an order of its own, and averaged
	dropout float64 // share of a token's features left out at each step
	most    int     // features that are kept, those that mattered most in a first round; all if 0
}

// A sequence is a lesson with its features as rows of the weights.
type sequence struct {
	rows   [][]int32
	labels []uint8
	weight float32
}

// learn trains a field on lessons.
func learn(lessons []quote.Lesson, weights []float32, labels int, p plan) *field {
	f := &field{labels: labels, index: map[uint32]int32{}}
	f.jump, f.jumpG = make([]float32, (labels+1)*labels), make([]float32, (labels+1)*labels)
	f.bound = make([]bool, (labels+1)*labels)
	if labels > 2 {
		for c := 2; c < labels; c += 2 { // the insides follow their beginning or themselves
			for b := range labels + 1 {
				f.bound[b*labels+c] = b != c && b != c-1
			}
		}
	}
	seqs := f.number(lessons, weights, p.least)
	if p.most > 0 {
		first := p
		first.seeds = 1
		f.rounds(seqs, first)
		f.thin(seqs, p.most)
	}
	f.rounds(seqs, p)
	return f
}

// rounds learns one field after another from the start and averages them.
func (f *field) rounds(seqs []sequence, p plan) {
	mean, meanJump := make([]float32, len(f.index)*f.labels), make([]float32, len(f.jump))
	for seed := range p.seeds {
		f.w, f.g = make([]float32, len(mean)), make([]float32, len(mean))
		clear(f.jump)
		clear(f.jumpG)
		f.rng = rand.New(rand.NewPCG(1, uint64(seed)))
		f.pass(seqs, p, func() {
			n := float32(p.seeds * (p.epochs - p.epochs/2))
			for i, w := range f.w {
				mean[i] += w * float32(1-p.dropout) / n
			}
			for i, w := range f.jump {
				meanJump[i] += w / n
			}
		})
	}
	f.w, f.jump = mean, meanJump
}

// thin forgets all features but those with the largest weights. What is learned
// after it learns to do without the others, which costs less than to leave them
// out at the end.
func (f *field) thin(seqs []sequence, most int) {
	if len(f.index) <= most {
		return
	}
	large := make([]float32, len(f.index))
	for id := range large {
		w := f.w[id*f.labels:][:f.labels]
		mean := meanOf(w)
		for _, v := range w {
			large[id] = max(large[id], v-mean, mean-v)
		}
	}
	ids := make([]int32, len(large))
	for id := range ids {
		ids[id] = int32(id)
	}
	slices.SortFunc(ids, func(a, b int32) int { return cmp.Or(cmp.Compare(large[b], large[a]), cmp.Compare(a, b)) })
	kept := make([]int32, len(large))
	for i, id := range ids {
		kept[id] = int32(i)
		if i >= most {
			kept[id] = -1
		}
	}
	for _, s := range seqs {
		for i, r := range s.rows {
			row := r[:0]
			for _, x := range r {
				if kept[x] >= 0 {
					row = append(row, kept[x])
				}
			}
			s.rows[i] = row
		}
	}
	for k, id := range f.index {
		if f.index[k] = kept[id]; kept[id] < 0 {
			delete(f.index, k)
		}
	}
}

// meanOf returns what all labels of a chain share, which says nothing.
func meanOf(w []float32) (mean float32) {
	if len(w) == 1 {
		return 0
	}
	for _, v := range w {
		mean += v / float32(len(w))
	}
	return mean
}

// pass goes over the sequences epoch by epoch, and calls keep after each of
// the later ones.
func (f *field) pass(seqs []sequence, p plan, keep func()) {
	var work workspace
	order := f.rng.Perm(len(seqs))
	for e := range p.epochs {
		for _, i := range order {
			f.step(&seqs[i], p, &work)
		}
		if e >= p.epochs/2 {
			keep()
		}
		f.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
}

// number gives every feature that is frequent enough a row.
func (f *field) number(lessons []quote.Lesson, weights []float32, least int) []sequence {
	count := map[uint32]uint16{}
	for _, l := range lessons {
		for _, r := range l.Rows {
			for _, x := range r {
				if c := count[x]; c < 60000 {
					count[x] = c + 1
				}
			}
		}
	}
	seqs := make([]sequence, len(lessons))
	for i, l := range lessons {
		s := sequence{make([][]int32, len(l.Rows)), l.Labels, 1}
		if weights != nil {
			s.weight = weights[i]
		}
		for j, r := range l.Rows {
			row := make([]int32, 0, len(r))
			for _, x := range r {
				if int(count[x]) < least {
					continue
				}
				id, ok := f.index[x]
				if !ok {
					id = int32(len(f.index))
					f.index[x] = id
				}
				row = append(row, id)
			}
			s.rows[j] = row
		}
		seqs[i] = s
	}
	return seqs
}

type workspace struct {
	kept                           []int32
	rows                           [][2]int
	emit, alpha, beta, trans, grad []float64
}

func sized(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n, 2*n)
	}
	return s[:n]
}

// step moves the weights towards one sequence.
func (f *field) step(s *sequence, p plan, ws *workspace) {
	L, n := f.labels, len(s.rows)
	if n == 0 {
		return
	}
	ws.emit, ws.alpha, ws.beta = sized(ws.emit, n*L), sized(ws.alpha, n*L), sized(ws.beta, n*L)
	ws.trans, ws.grad = sized(ws.trans, (L+1)*L), sized(ws.grad, (L+1)*L)
	for k, w := range f.jump {
		if f.bound[k] {
			ws.trans[k] = 0
		} else {
			ws.trans[k] = math.Exp(float64(w))
		}
		ws.grad[k] = 0
	}
	ws.rows = ws.rows[:0]
	ws.kept = ws.kept[:0]
	for _, r := range s.rows {
		from := len(ws.kept)
		for _, x := range r {
			if f.rng.Uint32() >= uint32(p.dropout*(1<<32-1)) {
				ws.kept = append(ws.kept, x)
			}
		}
		ws.rows = append(ws.rows, [2]int{from, len(ws.kept)})
	}
	for i := range s.rows {
		r := ws.kept[ws.rows[i][0]:ws.rows[i][1]]
		e := ws.emit[i*L:][:L]
		clear(e)
		for _, x := range r {
			w := f.w[int(x)*L:][:L]
			for k := range e {
				e[k] += float64(w[k])
			}
		}
		top := e[0]
		for _, v := range e {
			top = max(top, v)
		}
		for k := range e {
			e[k] = math.Exp(e[k] - top)
		}
	}
	for i := range n {
		sum := 0.0
		for k := range L {
			v := ws.trans[L*L+k]
			if i > 0 {
				v = 0
				for j := range L {
					v += ws.alpha[(i-1)*L+j] * ws.trans[j*L+k]
				}
			}
			v *= ws.emit[i*L+k]
			ws.alpha[i*L+k] = v
			sum += v
		}
		for k := range L {
			ws.alpha[i*L+k] /= sum
		}
	}
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for j := range L {
			v := 1.0
			if i < n-1 {
				v = 0
				for k := range L {
					v += ws.trans[j*L+k] * ws.emit[(i+1)*L+k] * ws.beta[(i+1)*L+k]
				}
			}
			ws.beta[i*L+j] = v
			sum += v
		}
		for j := range L {
			ws.beta[i*L+j] /= sum
		}
	}
	// gradient: what is, less what is expected
	var diff [16]float32
	for i := range s.rows {
		r := ws.kept[ws.rows[i][0]:ws.rows[i][1]]
		z := 0.0
		for k := range L {
			z += ws.alpha[i*L+k] * ws.beta[i*L+k]
		}
		for k := range L {
			diff[k] = -float32(ws.alpha[i*L+k] * ws.beta[i*L+k] / z)
		}
		diff[s.labels[i]]++
		for k := range L {
			diff[k] *= s.weight
		}
		if i > 0 {
			z = 0
			for j := range L {
				for k := range L {
					z += ws.alpha[(i-1)*L+j] * ws.trans[j*L+k] * ws.emit[i*L+k] * ws.beta[i*L+k]
				}
			}
			for j := range L {
				for k := range L {
					ws.grad[j*L+k] -= ws.alpha[(i-1)*L+j] * ws.trans[j*L+k] * ws.emit[i*L+k] * ws.beta[i*L+k] / z
				}
			}
			ws.grad[int(s.labels[i-1])*L+int(s.labels[i])]++
		} else {
			for k := range L {
				ws.grad[L*L+k] += float64(diff[k])
			}
		}
		for _, x := range r {
			w, g := f.w[int(x)*L:][:L], f.g[int(x)*L:][:L]
			for k := range w {
				d := diff[k]
				if d < p.ignore && d > -p.ignore {
					continue
				}
				g[k] += d * d
				w[k] += p.rate * d / float32(math.Sqrt(float64(g[k])+1e-2))
			}
		}
	}
	for k := range f.jump {
		if d := float32(ws.grad[k]); !f.bound[k] && d != 0 {
			f.jumpG[k] += d * d
			f.jump[k] += p.rate * d / float32(math.Sqrt(float64(f.jumpG[k])+1e-2))
		}
	}
}

const (
	unit  = 256 // steps of a score a nat, as in package quote
	scale = 8   // steps of a score a step of a weight
	never = math.MinInt32 / 4
)

// pack writes the field as package quote reads it.
func (f *field) pack() []byte {
	keys := make([]uint32, len(f.index))
	for k, id := range f.index {
		keys[id] = k
	}
	L := f.labels
	type entry struct {
		key uint32
		w   []int8
	}
	var kept []entry
	for id, key := range keys {
		w := f.w[id*L:][:L]
		mean := meanOf(w)
		q := make([]int8, L)
		for k, v := range w {
			q[k] = int8(max(min(math.Round(float64(v-mean)*unit/scale), 127), -127))
		}
		if slices.ContainsFunc(q, func(w int8) bool { return w != 0 }) {
			kept = append(kept, entry{key, q})
		}
	}
	slots := uint32(len(kept)*4/3 + 8)
	out := binary.LittleEndian.AppendUint32(nil, uint32(L))
	out = binary.LittleEndian.AppendUint32(out, slots)
	out = binary.LittleEndian.AppendUint32(out, scale)
	for k, w := range f.jump {
		v := int32(math.Round(float64(w) * unit))
		if f.bound[k] {
			v = never
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(v))
	}
	width := 2 + L
	table := make([]byte, int(slots)*width)
	for _, e := range kept {
		at, check := quote.Slot(e.key, uint64(slots))
		for binary.LittleEndian.Uint16(table[int(at)*width:]) != 0 {
			if at++; at == uint64(slots) {
				at = 0
			}
		}
		binary.LittleEndian.PutUint16(table[int(at)*width:], check)
		for k, v := range e.w {
			table[int(at)*width+2+k] = byte(v)
		}
	}
	return append(out, table...)
}
