package coref

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A Choice is a pronoun with all that it could stand for.
type Choice struct {
	Pronoun model.Span
	Class   int
	Among   []Option
}

// An Option is one of them: nobody if it is a mere noun or none at all.
type Option struct {
	Head, Span model.Span
	Chain      []model.Span // what it is held to be the same as
	Nobody     bool
	Features   []int
}

// CountClasses and CountFeatures are the sizes of the table of weights.
const (
	CountClasses  = int(countClasses)
	CountFeatures = int(countFeatures)
)

// Choices returns the choices that resolving the text meets.
func Choices(text *syntax.Text) []Choice {
	var out []Choice
	w := newWorld(text)
	w.watch = func(m *mention, all []candidate) {
		c := Choice{Pronoun: w.span(m), Class: int(classOf(m))}
		for _, x := range all {
			o := Option{Nobody: x.mention == nil}
			if x.token >= 0 {
				o.Head = text.Tokens[x.token].Span
				o.Span = o.Head
			}
			if x.mention != nil {
				o.Span = w.span(x.mention)
				for _, other := range x.mention.chain.mentions {
					o.Chain = append(o.Chain, w.span(other))
				}
			}
			for _, f := range x.features {
				o.Features = append(o.Features, int(f))
			}
			slices.Sort(o.Features)
			c.Among = append(c.Among, o)
		}
		out = append(out, c)
	}
	findMentions(w)
	for _, s := range sieves {
		s.run(w, s.name)
	}
	return out
}

// Whole is how names are shown.
var Whole = whole
