package frame

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// abstractEnds are the endings of nouns that name no thing.
var abstractEnds = []string{"ty", "ness", "ance", "ence", "ency", "ancy", "acy", "ship", "dom", "tude", "hood", "justice", "peace", "hope", "courage", "respect", "honor", "honour", "trust", "faith", "strength", "growth"}

// relationalEnds are the endings of adjectives that sort things and praise or
// blame none: social, economic, political.
var relationalEnds = []string{"al", "ic", "ary", "ese", "ian", "ethnic"}

// triplet finds the rule of three: A, B and C of the same kind, in which no
// member is a name or a number. Qualities, acts and abstractions are core; a
// plain list of things is minor.
func triplet(p *page) (hits []hit) {
	for i := range p.Tokens {
		if p.Tokens[i].Rel == syntax.Conj {
			continue
		}
		members := p.conjuncts(i, []int{i})
		if len(members) != 3 {
			continue
		}
		slices.Sort(members)
		three := [3]int(members)
		if p.child(three[2], syntax.Cc) < 0 || !p.sameKind(three) {
			continue
		}
		first, last := p.coordinated(three)
		h := hit{first: first, last: last, head: i, words: three[:], rule: "triplet", why: "three of a kind", tier: model.Minor}
		switch p.kind(i) {
		case syntax.ADJ, syntax.ADV:
			if p.ending(three, relationalEnds) < 2 && p.lemmas[p.child(three[2], syntax.Cc)] == "and" {
				h.tier = model.Core
			}
		case syntax.VERB:
			if last-first <= 7 {
				h.tier = model.Core
			}
		case syntax.NOUN:
			if p.ending(three, abstractEnds) >= 2 {
				h.tier = model.Core
			}
		}
		if last-first > 30 || p.otherConjunction(three) {
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

// otherConjunction reports whether a conjunction stands before the one that
// joins the last member: A but B and C is no three.
func (p *page) otherConjunction(three [3]int) bool {
	last := p.child(three[2], syntax.Cc)
	for k := three[0]; k < last; k++ {
		if p.Tokens[k].Pos == syntax.CCONJ && p.forms[k] != "and" && int(p.Tokens[k].Head) == three[1] {
			return true
		}
	}
	return last < three[1]
}

// conjuncts adds to members what is coordinated with token i, whether the tree
// hangs it on the first member, as it should, or on the one before.
func (p *page) conjuncts(i int, members []int) []int {
	for _, c := range p.children(i) {
		if p.Tokens[c].Rel == syntax.Conj {
			members = p.conjuncts(c, append(members, c))
		}
	}
	return members
}

// ending returns how many of the three words have one of the endings.
func (p *page) ending(three [3]int, ends []string) (n int) {
	for _, k := range three {
		if slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(p.lemmas[k], end) }) {
			n++
		}
	}
	return n
}

// sameKind reports whether three words could be a figure: one part of speech,
// no name, no number, none with a subject of its own.
func (p *page) sameKind(three [3]int) bool {
	for _, k := range three {
		t := p.Tokens[k]
		if p.kind(k) != p.kind(three[0]) || t.Pos == syntax.PROPN || t.Pos == syntax.NUM || t.Pos == syntax.PRON || p.inName[k] || p.child(k, syntax.Nummod) >= 0 {
			return false
		}
		if k != three[0] && p.child(k, syntax.Nsubj, syntax.NsubjPass) >= 0 {
			return false
		}
	}
	return true
}

// kind is the part of speech of token k, a participle without an auxiliary
// counting as an adjective.
func (p *page) kind(k int) syntax.Pos {
	if t := p.Tokens[k]; t.Tag == syntax.TagVBN && p.child(k, syntax.Aux, syntax.AuxPass) < 0 {
		return syntax.ADJ
	}
	return p.Tokens[k].Pos
}

// coordinated returns the tokens from the first member, with what belongs to it
// alone, to the end of the last.
func (p *page) coordinated(three [3]int) (first, last int) {
	first = three[0]
	for _, c := range p.children(three[0]) {
		switch r := p.Tokens[c].Rel; {
		case c > three[0]:
		case r == syntax.Amod || r == syntax.Compound || r == syntax.NmodPoss || r == syntax.Det || r == syntax.Advmod && p.Tokens[three[0]].Pos != syntax.VERB,
			r == syntax.Case && p.child(three[1], syntax.Case) >= 0, r == syntax.Mark && p.child(three[1], syntax.Mark) >= 0:
			f, _ := p.Subtree(c)
			first = min(first, f)
		}
	}
	_, last = p.Subtree(three[2])
	if three[1]-three[0] <= 3 && three[2]-three[1] <= 5 && last > three[2]+2 && p.Tokens[three[2]].Pos != syntax.VERB {
		last = three[2] + 1 // what follows the last of three short members belongs to all
	}
	return first, p.trimmed(first, last)
}
