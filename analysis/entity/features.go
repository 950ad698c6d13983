package entity

import (
	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// An Input is one sentence, ready for features.
type Input struct {
	Kinds    *weights.Kinds // the embedded ones if nil
	Memory   *Memory        // of the text that is read; nil at the first reading
	Register Register       // of the text
	Cased    bool           // names have capitals, whatever the words are

	words      []weights.Word
	leans      []leaning
	tags       []uint64
	tagNumbers []syntax.Tag
	rows       []int8
	hints      []uint64 // what the word lists say of the word; 0 for nothing
	runs       []run
	first      int // token of the text
	features   []uint64
	reader     weights.Reader
}

// A leaning is what kind of name a word tends to be part of: its code and the
// group of that, both 0 for unknown words.
type leaning struct {
	code, group uint64
	number      byte
}

var (
	tagAtoms   [syntax.Tags + 1]uint64
	labelAtoms [Labels]uint64
)

func init() {
	for i := range tagAtoms {
		tagAtoms[i] = weights.Atom(1000 + i)
	}
	for i := range labelAtoms {
		labelAtoms[i] = weights.Atom(7000 + i)
	}
}

// Read takes in the tokens [first, last) of t.
func (in *Input) Read(t *syntax.Text, first, last int) {
	if in.Kinds == nil {
		in.Kinds = weights.NameKinds()
	}
	in.first = first
	in.words, in.tags, in.hints, in.leans = in.words[:0], in.tags[:0], in.hints[:0], in.leans[:0]
	in.tagNumbers = in.tagNumbers[:0]
	for i := first; i < last; i++ {
		w := in.reader.See(t.Word(i))
		in.words, in.tags = append(in.words, *w), append(in.tags, tagAtoms[t.Tokens[i].Tag])
		in.hints = append(in.hints, hints()[w.Low])
		number := in.Kinds.Of(w.Low)
		code, group := in.Kinds.Atoms(number)
		in.leans = append(in.leans, leaning{code, group, number})
		in.tagNumbers = append(in.tagNumbers, t.Tokens[i].Tag)
	}
	in.findRuns()
}

// Len returns the number of tokens.
func (in *Input) Len() int { return len(in.words) }

// A Scorer adds the weights of features to a score for each label.
type Scorer interface {
	Score(features []uint64, out []int32)
}

// score fills the lattice from the table, but for the transitions.
func (in *Input) score(table Scorer, t *Lattice) {
	t.clear(in.Len())
	for i := range t.Emit {
		if in.Plain(i) {
			t.shut(i)
			continue
		}
		in.features = in.Features(in.features[:0], i)
		in.add(table, in.features, &t.Emit[i])
	}
}

// transitions fills the lattice with what each label scores after another.
func (in *Input) transitions(table Scorer, t *Lattice) {
	var key [1]uint64
	for p := range t.Trans {
		clear(t.Trans[p][:])
		key[0] = Transition(Label(p))
		table.Score(key[:], t.Trans[p][:])
	}
}

// Plain reports whether no name can be at token i: it has no capital, was not
// taken for a proper noun and is no word that is seldom outside of names, and so
// it is with its neighbours.
func (in *Input) Plain(i int) bool {
	for k := max(0, i-1); k <= min(i+1, len(in.words)-1); k++ {
		if in.words[k].Capital || in.tags[k] == tagAtoms[syntax.TagNNP] || !in.Cased && in.Kinds.Named(in.leans[k].number) {
			return false
		}
	}
	return true
}

// Transition returns the feature that every label after p has.
func Transition(p Label) uint64 { return weights.Key(400, labelAtoms[p]) }

func (in *Input) at(i int) *weights.Word {
	if i < 0 || i >= len(in.words) {
		return &weights.Edge
	}
	return &in.words[i]
}

func (in *Input) tag(i int) uint64 {
	if i < 0 || i >= len(in.tags) {
		return tagAtoms[syntax.Tags]
	}
	return in.tags[i]
}

func (in *Input) hint(i int) uint64 {
	if i < 0 || i >= len(in.hints) {
		return 0
	}
	return in.hints[i]
}

func (in *Input) lean(i int) leaning {
	if i < 0 || i >= len(in.leans) {
		return leaning{}
	}
	return in.leans[i]
}

// Features appends the features of token i.
func (in *Input) Features(f []uint64, i int) []uint64 {
	at, tag, hint, lean := in.at, in.tag, in.hint, in.lean
	key, key2, key3 := weights.Key, weights.Key2, weights.Key3
	w, m1, m2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	x, xp, xn := tag(i), tag(i-1), tag(i+1)
	first := uint64(1)
	if i == 0 {
		first = 3
	}
	f = append(f, key(401, 1), key(402, w.Form), key(403, w.Low), key(404, w.Shape), key2(405, w.Shape, first), key(406, x), key2(407, x, w.Shape), key2(408, xp, x), key2(409, x, xn), key3(410, xp, x, xn),
		key(411, m1.Low), key(412, n1.Low), key(413, m2.Low), key(414, n2.Low), key2(415, m1.Low, w.Low), key2(416, w.Low, n1.Low), key(417, m1.Shape), key(418, n1.Shape), key3(419, m1.Shape, w.Shape, n1.Shape),
		key2(420, w.Shape, m1.Low), key2(421, w.Shape, n1.Low), key3(422, m2.Low, m1.Low, w.Shape), key3(423, w.Shape, n1.Low, n2.Low), key3(424, m1.Shape, n1.Low, w.Shape), key3(425, w.Shape, n1.Shape, n2.Low), key3(426, m2.Low, m1.Shape, w.Shape),
		key3(427, m2.Shape, m1.Shape, w.Shape), key3(428, w.Shape, n1.Shape, n2.Shape))
	for k, s := range w.Suffix {
		if s != 0 {
			f = append(f, key(430+k, s))
		}
	}
	for k, s := range w.Prefix {
		if s != 0 {
			f = append(f, key(436+k, s))
		}
	}
	if c := &w.Cluster; c[3] != 0 {
		f = append(f, key(450, c[0]), key(451, c[1]), key(452, c[2]), key(453, c[3]), key2(454, c[2], w.Shape), key2(456, c[3], x), key2(457, c[3], w.Shape), key2(458, c[0], w.Shape))
	} else {
		f = append(f, key(459, w.Shape))
	}
	if c := &m1.Cluster; c[3] != 0 {
		f = append(f, key(460, c[1]), key(461, c[2]), key(462, c[3]), key2(463, c[2], w.Cluster[2]), key2(464, c[2], w.Shape), key2(465, c[3], w.Shape))
	}
	if c := &n1.Cluster; c[3] != 0 {
		f = append(f, key(466, c[1]), key(467, c[2]), key(468, c[3]), key2(469, c[2], w.Cluster[2]), key2(470, c[2], w.Shape), key2(471, c[3], w.Shape))
	}
	if c := &n2.Cluster; c[3] != 0 {
		f = append(f, key3(472, c[2], n1.Cluster[2], w.Shape))
	}
	if c := &m2.Cluster; c[3] != 0 {
		f = append(f, key3(473, c[2], m1.Cluster[2], w.Shape))
	}
	if h := hint(i); h != 0 {
		f = append(f, key(474, h), key2(475, h, w.Shape), key2(476, h, w.Cluster[2]), key2(483, h, n1.Shape), key2(484, h, m1.Shape))
	}
	if h := hint(i - 1); h != 0 {
		f = append(f, key(477, h), key2(478, h, w.Shape))
	}
	if h := hint(i + 1); h != 0 {
		f = append(f, key(479, h), key2(480, h, w.Shape))
	}
	if h := hint(i + 2); h != 0 {
		f = append(f, key3(481, h, n1.Shape, w.Shape))
	}
	if h := hint(i - 2); h != 0 {
		f = append(f, key3(482, h, m1.Shape, w.Shape))
	}
	f = in.runFeatures(f, i)
	if in.Memory != nil {
		f = in.memoryFeatures(f, i)
	}
	c, cp, cn := lean(i), lean(i-1), lean(i+1)
	return append(f, key(500, c.code), key(501, c.group), key2(502, c.code, w.Shape), key2(503, c.group, x), key2(504, c.group, m1.Low), key2(505, c.group, n1.Low),
		key2(506, cp.code, w.Shape), key2(507, cn.code, w.Shape), key2(508, cp.group, c.group), key2(509, c.group, cn.group), key3(510, cp.group, c.group, cn.group),
		key3(511, m1.Shape, c.group, n1.Shape), key3(512, cp.group, m1.Shape, c.group), key3(513, cn.group, n1.Shape, c.group),
		key3(514, lean(i-2).group, cp.group, c.group), key3(515, c.group, cn.group, lean(i+2).group))
}
