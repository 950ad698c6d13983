package entity

import "lectern/analysis/weights"

// scoreWindows adds to the lattice what the network says of each token that may
// be in a name.
func (in *Input) scoreWindows(w *weights.Windows, t *Lattice) {
	const reach, size = weights.WindowReach, weights.RowSize
	n := in.Len()
	if need := (n + 2*reach) * size; cap(in.rows) < need {
		in.rows = make([]int8, 2*need)
	}
	rows := in.rows[:(n+2*reach)*size]
	for k := range reach {
		w.Edge(rows[k*size:])
		w.Edge(rows[(reach+n+k)*size:])
	}
	ready := 0 // tokens before it have their row, or none asks for it
	for i := range n {
		if in.Plain(i) {
			continue
		}
		for ready = max(ready, i-reach); ready < min(i+reach+1, n); ready++ {
			word, tag, kind := in.Sight(ready)
			w.Row(rows[(reach+ready)*size:], word, tag, kind)
		}
		w.Score(rows[i*size:], &t.Emit[i])
	}
}

// Sight returns what the network goes by of token i: the word, and the numbers
// of its tag and of what kind of name it leans to.
func (in *Input) Sight(i int) (w *weights.Word, tag, kind int) {
	return &in.words[i], int(in.tagNumbers[i]), int(in.leans[i].number)
}
