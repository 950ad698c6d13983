package ui

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/model"
)

// A search finds words in the article. A pattern in small letters matches
// capitals too.
type search struct {
	pattern string
	hits    []model.Span
	text    string // the article in small letters, made when it is first wanted
}

// find looks for pattern in d.
func (s *search) find(d *model.Document, pattern string) {
	s.pattern, s.hits = pattern, nil
	if pattern == "" {
		return
	}
	text := d.Text(d.All())
	if !hasUpper(pattern) {
		if s.text == "" {
			s.text = lower(text)
		}
		text, pattern = s.text, lower(pattern)
	}
	for at := 0; ; {
		i := strings.Index(text[at:], pattern)
		if i < 0 {
			return
		}
		s.hits = append(s.hits, model.Span{Start: at + i, End: at + i + len(pattern)})
		at += i + len(pattern)
	}
}

// lower is strings.ToLower without the few letters whose length it would
// change, so that places stay what they are.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s)
}

// from returns the index of the first hit at or after a byte, the first one if
// there is none, and -1 without hits.
func (s *search) from(at int) int {
	if len(s.hits) == 0 {
		return -1
	}
	i := sort.Search(len(s.hits), func(i int) bool { return s.hits[i].Start >= at })
	return i % len(s.hits)
}

// on returns the index of the hit under a byte, or -1.
func (s *search) on(at int) int {
	i := sort.Search(len(s.hits), func(i int) bool { return s.hits[i].End > at })
	if i < len(s.hits) && s.hits[i].Has(at) {
		return i
	}
	return -1
}

// around is how many code points of a line the concordance looks at on either
// side of a hit.
const around = 80

// concordance lists the hits with what stands before (Who) and after them
// (About).
func (s *search) concordance(d *model.Document) []*model.Item {
	items := make([]*model.Item, len(s.hits))
	for n, h := range s.hits {
		b := d.Blocks()[d.BlockAt(h.Start)]
		before := []rune(flat(d.Text(model.Span{Start: min(b.Start, h.Start), End: h.Start})))
		after := []rune(flat(d.Text(model.Span{Start: h.End, End: max(b.End, h.End)})))
		items[n] = &model.Item{Who: string(before[max(0, len(before)-around):]), Label: flat(d.Text(h)),
			About: string(after[:min(around, len(after))]), Spans: []model.Span{h}}
	}
	return items
}

func flat(s string) string { return strings.ReplaceAll(s, "\n", " ") }
