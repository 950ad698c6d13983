package model

import (
	"slices"
	"time"
)

// A Mark is the reader's own: tags and a note on a passage, which may be in
// several pieces. It points at text, never at the engine's findings, so that a
// new analysis cannot orphan it.
type Mark struct {
	ID      string
	Anchors []Anchor // in text order; never empty
	Note    string   // Markdown
	Tags    []string
	Author  string
	Made    time.Time
	Changed time.Time
}

// Spans returns where the mark shows, in text order.
func (m Mark) Spans() []Span {
	s := make([]Span, len(m.Anchors))
	for i, a := range m.Anchors {
		s[i] = a.Span
	}
	return s
}

// Fit returns how well the passages of m were found: that of the worst.
func (m Mark) Fit() Fit {
	worst := Same
	for _, a := range m.Anchors {
		worst = max(worst, a.Fit)
	}
	return worst
}

// A Reading is one reader's work on one document: the analysis, once there is
// one, and the reader's marks. It is the only thing that changes, and only by
// its verbs, each of which can be undone.
type Reading struct {
	Document *Document
	Analysis *Analysis // nil until the engine is done
	marks    []Mark    // sorted by first span, then ID; replaced, never changed in place
	undo     []step
	redo     []step
}

// step is one act of the reader: the marks before and after it.
type step struct {
	did           string
	before, after []Mark
}

// NewReading starts a reading of d with the marks that were kept from earlier.
func NewReading(d *Document, kept []Mark) *Reading {
	r := &Reading{Document: d, marks: slices.Clone(kept)}
	slices.SortStableFunc(r.marks, compareMarks)
	return r
}

// Marks returns the marks in text order. The slice is never changed afterwards,
// so it may be handed to another goroutine.
func (r *Reading) Marks() []Mark { return r.marks }

// Mark returns the mark with that ID.
func (r *Reading) Mark(id string) (Mark, bool) {
	for _, m := range r.marks {
		if m.ID == id {
			return m, true
		}
	}
	return Mark{}, false
}

// Put adds m, or replaces the mark with its ID. did is what undo will call it:
// "add a note".
func (r *Reading) Put(m Mark, did string) {
	next := slices.DeleteFunc(slices.Clone(r.marks), func(x Mark) bool { return x.ID == m.ID })
	i, _ := slices.BinarySearchFunc(next, m, compareMarks)
	r.act(did, slices.Insert(next, i, m))
}

// Delete removes the mark with that ID and reports whether there was one.
func (r *Reading) Delete(id, did string) bool {
	next := slices.DeleteFunc(slices.Clone(r.marks), func(x Mark) bool { return x.ID == id })
	if len(next) == len(r.marks) {
		return false
	}
	r.act(did, next)
	return true
}

// Undo takes back the last act and says what it was.
func (r *Reading) Undo() (did string, ok bool) {
	if len(r.undo) == 0 {
		return "", false
	}
	s := r.undo[len(r.undo)-1]
	r.undo = r.undo[:len(r.undo)-1]
	r.redo = append(r.redo, s)
	r.marks = s.before
	return s.did, true
}

// Redo does again what Undo took back last.
func (r *Reading) Redo() (did string, ok bool) {
	if len(r.redo) == 0 {
		return "", false
	}
	s := r.redo[len(r.redo)-1]
	r.redo = r.redo[:len(r.redo)-1]
	r.undo = append(r.undo, s)
	r.marks = s.after
	return s.did, true
}

func (r *Reading) act(did string, next []Mark) {
	r.undo = append(r.undo, step{did, r.marks, next})
	r.redo = nil
	r.marks = next
}

func compareMarks(a, b Mark) int {
	if c := a.Anchors[0].Compare(b.Anchors[0].Span); c != 0 {
		return c
	}
	if a.ID < b.ID {
		return -1
	} else if a.ID > b.ID {
		return 1
	}
	return 0
}
