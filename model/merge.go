package model

import (
	"slices"
	"strconv"
)

// Merge joins what two sides have made of the marks in base, mark by mark: what
// only one side changed, added or deleted is taken from that side. Where both
// changed the same mark nothing is lost: a mark that one side deleted and the
// other changed stays, and of two changes ours keeps the mark, while theirs
// follows as a mark of its own, unless they say the same.
func Merge(base, ours, theirs []Mark) []Mark {
	var out []Mark
	for _, m := range ours {
		was, other := find(base, m.ID), find(theirs, m.ID)
		switch {
		case was != nil && m.Equal(*was): // only they can have changed it
			if other != nil {
				out = append(out, *other)
			}
		case other == nil || other.Equal(m) || was != nil && other.Equal(*was):
			out = append(out, m)
		default:
			rival := *other
			for n := 2; find(ours, rival.ID) != nil || find(theirs, rival.ID) != nil; n++ {
				rival.ID = m.ID + "-" + strconv.Itoa(n)
			}
			out = append(out, m, rival)
		}
	}
	for _, m := range theirs {
		if find(ours, m.ID) != nil {
			continue
		}
		if was := find(base, m.ID); was == nil || !was.Equal(m) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, CompareMarks)
	return out
}
