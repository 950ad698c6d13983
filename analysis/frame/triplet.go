package frame

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// abstractEnds are the endings of nouns that name no thing.
var abstractEnds = []string{"ty", "ness", "ance", "ence", "ency", "ancy", "acy", "ship", "dom", "tude", "hood", "tion", "sion", "ment", "ism", "justice", "peace", "hope", "courage", "respect", "honor", "honour", "trust", "faith", "strength", "growth", "safety", "fear", "hatred", "anger", "pride", "love", "fraud", "force", "order", "progress", "sense", "work", "care"}

// concrete are nouns with such an ending that name a body or a thing.
var concrete = map[string]bool{"administration": true, "apartment": true, "association": true, "city": true, "community": true, "constitution": true, "convention": true, "corporation": true, "county": true, "department": true, "document": true, "election": true, "equipment": true, "facility": true, "foundation": true, "government": true, "institution": true, "monument": true, "nation": true, "organisation": true, "organization": true, "parliament": true, "party": true, "population": true, "publication": true, "station": true, "statement": true, "television": true, "township": true, "union": true, "university": true}

// relationalEnds are the endings of adjectives that sort things and praise or
// blame none: social, economic, political.
var relationalEnds = []string{"al", "ic", "ary", "ese", "ian", "ethnic"}

// triplet finds the rule of three: A, B and C of the same kind, in which no
// member is a name or a number. Qualities, acts and abstractions are core, and
// so is whatever is built alike: with "and" before each, or with the same word
// at the head of each. A plain list of things is minor.
func triplet(p *page) (hits []hit) {
	add := func(first, last int, words []int, tier model.Tier) {
		hits = append(hits, hit{first: first, last: last, head: words[0], words: words, rule: "triplet", why: "three of a kind", tier: tier})
	}
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
		if last-first > 30 || p.otherConjunction(three) {
			continue
		}
		add(first, last, three[:], p.weight(three, last-first))
	}
	for _, s := range p.Sentences {
		cola := p.cola(s.First, s.Last)
		for i := 0; i+2 < len(cola); i++ {
			if three, first, last := p.row(cola[i : i+3]); last > 0 {
				add(first, last, three[:], model.Core)
			}
			if first, last := p.sameOpening(cola[i : i+3]); last > 0 {
				add(first, last, []int{first, cola[i+1][0], cola[i+2][0]}, model.Core)
			}
			if first := p.infinitives(cola[i : i+3]); first > 0 {
				add(first, p.trimmed(first, p.clipped(cola[i+2][0], cola[i+2][1])), []int{first, cola[i+1][0], cola[i+2][0]}, model.Core)
			}
		}
	}
	return hits
}

// weight is core for three that are more than a list.
func (p *page) weight(three [3]int, words int) model.Tier {
	cc := p.child(three[2], syntax.Cc)
	comma := slices.Contains(p.forms[three[0]:three[1]], ",")
	core := false
	switch p.kind(three[0]) {
	case syntax.ADJ, syntax.ADV:
		core = words <= 12 && p.forms[cc] == "and" && p.lemmas[three[2]] != "foremost" && p.ending(three, relationalEnds) < 2
	case syntax.VERB:
		tag := p.Tokens[three[1]].Tag
		core = comma && (words <= 7 || tag == syntax.TagVB && words <= 24 && tag == p.Tokens[three[2]].Tag)
	case syntax.NOUN:
		core = comma && words <= 16 && (p.abstractions(three) >= 2 || p.alike(three))
	}
	if core || p.polysyndeton(three) {
		return model.Core
	}
	return model.Minor
}

// polysyndeton reports whether "and" stands before the second member and the
// third, in a row of even steps: and this is no two in one.
func (p *page) polysyndeton(three [3]int) bool {
	step := three[1] - three[0]
	if next := three[2] + 1; next < len(p.Tokens) && p.Tokens[next].Pos == syntax.NOUN {
		return false
	}
	return step <= 4 && p.Tokens[three[0]].Tag == p.Tokens[three[2]].Tag && p.Tokens[three[1]].Tag == p.Tokens[three[2]].Tag && three[2]-three[1] == step && p.kind(three[0]) != syntax.VERB && !slices.Contains(p.forms[three[0]:three[2]], ",") &&
		slices.Contains(p.forms[three[0]:three[1]], "and") && slices.Contains(p.forms[three[1]:three[2]], "and")
}

// alike reports whether the members open with the same preposition or the same
// possessive.
func (p *page) alike(three [3]int) bool {
	for _, rel := range []syntax.Rel{syntax.Case, syntax.NmodPoss} {
		a, b, c := p.child(three[0], rel), p.child(three[1], rel), p.child(three[2], rel)
		if a >= 0 && b >= 0 && c >= 0 && p.forms[a] == p.forms[b] && p.forms[b] == p.forms[c] && p.child(three[1], syntax.Cc) < 0 {
			return true
		}
	}
	return false
}

// infinitives returns the first of three infinitives that open three cola, the
// last of which an "and" brings in: build the road, mend the bridge and light
// the square. 0 if there are none.
func (p *page) infinitives(cola [][2]int) int {
	second, third := cola[1][0], cola[2][0]
	if p.Tokens[second].Tag != syntax.TagVB || p.Tokens[third].Tag != syntax.TagVB || p.forms[third-1] != "and" || p.forms[second-1] != "," ||
		cola[1][1]-second < 2 || cola[2][1]-third < 2 || !p.follows(cola[0], cola[1]) || !p.follows(cola[1], cola[2]) {
		return 0
	}
	for k := second - 1; k > max(cola[0][0], second-16); k-- {
		if t := p.Tokens[k]; t.Tag == syntax.TagVB && k-1 >= cola[0][0] {
			if before := p.Tokens[k-1]; before.Tag == syntax.TagTO || before.Tag == syntax.TagMD || before.Pos == syntax.ADV {
				return k
			}
		}
	}
	return 0
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

// abstractions returns how many of the three nouns name no thing.
func (p *page) abstractions(three [3]int) (n int) {
	for _, k := range three {
		if p.Tokens[k].Tag == syntax.TagNN && !concrete[p.lemmas[k]] && p.ending([3]int{k, k, k}, abstractEnds) > 0 {
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
