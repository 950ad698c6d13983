package quote

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A gist is what a stretch of text is about: its content words, cut to their
// stems, each with the place where it stands and with its weight, which is
// greater the fewer sentences of the article have it. Sorted by stem.
type gist []topic

type topic struct {
	stem   string
	token  int
	weight int
}

// gists knows how common each stem is in one article.
type gists struct {
	text   *syntax.Text
	stems  []string // of every token; empty for words without content
	spread map[string]int
}

func newGists(text *syntax.Text) *gists {
	g := &gists{text, make([]string, len(text.Tokens)), map[string]int{}}
	for _, s := range text.Sentences {
		seen := map[string]bool{}
		for i := s.First; i < s.Last; i++ {
			g.stems[i] = stemOf(text, i)
			if st := g.stems[i]; st != "" && !seen[st] {
				seen[st] = true
				g.spread[st]++
			}
		}
	}
	return g
}

func (g *gists) of(runs []run) gist {
	var out gist
	for _, r := range runs {
		for i := r.first; i < r.last; i++ {
			if st := g.stems[i]; st != "" {
				out = append(out, topic{st, i, 1 + bits.Len(uint(len(g.text.Sentences)/g.spread[st]))})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b topic) int { return cmp.Compare(a.stem, b.stem) })
	return slices.CompactFunc(out, func(a, b topic) bool { return a.stem == b.stem })
}

func (g gist) weight() int {
	w := 0
	for _, t := range g {
		w += t.weight
	}
	return w
}

// shared returns the topics of g that h has too.
func (g gist) shared(h gist) gist {
	var out gist
	for i, j := 0, 0; i < len(g) && j < len(h); {
		switch c := cmp.Compare(g[i].stem, h[j].stem); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			out = append(out, g[i])
			i, j = i+1, j+1
		}
	}
	return out
}

// stemOf returns what is left of a content word without its endings, and
// nothing for any other word.
func stemOf(text *syntax.Text, i int) string {
	t := &text.Tokens[i]
	switch t.Pos {
	case syntax.NOUN, syntax.VERB, syntax.ADJ, syntax.PROPN, syntax.NUM, syntax.X:
	default:
		return ""
	}
	w := strings.ToLower(cmp.Or(t.Lemma, text.Word(i)))
	if isMark(w) || light[w] || len(w) < 3 {
		return ""
	}
	for _, end := range endings {
		if len(w) >= len(end)+4 && strings.HasSuffix(w, end) {
			return w[:len(w)-len(end)]
		}
	}
	return w
}

var endings = strings.Fields(`ations ation ating ative atory ments ment ness ities ity ously ous ions ion ings ing ives ive ical ally als al ence ance ed es ly s e y`)

var light = set(`be have do say make take get go come give see know new other such same year day week month time people thing way many much more most some any first last one two three good great mr mrs ms`)

// runsOf returns the tokens under spans.
func runsOf(text *syntax.Text, spans []model.Span) []run {
	var out []run
	for _, s := range spans {
		i := firstToken(text, s.Start)
		j := i
		for j < len(text.Tokens) && text.Tokens[j].Start < s.End {
			j++
		}
		out = append(out, run{i, j})
	}
	return out
}
