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
