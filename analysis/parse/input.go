package parse

import (
	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// A node is a word of the sentence as features see it; two more stand for the
// root and for words that are not there.
type node struct {
	low, tag, pos, cluster, fine, suffix, shape uint64
}

// An Input is one sentence, ready for features.
type Input struct {
	nodes  []node
	reader weights.Reader
}

var (
	tagAtoms [syntax.Tags]uint64
	posAtoms [syntax.Poses]uint64
	relAtoms [syntax.Rels + 1]uint64
	small    [64]uint64
	rootNode = special(1)
	noNode   = special(2)
)

func init() {
	for i := range tagAtoms {
		tagAtoms[i] = weights.Atom(1000 + i)
	}
	for i := range posAtoms {
		posAtoms[i] = weights.Atom(2000 + i)
	}
	for i := range relAtoms {
		relAtoms[i] = weights.Atom(4000 + i)
	}
	for i := range small {
		small[i] = weights.Atom(5000 + i)
	}
}

func special(n int) node {
	a := weights.Atom(6000 + n)
	return node{a, a, a, a, a, a, a}
}

// Read takes in the tokens [first, last) of t.
func (in *Input) Read(t *syntax.Text, first, last int) {
	in.nodes = in.nodes[:0]
	for i := first; i < last; i++ {
		w, tok := in.reader.See(t.Word(i)), &t.Tokens[i]
		in.nodes = append(in.nodes, node{w.Low, tagAtoms[tok.Tag], posAtoms[tok.Pos], w.Cluster[2], w.Cluster[3], w.Suffix[2], w.Shape})
	}
	in.nodes = append(in.nodes, rootNode, noNode)
}

// Len returns the number of words.
func (in *Input) Len() int { return len(in.nodes) - 2 }

// at returns the node of word i, and that of no word outside of the sentence.
func (in *Input) at(i int) *node {
	if i < 0 || i >= len(in.nodes) {
		return &in.nodes[len(in.nodes)-1]
	}
	return &in.nodes[i]
}
