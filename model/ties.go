package model

import (
	"slices"
)

// A Tie leads from one node to another.
type Tie struct {
	How string // the other node's part in it: "speaker", "inside", "repeats"
	To  Node
}

// Ties returns what n is linked with, kind by kind; of each kind, what stands
// nearest in the text comes first, and for an actor what stands first. Every tie
// has a way back: if b is among the ties of a, then a is among those of b.
func (a *Analysis) Ties(n Node) []Tie {
	var l knots
	switch n := n.(type) {
	case *Actor:
		a.actorTies(&l, n)
	case *Mention:
		l.add("refers to", n.Actor)
	case *Claim:
		a.claimTies(&l, n)
	case *Turn:
		for _, x := range n.Speakers {
			l.add("speaker", x)
		}
		for _, f := range a.pointers().framing[n] {
			l.add("framing", f)
		}
		for _, x := range n.Speakers {
			for _, t := range x.Turns {
				l.add("same speaker", t, n)
			}
		}
	case *Echo:
		l.add("repeats", n.Claim)
	case *Finding:
		if n.Claim != nil {
			l.add("in the claim", n.Claim)
		}
		if n.Turn != nil {
			l.add("in the turn", n.Turn)
		}
		for _, f := range a.Findings {
			if f.Device == n.Device {
				l.add("other use", f, n)
			}
		}
	}
	if _, actor := n.(*Actor); !actor {
		nearestFirst(l.ties, n.Spans()[0].Start)
	}
	return l.ties
}

// nearestFirst sorts ties of the same kind, which stand together, by how far
// their first passage is from a byte.
func nearestFirst(ties []Tie, at int) {
	far := func(t Tie) int {
		s := t.To.Spans()[0].Start
		return max(s-at, at-s)
	}
	for from := 0; from < len(ties); {
		to := from + 1
		for to < len(ties) && ties[to].How == ties[from].How {
			to++
		}
		slices.SortStableFunc(ties[from:to], func(x, y Tie) int { return far(x) - far(y) })
		from = to
	}
}

func (a *Analysis) actorTies(l *knots, n *Actor) {
	for _, c := range n.Claims {
		l.add("says", c)
	}
	for _, t := range n.Turns {
		l.add("says", t)
	}
	for _, c := range a.pointers().heardOf[n] {
		l.add("spoken of in", c)
	}
	for _, x := range a.Actors {
		if slices.Contains(n.Similar, x) || slices.Contains(x.Similar, n) {
			l.add("may be the same", x, n)
		}
	}
}

func (a *Analysis) claimTies(l *knots, n *Claim) {
	for _, x := range n.Speakers {
		l.add("speaker", x)
	}
	if n.In != nil {
		l.add("inside", n.In)
	}
	for _, c := range n.Nested {
		l.add("holds", c)
	}
	back := a.pointers()
	for _, f := range back.framing[n] {
		l.add("framing", f)
	}
	for _, c := range slices.Concat(n.Repeats, back.repeatedBy[n]) {
		l.add("says the same", c, n)
	}
	for _, c := range n.Answers {
		l.add("answers", c, n)
	}
	for _, c := range back.answeredBy[n] {
		l.add("answered by", c, n)
	}
	for _, e := range back.echoes[n] {
		l.add("echoed in", e)
	}
	for _, x := range n.Speakers {
		for _, c := range x.Claims {
			l.add("same speaker", c, n)
		}
	}
	for _, x := range back.speaksOf[n] {
		l.add("speaks of", x)
	}
}

// claims goes through all claims, nested ones after the one that holds them.
func (a *Analysis) claims() func(func(*Claim) bool) {
	return func(yield func(*Claim) bool) {
		var walk func([]*Claim) bool
		walk = func(claims []*Claim) bool {
			for _, c := range claims {
				if !yield(c) || !walk(c.Nested) {
					return false
				}
			}
			return true
		}
		walk(a.Claims)
	}
}

// knots collects ties, each target once.
type knots struct {
	ties []Tie
	seen map[Node]bool
}

func (l *knots) add(how string, to Node, not ...Node) {
	if l.seen == nil {
		l.seen = make(map[Node]bool)
	}
	if !l.seen[to] && !slices.Contains(not, to) {
		l.seen[to] = true
		l.ties = append(l.ties, Tie{how, to})
	}
}

// Over returns the claims, turns, echoes and findings that share text with spans.
func (a *Analysis) Over(spans []Span) []Tie {
	var l knots
	look := func(how string, n Node) {
		for _, s := range n.Spans() {
			if slices.ContainsFunc(spans, s.Overlaps) {
				l.add(how, n)
				return
			}
		}
	}
	for c := range a.claims() {
		look("claim", c)
	}
	for _, t := range a.Turns {
		look("turn", t)
	}
	for _, e := range a.Echoes {
		look("echo", e)
	}
	for _, f := range a.Findings {
		look("framing", f)
	}
	return l.ties
}

// At returns the nodes whose passages hold the byte at offset, the innermost
// passage first, of the kinds that keep wants.
func (a *Analysis) At(offset int, keep func(Node) bool) []Node {
	type hit struct {
		Node
		size int
	}
	var hits []hit
	look := func(n Node) {
		if !keep(n) {
			return
		}
		for _, s := range n.Spans() {
			if s.Has(offset) {
				hits = append(hits, hit{n, s.Len()})
				return
			}
		}
	}
	for _, f := range a.Findings {
		look(f)
	}
	for c := range a.claims() {
		look(c)
	}
	for _, t := range a.Turns {
		look(t)
	}
	for _, e := range a.Echoes {
		look(e)
	}
	for _, x := range a.Actors {
		look(x)
	}
	slices.SortStableFunc(hits, func(x, y hit) int { return x.size - y.size })
	nodes := make([]Node, len(hits))
	for i, h := range hits {
		nodes[i] = h.Node
	}
	return nodes
}
