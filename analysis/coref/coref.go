// Package coref finds who is spoken of: every mention of a person, body, group,
// place or speaking document, and which mentions mean the same one. It knows
// words, trees, names and quotations, and nothing of claims.
//
// # How it works
//
// First all mentions are found, in text order, each with what its words tell:
// kind, gender, number, and whether it can refer back (find*.go). Each is at
// first a chain of its own. Then sieves join chains, precise ones first, after
// Lee et al. (2011, 2013): a sieve sees the chains as the earlier ones left
// them, so that a late, bold sieve profits from what the timid ones settled and
// cannot undo it. A chain knows all that its mentions tell, and two chains that
// contradict each other in kind, gender or number are never joined.
//
//	exact name           Ana Ruiz … Ana Ruiz
//	acronym              the Transport Safety Board (TSB) … the TSB
//	short name           Ana Ruiz … Ruiz
//	country and seat     Belarus … Minsk … Belarusian
//	role in apposition   Ana Ruiz, the mayor of Leeds
//	role by is           Ana Ruiz is the mayor
//	same words           the harbour office … the harbour office
//	role before          Mayor Ana Ruiz … the mayor
//	description          the Transport Safety Board … the board
//	pronoun              Ruiz said she …
//	goes on speaking     "It is safe," Ruiz said. She added …
//	speaker              "I am glad," Ruiz said
//
// Pronouns are ranked rather than sieved (rank.go): of the antecedents that
// agree and lie near, the one with the highest sum of integer weights wins, and
// a pronoun may stay without one. Pronouns of the first person are given to the
// one who speaks in the quotation or turn (speaker.go, first.go), to the one
// interviewed (interview.go) or to the author (author.go), and "we" to the side
// on which they stand (side.go).
//
// Every search backwards goes through a window or an index by words: time grows
// with the length of the text and not with its square.
package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// Resolve returns the actors of text in the order of their first mentions. The
// mentions of an actor are in text order and point back at it. An actor with a
// single mention is there if it has a name or if it may be a source.
func Resolve(text *syntax.Text) []*model.Actor {
	w := newWorld(text)
	findMentions(w)
	for _, s := range sieves {
		s.run(w, s.name)
	}
	return actors(w)
}

// sieves are run in this order. Their names are what a reader is told.
var sieves = []struct {
	name string
	run  func(w *world, name string)
}{
	{"exact name", exactName},
	{"acronym", acronym},
	{"country and its seat", country},
	{"short name", shortName},
	{"role in apposition", apposition},
	{"role after is", copula},
	{"same words", sameWords},
	{"role before", roleBefore},
	{"description", description},
	{"pronoun", pronouns},
	{"speaker of the quotation", firstPersons},
}
