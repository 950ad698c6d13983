package quote

import (
	"math/bits"

	"lectern/analysis/syntax"
)

// branch appends how token i hangs together with the cue in the tree of their
// sentence: under it, over it, or where their ways up meet.
func (p *page) branch(r row, i int, k candidate, side uint32) row {
	if k.has(i) {
		return r
	}
	head := &p.words[k.head]
	t := &p.words[i]
	below, way := i, uint32(0) // the last token on the way up, and the relations on it
	for at, step := i, 0; step < 40; step++ {
		if at == k.head || k.has(at) {
			top := p.words[below].rel
			r.add(sUnder, side, top)
			r.add(sUnder+1, side<<8|top, head.lemma)
			r.add(sUnder+2, side<<8|top, p.words[below].tag)
			r.add(sUnder+3, side<<8|top, t.rel)
			r.add(sUnder+4, side<<8|top, head.frame)
			r.add(sUnder+5, side<<8|top, head.cluster)
			r.add(sUnder+7, side<<8|top, head.listed)
			r.add(sPath, side, way)
			if below == i {
				r.add(sUnder+6, side, top)
			}
			return r
		}
		below = at
		way = way*61 + p.words[at].rel + 1
		if p.IsRoot(at) {
			break
		}
		at = int(p.Tokens[at].Head)
	}
	way = 0
	for at, step := k.head, 0; step < 12; step++ {
		if at == i {
			r.add(sOver, side, way)
			r.add(sOver+1, side, head.rel)
			return r
		}
		if below, ok := p.childOn(i, at); ok {
			top := p.words[below].rel
			r.add(sMeet, side<<8|top, uint32(step))
			r.add(sMeet+1, side<<8|top, head.rel)
			r.add(sMeet+2, side<<8|top, t.rel<<4|uint32(step))
			r.add(sMeet+3, side<<8|uint32(step), head.rel<<4|p.words[at].grade)
			r.add(sMeet+4, side<<8|top, way)
			return r
		}
		if p.IsRoot(at) {
			break
		}
		way = way*61 + p.words[at].rel + 1
		at = int(p.Tokens[at].Head)
	}
	return r
}

// childOn returns the token just under top on the way up from i, if top is on it.
func (p *page) childOn(i, top int) (int, bool) {
	for step := 0; step < 40 && !p.IsRoot(i); step++ {
		h := int(p.Tokens[i].Head)
		if h == top {
			return i, true
		}
		i = h
	}
	return 0, false
}

// ends appends to the words around the edges of what hangs under the cue that
// an edge is there: of its subject, of its clauses.
func (p *page) ends(k candidate, w run, rows []row) {
	sent := p.SentenceOf(k.head)
	first, last := max(sent.First, w.first), min(sent.Last, w.last)
	var low, high [64]int
	for kids := p.words[k.head].kids; kids != 0; kids &= kids - 1 {
		low[bits.TrailingZeros64(kids)] = -1
	}
	for i := first; i < last; i++ {
		at := i
		for step := 0; step < 40 && int(p.Tokens[at].Head) != k.head && !p.IsRoot(at); step++ {
			at = int(p.Tokens[at].Head)
		}
		if at == k.head || int(p.Tokens[at].Head) != k.head {
			continue
		}
		rel := p.Tokens[at].Rel.Base()
		if low[rel] < 0 {
			low[rel] = i
		}
		high[rel] = i
	}
	for _, rel := range [...]syntax.Rel{syntax.Nsubj, syntax.Obj, syntax.Ccomp, syntax.Xcomp, syntax.Obl, syntax.Parataxis, syntax.Advcl} {
		if p.words[k.head].kids&(1<<rel) == 0 || low[rel] < 0 {
			continue
		}
		a, b := low[rel], high[rel]
		rows[a-w.first].add(sEnds, 0, uint32(rel))
		rows[b-w.first].add(sEnds, 1, uint32(rel))
		if b+1 < w.last {
			rows[b+1-w.first].add(sEnds, 2, uint32(rel))
		}
	}
}
