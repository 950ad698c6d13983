package entity

import "lectern/analysis/syntax"

// A Reading is what a first reading of some sentences, one after the other, came
// to: their names, and what each label scored. The second reading uses it up.
type Reading struct {
	Names  []syntax.Name
	scores [][Labels]int32 // of the tokens that are not plain
}

// First adds sentence s of t to a reading. The finder has no memory yet.
func (f *Finder) First(r *Reading, t *syntax.Text, s int) {
	r.Names = f.Sentence(r.Names, t, s)
	for i, scores := range f.lattice.Emit {
		if !f.Plain(i) {
			r.scores = append(r.scores, scores)
		}
	}
}

// Again appends the names of the next sentence of the reading, which is s, to
// names: those of the first reading, unless what is remembered of its words says
// otherwise, or one would end with a small word.
func (f *Finder) Again(names []syntax.Name, r *Reading, t *syntax.Text, s int) []syntax.Name {
	f.prepare()
	first, last := t.Sentences[s].First, t.Sentences[s].Last
	f.Read(t, first, last)
	said := 0
	for said < len(r.Names) && r.Names[said].First < last {
		said++
	}
	stirred := false
	f.lattice.clear(f.Len())
	for i := range f.lattice.Emit {
		if f.Plain(i) {
			f.lattice.shut(i)
			continue
		}
		f.lattice.Emit[i], r.scores = r.scores[0], r.scores[1:]
		if f.features = f.memoryFeatures(f.features[:0], i); len(f.features) > 0 {
			f.add(f.Table, f.features, &f.lattice.Emit[i])
			stirred = true
		}
		if w := &f.words[i]; !w.Capital && small[w.Low] {
			f.lattice.keepOpen(i) // the corpora have such names, but nobody would call them that
			stirred = true
		}
	}
	if stirred {
		f.labels = f.lattice.Best(f.labels[:0])
		names = f.collect(names, first)
	} else {
		names = append(names, r.Names[:said]...)
	}
	r.Names = r.Names[said:]
	return names
}
