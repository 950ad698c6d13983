package claims

import (
	"math"
	"math/rand/v2"

	"lectern/analysis/quote"
)

// rank learns to choose among the labellings of a window: a log-linear model
// over them, on top of what the chain says, that is pushed towards what each is
// worth (minimum risk; Smith and Eisner 2006). Steps and dropout are those of
// a field.
func rank(polls []quote.Poll, weights []float32, p plan) *field {
	f := &field{labels: 1, index: map[uint32]int32{}, jump: make([]float32, 2), bound: make([]bool, 2)}
	lessons := make([]quote.Lesson, len(polls))
	for i, x := range polls {
		lessons[i] = quote.Lesson{Rows: x.Rows, Labels: make([]uint8, len(x.Rows))}
	}
	seqs := f.number(lessons, weights, p.least)
	if p.most > 0 {
		first := p
		first.seeds = 1
		f.ballots(seqs, polls, first)
		f.thin(seqs, p.most)
	}
	f.ballots(seqs, polls, p)
	return f
}

// ballots learns one ranker after another from the start and averages them.
func (f *field) ballots(seqs []sequence, polls []quote.Poll, p plan) {
	mean := make([]float32, len(f.index))
	var kept [][]int32
	for seed := range p.seeds {
		f.w, f.g = make([]float32, len(mean)), make([]float32, len(mean))
		f.rng = rand.New(rand.NewPCG(2, uint64(seed)))
		order := f.rng.Perm(len(seqs))
		for e := range p.epochs {
			for _, i := range order {
				kept = f.choose(&seqs[i], &polls[i], p, kept)
			}
			if e >= p.epochs/2 {
				for i, w := range f.w {
					mean[i] += w * float32(1-p.dropout) / float32(p.seeds*(p.epochs-p.epochs/2))
				}
			}
			f.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
	}
	f.w = mean
}

// choose moves the weights towards the better choices of one poll.
func (f *field) choose(s *sequence, poll *quote.Poll, p plan, kept [][]int32) [][]int32 {
	for len(kept) < len(s.rows) {
		kept = append(kept, nil)
	}
	odds := make([]float64, len(s.rows))
	top := math.Inf(-1)
	for i, r := range s.rows {
		kept[i] = kept[i][:0]
		odds[i] = float64(poll.Score[i]) / unit
		for _, x := range r {
			if f.rng.Uint32() >= uint32(p.dropout*(1<<32-1)) {
				kept[i] = append(kept[i], x)
				odds[i] += float64(f.w[x])
			}
		}
		top = max(top, odds[i])
	}
	sum, want := 0.0, 0.0
	for i := range odds {
		odds[i] = math.Exp(odds[i] - top)
		sum += odds[i]
		want += odds[i] * float64(poll.Worth[i])
	}
	if want == 0 {
		return kept
	}
	for i := range odds {
		// towards the share of each choice in what all are worth
		d := s.weight * float32(odds[i]*float64(poll.Worth[i])/want-odds[i]/sum)
		if d < p.ignore && d > -p.ignore {
			continue
		}
		for _, x := range kept[i] {
			f.g[x] += d * d
			f.w[x] += p.rate * d / float32(math.Sqrt(float64(f.g[x])+1e-2))
		}
	}
	return kept
}

// worth says how good choices for attribution g are: the exact one is worth
// most, and one that shares only some words little.
func (a *article) worth(g int, list []quote.Gold) []float32 {
	out := make([]float32, len(list))
	gold := a.spans[g]
	for i, c := range a.inWords(list) {
		s := float32(1)
		if len(c[0])+len(gold[0]) > 0 {
			s = float32(f1(common(c[0], gold[0]), len(c[0]), len(gold[0])))
		}
		t := float32(f1(common(c[2], gold[2]), len(c[2]), len(gold[2])))
		steep := func(x float32) float32 { x *= x; x *= x; return x * x }
		out[i] = steep(s) * steep(t)
		if out[i] < .01 {
			out[i] = 0
		}
	}
	return out
}
