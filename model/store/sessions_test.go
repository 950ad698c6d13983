package store

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"lectern/model"
)

// Two sessions and an editor at one article: the union is kept, by whoever
// saves last, and each learns of the others.
func TestTwoSessions(t *testing.T) {
	d, s := article(t, text)
	a, b, x := mark(d, "a", "minister", "one"), mark(d, "b", "mayor", "two"), mark(d, "x", "Nobody", "old")
	first, _ := reopen(t, d, s)
	must(t, first, x)
	second, _ := reopen(t, d, s)
	must(t, first, a, x)
	x2 := x
	x2.Note = "new"
	kept, err := second.Save([]model.Mark{b, x2})
	if err != nil || ids(kept) != "a=one b=two x=new" {
		t.Fatalf("the second session kept %s, %v", ids(kept), err)
	}
	kept, err = first.Save([]model.Mark{a}) // which meanwhile deletes x
	if err != nil || ids(kept) != "a=one b=two x=new" {
		t.Fatalf("the first session kept %s, %v", ids(kept), err)
	}
	path := d.Meta().Path + ".notes.jsonl"
	file, _ := os.ReadFile(path)
	lines := strings.SplitAfter(string(file), "\n")
	os.WriteFile(path, []byte(lines[0]+lines[2]+lines[3]), 0o644) // an editor takes out a
	kept, err = second.Save([]model.Mark{a, b, x2})
	if err != nil || ids(kept) != "b=two x=new" {
		t.Fatalf("after the editor: %s, %v", ids(kept), err)
	}
	if _, marks := reopen(t, d, s); ids(marks) != "b=two x=new" {
		t.Fatalf("on disk: %s", ids(marks))
	}
	os.Remove(path)
	must(t, second, b, x2)
	if _, marks := reopen(t, d, s); ids(marks) != "b=two x=new" {
		t.Fatalf("after the file was deleted: %s", ids(marks))
	}
}

// Where two sessions change the same note, both versions are kept and the
// reader is told.
func TestConflict(t *testing.T) {
	d, s := article(t, text)
	first, _ := reopen(t, d, s)
	must(t, first, mark(d, "a", "minister", "one"))
	second, _ := reopen(t, d, s)
	must(t, first, mark(d, "a", "minister", "mine"))
	kept, err := second.Save([]model.Mark{mark(d, "a", "minister", "yours")})
	if err != nil || ids(kept) != "a=yours a-2=mine" {
		t.Errorf("kept %s, %v", ids(kept), err)
	}
	if told := strings.Join(second.Notices(), ""); !strings.Contains(told, "both versions are kept") {
		t.Errorf("told %q", told)
	}
}

func TestManySessionsAtOnce(t *testing.T) {
	d, s := article(t, text)
	const sessions, acts = 4, 8
	done := make(chan error)
	for n := range sessions {
		c, marks := reopen(t, d, s)
		go func() {
			r := model.NewReading(d, marks)
			for i := range acts {
				r.Put(mark(d, fmt.Sprintf("%d.%d", n, i), "mayor", "note"), "add")
				saved := r.Marks()
				kept, err := c.Save(saved)
				if err != nil {
					done <- err
					return
				}
				r.Adopt(saved, kept)
			}
			done <- nil
		}()
	}
	for range sessions {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if _, marks := reopen(t, d, s); len(marks) != sessions*acts {
		t.Errorf("%d marks, want %d", len(marks), sessions*acts)
	}
}
