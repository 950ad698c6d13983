package quote

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// Who says "I" in a quotation was guessed before claims were known, by the nearest
// verb of saying. Claims know better, and have the last word.

// sureSpeaker is how sure a claim must be to overrule the guess.
const sureSpeaker = .5

// own gives "I" in what claims quote to the one who is found to say it, and "we" where
// it is still nobody's or was taken for another person's.
func (c *cast) own(claims []*model.Claim) {
	every := all(claims)
	said := c.firstPersons(every)
	if len(said) == 0 {
		return
	}
	sources := map[model.Span][]*model.Claim{}
	for _, x := range every {
		if len(x.Source) == 1 {
			sources[x.Source[0]] = append(sources[x.Source[0]], x)
		}
	}
	for i := range c.text.Tokens {
		claim := said[i]
		if claim == nil {
			continue
		}
		to, alone := claim.Speakers[0], firstPersons[c.text.Lower(i)]
		if alone && to.Kind != model.Person && to.Kind != model.UnknownActor {
			continue // a statement that says "I"
		}
		span := c.text.Tokens[i].Span
		m := c.mentionAt(span)
		if m == nil {
			m = &model.Mention{Span: span, Head: span, Form: model.Pronoun}
		} else if m.Actor == to || !alone && m.Actor.Kind != model.Person {
			continue
		}
		from := m.Actor
		c.give(m, to)
		m.By = model.Evidence{Rule: "speaker of the claim", Words: claim.Cue, Sure: claim.By.Sure}
		if from == nil {
			continue
		}
		moved := sources[span]
		if len(from.Mentions) == 0 {
			moved = slices.Clone(from.Claims)
		}
		for _, x := range moved {
			handOver(x, from, to)
		}
	}
	gone := func(a *model.Actor) bool { return len(a.Mentions) == 0 }
	c.actors = slices.DeleteFunc(c.actors, gone)
	for _, a := range c.actors {
		a.Similar = slices.DeleteFunc(a.Similar, gone)
	}
}

// firstPersons tells of each pronoun whether it is one who says it.
var firstPersons = map[string]bool{
	"i": true, "me": true, "my": true, "mine": true, "myself": true,
	"we": false, "us": false, "our": false, "ours": false, "ourselves": false,
}

// firstPersons returns, by their tokens, the claims in which first persons are quoted:
// of each the smallest with one speaker whose cue stands right outside its quotation.
func (c *cast) firstPersons(claims []*model.Claim) map[int]*model.Claim {
	said, sizes := map[int]*model.Claim{}, map[int]int{}
	for _, x := range claims {
		if len(x.Speakers) != 1 || x.By.Sure < sureSpeaker {
			continue
		}
		outside := c.text.Tokens[firstToken(c.text, x.Cue[0].Start)].Quote
		size := 0
		for _, s := range x.Content {
			size += s.Len()
		}
		for _, s := range x.Content {
			for i := firstToken(c.text, s.Start); i < len(c.text.Tokens) && c.text.Tokens[i].Start < s.End; i++ {
				tok := c.text.Tokens[i]
				if tok.Pos != syntax.PRON || tok.Quote < 0 || c.text.Quotes[tok.Quote].Outer != int(outside) {
					continue
				}
				if _, is := firstPersons[c.text.Lower(i)]; is && (said[i] == nil || size < sizes[i]) {
					said[i], sizes[i] = x, size
				}
			}
		}
	}
	return said
}

// mentionAt returns the mention of just this span.
func (c *cast) mentionAt(s model.Span) *model.Mention {
	i, found := slices.BinarySearchFunc(c.mentions, s, func(m *model.Mention, s model.Span) int { return m.Span.Compare(s) })
	if !found {
		return nil
	}
	return c.mentions[i]
}

// give makes m a mention of a, wherever it was before.
func (c *cast) give(m *model.Mention, a *model.Actor) {
	if from := m.Actor; from != nil {
		from.Mentions = slices.DeleteFunc(from.Mentions, func(x *model.Mention) bool { return x == m })
	} else {
		c.mentions = inOrder(c.mentions, m)
	}
	m.Actor = a
	a.Mentions = inOrder(a.Mentions, m)
}

// handOver makes to a speaker of the claim in the place of from.
func handOver(x *model.Claim, from, to *model.Actor) {
	at := slices.Index(x.Speakers, from)
	if at < 0 || slices.Contains(x.Speakers, to) {
		return
	}
	x.Speakers[at] = to
	from.Claims = slices.DeleteFunc(from.Claims, func(y *model.Claim) bool { return x == y })
	n, _ := slices.BinarySearchFunc(to.Claims, x, func(a, b *model.Claim) int { return a.Cue[0].Compare(b.Cue[0]) })
	to.Claims = slices.Insert(to.Claims, n, x)
}
