package claims

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"lectern/analysis/quote"
	"lectern/model"
)

// bits is a set of the scorer's words, as sorted indices.
type bits []int

// under returns the words under spans or, where there is none, the marks.
func (a *article) under(spans []model.Span) bits {
	var words, marks bits
	for _, s := range spans {
		i := sort.Search(len(a.words), func(i int) bool { return a.words[i].End > s.Start })
		for ; i < len(a.words) && a.words[i].Start < s.End; i++ {
			if a.words[i].word {
				words = append(words, i)
			} else {
				marks = append(marks, i)
			}
		}
	}
	if len(words) == 0 {
		words = marks
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func common(a, b bits) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

func f1(hit, gold, pred int) float64 {
	if gold+pred == 0 {
		return 0
	}
	return 2 * float64(hit) / float64(gold+pred)
}

// A tally counts what tools/score_claims.py counts.
type tally struct {
	gold, pred, matched, exact, half, overlap int
	roles                                     [3]struct{ gold, pred, exact int }
}

func (t *tally) add(o tally) {
	t.gold, t.pred, t.matched = t.gold+o.gold, t.pred+o.pred, t.matched+o.matched
	t.exact, t.half, t.overlap = t.exact+o.exact, t.half+o.half, t.overlap+o.overlap
	for r := range t.roles {
		t.roles[r].gold += o.roles[r].gold
		t.roles[r].pred += o.roles[r].pred
		t.roles[r].exact += o.roles[r].exact
	}
}

func (t tally) String() string {
	r := func(i int) float64 { return f1(t.roles[i].exact, t.roles[i].gold, t.roles[i].pred) }
	return fmt.Sprintf("gold %d pred %d  source %.3f cue %.3f content %.3f  matched %.3f  exact %.3f  half %.3f  overlap %.3f",
		t.gold, t.pred, r(0), r(1), r(2), f1(t.matched, t.gold, t.pred), f1(t.exact, t.gold, t.pred), f1(t.half, t.gold, t.pred), f1(t.overlap, t.gold, t.pred))
}

// inWords returns predictions as the scorer's words.
func (a *article) inWords(list []quote.Gold) [][3]bits {
	out := make([][3]bits, len(list))
	for i, g := range list {
		for r, runs := range [3][]quote.Run{g.Source, g.Cue, g.Content} {
			var spans []model.Span
			for _, run := range runs {
				spans = append(spans, a.text.Span(run.First, run.Last))
			}
			out[i][r] = a.under(spans)
		}
	}
	return out
}

// score compares predictions with the gold, and says which predictions are
// right by half.
func (a *article) score(pred [][3]bits) (t tally, right []bool) {
	gold := a.spans
	t.gold, t.pred = len(gold), len(pred)
	right = make([]bool, len(pred))
	for r := range 3 {
		g, p := distinct(gold, r), distinct(pred, r)
		t.roles[r].gold, t.roles[r].pred = len(g), len(p)
		for k := range p {
			if g[k] {
				t.roles[r].exact++
			}
		}
	}
	type pair struct{ cue, content, source, i, j int }
	var pairs []pair
	for i, g := range gold {
		for j, p := range pred {
			if n := common(g[1], p[1]); n > 0 {
				pairs = append(pairs, pair{n, common(g[2], p[2]), common(g[0], p[0]), i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(b.cue-a.cue, b.content-a.content, b.source-a.source, a.i-b.i, a.j-b.j)
	})
	seenG, seenP := make([]bool, len(gold)), make([]bool, len(pred))
	for _, x := range pairs {
		if seenG[x.i] || seenP[x.j] {
			continue
		}
		seenG[x.i], seenP[x.j] = true, true
		t.matched++
		exact, half, overlap := true, true, true
		for r := range 3 {
			g, p := gold[x.i][r], pred[x.j][r]
			if len(g) == 0 && len(p) == 0 {
				continue
			}
			n := common(g, p)
			exact = exact && n == len(g) && n == len(p)
			half = half && f1(n, len(g), len(p)) >= .5
			overlap = overlap && n > 0
		}
		if exact {
			t.exact++
		}
		if half {
			t.half++
			right[x.j] = true
		}
		if overlap {
			t.overlap++
		}
	}
	return t, right
}

func distinct(list [][3]bits, r int) map[string]bool {
	set := map[string]bool{}
	for _, x := range list {
		if len(x[r]) > 0 {
			set[fmt.Sprint(x[r])] = true
		}
	}
	return set
}
