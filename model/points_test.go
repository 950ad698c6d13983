package model

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Whatever the source is made of, the range of a span cuts the same words out
// of it that the span cuts out of the readable text.
func TestPointsQuoteTheSource(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "é", "e\u0301", "\r\n", "\n\n", "日本", "😀", "👩\u200d🚀", " ", "עברית", strings.Repeat("x", 300)}), 1, 60).Draw(t, "parts")
		d := FromText(strings.Join(parts, ""))
		text := d.Text(d.All())
		p := NewPoints(d)
		if p.Len() != utf8.RuneCountInString(d.Source().Raw) {
			t.Fatalf("length %d", p.Len())
		}
		var edges []int
		for i := range text {
			edges = append(edges, i)
		}
		edges = append(edges, len(text))
		from := rapid.IntRange(0, len(edges)-1).Draw(t, "from")
		to := rapid.IntRange(from, len(edges)-1).Draw(t, "to")
		s := Span{edges[from], edges[to]}
		r := p.Range(s)
		got := string([]rune(d.Source().Raw)[r.Start:r.End])
		if flat(got) != flat(d.Text(s)) {
			t.Fatalf("%v cuts out %q, not %q", r, got, d.Text(s))
		}
	})
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// A range leads back to the span it was made from.
func TestPointsLeadBack(t *testing.T) {
	d := FromText("Straße 😀 one.\n\nTwo — “three” four.\n\n" + strings.Repeat("ü", 2000))
	p := NewPoints(d)
	text := d.Text(d.All())
	for i := range text {
		_, n := utf8.DecodeRuneInString(text[i:])
		s := Span{i, i + n}
		if d.Text(s) == "\n" {
			continue // between blocks: made from nothing
		}
		if back := p.Span(p.Range(s)); back != s {
			t.Fatalf("%v became %v and then %v", s, p.Range(s), back)
		}
	}
	if s := p.Span(Range{5000, 9000}); !s.IsEmpty() || s.Start != d.Len() {
		t.Errorf("a range beyond the end gave %v", s)
	}
}
