package coref_test

import (
	"context"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/model"
)

var learn = flag.Bool("learn", false, "learn the weights of pronouns from the annotated articles and print them")

// An example is a choice in an article, with what would be right.
type example struct {
	coref.Choice
	right []bool
	fold  int
	from  corpus
	gain  float64
}

// A corpus is where examples are from.
type corpus int

const (
	fromTreebank corpus = iota
	fromArticles
	fromJudged
	corpora
)

func (c corpus) String() string { return [...]string{"treebank", "articles", "judged"}[c] }

// weight is what an example of the corpus weighs.
func (c corpus) weight() float64 { return [...]float64{1, 3, 2}[c] }

// TestLearn learns the weights from the treebank's entities and the annotated and
// judged articles: log-linear, stochastic gradient descent with a step for each weight.
// Accuracy is that of articles left out in turn.
func TestLearn(t *testing.T) {
	if !*learn {
		t.Skip("only when asked for")
	}
	examples := slices.Concat(silverExamples(t), judgedExamples(t), treebankExamples(t))
	var right, all, actors, rightActors [corpora][coref.CountClasses]int
	var loss [corpora][coref.CountClasses]float64
	for f := range folds {
		var train []example
		for _, x := range examples {
			if x.fold != f {
				train = append(train, x)
			}
		}
		w := descend(train)
		for _, x := range examples {
			if x.fold != f {
				continue
			}
			of := x.from
			loss[of][x.Class] += lossOf(&w[x.Class], x)
			best, top := 0, math.Inf(-1)
			for i, o := range x.Among {
				if s := sum(&w[x.Class], o.Features); s > top {
					best, top = i, s
				}
			}
			all[of][x.Class]++
			somebody := slices.ContainsFunc(indices(x.right), func(i int) bool { return !x.Among[i].Nobody })
			if somebody {
				actors[of][x.Class]++
			}
			if x.right[best] {
				right[of][x.Class]++
				if somebody {
					rightActors[of][x.Class]++
				}
			}
		}
	}
	for of := range corpora {
		t.Logf("%d examples; right of %v left out: %v of %v; of those that are somebody: %v of %v; loss %.1f", len(examples), of, right[of], all[of], rightActors[of], actors[of], loss[of])
	}
	for _, row := range descend(examples) {
		var b strings.Builder
		for _, x := range row {
			fmt.Fprintf(&b, "%d, ", int(math.Round(100*x)))
		}
		fmt.Println("WEIGHTS", b.String())
	}
}

// lossOf returns minus the logarithm of how likely the weights hold what is right.
func lossOf(row *[coref.CountFeatures]float64, x example) float64 {
	all, good := 0., 0.
	for i, o := range x.Among {
		p := math.Exp(sum(row, o.Features))
		all += p
		if x.right[i] {
			good += p
		}
	}
	return -math.Log(good / all)
}

func indices(is []bool) (out []int) {
	for i, x := range is {
		if x {
			out = append(out, i)
		}
	}
	return out
}

func sum(row *[coref.CountFeatures]float64, features []int) (s float64) {
	for _, f := range features {
		s += row[f]
	}
	return s
}

// descend fits the weights to the examples: the mean over several orders and the
// later rounds, which wavers less than the last.
func descend(examples []example) (mean [coref.CountClasses][coref.CountFeatures]float64) {
	const orders = 4
	for k := range orders {
		w := descendInOrder(examples, uint64(k+1))
		for c := range w {
			for f, x := range w[c] {
				mean[c][f] += x / orders
			}
		}
	}
	return mean
}

// descendInOrder fits the weights to the examples in an order that state gives.
func descendInOrder(examples []example, state uint64) (w [coref.CountClasses][coref.CountFeatures]float64) {
	const rounds, rate, decay = 30, .1, .01
	var squares [coref.CountClasses][coref.CountFeatures]float64
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var seen [coref.CountClasses]int
	var total [coref.CountClasses][coref.CountFeatures]float64
	for r := range rounds {
		for i := len(order) - 1; i > 0; i-- {
			state = state*6364136223846793005 + 1442695040888963407
			j := int(state>>33) % (i + 1)
			order[i], order[j] = order[j], order[i]
		}
		for _, n := range order {
			x := examples[n]
			row := &w[x.Class]
			p := make([]float64, len(x.Among))
			top := math.Inf(-1)
			for i, o := range x.Among {
				p[i] = sum(row, o.Features)
				top = max(top, p[i])
			}
			all, good := 0., 0.
			for i := range p {
				p[i] = math.Exp(p[i] - top)
				all += p[i]
				if x.right[i] {
					good += p[i]
				}
			}
			gradient := map[int]float64{}
			for i, o := range x.Among {
				g := -p[i] / all
				if x.right[i] {
					g += p[i] / good
				}
				for _, f := range o.Features {
					gradient[f] += g * x.from.weight() * x.gain
				}
			}
			for f, g := range gradient {
				g -= decay * row[f]
				squares[x.Class][f] += g * g
				row[f] += rate * g / math.Sqrt(squares[x.Class][f]+1e-6)
			}
			if r >= rounds/2 {
				for f := range total[x.Class] {
					total[x.Class][f] += row[f]
				}
				seen[x.Class]++
			}
		}
	}
	for k := range total {
		for f := range total[k] {
			total[k][f] /= float64(max(1, seen[k]))
		}
	}
	return total
}

// choices returns the choices of a text with what entity says of spans: the
// number of the entity of a span, 0 if it is none.
func choices(t *testing.T, doc *model.Document, fold int, from corpus, pronoun, mention func(model.Span) int, noun func(model.Span) int) []example {
	parsed, err := analysis.Parse(context.Background(), doc, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	for _, c := range coref.Choices(parsed) {
		x := example{Choice: c, right: make([]bool, len(c.Among)), fold: fold, from: from, gain: 1}
		e := pronoun(c.Pronoun)
		somebody := false
		for i, o := range c.Among {
			switch {
			case e == 0 || o.Head.IsEmpty():
			case o.Nobody:
				x.right[i] = noun(o.Span) == e
			default:
				x.right[i] = entityOf(o, mention) == e
			}
			somebody = somebody || x.right[i]
		}
		if !somebody {
			if e != 0 && (from != fromTreebank || c.Class == 0) {
				continue // an actor that is out of reach teaches nothing
			}
			for i, o := range c.Among {
				x.right[i] = o.Head.IsEmpty() || e == 0 && from != fromTreebank && o.Nobody
			}
		}
		if !slices.ContainsFunc(indices(x.right), func(i int) bool { return !x.Among[i].Nobody }) {
			x.gain = ofNobody // a reader misses an actor's pronoun more than a stray one disturbs
		}
		out = append(out, x)
	}
	return out
}

// entityOf returns the entity of an option, or, where the corpora mark none, as
// with "who" and with phrases that end elsewhere, that of most it is joined to.
func entityOf(o coref.Option, mention func(model.Span) int) int {
	if e := mention(o.Span); e != 0 {
		return e
	}
	votes, best := map[int]int{}, 0
	for _, s := range o.Chain {
		if e := mention(s); e != 0 {
			votes[e]++
			if votes[e] > votes[best] || votes[e] == votes[best] && e < best {
				best = e
			}
		}
	}
	return best
}

// ofNobody is what a pronoun that stands for nobody weighs.
const ofNobody = .4

func silverExamples(t *testing.T) (out []example) {
	files, _ := filepath.Glob("../../../shared/silver/train/actors/*.json")
	for _, file := range files {
		doc, gold := readSilver(t, file)
		out = append(out, choices(t, doc, foldOf(strings.TrimSuffix(filepath.Base(file), ".json")), fromArticles, exactly(gold), most(gold), func(model.Span) int { return 0 })...)
	}
	return out
}

// folds are left out in turn.
const folds = 5

// foldOf returns the fold of an article: some are in both sources.
func foldOf(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() % folds)
}

// exactly finds the entity of the very span.
func exactly(gold []placed) func(model.Span) int {
	return func(s model.Span) int {
		for _, g := range gold {
			if g.Span == s {
				return g.chain + 1
			}
		}
		return 0
	}
}

// most finds the entity that shares at least half of the longer span.
func most(gold []placed) func(model.Span) int {
	return func(s model.Span) int {
		best, top := 0, 0.
		for _, g := range gold {
			both := float64(min(g.End, s.End) - max(g.Start, s.Start))
			if share := both / float64(max(g.Len(), s.Len())); share >= .5 && share > top {
				best, top = g.chain+1, share
			}
		}
		return best
	}
}

// smallest finds the entity of the smallest span around s that it may head.
func smallest(gold []placed) func(model.Span) int {
	return func(s model.Span) int {
		best, size := 0, 1<<30
		for _, g := range gold {
			if g.Start <= s.Start && s.End <= g.End && g.Len() < size {
				best, size = g.chain+1, g.Len()
			}
		}
		return best
	}
}
