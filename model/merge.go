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
	was, mine, other := byID(base), byID(ours), byID(theirs)
	same := func(a, b *Mark) bool { return a == b || a != nil && b != nil && a.Equal(*b) }
	var out []Mark
	for i := range ours {
		m := &ours[i]
		old, their := was[m.ID], other[m.ID]
		switch {
		case same(m, old): // only they can have changed it
			if their != nil {
				out = append(out, *their)
			}
		case their == nil, same(their, m), same(their, old):
			out = append(out, *m)
		default:
			rival := *their
			for n := 2; mine[rival.ID] != nil || other[rival.ID] != nil; n++ {
				rival.ID = m.ID + "-" + strconv.Itoa(n)
			}
			out = append(out, *m, rival)
		}
	}
	for i := range theirs {
		m := &theirs[i]
		if mine[m.ID] == nil && !same(m, was[m.ID]) {
			out = append(out, *m)
		}
	}
	slices.SortStableFunc(out, CompareMarks)
	return out
}

func byID(marks []Mark) map[string]*Mark {
	all := make(map[string]*Mark, len(marks))
	for i := range marks {
		all[marks[i].ID] = &marks[i]
	}
	return all
}
