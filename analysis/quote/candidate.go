package quote

import (
	"cmp"
	"runtime"
	"slices"
)

// A candidate is a run of tokens that may be a cue.
type candidate struct {
	run
	head int   // the word of the run that governs the others, a verb if there is one
	odds int32 // logarithm of the probability that it is a cue, in units; at most 0
}

// side says where token i stands to the candidate, 1 in it, 2 before and 3 after it,
// and how many tokens away.
func (k candidate) side(i int) (side uint32, far int) {
	switch {
	case k.has(i):
		return 1, 0
	case i < k.first:
		return 2, k.first - i
	}
	return 3, i - k.last + 1
}

// leniency is what a cue is worth over its score each time that candidates are
// looked for: first those that the chain believes in, then more and more of
// those that it does not, for the last stage to choose from. A later one is
// left out where it overlaps an earlier one.
var leniency = [...]int32{0, 3 * unit / 2, 3 * unit}

// A scan is what the first chain says of a text.
type scan struct {
	candidates []candidate
	at         []int32 // for every token, the index of its candidate, or -1
	source     []int32 // for every token, the odds that it is (part of) a source
	content    []int32
}

// cues runs the first chain, and the network beside it, over every sentence.
func (p *page) cues(m *Model) *scan {
	n := len(p.words)
	f := &scan{at: make([]int32, n), source: make([]int32, n), content: make([]int32, n)}
	found := make([][]candidate, len(p.Sentences))
	inStretches(len(p.Sentences), func() func(first, last int) {
		r := reader{page: p, chain: m.cues, net: beside{net: m.nets.Cues}}
		return func(first, last int) {
			for s := first; s < last; s++ {
				found[s] = r.sentence(f, s)
				runtime.Gosched() // who waits for a key has waited for a sentence at most
			}
		}
	})
	f.candidates = slices.Concat(found...)
	for g, k := range f.candidates {
		for i := k.first; i < k.last; i++ {
			f.at[i] = int32(g)
		}
	}
	return f
}

// A reader looks for cues; it keeps its working memory.
type reader struct {
	*page
	chain   *chain
	net     beside
	rows    []row
	l, work lattice
	labels  []uint8
}

// sentence returns the candidates of sentence s in text order, and fills in what f
// says of its tokens; there the candidates are only counted.
func (r *reader) sentence(f *scan, s int) (found []candidate) {
	sent, c, l := r.Sentences[s], r.chain, &r.l
	r.rows = r.cueRows(s, r.rows[:0])
	c.score(r.rows, l)
	around := r.around(s)
	r.net.read(l.emit, len(r.rows), func(i int) Sight { return r.cueSight(sent.First+i, around) })
	c.sum(l)
	for i := range r.rows {
		f.source[sent.First+i] = c.odds(l, i, beginSource, inSource)
		f.content[sent.First+i] = c.odds(l, i, beginContent, inContent)
		f.at[sent.First+i] = -1
	}
	for _, bonus := range leniency {
		r.labels = c.best(&r.work, l.emit, bonus, r.labels)
		for i := 0; i < len(r.labels); i++ {
			if r.labels[i] != beginCue && r.labels[i] != inCue {
				continue
			}
			k := candidate{run: run{sent.First + i, sent.First + i + 1}, odds: never}
			for k.last < sent.Last && r.labels[k.last-sent.First] == inCue {
				k.last++
			}
			i = k.last - 1 - sent.First
			if f.taken(k.run) {
				continue
			}
			for j := k.first; j < k.last; j++ {
				k.odds = max(k.odds, c.odds(l, j-sent.First, beginCue, inCue))
				f.at[j] = int32(len(found))
			}
			k.head = r.headOf(k.run)
			found = append(found, k)
		}
	}
	slices.SortFunc(found, func(a, b candidate) int { return cmp.Compare(a.first, b.first) })
	return found
}

// taken reports whether a token of r belongs to a candidate.
func (f *scan) taken(r run) bool {
	for i := r.first; i < r.last; i++ {
		if f.at[i] >= 0 {
			return true
		}
	}
	return false
}

// headOf returns the token of r that governs the others: a verb if there is
// one, and of several the one outermost in the tree.
func (p *page) headOf(r run) int {
	head := -1
	for i := r.first; i < r.last; i++ {
		if !p.isVerb(i) {
			continue
		}
		if h := int(p.Tokens[i].Head); !r.has(h) || h == i {
			return i
		}
		if head < 0 {
			head = i
		}
	}
	if head >= 0 {
		return head
	}
	for i := r.first; i < r.last; i++ {
		if h := int(p.Tokens[i].Head); !r.has(h) || h == i {
			return i
		}
	}
	return r.first
}
