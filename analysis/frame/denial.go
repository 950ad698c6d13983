package frame

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// refused are the objects of "deny" and "reject" that are turned down, not
// refuted: they denied him entry, the court rejected the appeal.
var refused = map[string]bool{}

func init() {
	for _, w := range []string{"access", "admission", "amendment", "appeal", "application", "asylum", "bail", "benefit", "bid", "bill", "care", "coverage", "deal", "entry", "funding", "help", "license", "loan", "motion", "nomination", "offer", "opportunity", "parole", "permission", "permit", "petition", "plan", "plea", "proposal", "request", "right", "service", "treatment", "visa", "vote"} {
		refused[w] = true
	}
}

// denied keeps a denial whose verb has somebody who denies: no passive, no
// participle after a noun, nothing that was merely turned down.
func denied(p *page, h *hit) bool {
	v := h.words[0]
	t := p.Tokens[v]
	if t.Pos != syntax.VERB {
		return true
	}
	if t.Tag == syntax.TagVBN && (t.Rel == syntax.Acl || p.child(v, syntax.AuxPass, syntax.NsubjPass) >= 0 || p.child(v, syntax.Aux) < 0 && t.Rel != syntax.Root && t.Rel != syntax.Conj) {
		return false
	}
	object := p.child(v, syntax.Obj)
	if object >= 0 && refused[p.lemmas[object]] || p.child(v, syntax.Iobj) >= 0 {
		return false
	}
	if h.first < v && p.lemmas[v] != "have" {
		h.first = v
	}
	h.last = p.trimmed(h.first, p.beforeContrast(v, h.last))
	return h.last > h.first+1
}

// beforeContrast returns last, or the comma before a "while" or "but" between
// from and last.
func (p *page) beforeContrast(from, last int) int {
	for k := from + 1; k+1 < last; k++ {
		if p.forms[k] == "," && (p.forms[k+1] == "while" || p.forms[k+1] == "but" || p.forms[k+1] == "though" || p.forms[k+1] == "although") {
			return k
		}
	}
	return last
}

// inner are verbs whose denial refutes nothing: he did not know, did not want.
var inner = map[string]bool{}

func init() {
	for _, w := range []string{"agree", "answer", "aware", "believe", "care", "comment", "consider", "decide", "elaborate", "enough", "expect", "feel", "get", "give", "happy", "have", "hear", "identify", "know", "like", "mind", "name", "need", "provide", "recall", "receive", "remember", "respond", "see", "speak", "specify", "sure", "surprise", "think", "understand", "want", "worry", "yet"} {
		inner[w] = true
	}
}

// denial finds what a speaker says was not so of the speaker: the claim opens
// with a pronoun and a negated tense of the past, or a form of "be".
func denial(p *page) (hits []hit) {
	for _, c := range p.allClaims() {
		if len(c.Content) == 0 || len(c.Source) == 0 {
			continue
		}
		first, last := p.tokens(c.Content[0])
		for k := first; k < min(first+7, last); k++ {
			if l := p.lemmas[k]; l != "not" && p.forms[k] != "n't" && l != "never" {
				continue
			}
			v := int(p.Tokens[k].Head)
			subject := p.child(v, syntax.Nsubj, syntax.NsubjPass)
			if v < k || v >= last || subject < first || subject > k || p.Tokens[subject].Pos != syntax.PRON || inner[p.lemmas[v]] || !p.speaksOfSelf(subject, v) {
				break
			}
			from := k
			aux := p.child(v, syntax.AuxPass, syntax.Aux, syntax.Cop)
			past := aux >= 0 && (p.forms[aux] == "did" || p.forms[aux] == "was" || p.forms[aux] == "were" || p.forms[aux] == "had" || p.lemmas[aux] == "have") || p.lemmas[k] == "never"
			if !past {
				break
			}
			if aux >= 0 && aux < k {
				from = aux
			}
			_, end := p.Subtree(v)
			hits = append(hits, hit{first: from, last: p.trimmed(from, min(end, last, v+10)), head: v, words: []int{k}, rule: "denial", why: "the speaker says it was not so of the speaker", tier: model.Core})
			break
		}
	}
	return hits
}

// speaksOfSelf reports whether the pronoun may stand for who speaks: I and we in
// a quotation, the others outside of one, and "it" where something was done.
func (p *page) speaksOfSelf(pronoun, verb int) bool {
	switch p.forms[pronoun] {
	case "i", "we":
		return true
	case "he", "she", "they":
		return p.Tokens[pronoun].Quote < 0
	case "it":
		return p.Tokens[pronoun].Quote < 0 && p.child(verb, syntax.AuxPass) >= 0
	}
	return false
}
