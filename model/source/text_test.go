package source

import (
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
