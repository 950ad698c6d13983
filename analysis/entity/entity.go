// Package entity finds the names of persons, organizations, places and other
// things: a conditional random field over BILOU labels (Ratinov and Roth 2009),
// decoded with Viterbi sentence by sentence. It knows nothing of who is who.
package entity

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// Names fills t.Names, in text order. The tokens of t are tagged.
func Names(t *syntax.Text) {
	var f Finder
	var r Reading
	f.Register = RegisterOf(t, nil)
	for s := range t.Sentences {
		f.First(&r, t, s)
	}
	f.Memory = Remember(t, LabelsOf(t, r.Names))
	t.Names = t.Names[:0]
	for s := range t.Sentences {
		t.Names = f.Again(t.Names, &r, t, s)
	}
}

// A Finder finds names sentence by sentence and keeps its working memory. Its
// zero value is ready; it serves one goroutine.
type Finder struct {
	Table   *weights.Table   // the embedded ones if nil
	Windows *weights.Windows // none if nil and there is a table

	Input
	lattice Lattice
	labels  []Label
	ready   bool // the lattice has its transitions
}

// Sentence appends the names of sentence s of t to names. It looks at nothing
// outside of the sentence but for what is in the memory, if there is one.
func (f *Finder) Sentence(names []syntax.Name, t *syntax.Text, s int) []syntax.Name {
	f.prepare()
	f.Read(t, t.Sentences[s].First, t.Sentences[s].Last)
	f.score(f.Table, &f.lattice)
	if f.Windows != nil {
		f.scoreWindows(f.Windows, &f.lattice)
	}
	f.labels = f.lattice.Best(f.labels[:0])
	return f.collect(names, f.first)
}

// prepare sees to it that there are weights, and that the lattice has its
// transitions.
func (f *Finder) prepare() {
	if f.ready {
		return
	}
	if f.Table == nil {
		f.Table, f.Windows = weights.Names(), weights.NameWindows()
	}
	f.transitions(f.Table, &f.lattice)
	for p := range f.lattice.Trans {
		for l := range f.lattice.Trans[p] {
			if f.Windows != nil {
				f.lattice.Trans[p][l] += f.Windows.After(p, l)
			}
		}
	}
	f.ready = true
}

// collect appends the names that the labels spell.
func (f *Finder) collect(names []syntax.Name, first int) []syntax.Name {
	start := 0
	for i, l := range f.labels {
		if l.Begins() {
			start = i
		}
		if l.Ends() {
			names = append(names, syntax.Name{First: first + start, Last: first + i + 1, Kind: l.Kind(), Sure: f.lattice.sure(f.labels, start, i+1)})
		}
	}
	return names
}

// A Label is outside of names or says which part of which kind of name a token is.
type Label uint8

// The labels are Outside and then, for each kind, begin, inside, last and unit.
const (
	Outside Label = 0
	Labels        = 1 + 4*4
)

const (
	begin = iota
	inside
	last
	unit
)

// LabelOf returns the label of token i of a name of n tokens.
func LabelOf(kind syntax.NameKind, i, n int) Label {
	part := inside
	switch {
	case n == 1:
		part = unit
	case i == 0:
		part = begin
	case i == n-1:
		part = last
	}
	return Label(1 + 4*int(kind) + part)
}

// Kind returns the kind of name of a label that is not Outside.
func (l Label) Kind() syntax.NameKind { return syntax.NameKind((l - 1) / 4) }

func (l Label) part() int { return int(l-1) % 4 }

// Begins reports whether a name begins with l.
func (l Label) Begins() bool { return l != Outside && (l.part() == begin || l.part() == unit) }

// Ends reports whether a name ends with l.
func (l Label) Ends() bool { return l != Outside && (l.part() == last || l.part() == unit) }

// open reports whether a name goes on after l.
func (l Label) open() bool { return l != Outside && !l.Ends() }

// Follows reports whether l may stand after before.
func (l Label) Follows(before Label) bool {
	if before.open() {
		return l != Outside && !l.Begins() && l.Kind() == before.Kind()
	}
	return l == Outside || l.Begins()
}

// after lists the labels that each label may follow.
var after = func() (a [Labels][]Label) {
	for l := range Label(Labels) {
		for p := range Label(Labels) {
			if l.Follows(p) {
				a[l] = append(a[l], p)
			}
		}
	}
	return a
}()

// Spans returns the names that labels spell, as token ranges from 0.
func Spans(labels []Label) (names []syntax.Name) {
	start := 0
	for i, l := range labels {
		if l.Begins() {
			start = i
		}
		if l.Ends() {
			names = append(names, syntax.Name{First: start, Last: i + 1, Kind: l.Kind()})
		}
	}
	return slices.Clip(names)
}
