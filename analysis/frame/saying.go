package frame

import (
	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/model"
)

// A saying is a place where somebody is said to say something: the tokens
// [first, last) of the source, none if it has none, and the verb, -1 if the cue
// has none.
type saying struct {
	first, last, verb int
	claim             *model.Claim // nil if only the tree shows it
}

var plainSaying = lexicon.Named("reporting-plain")

// sayings returns the claims, nested ones included, and after them what the
// trees show besides: a reporting verb with a subject and a clause, and
// "according to".
func (p *page) sayings() []saying {
	if p.said != nil {
		return p.said
	}
	taken := make([]bool, len(p.Tokens))
	for _, c := range p.allClaims() {
		s := saying{verb: -1, claim: c}
		if len(c.Source) > 0 {
			s.first, s.last = p.tokens(c.Source[0])
		}
		for _, span := range c.Cue {
			first, last := p.tokens(span)
			for k := first; k < last; k++ {
				taken[k] = true
				if p.Tokens[k].Pos == syntax.VERB {
					s.verb = k
				}
			}
		}
		p.said = append(p.said, s)
	}
	for i := range p.Tokens {
		if taken[i] {
			continue
		}
		switch {
		case p.Tokens[i].Pos == syntax.VERB && p.reports(i):
			s := saying{verb: i}
			if n := p.child(i, syntax.Nsubj); n >= 0 {
				s.first, s.last = p.phrase(n)
			}
			p.said = append(p.said, s)
		case p.forms[i] == "according" && i+2 < p.SentenceOf(i).Last && p.forms[i+1] == "to":
			if n := int(p.Tokens[i].Head); n > i {
				s := saying{verb: -1}
				s.first, s.last = p.phrase(n)
				s.first = max(s.first, i+2)
				p.said = append(p.said, s)
			}
		}
	}
	return p.said
}

// reports reports whether the verb at token i brings in a clause.
func (p *page) reports(i int) bool {
	end := p.SentenceOf(i).Last
	known := p.inList(plainSaying, i, end) > 0
	for _, t := range tilts {
		known = known || p.inList(t.list, i, end) > 0
	}
	return known && (p.child(i, syntax.Ccomp) >= 0 || p.Tokens[i].Rel == syntax.Parataxis && p.child(i, syntax.Nsubj) >= 0)
}

// phrase returns the noun phrase of token n without its relative clauses and
// what follows them.
func (p *page) phrase(n int) (first, last int) {
	first, last = p.Subtree(n)
	for _, c := range p.children(n) {
		if r := p.Tokens[c].Rel; c > n && (r == syntax.AclRelcl || r == syntax.Parataxis || r == syntax.Conj) {
			f, _ := p.Subtree(c)
			last = min(last, f)
		}
	}
	for first < n && (p.Tokens[first].Pos == syntax.PUNCT || p.Tokens[first].Rel == syntax.Case) {
		first++
	}
	return first, max(p.trimmed(first, last), n+1)
}
