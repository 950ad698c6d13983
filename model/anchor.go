package model

import "unicode/utf8"

// An Anchor finds a passage again after the document was read anew, perhaps
// with changes: where it was, what it said, and what stood on either side.
type Anchor struct {
	Span
	Exact, Prefix, Suffix string
	Fit                   Fit
}

// Fit says how the passage of an [Anchor] was found in the document as it is
// now.
type Fit uint8

const (
	Same     Fit = iota // at the same place, in the same words
	Moved               // the same words elsewhere, in the same surroundings
	Doubtful            // something like it; the reader has to say whether it is
	Orphan              // nowhere; its span is empty
)

// String returns the word that the sidecar and the exports use for f.
func (f Fit) String() string { return [...]string{"exact", "moved", "needs review", "orphan"}[f] }

const surroundings = 32 // code points kept on either side of an anchor

// AnchorAt describes the passage under s.
func AnchorAt(d *Document, s Span) Anchor {
	from, to := s.Start, s.End
	for range surroundings {
		_, n := utf8.DecodeLastRuneInString(d.text[:from])
		from -= n
		_, n = utf8.DecodeRuneInString(d.text[to:])
		to += n
	}
	return Anchor{Span: s, Exact: d.Text(s), Prefix: d.text[from:s.Start], Suffix: d.text[s.End:to]}
}
