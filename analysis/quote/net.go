package quote

import "lectern/analysis/weights"

// Nets are the networks that read beside the first two chains: for cues in
// sentences, for sources and contents in windows. Either may be nil.
type Nets struct{ Cues, Spans *weights.Recurrent }

// What a network and its chain say is added up and then counts a little more than
// half: both together are sure too often.
const (
	netShare = 5
	netWhole = 8
	netScale = unit / weights.LabelScale
)

// blend makes the jumps of a chain those of chain and network.
func (c *chain) blend(net *weights.Recurrent) {
	for k := range c.jumps {
		before := k / c.labels
		if before == c.labels {
			before = other // the network learned what begins after what is outside
		}
		if j := &c.jumps[k]; *j > never {
			*j = (*j + net.After(before, k%c.labels)*netScale) * netShare / netWhole
		}
	}
}

// A beside is a network that reads beside a chain; its zero value has nothing to
// say. It keeps its working memory.
type beside struct {
	net  *weights.Recurrent
	pass weights.Pass
}

// read adds what the network says of n tokens to what the chain says of them in
// emit; see returns what it goes by of each.
func (b *beside) read(emit []int32, n int, see func(i int) Sight) {
	if b.net == nil {
		return
	}
	b.pass.Begin(b.net, n)
	for i := range n {
		s := see(i)
		b.pass.Set(i, s.Low, s.Part[:len(b.net.Shape.Parts)]...)
	}
	b.pass.Read()
	var out [cueLabels]int32
	for i := range n {
		said := out[:b.net.Shape.Labels]
		clear(said)
		b.pass.Score(i, said)
		for k, v := range said {
			e := &emit[i*len(said)+k]
			*e = (*e + v*netScale) * netShare / netWhole
		}
	}
}

// A Sight is what a network goes by of a token: the atom of its lower-case form, and
// its numbers in the parts of [weights.CueShape] or [weights.SpanShape].
type Sight struct {
	Low  uint64
	Part [mostParts]int
}

const mostParts = 9

// around says how sentence s stands to quotations, and whether it is in a headline.
func (p *page) around(s int) int {
	sent := p.Sentences[s]
	n := int(p.statesAround(sent.First, sent.Last))
	if sent.Paragraph == 0 {
		n |= 1 << 4
	}
	return n
}

// cueSight returns what the network for cues goes by of token i.
func (p *page) cueSight(i, around int) Sight {
	w := &p.words[i]
	return Sight{w.low, [mostParts]int{int(w.tag), int(w.rel), int(w.kind<<2 | w.state), int(w.frame & 63), int(w.listed<<3 | w.grade), around}}
}

// sight returns what the network for sources and contents goes by of token i of the
// window.
func (x *scene) sight(i int) Sight {
	p, f, k := x.page, x.f, x.k
	w, head := &p.words[i], &p.words[k.head]
	side, far := k.side(i)
	rival := 8
	if g := f.at[i]; k.has(i) {
		rival = 9
	} else if g >= 0 {
		rival = int(oddsBucket(f.candidates[g].odds))
	}
	off := min(max(int(p.Tokens[i].Sentence)-int(p.Tokens[k.first].Sentence)+8, 0), 15)
	return Sight{w.low, [mostParts]int{
		int(w.tag), int(w.rel), int(w.kind<<2 | w.state),
		int(side<<3 | bucket(far)), off<<4 | rival, int(x.tie(i)),
		int(oddsBucket(f.source[i])<<3 | oddsBucket(f.content[i])),
		int(head.frame & 63), int(head.listed<<3 | head.grade),
	}}
}
