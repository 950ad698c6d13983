package cli

import (
	"context"
	"io/fs"
	"slices"
	"testing"

	"lectern/analysis"
	"lectern/model"
	"lectern/samples"
)

// What is linked in the samples can be walked from either end, and everything
// that is linked has its place in the outline.
func TestTiesLeadBackInTheSamples(t *testing.T) {
	files, err := fs.Glob(samples.FS, "*")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, name := range files {
		doc, err := (&terminal{}).open(name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := analysis.Analyze(context.Background(), doc, nil)
		if err != nil {
			t.Fatal(err)
		}
		listed := map[model.Node]bool{}
		for _, items := range [][]*model.Item{model.ActorItems(a, 0), model.ClaimItems(a, 0), model.FramingItems(a, 0, true)} {
			model.All(items, func(i *model.Item) bool {
				if i.Label == "" {
					t.Errorf("%s: an item without a label at %v", name, i.Spans)
				}
				if !slices.IsSortedFunc(i.Spans, model.Span.Compare) {
					t.Errorf("%s: the passages of %q are not in text order", name, i.Label)
				}
				if i.Node != nil {
					listed[i.Node] = true
				}
				return true
			})
		}
		links := 0
		for from := range listed {
			for _, tie := range a.Ties(from) {
				links++
				if !listed[tie.To] {
					t.Errorf("%s: %v is linked and not in the outline", name, tie.To.Spans())
				}
				back := func(b model.Tie) bool { return b.To == from }
				if !slices.ContainsFunc(a.Ties(tie.To), back) {
					t.Errorf("%s: no way back from %q to %v", name, tie.How, from.Spans())
				}
			}
		}
		if links == 0 {
			t.Errorf("%s: nothing is linked", name)
		}
	}
}
