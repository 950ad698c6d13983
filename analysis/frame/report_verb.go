package frame

import (
	"slices"

	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/model"
)

// tilts are the classes of reporting verbs, from the one that weighs most.
var tilts = []struct {
	list *lexicon.List
	tier model.Tier
	why  string
}{
	{lexicon.Named("reporting-doubt"), model.Core, "keeps its distance from what is reported"},
	{lexicon.Named("reporting-factive"), model.Core, "takes what is reported for a fact"},
	{lexicon.Named("reporting-attack"), model.Core, "makes the report a blow or a plea"},
	{lexicon.Named("reporting-emphatic"), model.Minor, "lends weight to what is reported"},
}

var personNouns = lexicon.Named("person-nouns")

// reportVerb finds the cues of claims that tilt them. Neutral ones (say, tell)
// are in no list.
func reportVerb(p *page) (hits []hit) {
	for _, s := range p.sayings() {
		if s.verb >= 0 {
			if h, ok := p.tilt(s.verb); ok && !p.reduced(s.verb) {
				hits = append(hits, h)
			}
		}
	}
	for i := range p.Tokens {
		if p.vouches(i) && !slices.ContainsFunc(hits, func(h hit) bool { return h.first == i }) {
			if h, ok := p.tilt(i); ok {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

// vouching are verbs that say of their object that it is so, or that it counts.
var vouching = map[string]bool{"acknowledge": true, "allege": true, "concede": true, "confirm": true, "emphasise": true, "emphasize": true, "highlight": true, "lament": true, "recognise": true, "recognize": true, "reaffirm": true, "reiterate": true, "stress": true, "underline": true, "underscore": true}

// vouches reports whether the verb at token i has somebody for its subject and
// what they vouch for as its object: the ministry confirmed the raid.
func (p *page) vouches(i int) bool {
	if p.Tokens[i].Pos != syntax.VERB || !vouching[p.lemmas[i]] {
		return false
	}
	subject, object := p.child(i, syntax.Nsubj), p.child(i, syntax.Obj)
	return subject >= 0 && subject < i && object > i && p.negation(i) < 0 && (p.inName[subject] || p.Tokens[subject].Pos == syntax.PRON && p.lemmas[subject] != "it" && p.lemmas[subject] != "that" && p.lemmas[subject] != "which" && p.lemmas[subject] != "this" ||
		unnamed.Has(p.lemmas[subject]) || institutions.Has(p.lemmas[subject]) || personNouns.Has(p.lemmas[subject]))
}

func (p *page) tilt(k int) (hit, bool) {
	for _, class := range tilts {
		if n := p.inList(class.list, k, p.SentenceOf(k).Last); n > 0 {
			return hit{first: k, last: k + n, head: k, words: []int{k}, tier: class.tier, why: "“" + p.lemmas[k] + "” " + class.why, rule: "report-verb"}, true
		}
	}
	return hit{}, false
}

// reduced reports whether the verb at token k is a participle after or before
// a noun, which brings in nothing: the alleged fraud, a man accused of theft.
func (p *page) reduced(k int) bool {
	t := p.Tokens[k]
	return t.Tag == syntax.TagVBN && (t.Rel == syntax.Acl || t.Rel == syntax.Amod || p.child(k, syntax.AuxPass) >= 0 || p.child(k, syntax.Aux, syntax.AuxPass) < 0)
}
