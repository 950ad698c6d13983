// Package quote says who says what: it finds the attributions of a text after
// PolNeAR's guidelines (Newell et al. 2018), each with its source, cue and
// content, gives them to the actors, and says in whose voice every stretch of
// the article stands. It knows nothing of how actors were found or how claims
// are shown.
//
// Claims are found in four steps, each learned from annotated articles:
//
//   - A chain labels each sentence with cues, sources and contents at once. Only
//     its cues are taken, more of them than it believes in: cues are what is
//     hardest to find, and a miss here cannot be made good later.
//   - For each cue another chain labels the sentences around it with the source
//     and the content of just this cue. So a source may be shared, and a content
//     interrupted, or gone on with over sentences and paragraphs.
//   - A ranker compares the likeliest of its labellings as wholes: what each
//     tears apart in the tree, what it leaves out and where it stops.
//   - A judge looks at each cue with what was found for it, and at what the other
//     proposals make of the same words, and says how likely the claim is right.
//
// Beside each of the two chains a small recurrent network reads the same words from
// both ends, and their scores are added: the chain knows what stands around a word,
// the network what comes long before and after it.
//
// Claims inside claims are then read off the trees, and the rest is reckoning:
// stance and mode, speakers, voices, echoes, and which claims answer which.
package quote

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// An Attribution is all that is said about who says what. Everything in it is
// linked: claims know their speakers and actors their claims.
type Attribution struct {
	Actors []*model.Actor // those given, and after them sources that nobody else had found
	Claims []*model.Claim // outermost, in text order
	Turns  []*model.Turn
	Voices []model.Voice // largest share first; the shares add up to 1
	Echoes []*model.Echo
}

// Attribute finds the claims of text and links them to the actors, to which it
// may add sources without a name.
func Attribute(text *syntax.Text, actors []*model.Actor) Attribution {
	drafts := learned().drafts(text)
	drafts = append(drafts, inner(text, drafts)...)
	cast := newCast(text, actors)
	a := Attribution{Claims: settle(text, drafts, cast)}
	cast.own(a.Claims)
	a.Turns = turns(text, cast)
	a.Actors = cast.actors
	relate(text, a.Claims)
	a.Voices = voices(text, a)
	a.Echoes = echoes(text, a)
	return a
}
