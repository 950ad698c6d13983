package model

import (
	"cmp"
	"crypto/rand"
	"slices"
	"strings"
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

// NewMark starts a mark on spans of d, which must be in text order, with an ID
// of its own.
func NewMark(d *Document, spans []Span, author string, now time.Time) Mark {
	m := Mark{ID: NewID(), Author: author, Made: now, Changed: now}
	for _, s := range spans {
		m.Anchors = append(m.Anchors, AnchorAt(d, s))
	}
	return m
}

// NewID returns a name that nothing else has.
func NewID() string { return strings.ToLower(rand.Text()[:12]) }

// Equal reports whether m and o say the same of the same passages, however
// those were found.
func (m Mark) Equal(o Mark) bool {
	same := func(a, b Anchor) bool {
		a.Fit = b.Fit
		return a == b
	}
	return m.ID == o.ID && m.Note == o.Note && m.Author == o.Author &&
		slices.EqualFunc(m.Anchors, o.Anchors, same) && slices.Equal(m.Tags, o.Tags) &&
		m.Made.Equal(o.Made) && m.Changed.Equal(o.Changed)
}

// A Reading is one reader's work on one document: the analysis, once there is
// one, and the reader's marks. It is the only thing that changes, and only by
// its verbs, each of which can be undone.
type Reading struct {
	Document *Document
	Analysis *Analysis // nil until the engine is done
	marks    []Mark    // in the order of CompareMarks; replaced, never changed in place
	undo     []step
	redo     []step
}

// step is one act of the reader: what became of one mark. It leaves all others
// alone, so that taking it back cannot undo what came from elsewhere meanwhile.
type step struct {
	did    string
	id     string
	before *Mark // nil: there was none
	after  *Mark // nil: there is none any more
}

// NewReading starts a reading of d with the marks that were kept from earlier.
func NewReading(d *Document, kept []Mark) *Reading {
	r := &Reading{Document: d, marks: slices.Clone(kept)}
	slices.SortStableFunc(r.marks, CompareMarks)
	return r
}

// Marks returns the marks in text order. The slice is never changed afterwards,
// so it may be handed to another goroutine.
func (r *Reading) Marks() []Mark { return r.marks }

// Mark returns the mark with that ID.
func (r *Reading) Mark(id string) (Mark, bool) {
	if m := find(r.marks, id); m != nil {
		return *m, true
	}
	return Mark{}, false
}

// Put adds m, or replaces the mark with its ID. did is what undo will call it:
// "add a note".
func (r *Reading) Put(m Mark, did string) { r.act(step{did, m.ID, find(r.marks, m.ID), &m}) }

// Delete removes the mark with that ID and reports whether there was one.
func (r *Reading) Delete(id, did string) bool {
	m := find(r.marks, id)
	if m != nil {
		r.act(step{did, id, m, nil})
	}
	return m != nil
}

// Undo takes back the last act and says what it was.
func (r *Reading) Undo() (did string, ok bool) {
	if len(r.undo) == 0 {
		return "", false
	}
	s := r.undo[len(r.undo)-1]
	r.undo = r.undo[:len(r.undo)-1]
	r.redo = append(r.redo, s)
	r.marks = with(r.marks, s.id, s.before)
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
	r.marks = with(r.marks, s.id, s.after)
	return s.did, true
}

// Adopt takes up what was merged on the way to disk: saved is what was to be
// kept, merged what was kept. Marks that the reader has changed since stay as
// the reader left them. It is no act of the reader and cannot be undone.
func (r *Reading) Adopt(saved, merged []Mark) {
	r.marks = Merge(saved, r.marks, merged)
}

func (r *Reading) act(s step) {
	r.undo = append(r.undo, s)
	r.redo = nil
	r.marks = with(r.marks, s.id, s.after)
}

func find(marks []Mark, id string) *Mark {
	for i := range marks {
		if marks[i].ID == id {
			return &marks[i]
		}
	}
	return nil
}

// with returns a copy of marks in which the mark with that ID is m; nil takes
// it out.
func with(marks []Mark, id string, m *Mark) []Mark {
	next := slices.DeleteFunc(slices.Clone(marks), func(x Mark) bool { return x.ID == id })
	if m == nil {
		return next
	}
	i, _ := slices.BinarySearchFunc(next, *m, CompareMarks)
	return slices.Insert(next, i, *m)
}

// CompareMarks orders marks by their first passage, then by ID.
func CompareMarks(a, b Mark) int {
	return cmp.Or(a.Anchors[0].Compare(b.Anchors[0].Span), cmp.Compare(a.ID, b.ID))
}
