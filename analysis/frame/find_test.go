package frame_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/analysis/frame"
	"lectern/analysis/quote"
	"lectern/model"
	"lectern/samples"
)

func page(tb testing.TB, text string) frame.Page {
	tb.Helper()
	t, err := analysis.Parse(context.Background(), model.FromText(text), nil)
	if err != nil {
		tb.Fatal(err)
	}
	said := quote.Attribute(t, coref.Resolve(t))
	return frame.Page{Text: t, Actors: said.Actors, Claims: said.Claims, Turns: said.Turns}
}

func sample(tb testing.TB) string {
	tb.Helper()
	text, err := samples.FS.ReadFile("opinion.md")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// TestVoices: the same word stands in a source's mouth or in the narrator's.
func TestVoices(t *testing.T) {
	for _, c := range []struct {
		text string
		want model.VoiceKind
	}{
		{"The mayor said the decision was outrageous.", model.Spoken},
		{"The decision was outrageous.", model.Narrator},
		{"The company denied that it had sold the data.", model.Spoken},
		{"The mayor said that the dam was safe; the fee was outrageous.", model.Spoken},
		{"The situation underscores the folly of a reckless scheme.", model.Narrator},
		{"The mayor said that the dam was, in his view, safe.", model.Narrator},
		{"“The dam is, in my view, safe,” the mayor said.", model.Spoken},
	} {
		found := frame.Find(page(t, c.text)).Findings
		if len(found) == 0 || found[len(found)-1].Voice() != c.want {
			t.Errorf("%s: %v", c.text, found)
		}
	}
}

// TestSame: the same page gives the same findings.
func TestSame(t *testing.T) {
	p := page(t, sample(t))
	if a, b := frame.Find(p), frame.Find(p); !reflect.DeepEqual(a, b) {
		t.Error("two readings of one page differ")
	}
}

// TestTable: every device has its row.
func TestTable(t *testing.T) {
	table := frame.Table()
	for _, d := range frame.Devices() {
		if !strings.Contains(table, "`"+d.ID+"`") {
			t.Errorf("no row for %s", d.ID)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("The firm denied that it was not a threat but a chance, “sources” said?")
	f.Add("Not, not but — rather than. so-called")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || strings.ToValidUTF8(text, "") != text {
			t.Skip()
		}
		p := page(t, text)
		for _, x := range frame.Find(p).Findings {
			if x.IsEmpty() || x.Start < 0 || x.End > p.Text.Doc.Len() || x.Why == "" {
				t.Errorf("bad finding %v of %s", x.Span, x.Device.ID)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	p := page(b, strings.Repeat(sample(b)+"\n\n", 2))
	for b.Loop() {
		frame.Find(p)
	}
}
