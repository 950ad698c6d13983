package model

import (
	"strings"
	"unicode/utf8"
)

// An Anchor finds a passage again after the document was read anew, perhaps
// with changes: where it was, what it said, and what stood on either side. (The
// idea is that of the W3C's Web Annotation selectors; here a passage is never
// quietly given to other words.)
type Anchor struct {
	Span                         // where it is now; empty if it is an Orphan
	Exact, Prefix, Suffix string // as it was when the reader marked it
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

const (
	surroundings = 32 // code points kept on either side of an anchor
	familiar     = 12 // code points of the surroundings that must still be there to trust a place,
	telling      = 40 // and of passage and surroundings together to trust another place
)

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

// A Found is what [Anchor.Resolve] found.
type Found struct {
	Span  Span
	Fit   Fit
	Score float64 // how much of the passage's words stand there, 0 to 1
	Next  Span    // the runner-up of a Doubtful passage; empty if there is none
}

// Resolve looks for the passage in d, which may have changed since the anchor
// was made. It trusts a place only if the words are the same and enough of what
// stood beside them still does, and no other place has as much to say for
// itself; everything else is Doubtful, for the reader to settle.
func (a Anchor) Resolve(d *Document) Found {
	if a.Exact == "" {
		return Found{Span: a.nowhere(d), Fit: Orphan}
	}
	if a.End <= d.Len() && a.Start >= 0 && d.Text(a.Span) == a.Exact && a.known(d, a.Span) >= a.surroundings() {
		return Found{Span: a.Span, Fit: Same, Score: 1}
	}
	type place struct {
		Span
		known int // code points of the surroundings that are still there
	}
	var best, second place
	n := 0
	for at := 0; ; n++ {
		i := strings.Index(d.text[at:], a.Exact)
		if i < 0 {
			break
		}
		p := place{Span: Span{at + i, at + i + len(a.Exact)}}
		p.known = a.known(d, p.Span)
		if p.Span == a.Span {
			p.known++ // of two equal places, where it was
		}
		switch {
		case n == 0 || p.known > best.known:
			best, second = p, best
		case p.known > second.known || second.IsEmpty():
			second = p
		}
		_, width := utf8.DecodeRuneInString(d.text[at+i:])
		at += i + width
	}
	if n == 0 {
		return a.similar(d)
	}
	enough := min(familiar, a.surroundings())
	switch {
	case best.Span == a.Span && best.known >= enough && best.known > second.known:
		return Found{Span: best.Span, Fit: Same, Score: 1}
	case best.known >= enough && best.known+utf8.RuneCountInString(a.Exact) >= telling &&
		(n == 1 || best.known >= second.known+familiar/2):
		return Found{Span: best.Span, Fit: Moved, Score: 1}
	}
	return Found{Span: best.Span, Fit: Doubtful, Score: 1, Next: second.Span}
}

// At returns the anchor as it stands after f was found: a passage that is sure
// is described anew, any other keeps the words that the reader marked.
func (a Anchor) At(d *Document, f Found) Anchor {
	if f.Fit <= Moved {
		b := AnchorAt(d, f.Span)
		b.Fit = f.Fit
		return b
	}
	a.Span, a.Fit = f.Span, f.Fit
	return a
}

// known counts the code points next to s that are those of the anchor, on both
// sides together. An edge of the text that stood there counts as an edge still.
func (a Anchor) known(d *Document, s Span) (n int) {
	before, after := d.text[:s.Start], d.text[s.End:]
	p := a.Prefix
	for p != "" {
		r, w := utf8.DecodeLastRuneInString(p)
		q, v := utf8.DecodeLastRuneInString(before)
		if r != q || v == 0 {
			break
		}
		p, before = p[:len(p)-w], before[:len(before)-v]
		n++
	}
	if p == "" && before == "" {
		n += edge(a.Prefix)
	}
	p = a.Suffix
	for p != "" {
		r, w := utf8.DecodeRuneInString(p)
		q, v := utf8.DecodeRuneInString(after)
		if r != q || v == 0 {
			break
		}
		p, after = p[w:], after[v:]
		n++
	}
	if p == "" && after == "" {
		n += edge(a.Suffix)
	}
	return n
}

// edge returns what an edge of the text counts for at the end of side: nothing
// if the text went on there.
func edge(side string) int {
	if utf8.RuneCountInString(side) < surroundings {
		return familiar / 2
	}
	return 0
}

// surroundings returns how much stood beside the passage, as known counts.
func (a Anchor) surroundings() int {
	return utf8.RuneCountInString(a.Prefix) + edge(a.Prefix) + utf8.RuneCountInString(a.Suffix) + edge(a.Suffix)
}

// nowhere returns an empty span near where the passage was.
func (a Anchor) nowhere(d *Document) Span {
	at := max(0, min(a.Start, d.Len()))
	for at > 0 && at < d.Len() && !utf8.RuneStart(d.text[at]) {
		at--
	}
	return Span{at, at}
}
