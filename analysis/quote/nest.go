package quote

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// settle makes claims of drafts: those whose cue stands inside the content of
// another become its nested claims, at any depth; the others are outermost.
// Drafts are in the order of their cues.
func settle(text *syntax.Text, drafts []draft, cast *cast) []*model.Claim {
	claims := make([]*model.Claim, len(drafts))
	for i := range drafts {
		claims[i] = drafts[i].claim(text, cast)
	}
	var outer []*model.Claim
	for i, c := range claims {
		in := -1
		for j := range drafts {
			if j != i && inside(&drafts[i], &drafts[j]) && (in < 0 || size(drafts[j].content) < size(drafts[in].content)) {
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

// inside reports whether the cue of a stands in the content of b, and not the
// other way round too.
func inside(a, b *draft) bool {
	return holds(b.content, a.cue[0].first) && !holds(a.content, b.cue[0].first)
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
