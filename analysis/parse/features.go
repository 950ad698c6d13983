package parse

import "lectern/analysis/weights"

// Features appends the features of the machine's state: the three topmost words
// of the stack (s0 the top), the three next of the buffer (b0 the first), their
// outermost dependents (s0l the leftmost of s0), and how far apart they are.
// Templates follow Zhang and Nivre (2011).
func (in *Input) Features(f []uint64, m *Machine) []uint64 {
	n := int(m.n)
	i0, i1, i2 := n+1, n+1, n+1
	k := len(m.stack)
	if k > 0 {
		i0 = int(m.stack[k-1])
	}
	if k > 1 {
		i1 = int(m.stack[k-2])
	}
	if k > 2 {
		i2 = int(m.stack[k-3])
	}
	j0 := int(m.next)
	s0, s1, s2 := &in.nodes[i0], &in.nodes[i1], &in.nodes[i2]
	b0, b1, b2 := in.at(j0), in.at(j0+1), in.at(j0+2)
	s0l, s0r, s0l2, s0r2 := &in.nodes[m.left[i0]], &in.nodes[m.right[i0]], &in.nodes[m.left2[i0]], &in.nodes[m.right2[i0]]
	s1l, s1r, s1r2 := &in.nodes[m.left[i1]], &in.nodes[m.right[i1]], &in.nodes[m.right2[i1]]
	b0l, b0l2 := &in.nodes[m.left[j0]], &in.nodes[m.left2[j0]]
	d1, d2 := distance(i0, j0, n), distance(i1, i0, n)
	key, key2, key3, join := weights.Key, weights.Key2, weights.Key3, weights.Join

	s0x, s1x, b0x, b1x := s0.tag, s1.tag, b0.tag, b1.tag
	s0b0 := join(s0x, b0x)
	s1s0 := join(s1x, s0x)
	b0b1 := join(b0x, b1x)
	s0wx := join(s0.low, s0x)
	b0wx := join(b0.low, b0x)
	f = append(f, key(0, 1),
		key(101, s0.low), key(102, s0x), key(103, s0wx), key(104, s1.low), key(105, s1x), key2(106, s1.low, s1x), key(107, b0.low), key(108, b0x), key(109, b0wx),
		key(110, b1.low), key(111, b1x), key2(112, b1.low, b1x), key(113, b2.tag), key(114, s2.tag), key(115, b2.low),
		key2(116, s0.low, b0.low), key(117, s0b0), key2(118, s0.low, b0x), key2(119, s0x, b0.low), key2(120, s0wx, b0x), key2(121, s0x, b0wx), key2(122, s0wx, b0wx),
		key2(123, s1.low, s0.low), key(124, s1s0), key2(125, s1.low, s0x), key2(126, s1x, s0.low), key2(127, s1.low, s1s0), key2(128, s1x, s0wx),
		key2(129, s1s0, b0x), key2(130, s0b0, b1x), key(131, b0b1), key2(132, b0b1, b2.tag), key2(133, s2.tag, s1s0), key2(134, s1.low, s0b0), key3(135, s1x, s0.low, b0x), key2(136, s1s0, b0.low),
		key2(137, s1s0, b0b1), key2(138, s0.low, b0b1), key3(139, s0x, b0.low, b1x), key2(140, s1x, b0x), key2(141, s1.low, b0.low), key2(142, s1x, b0.low), key2(143, s1.low, b0x))
	f = append(f,
		key2(150, s0x, s0l.tag), key2(151, s0x, s0r.tag), key2(152, s1x, s1l.tag), key2(153, s1x, s1r.tag), key2(154, b0x, b0l.tag),
		key2(155, s0b0, s0l.tag), key2(156, s0b0, s0r.tag), key2(157, s0b0, b0l.tag), key2(158, s1s0, s0l.tag), key2(159, s1s0, s0r.tag), key2(160, s1s0, s1l.tag), key2(161, s1s0, s1r.tag),
		key2(162, s0l.low, s0x), key2(163, s0r.low, s0x), key2(164, s1r.low, s1s0), key2(165, b0l.low, b0x),
		key3(170, s0x, s0l.tag, s0l2.tag), key3(171, s0x, s0r.tag, s0r2.tag), key3(172, b0x, b0l.tag, b0l2.tag), key3(173, s1x, s1r.tag, s1r2.tag),
		key3(174, s0b0, s0r.low, d1), key3(175, s1s0, s0l.low, s1r.tag))
	l0, r0, lb, r1 := &small[min(m.lefts[i0], 5)], &small[min(m.rights[i0], 5)], &small[min(m.lefts[j0], 5)], &small[min(m.rights[i1], 5)]
	f = append(f, key2(190, s0.low, d1), key2(191, s0x, d1), key2(192, b0.low, d1), key2(193, b0x, d1), key2(194, s0b0, d1), key2(195, s1s0, d2), key2(196, s1.low, d2),
		key2(197, s0.low, *l0), key2(198, s0x, *r0), key2(199, s0x, *l0), key2(200, b0x, *lb), key2(201, b0.low, *lb), key3(202, s1x, *r1, d2), key3(203, s0.low, b0.low, d1), key3(204, s1.low, s0.low, d2), key2(205, s0.low, *r0), key2(206, s1.low, *r1))
	s0u, s1u, b0u := s0.pos, s1.pos, b0.pos
	u10 := join(s1u, s0u)
	f = append(f, key2(210, s0u, b0u), key2(211, u10, b0u), key3(212, u10, b0u, b1.pos), key3(213, s2.pos, u10, b0u), key3(214, join(s0u, b0u), b1.pos, b2.pos), key2(215, s0u, b0.low), key2(216, s0.low, b0u), key2(217, s1u, s0.low), key2(218, s1.low, s0u),
		key(219, s0u), key(220, b0u), key2(221, u10, d2), key3(222, s0u, b0u, d1), key3(223, u10, s1r.pos, s0r.pos), key3(224, join(s0u, b0u), s0l.pos, b0l.pos), key2(225, b1.pos, b1.low))
	f = append(f, key(230, s0.cluster), key(231, b0.cluster), key(232, s1.cluster), key2(233, s0.cluster, b0.cluster), key2(234, s1.cluster, s0.cluster), key2(235, s0.cluster, b0x), key2(236, s0x, b0.cluster), key2(237, s1.cluster, s0x), key2(238, s1x, s0.cluster),
		key2(239, b1.cluster, b0x), key2(240, s0.fine, s0x), key2(241, b0.fine, b0x), key2(242, s1.fine, s1x), key2(243, s0.fine, b0x), key2(244, s0x, b0.fine), key2(245, s1.fine, s0x), key2(246, s1x, s0.fine), key3(247, s1.cluster, s0.cluster, b0x),
		key2(248, s0.fine, b0.fine), key2(249, s1.fine, s0.fine), key2(250, s1.low, s0.cluster), key3(251, s0.cluster, b0.cluster, b1.cluster))
	return append(f, key2(260, s0.suffix, s0x), key2(261, s0.shape, b0x), key2(262, b0.suffix, s0b0),
		key3(270, s1.low, s0.low, b0.low), key3(271, s1x, s0.low, s0r.low), key3(272, s1.low, s0.low, s0r.low), key3(273, s1.low, s0.low, s0l.tag), key3(274, s2.tag, s1s0, b0x), key2(275, s2.low, s0.low), key2(276, s2.tag, s0x),
		key3(277, s1.low, s0.low, s0l.low), key3(278, s1.cluster, s0l.low, s0.cluster), key3(279, s2.tag, s1s0, s0l.tag), key3(280, s1.low, s0l.low, s0.cluster))
}

// distance returns the atom of how far word j is behind word i, in words.
func distance(i, j, n int) uint64 {
	if i > n || j > n {
		return small[63]
	}
	switch d := j - i; {
	case d > 10:
		return small[11]
	case d > 5:
		return small[6]
	default:
		return small[max(d, 0)]
	}
}
