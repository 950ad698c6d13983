package quote

// A page knows of every token the constituents that begin and end with it:
// where a content stops is seldom said by the words at its edge, but often by
// what hangs where behind them.

// extents fills in, for every token, the constituent that it heads, and the
// largest ones that begin and end with it.
func (p *page) extents() {
	n := len(p.words)
	p.from, p.to = make([]int32, n), make([]int32, n)
	p.opens, p.closes = make([]int32, n), make([]int32, n)
	for i := range p.from {
		p.from[i], p.to[i] = int32(i), int32(i+1)
	}
	for i := range p.from {
		for at := i; !p.IsRoot(at); {
			at = int(p.Tokens[at].Head)
			if int(p.from[at]) <= i && i < int(p.to[at]) {
				break // and so are those above it
			}
			p.from[at], p.to[at] = min(p.from[at], int32(i)), max(p.to[at], int32(i+1))
		}
	}
	for i := range p.opens {
		p.opens[i] = p.largest(i, p.from, int32(i))
		p.closes[i] = p.largest(i, p.to, int32(i+1))
	}
}

// largest returns the topmost token on the way up from i for which edge has
// the given value, as long as all those before have it; -1 if i has not.
func (p *page) largest(i int, edge []int32, value int32) int32 {
	top := int32(-1)
	for at := i; edge[at] == value; at = int(p.Tokens[at].Head) {
		top = int32(at)
		if p.IsRoot(at) {
			break
		}
	}
	return top
}

// ties says of every token of w how it hangs together with the cue: 0 if it
// does not, 1 if it is the cue or over it, else 2 and the relation through
// which it hangs under the cue.
func (p *page) ties(k candidate, w run) []uint8 {
	ties := make([]uint8, w.last-w.first)
	sent := p.SentenceOf(k.head)
	const unknown = 255
	for i := max(sent.First, w.first); i < min(sent.Last, w.last); i++ {
		ties[i-w.first] = unknown
	}
	for at := k.head; ; at = int(p.Tokens[at].Head) {
		ties[at-w.first] = 1
		if p.IsRoot(at) {
			break
		}
	}
	for i := k.first; i < k.last; i++ {
		ties[i-w.first] = 1
	}
	var tie func(i int) uint8
	tie = func(i int) uint8 {
		if ties[i-w.first] != unknown {
			return ties[i-w.first]
		}
		t := uint8(0)
		if h := int(p.Tokens[i].Head); h != i {
			if h == k.head || k.has(h) {
				t = 2 + uint8(p.Tokens[i].Rel.Base())
			} else if t = tie(h); t == 1 {
				t = 0
			}
		}
		ties[i-w.first] = t
		return t
	}
	for i := max(sent.First, w.first); i < min(sent.Last, w.last); i++ {
		tie(i)
	}
	return ties
}

// edges appends to the row of token i what begins with it and what ends just
// before it.
func (p *page) edges(r row, i int, w run, side uint32, k candidate, ties []uint8) row {
	tie := func(at int32) uint32 {
		if h := int(p.Tokens[at].Head); h >= w.first && h < w.last {
			return uint32(ties[h-w.first])
		}
		return 0
	}
	t := &p.words[i]
	head := &p.words[k.head]
	if o := p.opens[i]; o >= 0 {
		c := &p.words[o]
		marker := t
		if isMark(p.Word(i)) && i+1 < w.last {
			marker = &p.words[i+1]
		}
		long := bucket(int(p.to[o]-p.from[o]) / 2)
		at := tie(o)
		back := uint32(0)
		if int(p.Tokens[o].Head) < i {
			back = 1
		}
		clause := uint32(0)
		if p.subjects[o] >= 0 {
			clause = 1
		}
		r.add(sOpens, side<<8|c.rel, at<<1|back)
		r.add(sOpens+1, side<<8|c.rel, c.tag<<4|t.state<<1|clause)
		r.add(sOpens+2, side<<8|c.rel, marker.lemma)
		r.add(sOpens+3, at<<8|c.rel, marker.lemma)
		r.add(sOpens+4, side<<8|c.rel, long<<1|back)
		r.add(sOpens+5, at<<8|c.rel, head.lemma)
		r.add(sOpens+6, at<<8|c.rel, t.tag<<8|side)
		r.add(sOpens+7, at<<8|c.rel, head.frame&63|clause<<8)
	} else {
		r.add(sOpens+8, side, t.tag)
	}
	if i > w.first {
		if o := p.closes[i-1]; o >= 0 {
			c := &p.words[o]
			at := tie(o)
			r.add(sCloses, side<<8|c.rel, at)
			r.add(sCloses+1, side<<8|c.rel, t.tag)
			r.add(sCloses+2, at<<8|c.rel, t.lemma)
			r.add(sCloses+3, at<<8|c.rel, head.lemma)
			if o := p.opens[i]; o >= 0 {
				r.add(sCloses+4, at<<8|c.rel, p.words[o].rel<<8|tie(o))
			}
		} else {
			r.add(sCloses+8, side, t.tag)
		}
	}
	return r
}
