package learn

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// A Field learns a linear-chain conditional random field by stochastic
// gradient ascent on the likelihood, with a step of its own for each weight
// (AdaGrad; Duchi, Hazan and Singer 2011). What keeps it from learning the
// articles by heart is dropout: at every step each feature of each token is left
// out with some probability, so that none can lean on another alone.
type Field[K cmp.Ordered] struct {
	Labels int
	Index  map[K]int32 // the row of each feature
	W, G   []float32   // labels a feature: weights, and what their gradients came to
	Jump   []float32   // (labels+1)*labels: from a label to a label, the last row from the start
	Bound  []bool      // jumps that no labelling may make
	Rng    *rand.Rand
	Also   Emitter // what else scores labels; nil if nothing does

	jumpG []float32
}

// An Emitter scores the labels of chains beside the features, and learns with
// them. Chains are counted as lessons are.
type Emitter interface {
	Begin(share float64)                   // a round, after this share of all rounds
	Emit(chain int, scores []float64)      // adds its scores, a row of labels a token
	Learn(chain int, difference []float32) // what the scores of the last Emit should have more of
	Keep(share float32)                    // adds its weights to their mean
}

// A Plan says how to learn.
type Plan struct {
	Epochs  int
	Rate    float32
	Ignore  float32 // gradients smaller than this are not followed
	Least   int     // occurrences a feature must have
	Seeds   int     // fields that are learned, each in an order of its own, and averaged
	Dropout float64 // share of a token's features left out at each step
	Most    int     // features that are kept, those that mattered most in a first round; all if 0
}

// A Lesson is a chain of tokens, each with its features and its label.
type Lesson[K cmp.Ordered] struct {
	Rows   [][]K
	Labels []uint8
	Known  []bool // tokens whose label is no question; none if nil
	Weight float32
}

// A Sequence is a lesson with its features as rows of the weights.
type Sequence struct {
	Number int
	Rows   [][]int32
	Labels []uint8
	Known  []bool
	Weight float32
}

// NewField returns a field without features, in which every label may follow
// every other.
func NewField[K cmp.Ordered](labels int) *Field[K] {
	n := (labels + 1) * labels
	return &Field[K]{Labels: labels, Index: map[K]int32{}, Jump: make([]float32, n), jumpG: make([]float32, n), Bound: make([]bool, n)}
}

// Learn trains the field on lessons.
func (f *Field[K]) Learn(lessons []Lesson[K], p Plan) {
	seqs := f.Number(lessons, p.Least)
	if p.Most > 0 {
		first := p
		first.Seeds = 1
		f.rounds(seqs, first)
		f.Thin(seqs, p.Most)
	}
	f.rounds(seqs, p)
}

// rounds learns one field after another from the start and averages them.
func (f *Field[K]) rounds(seqs []Sequence, p Plan) {
	mean, meanJump := make([]float32, len(f.Index)*f.Labels), make([]float32, len(f.Jump))
	for seed := range p.Seeds {
		f.W, f.G = make([]float32, len(mean)), make([]float32, len(mean))
		clear(f.Jump)
		clear(f.jumpG)
		f.Rng = rand.New(rand.NewPCG(1, uint64(seed)))
		f.pass(seqs, p, func() {
			n := float32(p.Seeds * (p.Epochs - p.Epochs/2))
			for i, w := range f.W {
				mean[i] += w * float32(1-p.Dropout) / n
			}
			for i, w := range f.Jump {
				meanJump[i] += w / n
			}
			if f.Also != nil {
				f.Also.Keep(1 / n)
			}
		})
	}
	f.W, f.Jump = mean, meanJump
}

// pass goes over the sequences epoch by epoch, and calls keep after each of
// the later ones.
func (f *Field[K]) pass(seqs []Sequence, p Plan, keep func()) {
	var work workspace
	order := f.Rng.Perm(len(seqs))
	for e := range p.Epochs {
		if f.Also != nil {
			f.Also.Begin(float64(e) / float64(p.Epochs))
		}
		for _, i := range order {
			f.step(&seqs[i], p, &work)
		}
		if e >= p.Epochs/2 {
			keep()
		}
		f.Rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
}

// Number gives every feature that is frequent enough a row.
func (f *Field[K]) Number(lessons []Lesson[K], least int) []Sequence {
	count := map[K]uint16{}
	for _, l := range lessons {
		for _, r := range l.Rows {
			for _, x := range r {
				if c := count[x]; c < 60000 {
					count[x] = c + 1
				}
			}
		}
	}
	seqs := make([]Sequence, len(lessons))
	for i, l := range lessons {
		s := Sequence{i, make([][]int32, len(l.Rows)), l.Labels, l.Known, l.Weight}
		for j, r := range l.Rows {
			row := make([]int32, 0, len(r))
			for _, x := range r {
				if int(count[x]) < least {
					continue
				}
				id, ok := f.Index[x]
				if !ok {
					id = int32(len(f.Index))
					f.Index[x] = id
				}
				row = append(row, id)
			}
			s.Rows[j] = row
		}
		seqs[i] = s
	}
	return seqs
}

// Thin forgets all features but those with the largest weights. What is learned
// after it learns to do without the others, which costs less than to leave them
// out at the end.
func (f *Field[K]) Thin(seqs []Sequence, most int) {
	if len(f.Index) <= most {
		return
	}
	large := make([]float32, len(f.Index))
	for id := range large {
		w := f.W[id*f.Labels:][:f.Labels]
		mean := MeanOf(w)
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
		for i, r := range s.Rows {
			row := r[:0]
			for _, x := range r {
				if kept[x] >= 0 {
					row = append(row, kept[x])
				}
			}
			s.Rows[i] = row
		}
	}
	for k, id := range f.Index {
		if f.Index[k] = kept[id]; kept[id] < 0 {
			delete(f.Index, k)
		}
	}
}

// MeanOf returns what all labels of a chain share, which says nothing.
func MeanOf(w []float32) (mean float32) {
	if len(w) == 1 {
		return 0
	}
	for _, v := range w {
		mean += v / float32(len(w))
	}
	return mean
}
