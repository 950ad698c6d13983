package frame

import "lectern/analysis/syntax"

// The keepers here set the bounds of a match by its tree, where the
// pattern can only name the word that gives it away.

// nounPhrase widens a match that turns on a noun to its modifiers: "the U.S.
// aggression" for "aggression".
func nounPhrase(p *page, h *hit) bool {
	if p.Tokens[h.head].Pos != syntax.NOUN {
		return true
	}
	for _, c := range p.children(h.head) {
		switch p.Tokens[c].Rel {
		case syntax.Amod, syntax.Compound:
			if c < h.first && h.first-c <= 5 {
				h.first = c
			}
		}
	}
	return true
}

// withConjuncts widens a match to the nouns that are coordinated with it: "peace
// and security" for "peace".
func withConjuncts(p *page, h *hit) bool {
	nounPhrase(p, h)
	if before := p.forms[max(0, h.head-1)]; p.lemmas[h.head] == "justice" && (before == "chief" || before == "court" || before == "associate" || p.inName[h.head]) {
		return false // a judge
	}
	if t := p.Tokens[h.first]; t.Pos == syntax.DET && h.first+1 < h.last {
		h.first++
	}
	for _, c := range p.conjuncts(h.head, nil) {
		if p.Tokens[c].Pos == syntax.NOUN && c > h.head && c-h.last <= 5 && p.Tokens[c].Tag == syntax.TagNN {
			h.last = max(h.last, c+1)
		}
	}
	return true
}

// unsaid keeps a placeholder that nothing right before or after it fills in:
// what "these" and "such" point back at has been named, and so has what a
// colon or "such as" brings in.
func unsaid(p *page, h *hit) bool {
	if h.first > 0 {
		switch p.forms[h.first-1] {
		case "these", "those", "such":
			return false
		}
	}
	for k := h.first; k < h.last; k++ {
		if p.forms[k] == "such" {
			return false
		}
	}
	if h.last+1 < len(p.Tokens) {
		if p.forms[h.last] == ":" || p.forms[h.last] == "such" || p.forms[h.last+1] == "such" || p.forms[h.last+1] == "including" {
			return false
		}
	}
	return true
}

// withHolder widens a failure, a refusal or a silence to whose it is, the
// council's failure to act, and drops one that is nobody's.
func withHolder(p *page, h *hit) bool {
	if p.Tokens[h.head].Pos != syntax.NOUN {
		return true
	}
	c := p.child(h.head, syntax.NmodPoss, syntax.Det)
	if c < 0 || c >= h.last || p.forms[c] == "a" || p.forms[c] == "any" { // failure to pay may cost the seat: none is meant
		return false
	}
	if first, _ := p.Subtree(c); first < h.first && h.first-first <= 6 {
		h.first = first
	}
	h.last = p.trimmed(h.first, min(h.last, h.first+16))
	return true
}

// shortClause is how many words a match may have when its object or its subject
// is told with it.
const shortClause = 6

// withArgument widens a match that turns on a verb to its object, and one that
// turns on a predicate to its subject, where the whole stays short: "must inform
// the owner" for "must inform".
func withArgument(p *page, h *hit) bool {
	k := h.last - 1
	first, last := h.first, h.last
	if p.Tokens[k].Pos == syntax.VERB {
		if o := p.child(k, syntax.Obj); o > k {
			_, last = p.Subtree(o)
			last = p.trimmed(first, last)
		}
	} else if s := p.child(k, syntax.Nsubj); s >= 0 && s < first && p.Tokens[s].Pos != syntax.PRON {
		first, _ = p.Subtree(s)
	}
	if last-first <= shortClause {
		h.first, h.last = first, last
	}
	return true
}
