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
	for _, c := range p.allClaims() {
		for _, s := range c.Cue {
			first, last := p.tokens(s)
			for k := first; k < last; k++ {
				if h, ok := p.tilt(k); ok {
					hits = append(hits, h)
				}
			}
		}
	}
	return hits
}

func (p *page) tilt(k int) (hit, bool) {
	if p.Tokens[k].Pos != syntax.VERB {
		return hit{}, false
	}
	for _, class := range tilts {
		if n := p.inList(class.list, k, p.SentenceOf(k).Last); n > 0 {
			return hit{first: k, last: k + n, head: k, words: []int{k}, tier: class.tier, why: "“" + p.lemmas[k] + "” " + class.why, rule: "report-verb"}, true
		}
	}
	return hit{}, false
}
