package frame

import (
	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
)

var dismissiveLight = lexicon.Named("dismissive-light")

// disowned keeps what waves something away by a word that has sober uses too
// only in somebody's mouth: flawed and unfair are then a verdict on the other
// side.
func disowned(p *page, h *hit) bool {
	if !dismissiveLight.Has(p.lemmas[h.head]) {
		return true
	}
	s := p.child(h.head, syntax.Nsubj)
	if s >= 0 && (p.forms[s] == "i" || p.forms[s] == "we" || p.forms[s] == "what" || p.forms[s] == "none" || p.forms[s] == "nothing") || p.negation(h.head) >= 0 || h.first > 1 && p.forms[h.first-2] == "what" {
		return false
	}
	claim, turn := p.whose(h, false)
	return claim != nil && len(claim.Source) > 0 || turn != nil
}
