package quote

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A cast is the actors of an article as speakers are looked up among them.
type cast struct {
	text     *syntax.Text
	actors   []*model.Actor
	mentions []*model.Mention // of all actors, in text order
}

func newCast(text *syntax.Text, actors []*model.Actor) *cast {
	c := &cast{text: text, actors: slices.Clone(actors)}
	for _, a := range actors {
		c.mentions = append(c.mentions, a.Mentions...)
	}
	slices.SortStableFunc(c.mentions, func(a, b *model.Mention) int { return a.Span.Compare(b.Span) })
	return c
}

// speakers returns the actors that the source names: the one whose mention
// carries the phrase and, in a coordination, the others beside it. Where no
// actor was found it adds one without a name.
func (c *cast) speakers(source []run) []*model.Actor {
	if len(source) == 0 {
		return nil
	}
	var found []*model.Actor
	for _, head := range heads(c.text, source) {
		if a := c.actorAt(head, source); a != nil && !slices.Contains(found, a) {
			found = append(found, a)
		}
	}
	if len(found) == 0 {
		if a := c.widest(source); a != nil {
			found = append(found, a)
		} else if a := c.unnamed(source); a != nil {
			found = append(found, a)
		}
	}
	return found
}

// heads returns the token that governs the rest of the source and those
// coordinated with it.
func heads(text *syntax.Text, source []run) []int {
	top, best := -1, -1
	for _, r := range source {
		for i := r.first; i < r.last; i++ {
			if pos := text.Tokens[i].Pos; pos == syntax.PUNCT || pos == syntax.ADP || pos == syntax.DET {
				continue
			}
			depth := 0
			for k := i; !text.IsRoot(k); k = int(text.Tokens[k].Head) {
				depth++
			}
			if top < 0 || depth < best {
				top, best = i, depth
			}
		}
	}
	if top < 0 {
		return nil
	}
	found := []int{top}
	for _, r := range source {
		for i := r.first; i < r.last; i++ {
			if t := text.Tokens[i]; t.Rel == syntax.Conj && int(t.Head) == top && t.Pos != syntax.VERB {
				found = append(found, i)
			}
		}
	}
	return found
}

// actorAt returns the actor of the mention whose head is token i; failing
// that, of the longest mention inside the source that holds it.
func (c *cast) actorAt(i int, source []run) *model.Actor {
	word := c.text.Tokens[i].Span
	var best *model.Mention
	for _, m := range c.near(source) {
		switch {
		case !m.Overlaps(word) || m.Form == model.Demonym:
		case m.Head.Overlaps(word) && (best == nil || !best.Head.Overlaps(word) || m.Len() > best.Len()),
			best == nil || !best.Head.Overlaps(word) && m.Len() > best.Len():
			best = m
		}
	}
	if best == nil {
		return nil
	}
	if !best.Head.Overlaps(word) && best.Len()*2 < c.length(source) {
		return nil // a name inside a longer phrase: "a spokesman for the bank"
	}
	return best.Actor
}

// widest returns the actor whose mention covers at least half of the source.
func (c *cast) widest(source []run) *model.Actor {
	var best *model.Mention
	for _, m := range c.near(source) {
		if m.Form != model.Demonym && m.Len()*2 >= c.length(source) && (best == nil || m.Len() > best.Len()) {
			best = m
		}
	}
	if best == nil {
		return nil
	}
	return best.Actor
}

// near returns the mentions that overlap the source.
func (c *cast) near(source []run) []*model.Mention {
	whole := c.text.Span(source[0].first, source[len(source)-1].last)
	from := sort.Search(len(c.mentions), func(i int) bool { return c.mentions[i].Start > whole.Start-400 })
	var near []*model.Mention
	for _, m := range c.mentions[from:] {
		if m.Start >= whole.End {
			break
		}
		if m.Overlaps(whole) {
			near = append(near, m)
		}
	}
	return near
}

func (c *cast) length(source []run) int {
	n := 0
	for _, r := range source {
		n += c.text.Span(r.first, r.last).Len()
	}
	return n
}

// unnamed adds an actor for a source that is nobody's mention. The same words
// later on are taken as another source: nothing says that they are the same.
// A relative or a bare pronoun makes no actor.
func (c *cast) unnamed(source []run) *model.Actor {
	span := c.text.Span(source[0].first, source[0].last)
	top := source[0].first
	if h := heads(c.text, source); len(h) > 0 {
		top = h[0]
	}
	if c.text.Tokens[top].Pos == syntax.PRON {
		return nil
	}
	a := &model.Actor{Name: strings.Join(strings.Fields(c.text.Doc.Text(span)), " "), Kind: kindOf(c.text, top), Unnamed: true}
	m := &model.Mention{Span: span, Head: c.text.Tokens[top].Span, Form: model.Nominal, Actor: a, By: model.Evidence{Rule: "source of a claim", Words: []model.Span{span}, Sure: .5}}
	a.Mentions = []*model.Mention{m}
	c.actors = append(c.actors, a)
	at, _ := slices.BinarySearchFunc(c.mentions, m, func(x, y *model.Mention) int { return cmp.Or(x.Span.Compare(y.Span), -1) })
	c.mentions = slices.Insert(c.mentions, at, m)
	return a
}

// kindOf guesses the kind of a source without a name from its head.
func kindOf(text *syntax.Text, head int) model.ActorKind {
	word := cmp.Or(text.Tokens[head].Lemma, text.Lower(head))
	switch {
	case papers[word]:
		return model.Paper
	case bodies[word]:
		return model.Organization
	case text.Tokens[head].Tag == syntax.TagNNS || strings.HasSuffix(text.Lower(head), "s"):
		return model.Group
	}
	return model.Person
}

var papers = set(`report letter poll survey study statement document memo email paper newspaper article transcript filing lawsuit complaint review analysis research data figure statistic record indictment warrant law bill text book`)
var bodies = set(`agency company government ministry office department committee court party campaign commission council police army military university institute bank group firm organization organisation union team panel board association`)

// labelled returns the actor that a speaker's label names: that of the longest
// mention in it or of a mention with the same words, or a new one.
func (c *cast) labelled(label model.Span) *model.Actor {
	var best *model.Mention
	for _, m := range c.mentions {
		if m.Overlaps(label) && m.Form != model.Demonym && (best == nil || m.Len() > best.Len()) {
			best = m
		}
	}
	words := strings.Trim(strings.Join(strings.Fields(c.text.Doc.Text(label)), " "), " :.-–—[]()")
	for _, m := range c.mentions {
		if best == nil && m.Form != model.Demonym && m.Form != model.Pronoun && strings.EqualFold(c.text.Doc.Text(m.Span), words) {
			best = m
		}
	}
	if best != nil {
		return best.Actor
	}
	a := &model.Actor{Name: words, Kind: model.Person}
	a.Mentions = []*model.Mention{{Span: label, Head: label, Form: model.Name, Actor: a, By: model.Evidence{Rule: "speaker label", Words: []model.Span{label}, Sure: .5}}}
	c.actors = append(c.actors, a)
	return a
}
