package quote

import (
	"cmp"
	"iter"
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// settle makes claims of drafts: those whose cue stands inside the content of
// another become its nested claims, at any depth; the others are outermost.
func settle(text *syntax.Text, drafts []draft, cast *cast) []*model.Claim {
	drafts = audible(text, drafts)
	slices.SortStableFunc(drafts, func(a, b draft) int { return cmp.Compare(a.cue[0].first, b.cue[0].first) })
	claims := make([]*model.Claim, len(drafts))
	for i := range drafts {
		claims[i] = drafts[i].claim(text, cast)
	}
	var outer []*model.Claim
	for i, c := range claims {
		in := -1
		for j := range around(drafts, i) {
			if inside(&drafts[i], &drafts[j]) && (in < 0 || size(drafts[j].content) < size(drafts[in].content)) {
				in = j
			}
		}
		if in < 0 {
			outer = append(outer, c)
			continue
		}
		c.In = claims[in]
		claims[in].Nested = append(claims[in].Nested, c)
	}
	return outer
}

// around yields the indices of the other drafts that may reach to draft i.
func around(drafts []draft, i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		at := drafts[i].cue[0].first
		for j := i - 1; j >= 0 && at-drafts[j].cue[0].first < widest; j-- {
			if !yield(j) {
				return
			}
		}
		for j := i + 1; j < len(drafts) && drafts[j].cue[0].first-at < widest; j++ {
			if !yield(j) {
				return
			}
		}
	}
}

// inside reports whether a, its source too, stands in the content of b. The
// content of b must be the longer one, so that no two claims are each inside
// the other.
func inside(a, b *draft) bool {
	return holds(b.content, a.cue[0].first) && size(b.content) > size(a.content) &&
		(len(a.source) == 0 || holds(b.content, a.source[0].first))
}

// all returns claims and everything nested in them, in text order.
func all(claims []*model.Claim) []*model.Claim {
	var out []*model.Claim
	for _, c := range claims {
		out = append(append(out, c), all(c.Nested)...)
	}
	slices.SortStableFunc(out, func(a, b *model.Claim) int { return a.Cue[0].Compare(b.Cue[0]) })
	return out
}
