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
// carries the phrase and, in a coordination, the others beside it. A relative
// pronoun stands for what its clause hangs on. Where no actor was found it adds
// one.
func (c *cast) speakers(source []run) []*model.Actor {
	if len(source) == 0 || nobody[c.text.Lower(source[0].first)] {
		return nil
	}
	if a := c.introduced(source); a != nil {
		return []*model.Actor{a}
	}
	if all := c.together(source); len(all) > 1 {
		return all
	}
	var found []*model.Actor
	for _, head := range heads(c.text, source) {
		a := c.actorAt(head, source)
		if noun := antecedent(c.text, head); a == nil && noun >= 0 {
			a = c.headed(noun)
		}
		if a != nil && !slices.Contains(found, a) {
			found = append(found, a)
		}
	}
	if len(found) == 0 {
		if a := c.widest(source); a != nil {
			found = append(found, a)
		} else if a := c.added(c.meant(source)); a != nil {
			found = append(found, a)
		}
	}
	return found
}

// meant returns the noun phrase that a source of a mere "who" stands for, and any
// other source as it is.
func (c *cast) meant(source []run) []run {
	who := source[0].first
	if c.text.Lower(who) != "who" {
		return source
	}
	noun, farther := antecedent(c.text, who), false
	if s := c.text.SentenceOf(who); who-1 > s.First && c.text.Word(who-1) == "," && (noun < 0 || noun > who) {
		noun, farther = who-2, true // the officials at the bank, who
	}
	if noun < 0 || noun > who || c.text.Tokens[noun].Pos != syntax.NOUN && c.text.Tokens[noun].Pos != syntax.PROPN {
		return source
	}
	first := noun
	for first > c.text.SentenceOf(noun).First && noun-first < 8 {
		pos := c.text.Tokens[first-1].Pos
		if pos != syntax.ADJ && pos != syntax.NOUN && pos != syntax.PROPN && pos != syntax.NUM && pos != syntax.DET && (pos != syntax.ADP || !farther) {
			break
		}
		if first--; pos == syntax.DET && !farther {
			break
		}
	}
	for first < noun && c.text.Tokens[first].Pos == syntax.ADP {
		first++
	}
	return []run{{first, noun + 1}}
}

// introduced returns the person whose name a source without commas or
// prepositions ends with, whatever the tree makes of the words before it: world
// number one Ana Ruiz.
func (c *cast) introduced(source []run) *model.Actor {
	if len(source) != 1 {
		return nil
	}
	r := source[0]
	for i := r.first; i < r.last; i++ {
		switch t := c.text.Tokens[i]; {
		case t.Pos == syntax.ADP, t.Pos == syntax.CCONJ, t.Pos == syntax.VERB, t.Tag == syntax.TagComma, t.Tag == syntax.TagPOS:
			return nil
		}
	}
	end := c.text.Tokens[r.last-1].End
	for _, m := range c.near(source) {
		if m.Form == model.Name && m.End == end && m.Start > c.text.Tokens[r.first].Start && m.Actor.Kind == model.Person {
			return m.Actor
		}
	}
	return nil
}

// nobody begins a source without anybody in it.
var nobody = set(`nobody none nothing neither no`)

// antecedent returns the noun that a relative pronoun stands for; -1 if token
// i is none.
func antecedent(text *syntax.Text, i int) int {
	if t := text.Tokens[i].Tag; t != syntax.TagWP && t != syntax.TagWDT && t != syntax.TagWPS {
		return -1
	}
	for k := int(text.Tokens[i].Head); !text.IsRoot(k); k = int(text.Tokens[k].Head) {
		if text.Tokens[k].Rel.Base() == syntax.Acl || text.Tokens[k].Rel == syntax.AdvclRelcl {
			return int(text.Tokens[k].Head)
		}
	}
	return -1
}

// headed returns the actor of the longest mention whose head is token i.
func (c *cast) headed(i int) *model.Actor {
	var best *model.Mention
	for _, m := range c.near([]run{{i, i + 1}}) {
		if m.Head.Overlaps(c.text.Tokens[i].Span) && m.Form != model.Demonym && (best == nil || m.Len() > best.Len()) {
			best = m
		}
	}
	if best == nil {
		return nil
	}
	return best.Actor
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
		if m.Form != model.Demonym && m.Len()*2 >= c.length(source) && !c.owner(m) && (best == nil || m.Len() > best.Len()) {
			best = m
		}
	}
	if best == nil {
		return nil
	}
	return best.Actor
}

// owner reports whether m is a possessor: the senator of the senator's office.
func (c *cast) owner(m *model.Mention) bool {
	after := sort.Search(len(c.text.Tokens), func(i int) bool { return c.text.Tokens[i].Start >= m.End })
	return after < len(c.text.Tokens) && c.text.Tokens[after].Tag == syntax.TagPOS
}

// together returns the actors of a source that is nothing but names, articles and
// conjunctions, whatever the tree makes of it.
func (c *cast) together(source []run) (found []*model.Actor) {
	names := c.near(source)
	and := false
	for _, r := range source {
		for i := r.first; i < r.last; i++ {
			t := c.text.Tokens[i]
			n := slices.IndexFunc(names, func(m *model.Mention) bool { return m.Form == model.Name && m.Overlaps(t.Span) })
			switch {
			case n >= 0 && !slices.Contains(found, names[n].Actor):
				found = append(found, names[n].Actor)
			case n >= 0, t.Pos == syntax.DET, t.Tag == syntax.TagComma:
			case t.Pos == syntax.CCONJ:
				and = true
			default:
				return nil
			}
		}
	}
	if !and {
		return nil
	}
	return found
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

// length returns how many bytes of the source name the speaker: those before a
// comma, which sets off an appositive or a relative clause.
func (c *cast) length(source []run) int {
	n := 0
	for _, r := range source {
		for i := r.first; i < r.last; i++ {
			if i > source[0].first && c.text.Word(i) == "," {
				return n + c.text.Span(r.first, i).Len()
			}
		}
		n += c.text.Span(r.first, r.last).Len()
	}
	return n
}

// added adds an actor for a source that is nobody's mention. A name that was
// added before is the same actor; the same common noun later on is taken as
// another source, since nothing says that they are the same. A bare pronoun
// makes no actor.
func (c *cast) added(source []run) *model.Actor {
	r := bare(c.text, source[0])
	if r.first >= r.last {
		return nil
	}
	top := r.first
	if h := heads(c.text, []run{r}); len(h) > 0 {
		top = h[0]
	}
	pos := c.text.Tokens[top].Pos
	if pos == syntax.PRON {
		return nil
	}
	span := c.text.Span(r.first, r.last)
	m := &model.Mention{Span: span, Head: c.text.Tokens[top].Span, Form: model.Nominal, By: model.Evidence{Rule: "source of a claim", Words: []model.Span{span}, Sure: .5}}
	if pos == syntax.PROPN {
		m.Form = model.Name
	}
	name := strings.Join(strings.Fields(c.text.Doc.Text(span)), " ")
	if first, rest, _ := strings.Cut(name, " "); rest != "" && c.text.Tokens[r.first].Pos == syntax.DET {
		name = strings.ToLower(first) + " " + rest
	}
	for _, a := range c.actors {
		if pos == syntax.PROPN && strings.EqualFold(a.Name, name) {
			m.Actor = a
		}
	}
	if m.Actor == nil {
		m.Actor = &model.Actor{Name: name, Kind: kindOf(c.text, top), Unnamed: pos != syntax.PROPN}
		c.actors = append(c.actors, m.Actor)
	}
	m.Actor.Mentions = append(m.Actor.Mentions, m)
	c.mentions = inOrder(c.mentions, m)
	return m.Actor
}

// inOrder returns mentions, which are in text order, with m in its place, behind those of
// the same span.
func inOrder(mentions []*model.Mention, m *model.Mention) []*model.Mention {
	at, _ := slices.BinarySearchFunc(mentions, m, func(x, y *model.Mention) int { return cmp.Or(x.Span.Compare(y.Span), -1) })
	return slices.Insert(mentions, at, m)
}

// bare returns what of a source names the speaker: what is set off by a comma or
// is a relative clause only tells of them. It may be empty.
func bare(text *syntax.Text, r run) run {
	r = trim(text, r)
	for i := r.first + 1; i+1 < r.last; i++ {
		t, next := text.Tokens[i].Tag, text.Tokens[i+1].Tag
		if t == syntax.TagWP || t == syntax.TagWDT || t == syntax.TagComma && (next == syntax.TagVBG || next == syntax.TagVBN || next == syntax.TagIN) {
			r.last = i
		}
	}
	r = trim(text, r)
	for r.first < r.last && text.Word(r.last-1) == "," {
		r.last--
	}
	return r
}

// kindOf guesses the kind of a source without a name from its head.
func kindOf(text *syntax.Text, head int) model.ActorKind {
	word := cmp.Or(text.Tokens[head].Lemma, text.Lower(head))
	name, named := text.NameOver(head)
	switch {
	case named && name.Kind == syntax.Organization:
		return model.Organization
	case named && name.Kind == syntax.Location:
		return model.Place
	case papers[word], papers[text.Lower(head)]:
		return model.Paper
	case bodies[word]:
		return model.Organization
	case text.Tokens[head].Tag == syntax.TagNNS || strings.HasSuffix(text.Lower(head), "s"):
		return model.Group
	}
	return model.Person
}

var papers = set(`report letter poll survey study statement document memo email paper newspaper article transcript filing lawsuit complaint review analysis research data figure statistic record indictment warrant law bill text book`)
var bodies = set(`agency company government ministry office department committee court party campaign commission council police army military university institute bank group firm organization organisation union team panel board association jury parliament senate cabinet opposition authority embassy regulator watchdog navy force`)

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
