package model

import (
	"cmp"
	"slices"
)

// A Run is a stretch of text over which the same marks apply.
type Run struct {
	Span
	Marks []int // indexes into the spans given to [Runs], outermost first
}

// Runs cuts whole at every edge of the spans inside it, so that marks that
// overlap can be drawn, or written out, one after another. The runs cover whole
// without a hole; spans may come in any order and reach beyond whole.
func Runs(whole Span, spans []Span) []Run {
	if whole.IsEmpty() {
		return nil
	}
	cuts := []int{whole.Start, whole.End}
	var order []int
	for i, s := range spans {
		if s.IsEmpty() || !s.Overlaps(whole) {
			continue
		}
		order = append(order, i)
		for _, c := range [...]int{s.Start, s.End} {
			if whole.Start < c && c < whole.End {
				cuts = append(cuts, c)
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(spans[i].Compare(spans[j]), cmp.Compare(i, j)) })
	runs := make([]Run, 0, len(cuts)-1)
	var open []int // the spans that have begun and not ended, outermost first
	next := 0
	for i := 1; i < len(cuts); i++ {
		r := Run{Span: Span{cuts[i-1], cuts[i]}}
		open = slices.DeleteFunc(open, func(k int) bool { return spans[k].End <= r.Start })
		for next < len(order) && spans[order[next]].Start <= r.Start {
			if spans[order[next]].End > r.Start {
				open = append(open, order[next])
			}
			next++
		}
		r.Marks = slices.Clone(open)
		runs = append(runs, r)
	}
	return runs
}
