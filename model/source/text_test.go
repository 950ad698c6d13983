package source

import (
	"strings"
	"testing"

	"lectern/model"
)

func TestText(t *testing.T) {
	long := "This line is so long that nobody would have wrapped it by hand, and so it must be a paragraph of its own."
	tests := []struct{ name, text, want string }{
		{"wrapped by hand", "The bridge is shut\n\nBy Ann Writer\n\nOn Monday the\r\nbridge was   shut.\r\n\r\nNobody knew.\n", "headline: The bridge is shut\nbyline: By Ann Writer\nparagraph: On Monday the bridge was   shut.\nparagraph: Nobody knew.\n"},
		{"a line a paragraph", long + "\n" + long + "\nShort.\n", "paragraph: " + long + "\nparagraph: " + long + "\nparagraph: Short.\n"},
		{"a sentence is no headline", "It rained.\n\nIt did.", "paragraph: It rained.\nparagraph: It did.\n"},
		{"nor is a speaker", "LUND: Who decides?\n\nHALABI: Not me.", "paragraph: LUND: Who decides?\nparagraph: HALABI: Not me.\n"},
		{"one line is the article", "The bridge is shut", "paragraph: The bridge is shut\n"},
		{"old newlines", "a.\r\rb.\f\fc.", "paragraph: a.\nparagraph: b.\nparagraph: c.\n"},
		{"a mark at the beginning", "\ufeffOne.\n\nTwo.", "paragraph: One.\nparagraph: Two.\n"},
	}
	for _, test := range tests {
		if got := outline(read(t, "a.txt", test.text)); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

func TestTextPlaces(t *testing.T) {
	file := "\ufeffTitle 😀\r\n\r\nIt  said\x1b that\r\nnothing was.\r\n"
	d := read(t, "a.txt", file)
	if got := outline(d); got != "headline: Title 😀\nparagraph: It  said␛ that nothing was.\n" {
		t.Fatal(got)
	}
	points := model.NewPoints(d)
	raw := []rune(file)[1:]
	r := points.Range(d.Blocks()[1].Span)
	if got := string(raw[r.Start:r.End]); got != "It  said\x1b that\r\nnothing was." {
		t.Errorf("the paragraph stands at %q", got)
	}
}

func TestFormat(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       model.Format
	}{
		{"a.txt", "# no heading", model.Text},
		{"A.MD", "x", model.Markdown},
		{"a.htm", "x", model.HTML},
		{"standard input", "<!DOCTYPE html><p>x", model.HTML},
		{"standard input", "# A heading\n\nx", model.Markdown},
		{"standard input", "Some words.\n", model.Text},
		{"article", "He paid #1 for it. 2 * 3 is 6.\n", model.Text},
	} {
		if got := format(test.name, test.text); got != test.want {
			t.Errorf("%s %q: %v, want %v", test.name, test.text, got, test.want)
		}
	}
}

// A line that happens to begin like an item of a list does not break the
// paragraph that it is wrapped into; items keep the lines that go on.
func TestMarkersInWrappedText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The committee met for the first time in its history on day\n12. It was raining, and nobody who had a choice had come to\nthe hall in time for the vote.", "paragraph: The committee met for the first time in its history on day 12. It was raining, and nobody who had a choice had come to the hall in time for the vote."},
		{"- a lamp that can be seen from the other side of the bay\nand that does not go out in the rain\n- two ropes", "item: a lamp that can be seen from the other side of the bay and that does not go out in the rain\nitem: two ropes"},
	} {
		var got []string
		d := read(t, "a.txt", c.text)
		for _, b := range d.Blocks() {
			got = append(got, kinds[b.Kind]+": "+d.Text(b.Span))
		}
		if s := strings.Join(got, "\n"); s != c.want {
			t.Errorf("got\n%s\nwant\n%s", s, c.want)
		}
	}
}

// A pile of marks is cut off however it was written.
func TestPilesInPieces(t *testing.T) {
	for name, text := range map[string]string{
		"a.md":   "a" + strings.Repeat("&#x301;", 500) + " and a" + strings.Repeat("\u0301*\u0301*", 200),
		"b.txt":  "क" + strings.Repeat("\u200d\u0301", 500) + " words",
		"a.html": "<p>a" + strings.Repeat("<b>&#x301;</b>", 500) + " words</p>",
	} {
		n := 0
		for _, r := range read(t, name, text).Text(read(t, name, text).All()) {
			if n++; !model.Piles(r) {
				n = 0
			}
			if n > model.MostMarks {
				t.Errorf("%s: more than %d marks on one letter", name, model.MostMarks)
				break
			}
		}
	}
}
