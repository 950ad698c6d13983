// Package parse puts a labelled universal dependency tree over every sentence.
//
// First an arc-hybrid machine (Kuhlmann et al. 2011) builds the bare tree with
// greedy transitions, chosen by a linear model that was trained with a dynamic
// oracle (Goldberg and Nivre 2013); then a second model names each relation,
// with the finished tree before it. Naming relations last is as good as naming
// them on the way, and several times as fast, since they are scored once an arc.
// Trees are projective, and have one root.
package parse

import (
	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// Sentences parses all sentences of t, whose tokens are tagged.
func Sentences(t *syntax.Text) {
	var p Parser
	for s := range t.Sentences {
		p.Sentence(t, s)
	}
}

// A Parser parses sentence by sentence and keeps its working memory. Its zero
// value is ready; it serves one goroutine.
type Parser struct {
	Arcs, Relations *weights.Table // the embedded ones if nil

	Input
	machine  Machine
	tree     Tree
	features []uint64
}

// Sentence parses sentence s of t. It looks at nothing outside of it.
func (p *Parser) Sentence(t *syntax.Text, s int) {
	first, last := t.Sentences[s].First, t.Sentences[s].Last
	if p.Arcs == nil {
		p.Arcs, p.Relations = weights.Arcs(), weights.Relations()
	}
	p.Read(t, first, last)
	toks := t.Tokens[first:last]
	p.attach()
	for i := range toks {
		h := int(p.machine.Heads[i])
		if h == len(toks) {
			h = i
		}
		toks[i].Head = int32(first + h)
	}
	p.tree.Grow(p.machine.Heads[:len(toks)])
	p.name(toks)
}

// attach runs the machine to its end.
func (p *Parser) attach() {
	m := &p.machine
	m.Reset(p.Len())
	for !m.Done() {
		move, forced := m.Only()
		if !forced {
			var scores [Moves]int32
			p.features = p.Features(p.features[:0], m)
			p.Arcs.Score(p.features, scores[:])
			move = m.Best(scores)
		}
		m.Do(move)
	}
}

// name names the arcs from the root down, so that a relation knows the one
// above it and those before it under the same head.
func (p *Parser) name(toks []syntax.Token) {
	for _, d := range p.tree.Order {
		if p.tree.Heads[d] == int32(len(toks)) {
			toks[d].Rel = syntax.Root
			p.tree.Rels[d] = syntax.Root
			continue
		}
		var scores [syntax.Rels]int32
		p.features = p.RelationFeatures(p.features[:0], &p.tree, int(d))
		p.Relations.Score(p.features, scores[:])
		best := BestRelation(scores[:])
		toks[d].Rel, p.tree.Rels[d] = best, best
	}
}

// BestRelation returns the highest-scored relation that is not root.
func BestRelation(scores []int32) syntax.Rel {
	best := 1
	for r := 2; r < len(scores); r++ {
		if scores[r] > scores[best] {
			best = r
		}
	}
	return syntax.Rel(best)
}
