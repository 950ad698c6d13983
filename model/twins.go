package model

// Twins returns a function that finds for a node of another analysis of the same
// text (an earlier one, or one of its beginning alone) the node of a that stands
// for the same thing, or nil. An actor's twin is the one that has most of its
// mentions; claims are told by their cues, everything else by its passage.
func (a *Analysis) Twins() func(Node) Node {
	type place struct {
		kind string
		Span
	}
	first := func(n Node) place {
		switch n := n.(type) {
		case *Claim:
			if len(n.Cue) > 0 {
				return place{"claim", n.Cue[0]}
			}
			return place{"claim", n.Spans()[0]}
		case *Turn:
			return place{"turn", n.Spans()[0]}
		case *Finding:
			return place{n.Device.ID, n.Span}
		case *Echo:
			return place{"echo", n.Span}
		case *Mention:
			return place{"mention", n.Span}
		}
		return place{}
	}
	at := make(map[place]Node)
	add := func(n Node) {
		if p := first(n); at[p] == nil {
			at[p] = n
		}
	}
	for c := range a.claims() {
		add(c)
	}
	for _, t := range a.Turns {
		add(t)
	}
	for _, f := range a.Findings {
		add(f)
	}
	for _, e := range a.Echoes {
		add(e)
	}
	for _, x := range a.Actors {
		for _, m := range x.Mentions {
			add(m)
		}
	}
	return func(n Node) Node {
		x, ok := n.(*Actor)
		if !ok {
			return at[first(n)]
		}
		votes := make(map[*Actor]int)
		var best *Actor
		for _, m := range x.Mentions {
			if twin, ok := at[first(m)].(*Mention); ok {
				votes[twin.Actor]++
				if best == nil || votes[twin.Actor] > votes[best] {
					best = twin.Actor
				}
			}
		}
		if best == nil {
			return nil
		}
		return best
	}
}
