package tag

import (
	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

var (
	tagAtoms [syntax.Tags + 2]uint64 // the last two stand before the first word
	posAtoms [syntax.Poses]uint64
)

func init() {
	for i := range tagAtoms {
		tagAtoms[i] = weights.Atom(1000 + i)
	}
	for i := range posAtoms {
		posAtoms[i] = weights.Atom(2000 + i)
	}
}

// at returns the word i of a sentence, or the edge.
func at(words []weights.Word, i int) *weights.Word {
	if i < 0 || i >= len(words) {
		return &weights.Edge
	}
	return &words[i]
}

// Capitals returns the atom of how many words of a sentence begin with a
// capital, in quarters: headlines are tagged unlike prose.
func Capitals(words []weights.Word) uint64 {
	n := 0
	for i := range words {
		if words[i].Title {
			n++
		}
	}
	return weights.Atom(3000 + n*4/(len(words)+1))
}

// Features appends the features of word i, after the tags p1 and, before that, p2.
func Features(f []uint64, words []weights.Word, i, p1, p2 int, capitals uint64) []uint64 {
	key, key2, key3 := weights.Key, weights.Key2, weights.Key3
	w, m1, m2, n1, n2 := at(words, i), at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	a, b := tagAtoms[p1], tagAtoms[p2]
	place := uint64(golden)
	if i == 0 {
		place = weights.Join(capitals, golden)
	}
	f = append(f,
		key(0, 1), key(1, w.Low), key(2, w.Form), key(3, w.Shape), key3(4, w.Shape, place, capitals),
		key(5, a), key2(6, a, b), key2(7, a, w.Low), key3(8, a, b, w.Low), key2(9, a, w.Shape),
		key(10, m1.Low), key(11, m2.Low), key(12, n1.Low), key(13, n2.Low),
		key2(14, m1.Low, w.Low), key2(15, w.Low, n1.Low), key2(16, m1.Low, n1.Low),
		key(17, m1.Suffix[2]), key(18, n1.Suffix[2]), key(19, n1.Shape), key(20, m1.Shape),
		key2(21, a, n1.Low), key2(22, n1.Suffix[1], w.Suffix[1]), key2(23, a, n1.Suffix[1]),
		key2(24, w.Suffix[2], a), key2(25, w.Suffix[2], n1.Suffix[2]))
	for k, s := range w.Suffix {
		if s != 0 {
			f = append(f, key(30+k, s))
		}
	}
	for k, s := range w.Prefix {
		if s != 0 {
			f = append(f, key(35+k, s))
		}
	}
	if c := &w.Cluster; c[3] != 0 {
		f = append(f, key(40, c[0]), key(41, c[1]), key(42, c[2]), key(43, c[3]), key2(44, c[2], w.Shape), key2(45, c[2], a))
	}
	if c := &m1.Cluster; c[3] != 0 {
		f = append(f, key(46, c[1]), key(47, c[2]), key(48, c[3]), key2(49, c[2], w.Cluster[2]))
	}
	if c := &n1.Cluster; c[3] != 0 {
		f = append(f, key(50, c[1]), key(51, c[2]), key(52, c[3]), key2(53, a, c[2]), key2(54, c[2], w.Cluster[2]))
	}
	return f
}

const golden = 0x9e3779b97f4a7c15

// PosFeatures appends the features by which the universal part of speech of
// token i of a sentence is chosen, all Penn tags known.
func PosFeatures(f []uint64, words []weights.Word, toks []syntax.Token, i int) []uint64 {
	tag := func(k int) uint64 {
		if k < 0 || k >= len(toks) {
			return tagAtoms[syntax.Tags]
		}
		return tagAtoms[toks[k].Tag]
	}
	key, key2, key3 := weights.Key, weights.Key2, weights.Key3
	w, m1, n1 := at(words, i), at(words, i-1), at(words, i+1)
	x, xp, xn, xnn := tag(i), tag(i-1), tag(i+1), tag(i+2)
	return append(f, key(60, x), key2(61, x, w.Low), key2(62, x, xn), key2(63, x, xp), key3(64, x, xn, xnn), key3(65, x, xp, xn),
		key3(66, x, w.Low, xn), key3(67, x, w.Low, n1.Low), key3(68, x, w.Low, m1.Low), key3(69, x, w.Low, xp),
		key2(70, x, w.Suffix[2]), key2(71, x, w.Shape), key2(72, x, w.Cluster[2]), key3(73, w.Low, xn, xnn), key2(74, x, n1.Cluster[2]))
}
