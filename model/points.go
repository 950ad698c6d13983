package model

import "unicode/utf8"

// Points counts in Unicode code points of a document's source, the unit in
// which places are stored and handed to other programs. For plain text and
// Markdown that is the file as it stands on disk (decoded, without its BOM,
// newlines and markup untouched), for other formats the readable text itself;
// either way it is [Source].Raw.
//
// Three units meet here and nowhere else: a [Span] is bytes of the readable
// text, [Document.ToSource] makes of it bytes of Raw, and Points makes of those
// a [Range]. It keeps one count for every stride bytes, so that a lookup costs
// no more than counting through one stride.
type Points struct {
	doc    *Document
	counts []int // counts[i]: code points that start before byte i*stride of Raw
}

// A Range is the half-open range [Start, End) of code points of Source().Raw.
type Range struct{ Start, End int }

const stride = 512 // bytes

// NewPoints counts through the source of d once.
func NewPoints(d *Document) *Points {
	raw := d.source.Raw
	p := &Points{doc: d, counts: make([]int, 1, len(raw)/stride+2)}
	for at := 0; at+stride <= len(raw); at += stride {
		p.counts = append(p.counts, p.counts[len(p.counts)-1]+starts(raw[at:at+stride]))
	}
	return p
}

// starts counts the code points that start in s, which may begin and end in the
// middle of one. Like the decoder it takes each byte of bad UTF-8 for one, but
// for a stray continuation byte, which a source that passed the gate has not.
func starts(s string) (n int) {
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// Len returns the length of the source in code points.
func (p *Points) Len() int { return p.at(len(p.doc.source.Raw)) }

// Range returns the place of s in the source, markup inside s included.
func (p *Points) Range(s Span) Range {
	raw := p.doc.ToSource(s)
	return Range{p.at(raw.Start), p.at(raw.End)}
}

// Ranges returns the places of all of spans; never nil.
func (p *Points) Ranges(spans []Span) []Range {
	out := make([]Range, len(spans))
	for i, s := range spans {
		out[i] = p.Range(s)
	}
	return out
}

// Span returns the readable text that stands at r. A range that is not in the
// source is cut to it; the span is empty if nothing readable is there.
func (p *Points) Span(r Range) Span {
	from := p.byteAt(r.Start)
	if s := p.doc.FromSource(Span{from, p.byteAt(r.End)}); !s.IsEmpty() {
		return s
	}
	at := p.doc.FromSource(Span{from, len(p.doc.source.Raw)}).Start
	return Span{at, at}
}

// at returns the number of code points before byte offset of the source.
func (p *Points) at(offset int) int {
	i := offset / stride
	return p.counts[i] + starts(p.doc.source.Raw[i*stride:offset])
}

// byteAt returns the byte at which the code point n of the source starts.
func (p *Points) byteAt(n int) int {
	raw := p.doc.source.Raw
	if n <= 0 {
		return 0
	}
	low, high := 0, len(p.counts) // the last stride that starts at or before n
	for high-low > 1 {
		if mid := (low + high) / 2; p.counts[mid] <= n {
			low = mid
		} else {
			high = mid
		}
	}
	left := n - p.counts[low]
	for at := low * stride; at < len(raw); at++ {
		if utf8.RuneStart(raw[at]) {
			if left == 0 {
				return at
			}
			left--
		}
	}
	return len(raw)
}
