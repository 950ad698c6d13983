package frame

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/analysis/syntax"
	"lectern/analysis/weights"
	"lectern/model"
)

// Policy frames are the fourteen dimensions, and "other", under which an issue
// can be put (Boydstun, Card, Gross, Resnik and Smith 2014). Which of them an
// article uses is told by its words alone: one linear model a frame, over how
// often each lemma stands in it, against how long it is. It is no verdict: a
// frame is shown with the sentences that speak for it most.

// Policies names the frames, in the order of the classes of the table.
var Policies = []struct{ ID, Title string }{
	{"economic", "economic"},
	{"capacity-and-resources", "capacity and resources"},
	{"morality", "morality"},
	{"fairness-and-equality", "fairness and equality"},
	{"legality", "legality, constitutionality and jurisprudence"},
	{"policy-prescription", "policy prescription and evaluation"},
	{"crime-and-punishment", "crime and punishment"},
	{"security-and-defense", "security and defense"},
	{"health-and-safety", "health and safety"},
	{"quality-of-life", "quality of life"},
	{"cultural-identity", "cultural identity"},
	{"public-opinion", "public opinion"},
	{"political", "political"},
	{"external-regulation", "external regulation and reputation"},
}

// A Term is one lemma of a text: its feature and the tokens that have it.
type Term struct {
	Feature uint64
	Tokens  []int
}

const (
	lemmaTemplate = 700 // of the features in the table
	biasTemplate  = 701
	evidence      = 5 // sentences shown for a frame, at most
)

// Bias is the feature that every text has.
var Bias = weights.Key(biasTemplate, 1)

// Terms returns the content words of t, in the order of their first tokens. The
// names of people are left out: who is in the news changes, what is said of them
// does so less.
func Terms(t *syntax.Text) []Term {
	person := make([]bool, len(t.Tokens))
	for _, n := range t.Names {
		for i := n.First; i < n.Last; i++ {
			person[i] = n.Kind == syntax.Person
		}
	}
	at := map[string]int{}
	var terms []Term
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		switch tok.Pos {
		case syntax.NOUN, syntax.VERB, syntax.ADJ, syntax.PROPN, syntax.ADV:
		default:
			continue
		}
		r, _ := utf8.DecodeRuneInString(tok.Lemma)
		if person[i] || len(tok.Lemma) < 3 || !unicode.IsLetter(r) {
			continue
		}
		k, ok := at[tok.Lemma]
		if !ok {
			k = len(terms)
			at[tok.Lemma] = k
			terms = append(terms, Term{Feature: TermOf(tok.Lemma)})
		}
		terms[k].Tokens = append(terms[k].Tokens, i)
	}
	return terms
}

// TermOf returns the feature of a lemma.
func TermOf(lemma string) uint64 {
	return weights.Key(lemmaTemplate, weights.Text(strings.ToLower(lemma)))
}

// Weight returns what a term that stands in a text n times counts for: 1 + ln n,
// in 16ths.
func Weight(n int) int {
	table := [...]int{0, 16, 27, 34, 38, 42, 45, 47, 49, 51, 53, 54, 56, 57, 58, 59, 60}
	return table[min(n, len(table)-1)]
}

// Norm returns the length of the vector of weights of terms, in 16ths.
func Norm(terms []Term) int {
	sum := 0
	for _, t := range terms {
		w := Weight(len(t.Tokens))
		sum += w * w
	}
	return int(math.Sqrt(float64(sum)))
}

// policyFrames returns the frames of t that are more likely used than not, the
// likeliest first.
func policyFrames(t *syntax.Text) []model.Frame {
	terms := Terms(t)
	norm := Norm(terms)
	if norm == 0 {
		return nil
	}
	table := weights.Policies()
	sum := make([]int, len(Policies)) // in 16ths of the norm's unit
	each := make([][]int32, len(terms))
	for i, term := range terms {
		each[i] = make([]int32, len(Policies))
		table.Score([]uint64{term.Feature}, each[i])
		for c, w := range each[i] {
			sum[c] += int(w) * Weight(len(term.Tokens))
		}
	}
	base := make([]int32, len(Policies))
	table.Score([]uint64{Bias}, base)
	var frames []model.Frame
	for c, p := range Policies {
		score := sum[c]/norm + int(base[c])
		if score <= 0 {
			continue
		}
		sure := 1 / (1 + math.Exp(-float64(score)/PolicyScale))
		frames = append(frames, model.Frame{ID: p.ID, Title: p.Title, Score: math.Round(1000*sure) / 1000, Passages: passages(t, terms, each, c)})
	}
	slices.SortStableFunc(frames, func(a, b model.Frame) int { return cmp.Compare(b.Score, a.Score) })
	if len(frames) == 0 {
		frames = append(frames, model.Frame{ID: "other", Title: "other"})
	}
	return frames
}

// PolicyScale is how many units of the table make one unit of log odds.
const PolicyScale = 64

// passages returns the sentences that speak most for class c, in text order.
func passages(t *syntax.Text, terms []Term, each [][]int32, c int) []model.Span {
	score := make([]int, len(t.Sentences))
	for i, term := range terms {
		for _, tok := range term.Tokens {
			score[t.Tokens[tok].Sentence] += int(each[i][c])
		}
	}
	order := make([]int, 0, len(score))
	for s, n := range score {
		if n > 0 {
			order = append(order, s)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
	order = order[:min(evidence, len(order))]
	slices.Sort(order)
	var spans []model.Span
	for _, s := range order {
		spans = append(spans, t.Span(t.Sentences[s].First, t.Sentences[s].Last))
	}
	return spans
}
