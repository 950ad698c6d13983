package frame

import (
	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/model"
)

var consequential = lexicon.Named("consequential")

// states are participles that tell how something is, or how it is seen, rather
// than what somebody did to it.
var states = map[string]bool{}

func init() {
	for _, w := range []string{"aim", "associate", "base", "bear", "believe", "call", "compose", "concern", "connect", "consider", "deem", "derive", "design", "destine", "devote", "entitle", "expect", "fill", "intend", "interest", "involve", "know", "link", "locate", "make", "marry", "mean", "name", "need", "perceive", "prove", "regard", "relate", "report", "require", "respect", "rumor", "rumour", "say", "schedule", "see", "situate", "slate", "suppose", "surround", "think", "title", "understand", "view"} {
		states[w] = true
	}
}

// passive finds finite passives whose agent is not named: a participle with a
// passive auxiliary and no by-phrase. The filter says where the deed has
// consequences for somebody, so that who did it matters; what tells a state is
// minor, and so is what may or must be done, which has no doer yet, unless it is
// a grave deed.
func passive(p *page) (hits []hit) {
	for i := range p.Tokens {
		aux := p.child(i, syntax.AuxPass)
		if aux < 0 || p.Tokens[i].Tag != syntax.TagVBN || p.child(i, syntax.OblAgent) >= 0 || p.byPhrase(i) {
			continue
		}
		first := aux
		for _, c := range p.children(i) {
			if p.Tokens[c].Rel.Base() == syntax.Aux && c < i && p.Tokens[c].Tag != syntax.TagMD {
				first = min(first, c)
			}
		}
		if first > i || i-first > 6 {
			continue
		}
		h := hit{first: first, last: i + 1, head: i, words: []int{i}, tier: model.Minor, rule: "passive", why: "by whom?", stays: true}
		h.weighed = !states[p.lemmas[i]] && (p.forms[aux] != "be" || consequential.Has(p.lemmas[i]))
		for _, deed := range p.deeds(i) {
			h.last = max(h.last, deed+1)
		}
		if particle := p.child(h.last-1, syntax.CompoundPrt); particle == h.last {
			h.last++
		}
		hits = append(hits, h)
	}
	return hits
}

// deeds returns the participle at token i and those close by that share its
// subject and auxiliary: was charged and jailed.
func (p *page) deeds(i int) []int {
	all := []int{i}
	for _, c := range p.conjuncts(i, nil) {
		if p.Tokens[c].Tag == syntax.TagVBN && c > i && c-all[len(all)-1] <= 4 && p.child(c, syntax.Nsubj, syntax.NsubjPass, syntax.Aux, syntax.AuxPass) < 0 {
			all = append(all, c)
		}
	}
	return all
}

// byPhrase reports whether "by" brings in who did what token i says. Where the
// words between have no verb and no mark, the phrase is taken for the agent
// whatever the tree hangs it on: denied a fair return by the taxman.
func (p *page) byPhrase(i int) bool {
	for k := i + 1; k < p.SentenceOf(i).Last && p.Tokens[k].Pos != syntax.VERB && p.forms[k] != ","; k++ {
		if p.forms[k] == "by" && k+1 < p.SentenceOf(i).Last && p.Tokens[k+1].Tag != syntax.TagVBG && !p.when(int(p.Tokens[k].Head)) {
			return true
		}
	}
	return false
}

// when reports whether token c is a point in time: by Monday, by 2030.
func (p *page) when(c int) bool {
	switch p.lemmas[c] {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "end", "year", "month", "week", "day", "then", "now", "noon", "night", "time":
		return true
	}
	return p.Tokens[c].Pos == syntax.NUM
}
