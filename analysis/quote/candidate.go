package quote

import (
	"cmp"
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
	c := m.cues
	n := len(p.words)
	f := &scan{at: make([]int32, n), source: make([]int32, n), content: make([]int32, n)}
	var rows []row
	var l, work lattice
	var labels []uint8
	net := beside{net: m.nets.Cues}
	for s, sent := range p.Sentences {
		rows = p.cueRows(s, rows[:0])
		c.score(rows, &l)
		around := p.around(s)
		net.read(l.emit, len(rows), func(i int) Sight { return p.cueSight(sent.First+i, around) })
		c.sum(&l)
		for i := range rows {
			f.source[sent.First+i] = c.odds(&l, i, beginSource, inSource)
			f.content[sent.First+i] = c.odds(&l, i, beginContent, inContent)
			f.at[sent.First+i] = -1
		}
		first := len(f.candidates)
		for _, bonus := range leniency {
			labels = c.best(&work, l.emit, bonus, labels)
			for i := 0; i < len(labels); i++ {
				if labels[i] != beginCue && labels[i] != inCue {
					continue
				}
				k := candidate{run: run{sent.First + i, sent.First + i + 1}, odds: never}
				for k.last < sent.Last && labels[k.last-sent.First] == inCue {
					k.last++
				}
				i = k.last - 1 - sent.First
				if f.taken(k.run) {
					continue
				}
				for j := k.first; j < k.last; j++ {
					k.odds = max(k.odds, c.odds(&l, j-sent.First, beginCue, inCue))
					f.at[j] = int32(len(f.candidates))
				}
				k.head = p.headOf(k.run)
				f.candidates = append(f.candidates, k)
			}
		}
		f.sort(first)
	}
	return f
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

// sort puts the candidates from the index from on in text order.
func (f *scan) sort(from int) {
	slices.SortFunc(f.candidates[from:], func(a, b candidate) int { return cmp.Compare(a.first, b.first) })
	for g := from; g < len(f.candidates); g++ {
		for i := f.candidates[g].first; i < f.candidates[g].last; i++ {
			f.at[i] = int32(g)
		}
	}
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
