package claims

import (
	"math"
	"math/rand/v2"

	"lectern/analysis/quote"
	"lectern/analysis/train/learn"
)

// rank learns to choose among the labellings of a window: a log-linear model
// over them, on top of what the chain says, that is pushed towards what each is
// worth (minimum risk; Smith and Eisner 2006). Steps and dropout are those of
// a field.
func rank(polls []quote.Poll, weights []float32, p learn.Plan) field {
	f := field{learn.NewField[uint32](1)}
	lessons := make([]learn.Lesson[uint32], len(polls))
	for i, x := range polls {
		lessons[i] = learn.Lesson[uint32]{Rows: x.Rows, Weight: weights[i]}
	}
	seqs := f.Number(lessons, p.Least)
	if p.Most > 0 {
		first := p
		first.Seeds = 1
		f.ballots(seqs, polls, first)
		f.Thin(seqs, p.Most)
	}
	f.ballots(seqs, polls, p)
	return f
}

// ballots learns one ranker after another from the start and averages them.
func (f field) ballots(seqs []learn.Sequence, polls []quote.Poll, p learn.Plan) {
	mean := make([]float32, len(f.Index))
	var kept [][]int32
	for seed := range p.Seeds {
		f.W, f.G = make([]float32, len(mean)), make([]float32, len(mean))
		f.Rng = rand.New(rand.NewPCG(2, uint64(seed)))
		order := f.Rng.Perm(len(seqs))
		for e := range p.Epochs {
			for _, i := range order {
				kept = f.choose(&seqs[i], &polls[i], p, kept)
			}
			if e >= p.Epochs/2 {
				for i, w := range f.W {
					mean[i] += w * float32(1-p.Dropout) / float32(p.Seeds*(p.Epochs-p.Epochs/2))
				}
			}
			f.Rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		}
	}
	f.W = mean
}

// choose moves the weights towards the better choices of one poll.
func (f field) choose(s *learn.Sequence, poll *quote.Poll, p learn.Plan, kept [][]int32) [][]int32 {
	for len(kept) < len(s.Rows) {
		kept = append(kept, nil)
	}
	odds := make([]float64, len(s.Rows))
	top := math.Inf(-1)
	for i, r := range s.Rows {
		kept[i] = kept[i][:0]
		odds[i] = float64(poll.Score[i]) / unit
		for _, x := range r {
			if f.Rng.Uint32() >= uint32(p.Dropout*(1<<32-1)) {
				kept[i] = append(kept[i], x)
				odds[i] += float64(f.W[x])
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
		d := s.Weight * float32(odds[i]*float64(poll.Worth[i])/want-odds[i]/sum)
		if d < p.Ignore && d > -p.Ignore {
			continue
		}
		for _, x := range kept[i] {
			f.G[x] += d * d
			f.W[x] += p.Rate * d / float32(math.Sqrt(float64(f.G[x])+1e-2))
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
