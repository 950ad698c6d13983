package entity

import (
	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// A Memory is what a first reading took the capitalised words of a text for, and
// where they stand: what is clear in one place of a text tells of the others. It
// is only read once it is made.
type Memory struct {
	text   *syntax.Text
	labels []Label         // of each token
	forms  map[uint64]form // of capitalised words, by lower-case atom
	pairs  map[uint64]tally
}

// A tally counts what a word was taken for.
type tally struct {
	kinds [5]int32 // of names; the last in none
	parts [4]int32 // of a name
}

// A form is a capitalised word wherever it stands.
type form struct {
	tally
	places [places + 1]int32 // the first of them, each plus 1
	lower  int32             // how often it stands without a capital
}

// places is how many other places of a word are looked at.
const places = 3

func (t *tally) add(l Label, d int32) {
	if l == Outside {
		t.kinds[len(t.kinds)-1] += d
		return
	}
	t.kinds[l.Kind()] += d
	t.parts[l.part()] += d
}

// Remember makes the memory of a text from the label of each token.
func Remember(t *syntax.Text, labels []Label) *Memory {
	m := &Memory{text: t, labels: labels, forms: map[uint64]form{}, pairs: map[uint64]tally{}}
	var r weights.Reader
	before, after := uint64(0), false // the word before, if it has a capital
	for i := range t.Tokens {
		w := r.See(t.Word(i))
		if !w.Capital {
			after = false
			continue
		}
		f := m.forms[w.Low]
		f.add(labels[i], 1)
		for k := range f.places {
			if f.places[k] == 0 {
				f.places[k] = int32(i + 1)
				break
			}
		}
		m.forms[w.Low] = f
		if after {
			pair := weights.Join(before, w.Low)
			p := m.pairs[pair]
			p.add(labels[i], 1)
			m.pairs[pair] = p
		}
		before, after = w.Low, true
	}
	for i := range t.Tokens {
		w := r.See(t.Word(i))
		if f, ok := m.forms[w.Low]; ok && !w.Capital {
			f.lower++
			m.forms[w.Low] = f
		}
	}
	return m
}

// LabelsOf returns the label of each token of t that names spell.
func LabelsOf(t *syntax.Text, names []syntax.Name) []Label {
	labels := make([]Label, len(t.Tokens))
	for _, n := range names {
		for i := n.First; i < n.Last; i++ {
			labels[i] = LabelOf(n.Kind, i-n.First, n.Last-n.First)
		}
	}
	return labels
}

// A recollection is what the other places of a word say of it: what it is in
// most of them, how many and how sure that is, and which part of a name it is.
// All are 0 if there is no other place.
type recollection struct{ kind, weight, part uint64 }

// less returns what t says without one word labelled l.
func (t tally) less(l Label) recollection {
	t.add(l, -1)
	n, best := int32(0), 0
	for k, c := range t.kinds {
		n += c
		if c > t.kinds[best] {
			best = k
		}
	}
	if n == 0 {
		return recollection{}
	}
	share, many := 1, 1
	switch most := t.kinds[best]; {
	case most == n:
		share = 3
	case 3*most >= 2*n:
		share = 2
	}
	switch {
	case n >= 6:
		many = 4
	case n >= 3:
		many = 3
	case n >= 2:
		many = 2
	}
	part := 0
	for k, c := range t.parts {
		if c > t.parts[part] {
			part = k
		}
	}
	return recollection{weights.Atom(9600 + best), weights.Atom(9700 + 8*share + many), weights.Atom(9800 + part)}
}

// recall returns what is remembered of token i of the sentence in.
func (in *Input) recall(i int) recollection {
	if i < 0 || i >= len(in.words) || !in.words[i].Capital {
		return recollection{}
	}
	return in.Memory.forms[in.words[i].Low].less(in.Memory.labels[in.first+i])
}

// recallPair returns what is remembered of token i where it follows the token before.
func (in *Input) recallPair(i int) recollection {
	if i < 1 || i >= len(in.words) || !in.words[i].Capital || !in.words[i-1].Capital {
		return recollection{}
	}
	return in.Memory.pairs[weights.Join(in.words[i-1].Low, in.words[i].Low)].less(in.Memory.labels[in.first+i])
}

// memoryFeatures appends what the other places of token i and its neighbours say.
func (in *Input) memoryFeatures(f []uint64, i int) []uint64 {
	key, key2, key3 := weights.Key, weights.Key2, weights.Key3
	w, group := &in.words[i], in.lean(i).group
	m, before, after := in.recall(i), in.recall(i-1), in.recall(i+1)
	if m.kind != 0 {
		f = append(f, key2(700, m.kind, m.weight), key3(701, m.kind, m.part, m.weight), key3(702, m.kind, m.part, w.Shape), key3(703, m.kind, m.weight, group))
	}
	if m.kind|before.kind|after.kind != 0 {
		f = append(f, key3(704, before.kind, m.kind, after.kind), key2(705, before.kind, before.part), key2(706, after.kind, after.part),
			key3(707, before.kind, before.part, w.Shape), key3(708, after.kind, after.part, w.Shape))
	}
	if !w.Capital {
		return f
	}
	if p := in.recallPair(i); p.kind != 0 {
		f = append(f, key2(710, p.kind, p.weight), key2(711, p.kind, p.part))
	}
	if p := in.recallPair(i + 1); p.kind != 0 {
		f = append(f, key2(712, p.kind, p.weight), key2(713, p.kind, p.part))
	}
	t, known := in.Memory.text, in.Memory.forms[w.Low]
	if known.lower > 0 {
		f = append(f, key2(714, weights.Atom(int(min(3, known.lower))), w.Shape))
	}
	seen := 0
	for _, p := range known.places {
		o := int(p) - 1
		if o < 0 || o == in.first+i || seen == places {
			continue
		}
		seen++
		if o > 0 {
			b := in.reader.See(t.Word(o - 1))
			f = append(f, key(720, b.Low), key(721, b.Cluster[2]), key(722, b.Cluster[3]))
		}
		if o+1 < len(t.Tokens) {
			b := in.reader.See(t.Word(o + 1))
			f = append(f, key(723, b.Low), key(724, b.Cluster[2]), key(725, b.Cluster[3]))
		}
	}
	return f
}
