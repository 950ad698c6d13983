package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const match = `The home side arrived late because of the snow.

Team Alpha won its first match on Saturday evening in front of a full house.

Nobody in the hall had expected it, the trainer said, and he least of all.

Team Beta lost its first match on Sunday morning in front of an empty hall.

He declined to comment. The league said that it would look at the schedule again.`

func TestResolve(t *testing.T) {
	tests := []struct {
		name, marked, was, now string
		fit                    Fit
		at                     string // what the span covers afterwards
	}{
		{"nothing changed", "Nobody in the hall", "", "", Same, "Nobody in the hall"},
		{"something before it", "Nobody in the hall", "of the snow.", "of the snow. It had fallen since noon.", Moved, "Nobody in the hall"},
		{"something after it", "Nobody in the hall", "at the schedule again", "at it", Same, "Nobody in the hall"},
		{"its paragraph went up", "he least of all", "The home side", "Nobody in the hall had expected it, the trainer said, and he least of all.\n\nThe home side", Moved, "he least of all"},
		{"deleted beside its twin", "Team Alpha won its first match on Saturday evening in front of a full house.", "Team Alpha won its first match on Saturday evening in front of a full house.\n\n", "", Doubtful, "Team Beta lost its first match on Sunday morning in front of"},
		{"a word changed inside it", "the trainer said, and he least of all", "trainer", "coach", Doubtful, "the coach said, and he least of all"},
		{"the same words, elsewhere only", "He declined to comment.", "He declined to comment. The league", "The league", Orphan, ""},
		{"gone", "The league said that it would look", "The league said that it would look at the schedule again.", "", Orphan, ""},
		{"a short word whose sentence went", "match", "Team Alpha won its first match on Saturday evening in front of a full house.\n\n", "", Doubtful, "match"},
		{"everything else is gone", match, "", "", Same, match},
	}
	for _, test := range tests {
		before := FromText(match)
		at := strings.Index(match, test.marked)
		a := AnchorAt(before, Span{at, at + len(test.marked)})
		now := FromText(strings.Replace(match, test.was, test.now, 1))
		f := a.Resolve(now)
		if got := now.Text(f.Span); f.Fit != test.fit || got != test.at {
			t.Errorf("%s: %v at %q, want %v at %q", test.name, f.Fit, got, test.fit, test.at)
		}
		if b := a.At(now, f); f.Fit > Moved && b.Exact != a.Exact || f.Fit <= Moved && b.Exact != test.marked {
			t.Errorf("%s: now remembers %q", test.name, b.Exact)
		}
	}
}

// A passage is always found at its own place in its own document, however often
// its words occur there.
func TestResolveInItsOwnDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := FromText(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"ab", "a", " ", "é", "日", ".", "\n\n", "😀"}), 1, 80).Draw(t, "text"), ""))
		var edges []int
		for i := range d.text {
			edges = append(edges, i)
		}
		if len(edges) < 2 {
			return
		}
		i := rapid.IntRange(0, len(edges)-2).Draw(t, "from")
		j := rapid.IntRange(i+1, len(edges)-1).Draw(t, "to")
		s := Span{edges[i], edges[j]}
		if f := AnchorAt(d, s).Resolve(d); f.Fit != Same || f.Span != s {
			t.Fatalf("%v of %q became %v at %v", s, d.text, f.Fit, f.Span)
		}
	})
}

// Whatever happens to the text, a passage that is not Doubtful has the words
// that were marked, and every span lies in the text.
func TestResolveNeverChangesTheWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"one", "two", "three", "said", "the", "minister", "denied", "it."}), 5, 60)
		before := FromText(strings.Join(words.Draw(t, "before"), " "))
		from := rapid.IntRange(0, before.Len()-1).Draw(t, "from")
		to := rapid.IntRange(from+1, before.Len()).Draw(t, "to")
		now := FromText(strings.Join(words.Draw(t, "now"), " "))
		a := AnchorAt(before, Span{from, to})
		f := a.Resolve(now)
		if f.Span.Start < 0 || f.Span.End > now.Len() || f.Span.Start > f.Span.End {
			t.Fatalf("span %v of %d", f.Span, now.Len())
		}
		if f.Fit <= Moved && now.Text(f.Span) != a.Exact {
			t.Fatalf("%q quietly became %q", a.Exact, now.Text(f.Span))
		}
		if (f.Fit == Orphan) != f.Span.IsEmpty() {
			t.Fatalf("%v at %v", f.Fit, f.Span)
		}
	})
}
