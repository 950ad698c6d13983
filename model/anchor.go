package model

import "unicode/utf8"

// An Anchor finds a passage again after the document was read anew, perhaps
// with changes: where it was, what it said, and what stood on either side.
type Anchor struct {
	Span
	Exact, Prefix, Suffix string
}

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
