package model_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"lectern/model"
)

func ExampleRuns() {
	text := "the Danish minister said"
	for _, r := range model.Runs(model.Span{End: len(text)}, []model.Span{{Start: 0, End: 19}, {Start: 4, End: 10}, {Start: 11, End: 24}}) {
		fmt.Printf("%q %v\n", text[r.Start:r.End], r.Marks)
	}
	// Output:
	// "the " [0]
	// "Danish" [0 1]
	// " " [0]
	// "minister" [0 2]
	// " said" [2]
}

func TestRunsCoverEveryByteWithItsMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.IntRange(0, 30)
		span := rapid.Custom(func(t *rapid.T) model.Span {
			a, b := place.Draw(t, "a"), place.Draw(t, "b")
			return model.Span{Start: min(a, b), End: max(a, b)}
		})
		whole := span.Draw(t, "whole")
		spans := rapid.SliceOfN(span, 0, 8).Draw(t, "spans")
		at := whole.Start
		for _, r := range model.Runs(whole, spans) {
			if r.Start != at || r.IsEmpty() {
				t.Fatalf("run %v after %d", r.Span, at)
			}
			for i, s := range spans {
				over := s.Overlaps(r.Span) && !s.IsEmpty()
				if slices.Contains(r.Marks, i) != over || over && !s.Covers(r.Span) {
					t.Fatalf("run %v of %v has marks %v", r.Span, spans, r.Marks)
				}
			}
			at = r.End
		}
		if at != whole.End && !whole.IsEmpty() {
			t.Fatalf("the runs end at %d", at)
		}
	})
}
