package model

import "cmp"

// A Span is the half-open range [Start, End) of byte offsets into the text of
// one [Document]. Every position inside the program is a byte offset; cells,
// lines and code points exist only at the edges that need them.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// IsEmpty reports whether s covers no text.
func (s Span) IsEmpty() bool { return s.End <= s.Start }

// Has reports whether the byte at offset lies in s.
func (s Span) Has(offset int) bool { return s.Start <= offset && offset < s.End }

// Covers reports whether t lies wholly inside s.
func (s Span) Covers(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Meet returns the part that s and t share; it is empty if there is none.
func (s Span) Meet(t Span) Span {
	return Span{max(s.Start, t.Start), max(min(s.End, t.End), max(s.Start, t.Start))}
}

// Join returns the smallest span that covers both s and t.
func (s Span) Join(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// Compare orders spans by start and, at the same start, the longer one first,
// so that an outer span precedes what it contains.
func (s Span) Compare(t Span) int {
	return cmp.Or(cmp.Compare(s.Start, t.Start), cmp.Compare(t.End, s.End))
}
