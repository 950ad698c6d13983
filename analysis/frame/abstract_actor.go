package frame

import (
	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/model"
)

var (
	speakingThings = lexicon.Named("speaking-things")
	actingVerbs    = lexicon.Named("acting-verbs")
)

// abstractActor finds abstract nouns that do what takes people: the subject,
// with what stands before it, and its verb.
func abstractActor(p *page) (hits []hit) {
	for i := range p.Tokens {
		t := p.Tokens[i]
		v := int(t.Head)
		if t.Pos != syntax.NOUN || t.Rel != syntax.Nsubj || !speakingThings.Has(p.lemmas[i]) || v <= i || v-i > 6 || p.Tokens[v].Pos != syntax.VERB || !actingVerbs.Has(p.lemmas[v]) || p.negation(v) >= 0 || p.forms[v-1] == "," || p.forms[v-1] == "to" {
			continue
		}
		if aux := p.child(v, syntax.Aux); aux >= 0 && p.Tokens[aux].Tag == syntax.TagMD {
			continue
		}
		first := i
		for first > p.SentenceOf(i).First && i-first < 4 && p.nominal(first-1) {
			first--
		}
		last := v + 1
		if last < p.SentenceOf(i).Last && p.Tokens[last].Rel == syntax.CompoundPrt {
			last++
		}
		hits = append(hits, hit{first: first, last: last, head: i, words: []int{i, v}, rule: "abstract-actor", why: "a thing acts; who stands behind it?", tier: model.Core})
	}
	return hits
}
