package frame

import (
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
	return hits
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
