package frame

import (
	"slices"

	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/model"
)

var (
	unnamed      = lexicon.Named("unnamed")
	institutions = lexicon.Named("institutions")
)

// unnamedSource finds the sources of claims that have a role or a number
// instead of a name. A source that is named elsewhere, that carries a person's
// name, or that is a pronoun, is not one.
func unnamedSource(p *page) (hits []hit) {
	for _, s := range slices.Concat(p.sayings(), p.hearsay()) {
		first, last := s.first, s.last
		if first >= last {
			continue
		}
		head := p.headOf(first, last)
		t := p.Tokens[head]
		if t.Pos != syntax.NOUN || p.titled(first, last) || p.Tokens[head].Rel == syntax.Compound || p.pointedAt(head) || p.inName[head] || p.atLarge(head) || p.namesPerson(first, last) || s.claim != nil && !p.newcomer(head) && p.namedElsewhere(s.claim) {
			continue
		}
		h := hit{first: first, last: last, head: head, words: []int{head}, rule: "unnamed-source", tier: model.Minor, why: "a source without a name"}
		switch {
		case slices.Contains(p.forms[first:min(last+12, p.SentenceOf(head).Last)], "anonymity"):
			h.tier = model.Core
		case (papers[p.lemmas[head]] || papers[p.forms[head]]) && p.forms[head] != "media" && p.holdsName(first, last):
			continue
		case unnamed.Has(p.lemmas[head]) || unnamed.Has(p.forms[head]):
			if t.Tag == syntax.TagNNS || p.lemmas[head] == "source" || collective[p.lemmas[head]] || collective[p.forms[head]] || p.indefinite(head) {
				h.tier = model.Core
			}
		case institutions.Has(p.lemmas[head]):
			h.why = "a body speaks, and nobody answers for it"
			if t.Tag == syntax.TagNNS {
				h.tier = model.Core
			}
		case t.Tag == syntax.TagNNS && p.indefinite(head) && (personNouns.Has(p.lemmas[head]) || p.lemmas[head] == "country" || p.lemmas[head] == "nation"):
			h.tier = model.Core
		case t.Tag != syntax.TagNNS:
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

// newcomer reports whether the noun brings in somebody new, whom no name before
// or after it can stand for: officials, a former aide, two people.
func (p *page) newcomer(noun int) bool {
	if !unnamed.Has(p.lemmas[noun]) || !p.indefinite(noun) {
		return false
	}
	return p.Tokens[noun].Tag == syntax.TagNNS || p.child(noun, syntax.Det, syntax.Nummod) >= 0 || p.lemmas[noun] == "source"
}

// hearsay returns what unnamed people are told to say where no claim was found:
// as the subject of a verb of saying with a clause or a quotation, as who says
// it in a relative clause, and by a noun of saying: calls from critics.
func (p *page) hearsay() (out []saying) {
	taken := map[int]bool{}
	for _, s := range p.sayings() {
		for k := s.first; k < s.last; k++ {
			taken[k] = true
		}
	}
	for i := range p.Tokens {
		t := p.Tokens[i]
		if t.Pos != syntax.NOUN || taken[i] || !unnamed.Has(p.lemmas[i]) && !unnamed.Has(p.forms[i]) {
			continue
		}
		g := int(t.Head)
		speaks := false
		switch t.Rel {
		case syntax.Nsubj:
			speaks = p.speaks(g)
		case syntax.Nmod, syntax.Obl:
			c := p.child(i, syntax.Case)
			speaks = c >= 0 && (p.forms[c] == "by" || p.forms[c] == "from" || p.forms[c] == "among") && p.Tokens[g].Pos == syntax.NOUN && sayingNouns[p.lemmas[g]] && t.Tag == syntax.TagNNS
		}
		for _, c := range p.children(i) {
			if p.Tokens[c].Rel == syntax.AclRelcl && p.speaks(c) {
				if who := p.child(c, syntax.Nsubj); who >= 0 && p.forms[who] == "who" {
					speaks = true
				}
			}
		}
		if speaks {
			s := saying{verb: -1}
			s.first, s.last = p.phrase(i)
			if d := p.child(i, syntax.AclRelcl); d > i {
				s.last = min(s.last, d)
			}
			out = append(out, s)
		}
	}
	return out
}

// speaks reports whether the verb at token v brings in a clause that somebody
// says or thinks.
func (p *page) speaks(v int) bool {
	return p.Tokens[v].Pos == syntax.VERB && sayingVerbs.Has(p.lemmas[v]) && p.child(v, syntax.Ccomp) >= 0
}

var sayingVerbs = lexicon.Named("saying-verbs")

// sayingNouns are what people say, made a noun.
var sayingNouns = map[string]bool{"accusation": true, "allegation": true, "appeal": true, "call": true, "claim": true, "complaint": true, "concern": true, "condemnation": true, "criticism": true, "demand": true, "denial": true, "fear": true, "objection": true, "outcry": true, "praise": true, "prediction": true, "protest": true, "report": true, "suggestion": true, "testimony": true, "warning": true}

// collective are nouns that are many though they are one.
var collective = map[string]bool{"leadership": true, "media": true, "side": true}

// atLarge reports whether the noun is people in general: nothing says how these
// would know, as "familiar with the matter" does.
func (p *page) atLarge(noun int) bool {
	if l := p.lemmas[noun]; l != "people" && l != "person" {
		return false
	}
	for _, c := range p.children(noun) {
		if r := p.Tokens[c].Rel.Base(); c > noun && (r == syntax.Amod || r == syntax.Acl) {
			return false
		}
	}
	return true
}

// titled reports whether a name follows a role in the tokens [first, last).
func (p *page) titled(first, last int) bool {
	for k := first + 1; k < last; k++ {
		if p.Tokens[k].Pos == syntax.PROPN && p.Tokens[k-1].Pos == syntax.NOUN {
			return true
		}
	}
	return false
}

// papers are sources that are named by who made them.
var papers = map[string]bool{"media": true, "outlet": true, "poll": true, "report": true, "study": true, "survey": true}

// holdsName reports whether the tokens [first, last) hold a proper noun.
func (p *page) holdsName(first, last int) bool {
	for k := first; k < last; k++ {
		if p.Tokens[k].Pos == syntax.PROPN {
			return true
		}
	}
	return false
}

// namesPerson reports whether the tokens [first, last) hold a person's name.
func (p *page) namesPerson(first, last int) bool {
	for _, n := range p.Names {
		if n.Kind == syntax.Person && n.First >= first && n.Last <= last && p.Tokens[p.headOf(n.First, n.Last)].Rel.Base() != syntax.Nmod {
			return true
		}
	}
	return false
}

// namedElsewhere reports whether the article gives the claim's speaker a name.
func (p *page) namedElsewhere(c *model.Claim) bool {
	for _, a := range c.Speakers {
		for _, m := range a.Mentions {
			if m.Form == model.Name {
				return true
			}
		}
	}
	return false
}

// pointedAt reports whether the noun has this, that, these or those.
func (p *page) pointedAt(noun int) bool {
	d := p.child(noun, syntax.Det)
	return d >= 0 && (p.lemmas[d] == "this" || p.lemmas[d] == "that" || p.lemmas[d] == "these" || p.lemmas[d] == "those")
}

// indefinite reports whether the noun has no determiner, or one that brings in
// somebody new: a, one, some, many.
func (p *page) indefinite(noun int) bool {
	if p.child(noun, syntax.NmodPoss) >= 0 {
		return false
	}
	d := p.child(noun, syntax.Det)
	return d < 0 || !(p.lemmas[d] == "the" || p.lemmas[d] == "this" || p.lemmas[d] == "that" || p.lemmas[d] == "no" || p.lemmas[d] == "which")
}
