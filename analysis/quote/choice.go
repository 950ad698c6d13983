package quote

import (
	"cmp"
	"slices"
)

// How many labellings of a window are compared, and how much less likely than
// the best of them, as log odds, one may be.
const (
	choices = 12
	hopeful = 7 * unit
)

// A choice is one labelling of a window: what a source and a content may be.
type choice struct {
	source, content []run
	score           int32 // of the chain, and then of the ranker too
}

// A step is one of the best ways to come to a label at a token.
type step struct {
	score      int32
	label, nth uint8 // the label before it, and which of the ways to that
}

// several returns the labellings with the highest scores, best first, in the
// memory of l (list Viterbi; Seshadri and Sundberg 1994).
func (c *chain) several(l *lattice) (labels [][]uint8, scores []int32) {
	L := c.labels
	n := len(l.emit) / L
	if n == 0 {
		return nil, nil
	}
	l.ways = grow(l.ways, n*L*choices)
	l.many = grow(l.many, n*L)
	for i := range n {
		for k := range L {
			ways, m := l.ways[(i*L+k)*choices:][:choices], 0
			e := l.emit[i*L+k]
			if i == 0 {
				if s := c.jumps[L*L+k] + e; s > never/2 {
					ways[0], m = step{score: s}, 1
				}
			} else {
				for j := range L {
					jump := c.jumps[j*L+k] + e
					if jump <= never/2 {
						continue
					}
					before := l.ways[((i-1)*L+j)*choices:][:choices]
					for r := range int(l.many[(i-1)*L+j]) {
						s := before[r].score + jump
						if m == choices && s <= ways[m-1].score {
							break
						}
						if m < choices {
							m++
						}
						at := m - 1
						for ; at > 0 && ways[at-1].score < s; at-- {
							ways[at] = ways[at-1]
						}
						ways[at] = step{s, uint8(j), uint8(r)}
					}
				}
			}
			l.many[i*L+k] = uint8(m)
		}
	}
	type end struct {
		score int32
		k, r  int
	}
	var ends []end
	for k := range L {
		for r := range int(l.many[(n-1)*L+k]) {
			ends = append(ends, end{l.ways[((n-1)*L+k)*choices+r].score, k, r})
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int { return cmp.Compare(b.score, a.score) })
	for _, e := range ends[:min(choices, len(ends))] {
		if e.score < ends[0].score-hopeful {
			break
		}
		list := make([]uint8, n)
		k, r := e.k, e.r
		for i := n - 1; i >= 0; i-- {
			list[i] = uint8(k)
			w := l.ways[(i*L+k)*choices+r]
			k, r = int(w.label), int(w.nth)
		}
		labels, scores = append(labels, list), append(scores, e.score)
	}
	return labels, scores
}

// rank adds to the score of every choice what the ranker says of it, puts the
// best first and returns what it looks like. Without a ranker only that.
func (x *scene) rank(list []choice, c *chain, l *lattice) row {
	rows := make([]row, len(list))
	for i := range list {
		rows[i] = x.row(list, i, nil)
	}
	if c == nil || len(list) == 1 {
		return rows[0]
	}
	c.score(rows, l)
	best := 0
	for i := range list {
		list[i].score += l.emit[i]
		if list[i].score > list[best].score {
			best = i
		}
	}
	look := rows[best]
	slices.SortStableFunc(list, func(a, b choice) int { return cmp.Compare(b.score, a.score) })
	return look
}
