package entity

import "lectern/analysis/weights"

// A run is the words with a capital, [first, last), around a token; a wide one
// goes on over the small words and marks that names are joined by (of, and, de).
// Both are empty where there is no capital and nothing is joined.
type run struct{ first, last, wideFirst, wideLast int }

const joined = 2 // so many small words may stand between capitals

// small words join names and never end one; joints join them too.
var (
	small  = atoms("of", "the", "and", "&", "for", "de", "la", "van", "von", "del", "bin", "al", "in", "on")
	joints = atoms("of", "the", "and", "&", "for", "de", "la", "van", "von", "del", "bin", "al", "in", "on", "'s", "'", "-", ".")
)

func atoms(words ...string) map[uint64]bool {
	m := map[uint64]bool{}
	for _, w := range words {
		m[weights.Text(w)] = true
	}
	return m
}

// findRuns fills in the run of each token.
func (in *Input) findRuns() {
	n := len(in.words)
	in.runs = in.runs[:0]
	for i := range n {
		in.runs = append(in.runs, run{i, i, i, i})
	}
	for i := 0; i < n; i++ {
		first := i
		for i < n && in.words[i].Capital {
			i++
		}
		for k := first; k < i; k++ {
			in.runs[k] = run{first, i, first, i}
		}
	}
	for i := 0; i < n; i++ {
		last := in.runs[i].last
		if last == i {
			continue
		}
		for {
			k := last
			for k < n && k < last+joined && !in.words[k].Capital && joints[in.words[k].Low] {
				k++
			}
			if k == last || k == n || !in.words[k].Capital {
				break
			}
			last = in.runs[k].last
		}
		for k := i; k < last; k++ {
			in.runs[k].wideFirst, in.runs[k].wideLast = i, last
		}
		i = last - 1
	}
}

// runFeatures appends what stands at the ends of the run of token i and beside it.
func (in *Input) runFeatures(f []uint64, i int) []uint64 {
	key2, key3 := weights.Key2, weights.Key3
	r := in.runs[i]
	if first, last := r.first, r.last; first < last {
		place := weights.Atom(9000 + min(i-first, 2)*3 + min(last-1-i, 2))
		before, after := in.at(first-1), in.at(last)
		begins, ends := in.lean(first).group, in.lean(last-1).group
		var said uint64
		for k := first; k < last; k++ {
			if h := in.hint(k); h != 0 {
				said |= 1 << (h % 61)
			}
		}
		f = append(f, key2(600, before.Low, place), key2(601, after.Low, place), key2(602, in.words[first].Low, place), key2(603, in.words[last-1].Low, place),
			key2(604, begins, place), key2(605, ends, place), key3(606, begins, ends, place),
			key2(607, before.Cluster[2], place), key2(608, after.Cluster[2], place), key3(609, before.Low, after.Low, place),
			key3(610, before.Low, ends, place), key3(611, after.Low, ends, place), key2(612, said, place),
			key3(613, before.Cluster[2], after.Cluster[2], place), key3(614, ends, before.Cluster[1], after.Cluster[1]),
			key2(615, weights.Atom(9100+min(last-first, 6)), place), key2(616, before.Cluster[3], place), key2(617, after.Cluster[3], place))
	}
	if first, last := r.wideFirst, r.wideLast; first < last && (first != r.first || last != r.last) {
		place := weights.Atom(9200 + min(i-first, 3)*4 + min(last-1-i, 3))
		before, after := in.at(first-1), in.at(last)
		begins, ends := in.lean(first).group, in.lean(last-1).group
		f = append(f, key2(620, before.Low, place), key2(621, after.Low, place), key2(622, in.words[first].Low, place), key2(623, in.words[last-1].Low, place),
			key2(624, begins, place), key2(625, ends, place), key3(626, begins, ends, place),
			key2(627, before.Cluster[2], place), key2(628, after.Cluster[2], place))
	}
	return f
}
