package frame

import (
	"slices"
	"sync"

	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/analysis/weights"
	"lectern/model"
)

// A filter is a linear model over the surroundings of a match, one a device: the
// log odds that a reader would mark it. Only matches of patterns that are marked
// "weighed" go through it. A match above
// the filter's threshold is core, one not far below is minor, any other is none.
// The thresholds are part of the weights, which analysis/train learns.

// Filtered names the devices with a filter, in the order of the classes of the
// table.
var Filtered = []string{
	"loaded", "metaphor", "praise", "virtue", "threat", "law", "label",
	"passive", "scare-quote",
}

// FilterScale is how many units of the table make one unit of log odds.
const FilterScale = 64

// doubtful is how far below the threshold of core a match may be to be minor.
const doubtful = 3 * FilterScale / 2

// filteredAbout is added to what a reader is told of a device with a filter.
const filteredAbout = "Where the words alone do not tell, a small trained filter decides."

// weigh gives the weighed hits of a device the tier that its filter says, and
// leaves out those that are none.
func (p *page) weigh(d *device, hits []hit) []hit {
	class := slices.Index(Filtered, d.ID)
	var out []hit
	for _, h := range hits {
		if h.weighed && class >= 0 {
			var scores [64]int32
			weights.Filters().Score(p.surroundings(&h), scores[:len(Filtered)])
			s := scores[class]
			h.score = s
			switch {
			case s > 0:
				h.tier = model.Core
			case s > -doubtful || h.stays:
				h.tier = model.Minor
			default:
				continue
			}
		}
		out = append(out, h)
	}
	return out
}

// A Match is a match of a device with a filter: what filters are trained from.
type Match struct {
	model.Span
	Class    int      // in [Filtered]
	Features []uint64 // nil if the match is core whatever the filter says
}

// Matches returns every match on the page that goes to a filter, whatever the
// filter says, and those that are core without one. Weighed matches that overlap
// the latter are left out.
func Matches(in Page) (all []Match) {
	p := newPage(in)
	found := p.found()
	for i, d := range catalogue() {
		class := slices.Index(Filtered, d.ID)
		if class < 0 {
			continue
		}
		var core []hit
		for _, h := range found[i] {
			if !h.weighed && h.tier == model.Core {
				core = append(core, h)
			}
		}
		core = apart(core)
		for _, h := range core {
			all = append(all, Match{p.Span(h.first, h.last), class, nil})
		}
		for _, h := range found[i] {
			if h.weighed && !slices.ContainsFunc(core, func(o hit) bool { return h.first < o.last && o.first < h.last }) {
				all = append(all, Match{p.Span(h.first, h.last), class, p.surroundings(&h)})
			}
		}
	}
	return all
}

// The templates of the features of a match, from 800 on.
const (
	ofBias = 800 + iota
	ofPattern
	ofLemma
	ofCluster4
	ofCluster6
	ofCluster8
	ofTag
	ofRel
	ofGovernorPos
	ofGovernorCluster
	ofPartnerCluster
	ofPartnerPos
	ofVoice
	ofStance
	ofQuoted
	ofSentence
	ofPage
	ofWe
	ofSpeech
	ofLength
	ofBefore
	ofAfter
	ofDegree
	ofOwner
	ofSuffix
	ofLists
	ofCount
	ofOther
	ofOtherCluster
	ofStrength
	ofArgument
	ofGovernorKind
	ofAux
	ofDet
	ofNegated
)

// FilterBias is the feature that every match has.
var FilterBias = weights.Key(ofBias, weights.Atom(0))

// surroundings returns the features of a match: the word it turns on by lemma,
// cluster and ending, what that depends on and what depends on it, whose words
// they are, and how charged the sentence and the page are.
func (p *page) surroundings(h *hit) []uint64 {
	k := h.head
	t := &p.Tokens[k]
	word := weights.See(p.Word(k))
	lemma := p.lemmas[k]
	fs := make([]uint64, 0, 32)
	add := func(template int, a uint64) { fs = append(fs, weights.Key(template, a)) }
	small := func(template, n int) { add(template, weights.Atom(n)) }
	small(ofBias, 0)
	if h.pattern != nil {
		add(ofPattern, weights.Text(h.pattern.text))
	} else {
		add(ofPattern, weights.Text(h.rule))
	}
	add(ofLemma, weights.Text(lemma))
	for i, template := range [3]int{ofCluster4, ofCluster6, ofCluster8} {
		if c := word.Cluster[i]; c != 0 {
			add(template, c)
		}
	}
	if len(p.lemmas[k]) > 5 {
		add(ofSuffix, word.Suffix[2])
	}
	small(ofTag, int(t.Tag))
	small(ofRel, int(t.Rel))
	for n, l := range strengths() {
		if l.Has(lemma) || l.Has(p.forms[k]) {
			small(ofStrength, n)
		}
	}
	if g := int(t.Head); g != k {
		small(ofGovernorPos, int(p.Tokens[g].Pos))
		small(ofGovernorKind, p.sort(g))
		add(ofGovernorCluster, weights.See(p.Word(g)).Cluster[1])
	}
	for _, c := range p.children(k) {
		switch p.Tokens[c].Rel.Base() {
		case syntax.Nsubj, syntax.Obj, syntax.Nmod, syntax.Amod, syntax.Compound, syntax.Obl:
			r := weights.Atom(int(p.Tokens[c].Rel.Base()))
			fs = append(fs, weights.Key2(ofPartnerCluster, r, weights.See(p.Word(c)).Cluster[1]))
			fs = append(fs, weights.Key2(ofPartnerPos, r, weights.Atom(int(p.Tokens[c].Pos))))
			fs = append(fs, weights.Key2(ofArgument, r, weights.Atom(p.sort(c))))
		case syntax.Advmod:
			small(ofDegree, 0)
			if p.lemmas[c] == "not" || p.lemmas[c] == "never" {
				small(ofNegated, 0)
			}
		case syntax.Aux:
			add(ofAux, weights.Text(p.forms[c]))
		case syntax.Det:
			add(ofDet, weights.Text(p.lemmas[c]))
		}
		if p.Tokens[c].Rel == syntax.NmodPoss {
			add(ofOwner, weights.Text(p.lemmas[c]))
		}
	}
	claim, turn := p.whose(h, false)
	switch {
	case claim != nil:
		small(ofVoice, 1+int(claim.Mode))
		small(ofStance, int(claim.Stance))
	case turn != nil:
		small(ofVoice, 4)
	default:
		small(ofVoice, 0)
	}
	if t.Quote >= 0 {
		small(ofQuoted, 1)
	}
	small(ofLength, min(h.last-h.first, 5))
	s := p.SentenceOf(k)
	if h.first > s.First {
		small(ofBefore, int(p.Tokens[h.first-1].Pos))
	}
	if h.last < s.Last {
		small(ofAfter, int(p.Tokens[h.last].Pos))
	}
	c := p.charge()
	inside := 0
	for i := h.first; i < h.last; i++ {
		if i != k {
			add(ofOther, weights.Text(p.lemmas[i]))
			add(ofOtherCluster, weights.See(p.Word(i)).Cluster[1])
		}
		for n, yes := range c.lists[i] {
			if yes {
				small(ofLists, n)
				inside++
			}
		}
	}
	n := 0
	for i := s.First; i < s.Last; i++ {
		if i < h.first || i >= h.last {
			n += c.of(i)
		}
	}
	small(ofSentence, min(n, 3))
	small(ofCount, min(inside, 3))
	small(ofPage, c.page)
	small(ofWe, c.we)
	small(ofSpeech, c.speech)
	return fs
}

// strengths are the lists of which a filter sees whether the word that a match
// turns on stands there.
var strengths = sync.OnceValue(func() (all []*lexicon.List) {
	for _, name := range []string{"loaded", "loaded-mostly", "loaded-light", "virtue", "virtue-light", "approving", "approving-light",
		"metaphors", "metaphors-light", "metaphor-verbs", "metaphor-verbs-light", "person-labels", "label-adjectives", "consequential",
		"placeholders", "abstractions", "dismissive", "people", "person-nouns"} {
		all = append(all, lexicon.Named(name))
	}
	return all
})

// sort says what kind of thing token k names, as a filter sees it: a name, a
// pronoun of persons, another one, a person, an abstraction, anything else.
func (p *page) sort(k int) int {
	switch l := p.lemmas[k]; {
	case p.inName[k] || p.Tokens[k].Pos == syntax.PROPN:
		return 1
	case p.Tokens[k].Pos == syntax.PRON:
		switch l {
		case "he", "she", "they", "i", "we", "who", "you":
			return 2
		}
		return 3
	case personNouns.Has(l) || peopleNouns.Has(l):
		return 4
	case abstractions.Has(l):
		return 5
	}
	return 0
}

var peopleNouns, abstractions = lexicon.Named("people"), lexicon.Named("abstractions")

// chargedLists are the lists whose words charge a text.
var chargedLists = [...]string{"loaded", "virtue", "approving", "person-labels", "dangers", "boosters", "dismissive", "metaphors", "label-adjectives"}

// A charge says how charged a page is, as a filter sees it.
type charge struct {
	lists            [][len(chargedLists)]bool // of each token
	page, we, speech int                       // by steps
}

func (c *charge) of(i int) int {
	for _, yes := range c.lists[i] {
		if yes {
			return 1
		}
	}
	return 0
}

// charge counts the charged words of the page, once.
func (p *page) charge() *charge {
	if p.charged != nil {
		return p.charged
	}
	c := &charge{lists: make([][len(chargedLists)]bool, len(p.Tokens))}
	p.charged = c
	lists := [len(chargedLists)]*lexicon.List{}
	for n, name := range chargedLists {
		lists[n] = lexicon.Named(name)
	}
	charged, we, quoted := 0, 0, 0
	for i := range p.Tokens {
		switch p.Tokens[i].Pos {
		case syntax.NOUN, syntax.ADJ, syntax.VERB, syntax.ADV:
			for n, l := range lists {
				c.lists[i][n] = l.Has(p.lemmas[i])
			}
			charged += c.of(i)
		case syntax.PRON:
			if f := p.forms[i]; f == "we" || f == "our" || f == "us" {
				we++
			}
		}
		if p.Tokens[i].Quote >= 0 {
			quoted++
		}
	}
	n := max(1, len(p.Tokens))
	c.page = steps(1000*charged/n, 10, 20, 30, 45)
	c.we = steps(1000*we/n, 2, 8, 20)
	c.speech = steps(100*quoted/n, 1, 15, 50)
	return c
}

// steps returns how many of the rising bounds n has reached.
func steps(n int, bounds ...int) int {
	for i, b := range bounds {
		if n < b {
			return i
		}
	}
	return len(bounds)
}
