package quote

import (
	"cmp"
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// How much of a stretch's weight, in per cent, must come from one claim, and in
// how many words at least, to call it an echo.
const (
	echoShare = 45
	echoWords = 3
)

// echoes finds the clauses in the narrator's voice whose words are largely
// those of a claim made before them: what a source was heard to say is now
// said by the article. Names alone make no echo.
func echoes(text *syntax.Text, a Attribution) []*model.Echo {
	var echoes []*model.Echo
	g := newGists(text)
	claims := all(a.Claims)
	about := make([]gist, len(claims))
	for i, c := range claims {
		about[i] = g.of(runsOf(text, c.Content))
	}
	said := speeches(text, a)
	taken := make([]bool, len(text.Tokens)) // sources and cues are about the claim, not echoes of it
	for _, c := range claims {
		for _, r := range runsOf(text, slices.Concat(c.Source, c.Cue)) {
			for i := r.first; i < r.last; i++ {
				taken[i] = true
			}
		}
	}
	stretches(text, said, func(s speech, r run) {
		if s != (speech{}) {
			return
		}
		for _, clause := range clauses(text, r, taken) {
			mine := g.of([]run{clause})
			best, most := -1, 0
			for i := max(0, before(claims, text.Tokens[clause.first].Start)-memory); i < len(claims); i++ {
				c := claims[i]
				if c.Cue[0].Start > text.Tokens[clause.first].Start {
					break
				}
				common := mine.shared(about[i]).unnamed(text)
				if len(common) < echoWords || c.Content[0].Start == text.Tokens[clause.first].Start {
					continue
				}
				if w := common.weight(); 100*w >= echoShare*mine.weight() && w > most {
					best, most = i, w
				}
			}
			if best >= 0 {
				e := &model.Echo{Span: text.Span(clause.first, clause.last), Claim: claims[best]}
				for _, t := range mine.shared(about[best]) {
					e.Words = append(e.Words, text.Tokens[t.token].Span)
				}
				slices.SortFunc(e.Words, model.Span.Compare)
				echoes = append(echoes, e)
			}
		}
	})
	return echoes
}

// before returns how many claims have their cue before offset.
func before(claims []*model.Claim, offset int) int {
	n, _ := slices.BinarySearchFunc(claims, offset, func(c *model.Claim, at int) int { return cmp.Compare(c.Cue[0].Start, at) })
	return n
}

// unnamed returns g without names.
func (g gist) unnamed(text *syntax.Text) gist {
	return slices.DeleteFunc(slices.Clone(g), func(t topic) bool { return text.Tokens[t.token].Pos == syntax.PROPN })
}

// clauses cuts a stretch at the ends of sentences, at semicolons and around
// what belongs to a claim.
func clauses(text *syntax.Text, r run, taken []bool) []run {
	var out []run
	first := r.first
	cut := func(i int) {
		for first < i && isMark(text.Word(first)) {
			first++
		}
		last := i
		for last > first && isMark(text.Word(last-1)) {
			last--
		}
		if last > first {
			out = append(out, run{first, last})
		}
	}
	for i := r.first; i < r.last; i++ {
		if taken[i] || text.Word(i) == ";" || i > first && text.Tokens[i].Sentence != text.Tokens[i-1].Sentence {
			cut(i)
			first = i
			if taken[i] {
				first = i + 1
			}
		}
	}
	cut(r.last)
	return out
}
