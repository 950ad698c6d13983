package store

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"testing"

	"lectern/model"
)

// However a sidecar was cut, every mark whose line is whole is there, nothing
// is written by opening it, and the original is kept before it is replaced.
func TestCutAtEveryByte(t *testing.T) {
	d, s := article(t, text)
	c, _ := reopen(t, d, s)
	must(t, c, mark(d, "a", "minister", "one"), mark(d, "b", "mayor", "two"), mark(d, "c", "Nobody", "three"))
	path := d.Meta().Path + ".notes.jsonl"
	whole, _ := os.ReadFile(path)
	for n := range whole {
		cut := whole[:n]
		os.WriteFile(path, cut, 0o644)
		c, marks := reopen(t, d, s)
		lines := max(0, bytes.Count(cut, []byte("\n"))-1)
		if end := bytes.IndexByte(whole[n:], '\n'); end == 0 && bytes.Count(cut, []byte("\n")) > 0 {
			lines++ // only the LF is missing
		}
		if len(marks) != lines {
			t.Fatalf("cut at %d: %d marks, want %d", n, len(marks), lines)
		}
		if b, _ := os.ReadFile(path); !bytes.Equal(b, cut) {
			t.Fatalf("cut at %d: opening wrote", n)
		}
		told := len(c.Notices()) > 0
		if torn := n > 0 && whole[n] != '\n' && whole[n-1] != '\n'; torn != told {
			t.Fatalf("cut at %d: torn %v, told %v", n, torn, told)
		} else if torn && n%10 == 0 {
			must(t, c, append(slices.Clone(marks), mark(d, "new", "else", "four"))...)
			aside, err := os.ReadFile(path + ".damaged-" + checksum(cut)[:8])
			if err != nil || !bytes.Equal(aside, cut) {
				t.Fatalf("cut at %d: the original is gone: %v", n, err)
			}
			os.Remove(path + ".damaged-" + checksum(cut)[:8])
			if _, again := reopen(t, d, s); len(again) != lines+1 {
				t.Fatalf("cut at %d: after a save %d marks", n, len(again))
			}
		}
	}
}

// A wrong byte costs at most the line it is in (the two that it joins, if it was
// their LF), and never the program.
func TestFlippedBytes(t *testing.T) {
	d, _ := article(t, text)
	points := model.NewPoints(d)
	whole, _ := encode(d, points, []model.Mark{mark(d, "a", "minister", "one"), mark(d, "b", "mayor", "two"), mark(d, "c", "Nobody", "three")}, "")
	for n := range whole {
		for _, bit := range []byte{0x01, 0x20, 0x80, 0xff} {
			b := bytes.Clone(whole)
			b[n] ^= bit
			got, err := decode(d, points, b)
			var newer newerError
			if errors.As(err, &newer) {
				continue // a flipped version number
			}
			if err != nil {
				t.Fatalf("byte %d ^ %#x: %v", n, bit, err)
			}
			if least := 2; len(got.marks) < least && (whole[n] != '\n' || len(got.marks) < least-1) {
				t.Fatalf("byte %d ^ %#x: %d marks are left", n, bit, len(got.marks))
			}
			for _, m := range got.marks {
				for _, a := range m.Anchors {
					if a.Start < 0 || a.End > d.Len() || a.Start > a.End {
						t.Fatalf("byte %d ^ %#x: place %v", n, bit, a.Span)
					}
				}
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	d := at("", text)
	points := model.NewPoints(d)
	whole, _ := encode(d, points, []model.Mark{mark(d, "a", "minister", "one")}, "")
	f.Add(whole)
	f.Add([]byte("{}\n[]\nnull\n"))
	f.Add([]byte(`{"id":"x","anchors":[{"start":9223372036854775807,"end":9223372036854775807,"exact":"\u0000"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := decode(d, points, b)
		if err != nil {
			return
		}
		next, err := encode(d, points, got.marks, "")
		if err != nil {
			t.Fatal(err)
		}
		again, err := decode(d, points, next)
		if err != nil || len(again.bad) > 0 || len(again.marks) != len(got.marks) {
			t.Fatalf("%v, bad %v, %d marks of %d", err, again.bad, len(again.marks), len(got.marks))
		}
	})
}
