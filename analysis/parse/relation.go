package parse

import (
	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// A Tree is a finished tree while its relations are being named.
type Tree struct {
	Heads []int32      // n for the root
	Rels  []syntax.Rel // of the words named so far
	Order []int32      // words from the root down, those under one head from left to right
	// Children of each word from left to right, by first child and next sibling; -1 for none.
	first, next, prev, last []int32
}

// Grow takes in the heads of a sentence.
func (t *Tree) Grow(heads []int32) {
	n := len(heads)
	t.Heads = heads
	if cap(t.first) <= n {
		room := 2*n + 2
		t.first, t.next, t.prev, t.last = make([]int32, room), make([]int32, room), make([]int32, room), make([]int32, room)
		t.Rels, t.Order = make([]syntax.Rel, room), make([]int32, 0, room)
	}
	for i := 0; i <= n; i++ {
		t.first[i], t.next[i], t.prev[i], t.last[i] = -1, -1, -1, -1
	}
	for d := n - 1; d >= 0; d-- {
		h := heads[d]
		if t.first[h] >= 0 {
			t.next[d], t.prev[t.first[h]] = t.first[h], int32(d)
		} else {
			t.last[h] = int32(d)
		}
		t.first[h] = int32(d)
	}
	t.Order = t.Order[:0]
	for d := t.first[n]; d >= 0; d = t.next[d] {
		t.Order = append(t.Order, d)
	}
	for k := 0; k < len(t.Order); k++ {
		for d := t.first[t.Order[k]]; d >= 0; d = t.next[d] {
			t.Order = append(t.Order, d)
		}
	}
}

// RelationFeatures appends the features by which the arc from word d to its head
// is named.
func (in *Input) RelationFeatures(f []uint64, t *Tree, d int) []uint64 {
	n := in.Len()
	hi := int(t.Heads[d])
	gi := n + 1
	if hi < n {
		gi = int(t.Heads[hi])
	}
	key, key2, key3, join := weights.Key, weights.Key2, weights.Key3, weights.Join
	dir := small[32]
	far := d - hi
	if d < hi {
		dir, far = small[33], hi-d
	}
	ad := join(dir, small[min(far, 7)])
	above := relAtoms[syntax.Rels]
	if hi < n {
		above = relAtoms[t.Rels[hi]]
	}
	pi, ni := int(t.prev[d]), int(t.next[d])
	before := relAtoms[syntax.Rels]
	if pi >= 0 {
		before = relAtoms[t.Rels[pi]]
	}
	set := uint64(0)
	for k := t.first[hi]; k >= 0 && int(k) < d; k = t.next[k] {
		set |= 1 << t.Rels[k]
	}
	set = weights.Join(set, 1)
	k0, kl, kids := int(t.first[d]), int(t.last[d]), 0
	k1 := -1
	if k0 >= 0 {
		k1 = int(t.next[k0])
	}
	for k := t.first[d]; k >= 0; k = t.next[k] {
		kids++
	}
	h, w, g, p, q := in.at(hi), in.at(d), in.at(gi), in.at(pi), in.at(ni)
	c0, c1, cl := in.at(k0), in.at(k1), in.at(kl)
	wx, hx := join(w.tag, dir), h.tag
	hwx := join(hx, wx)
	f = append(f, key(300, dir), key(301, wx), key(302, hwx), key3(303, h.pos, w.pos, dir), key2(304, w.low, w.tag), key2(305, h.low, wx), key3(306, w.low, hx, dir), key3(307, h.low, w.low, dir), key3(308, w.low, w.pos, h.pos), key3(309, hx, w.tag, ad), key2(310, w.low, ad),
		key3(311, above, w.pos, dir), key2(312, above, hwx), key3(313, above, w.low, dir), key2(314, before, wx), key3(315, before, h.low, wx), key2(316, before, hwx), key2(317, set, wx), key3(318, set, h.low, join(w.pos, dir)),
		key3(319, p.tag, q.tag, wx), key2(320, q.tag, hwx), key2(321, p.low, wx), key2(322, q.low, wx),
		key3(323, c0.tag, h.pos, wx), key2(324, c0.low, wx), key3(325, c0.low, w.tag, h.low), key3(326, c0.low, c1.tag, wx), key2(327, cl.tag, wx), key2(328, cl.low, wx), key3(329, c0.tag, cl.tag, hwx), key3(330, c0.low, c1.low, join(w.pos, dir)), key3(331, c0.low, w.low, h.pos), key3(332, c0.low, h.low, w.low),
		key3(333, h.cluster, w.cluster, dir), key2(334, h.cluster, wx), key3(335, w.fine, hx, dir), key2(336, h.fine, wx), key3(337, h.fine, w.fine, dir), key2(338, w.cluster, hwx), key2(339, w.fine, c0.low), key3(340, h.fine, c0.low, w.tag))
	b, a := in.at(d-1), in.at(d+1)
	f = append(f, key2(341, b.tag, wx), key2(342, a.tag, wx), key3(343, b.tag, a.tag, wx), key2(344, in.at(hi-1).tag, hwx), key2(345, b.low, wx), key2(346, g.tag, hwx), key2(347, small[min(kids, 20)], wx),
		key2(350, w.suffix, wx), key2(351, w.suffix, hwx), key2(352, w.shape, hwx))
	if hi < n {
		f = append(f, key2(348, in.at(hi+1).tag, hwx), key2(353, h.suffix, wx))
		for k := t.first[hi]; k >= 0; k = t.next[k] {
			if int(k) != d {
				s := in.at(int(k))
				f = append(f, key2(354, s.low, wx), key2(355, s.tag, hwx))
			}
		}
	}
	for k := t.first[d]; k >= 0; k = t.next[k] {
		c := in.at(int(k))
		f = append(f, key2(356, c.low, wx), key3(357, c.tag, h.pos, wx), key3(358, c.low, w.tag, h.low))
	}
	return f
}
