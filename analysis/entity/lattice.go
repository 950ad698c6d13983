package entity

// A Lattice holds the scores of one sentence: of each label at each token, and
// of each label after another.
type Lattice struct {
	Emit  [][Labels]int32
	Trans [Labels][Labels]int32 // from, to
	path  [][Labels]int32
	back  [][Labels]Label
}

const never = -1 << 30

// clear makes room for n tokens, which score nothing.
func (t *Lattice) clear(n int) {
	for len(t.Emit) < n {
		t.Emit = append(t.Emit, [Labels]int32{})
	}
	t.Emit = t.Emit[:n]
	clear(t.Emit)
}

// shut leaves token i no other label than outside.
func (t *Lattice) shut(i int) {
	for l := 1; l < Labels; l++ {
		t.Emit[i][l] = never / 1024
	}
}

// keepOpen lets no name end at token i.
func (t *Lattice) keepOpen(i int) {
	for l := range Label(Labels) {
		if l.Ends() {
			t.Emit[i][l] = never / 1024
		}
	}
}

// Best appends the labels of the best path. What is before and after it is
// outside of names.
func (t *Lattice) Best(labels []Label) []Label {
	n := len(t.Emit)
	if n == 0 {
		return labels
	}
	for len(t.path) < n {
		t.path, t.back = append(t.path, [Labels]int32{}), append(t.back, [Labels]Label{})
	}
	for l := range Label(Labels) {
		t.path[0][l] = never
		if l.Follows(Outside) {
			t.path[0][l] = t.Trans[Outside][l] + t.Emit[0][l]
		}
	}
	for i := 1; i < n; i++ {
		for l := range Label(Labels) {
			best, from := int32(never), Outside
			for _, p := range after[l] {
				if s := t.path[i-1][p] + t.Trans[p][l]; s > best {
					best, from = s, p
				}
			}
			t.path[i][l], t.back[i][l] = max(best, never)+t.Emit[i][l], from
		}
	}
	best, most := Outside, int32(never)
	for l := range Label(Labels) {
		if s := t.path[n-1][l] + t.Trans[l][Outside]; !l.open() && s > most {
			best, most = l, s
		}
	}
	at := len(labels)
	for range n {
		labels = append(labels, Outside)
	}
	for i := n - 1; i >= 0; i-- {
		labels[at+i] = best
		best = t.back[i][best]
	}
	return labels
}

// sure says how clearly the labels of the tokens [first, last) beat the best
// other kind of label at the same place, from 0 to 1.
func (t *Lattice) sure(labels []Label, first, last int) float32 {
	var margin int32
	for i := first; i < last; i++ {
		other := t.Emit[i][Outside]
		for k := range Label(4) {
			if l := 1 + 4*k + Label(labels[i].part()); l != labels[i] {
				other = max(other, t.Emit[i][l])
			}
		}
		margin += t.Emit[i][labels[i]] - other
	}
	margin = max(margin, 0)
	return float32(margin+half/2) / float32(margin+half)
}

// half is the margin at which a name is three quarters sure.
const half = 128
