package coref_test

import (
	"cmp"
	"maps"
	"slices"
	"unicode"

	"lectern/model"
)

// A score counts what B-cubed (Bagga and Baldwin 1998) is made of, over mentions
// in articles: as tools/score_actors.py does, from which it may differ in the
// third digit.
type score struct {
	gold, pred, found   int
	precision, recall   float64
	pronouns, pronouns0 int // right, all
}

// A placed mention is one that belongs to a chain.
type placed struct {
	model.Span
	chain int
	form  model.Form
	kind  model.ActorKind // of gold
	words map[int]bool
}

func (s score) f() float64 {
	p, r := s.precision/float64(max(1, s.pred)), s.recall/float64(max(1, s.gold))
	return 2 * p * r / max(1e-9, p+r)
}

// add scores the predicted mentions of one article, and calls wrong for each
// pronoun that stands under the wrong actor.
func (s *score) add(text string, gold, pred []placed, wrong func(gold placed)) {
	starts := wordsOf(text)
	for _, side := range [][]placed{gold, pred} {
		for i := range side {
			side[i].words = map[int]bool{}
			for n, w := range starts {
				if w.Start < side[i].End && side[i].Start < w.End {
					side[i].words[n] = true
				}
			}
		}
	}
	shared := func(a, b placed) (n int) {
		for w := range a.words {
			if b.words[w] {
				n++
			}
		}
		return n
	}
	size := map[int]int{}
	for _, p := range pred {
		size[p.chain]++
	}
	pred = slices.DeleteFunc(pred, func(p placed) bool {
		return size[p.chain] == 1 && !slices.ContainsFunc(gold, func(g placed) bool { return shared(p, g)*2 >= max(len(p.words), len(g.words), 1) })
	})
	type pair struct {
		share float64
		i, j  int
	}
	var pairs []pair
	for i, g := range gold {
		for j, p := range pred {
			if n := shared(g, p); n > 0 && g.Start < p.End && p.Start < g.End {
				pairs = append(pairs, pair{float64(n) / float64(max(len(g.words), len(p.words), 1)), i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	links, back := map[int]int{}, map[int]int{}
	for _, p := range pairs {
		_, a := links[p.i]
		_, b := back[p.j]
		if p.share >= .5 && !a && !b {
			links[p.i], back[p.j] = p.j, p.i
		}
	}
	goldSize, predSize := map[int]int{}, map[int]int{}
	for _, g := range gold {
		goldSize[g.chain]++
	}
	for _, p := range pred {
		predSize[p.chain]++
	}
	for _, i := range slices.Sorted(maps.Keys(links)) {
		j, both := links[i], 0
		for x, y := range links {
			if gold[x].chain == gold[i].chain && pred[y].chain == pred[j].chain {
				both++
			}
		}
		s.recall += float64(both) / float64(goldSize[gold[i].chain])
		s.precision += float64(both) / float64(predSize[pred[j].chain])
	}
	s.gold, s.pred, s.found = s.gold+len(gold), s.pred+len(pred), s.found+len(links)
	for i, g := range gold {
		if g.form != model.Pronoun || !slices.ContainsFunc(gold, func(x placed) bool { return x.chain == g.chain && x.form != model.Pronoun }) {
			continue
		}
		under := map[int]int{}
		if j, ok := links[i]; ok {
			for x, y := range links {
				if gold[x].form != model.Pronoun && pred[y].chain == pred[j].chain {
					under[gold[x].chain]++
				}
			}
		}
		right := under[g.chain] > 0
		for c, n := range under {
			right = right && (c == g.chain || n < under[g.chain])
		}
		s.pronouns0++
		if right {
			s.pronouns++
		} else if wrong != nil {
			wrong(g)
		}
	}
}

// wordsOf returns the runs of letters and digits in text.
func wordsOf(text string) []model.Span {
	var out []model.Span
	start := -1
	for i, r := range text + " " {
		switch in := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_'; {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			out = append(out, model.Span{Start: start, End: i})
			start = -1
		}
	}
	return out
}

// place flattens actors, demonyms left out.
func place(actors []*model.Actor) []placed {
	var out []placed
	for k, a := range actors {
		for _, m := range a.Mentions {
			if m.Form != model.Demonym {
				out = append(out, placed{Span: m.Span, chain: k, form: m.Form})
			}
		}
	}
	return out
}
