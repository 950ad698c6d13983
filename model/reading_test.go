package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var page = FromText(strings.Repeat("The minister said it again. ", 20))

func aMark(id string, at int, note string) Mark {
	return Mark{ID: id, Anchors: []Anchor{AnchorAt(page, Span{at, at + 5})}, Note: note, Made: time.Unix(1, 0), Changed: time.Unix(1, 0)}
}

func show(marks []Mark) string {
	var b strings.Builder
	for _, m := range marks {
		fmt.Fprintf(&b, "%s@%d=%s ", m.ID, m.Anchors[0].Start, m.Note)
	}
	return b.String()
}

// A reading behaves like a list of all its past states with a finger in it.
func TestUndoIsTheList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := NewReading(page, nil)
		states, now := []string{""}, 0
		id := rapid.SampledFrom([]string{"a", "b", "c", "d"})
		did := func() { states, now = append(states[:now+1], show(r.Marks())), now+1 }
		t.Repeat(map[string]func(*rapid.T){
			"put": func(t *rapid.T) {
				r.Put(aMark(id.Draw(t, "id"), rapid.IntRange(0, 90).Draw(t, "at"), rapid.StringMatching("[a-z]{3}").Draw(t, "note")), "put")
				did()
			},
			"delete": func(t *rapid.T) {
				if r.Delete(id.Draw(t, "id"), "delete") {
					did()
				}
			},
			"undo": func(t *rapid.T) {
				if _, ok := r.Undo(); ok != (now > 0) {
					t.Fatalf("undo: %v after %d acts", ok, now)
				} else if ok {
					now--
				}
			},
			"redo": func(t *rapid.T) {
				if _, ok := r.Redo(); ok != (now < len(states)-1) {
					t.Fatalf("redo: %v at %d of %d", ok, now, len(states))
				} else if ok {
					now++
				}
			},
			"": func(t *rapid.T) {
				if got := show(r.Marks()); got != states[now] {
					t.Fatalf("there is %q, should be %q", got, states[now])
				}
				if !slices.IsSortedFunc(r.Marks(), CompareMarks) {
					t.Fatal("not in text order")
				}
			},
		})
	})
}

func TestMerge(t *testing.T) {
	a, b, c := aMark("a", 0, "a"), aMark("b", 10, "b"), aMark("c", 20, "c")
	a1, a2 := aMark("a", 0, "a1"), aMark("a", 0, "a2")
	tests := []struct {
		name               string
		base, ours, theirs []Mark
		want               string
	}{
		{"both add", []Mark{a}, []Mark{a, b}, []Mark{a, c}, "a@0=a b@10=b c@20=c "},
		{"both add the same", nil, []Mark{a}, []Mark{a}, "a@0=a "},
		{"we delete", []Mark{a, b}, []Mark{b}, []Mark{a, b}, "b@10=b "},
		{"they delete", []Mark{a, b}, []Mark{a, b}, []Mark{b}, "b@10=b "},
		{"we change, they delete", []Mark{a}, []Mark{a1}, nil, "a@0=a1 "},
		{"we delete, they change", []Mark{a}, nil, []Mark{a1}, "a@0=a1 "},
		{"we change", []Mark{a}, []Mark{a1}, []Mark{a}, "a@0=a1 "},
		{"they change", []Mark{a}, []Mark{a}, []Mark{a1}, "a@0=a1 "},
		{"both change", []Mark{a}, []Mark{a1}, []Mark{a2}, "a@0=a1 a-2@0=a2 "},
		{"both change alike", []Mark{a}, []Mark{a1}, []Mark{a1}, "a@0=a1 "},
		{"nothing before", nil, []Mark{a1}, []Mark{a2, b}, "a@0=a1 a-2@0=a2 b@10=b "},
	}
	for _, test := range tests {
		if got := show(Merge(test.base, test.ours, test.theirs)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// What came from elsewhere while a save was under way is taken up, what the
// reader did meanwhile stays, and undo takes back only the reader's acts.
func TestAdopt(t *testing.T) {
	r := NewReading(page, nil)
	r.Put(aMark("a", 0, "mine"), "add")
	saved := r.Marks()
	r.Put(aMark("b", 10, "later"), "add")
	r.Adopt(saved, []Mark{saved[0], aMark("c", 20, "theirs")})
	if got := show(r.Marks()); got != "a@0=mine b@10=later c@20=theirs " {
		t.Errorf("adopted: %s", got)
	}
	r.Undo()
	r.Undo()
	if got := show(r.Marks()); got != "c@20=theirs " {
		t.Errorf("after undo: %s", got)
	}
}
