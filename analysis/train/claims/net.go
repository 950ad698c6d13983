package claims

import (
	"fmt"

	"lectern/analysis/quote"
	"lectern/analysis/train/learn"
	"lectern/analysis/weights"
)

// A netPlan says how to learn a network that reads beside a stage.
type netPlan struct {
	shape  weights.NetShape
	words  int // that it knows, the most frequent
	epochs int
	salt   uint64
}

// The networks beside the first two stages.
var (
	cueNet  = netPlan{weights.CueShape, 50000, 7, 400}
	spanNet = netPlan{weights.SpanShape, 30000, 6, 500}
)

// net trains a network that reads sentences or windows from both ends, by itself, on
// the lessons of some articles; k tells the parts apart.
func (t *trainer) net(p netPlan, lessons [][]quote.Lesson, articles []*article, in selection, k int) []byte {
	l, w := join(lessons, articles, in)
	n := learn.NewRecurrent(p.shape, t.Vectors, p.words, t.Random(p.salt+uint64(k)))
	f := blank(p.shape.Labels)
	f.Also = n
	all := make([]learn.Lesson[uint32], len(l))
	for i, x := range l {
		size := len(x.Labels) + 2
		all[i] = learn.Lesson[uint32]{Rows: make([][]uint32, size), Labels: make([]uint8, size), Known: make([]bool, size), Weight: w[i]}
		copy(all[i].Labels[1:], x.Labels)
		all[i].Known[0], all[i].Known[size-1] = true, true
		seen := make([]learn.Sight, len(x.Seen))
		for j := range x.Seen {
			seen[j] = learn.Sight{Low: x.Seen[j].Low, Part: x.Seen[j].Part[:len(p.shape.Parts)]}
		}
		n.Add(seen)
	}
	f.Learn(all, learn.Plan{Epochs: p.epochs, Rate: .05, Seeds: 1})
	return n.Pack(f.Jump, f.Bound)
}

// NetCards say what the networks beside the chains for cues and for spans were made
// from and how.
func NetCards() (cues, spans string) { return cueNet.card("first"), spanNet.card("second") }

func (p netPlan) card(chain string) string {
	return fmt.Sprintf("- Data: GloVe 6B vectors of the %d most frequent words (npm `%s`, PDDL); the articles of claims.bin\n- Method: %d LSTM cells in each direction over the vectors, tags, relations and quotation of words and what is known of the cue, under a linear-chain conditional random field; Adam with dropout, %d epochs; rounded to 8 and 16 bits; proper names masked\n- Its scores are added to those of the %s chain of claims.bin; figures there\n", p.words, learn.VectorPackage, p.shape.Cells, p.epochs, chain)
}
