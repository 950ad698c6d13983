package coref_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/model"
)

func articles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/gold/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := unmark(t, string(raw))
		out = append(out, text)
	}
	return out
}

// TestSame runs the same text twice and wants the same actors to the letter.
func TestSame(t *testing.T) {
	for _, text := range articles(t) {
		if a, b := written(resolve(t, text)), written(resolve(t, text)); a != b {
			t.Errorf("two runs differ:\n%s\n%s", a, b)
		}
	}
}

func written(actors []*model.Actor) string {
	var b strings.Builder
	for _, a := range actors {
		fmt.Fprintf(&b, "%s/%s/%v/%v", a.Name, a.Role, a.Kind, a.Unnamed)
		for _, m := range a.Mentions {
			fmt.Fprintf(&b, " %v%v%v%v", m.Span, m.Head, m.Form, m.By)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// FuzzResolve wants of any text that the actors hold together: mentions in
// order, inside of the text, each under one actor, which it points at.
func FuzzResolve(f *testing.F) {
	for _, text := range articles(f) {
		f.Add(text)
	}
	f.Add("He said: “I — we —\n\n“they, who, whom?” it\n\nMr. Mr. Mr. Of The Of And")
	f.Fuzz(func(t *testing.T, text string) {
		doc := model.FromText(strings.ToValidUTF8(text, "?"))
		parsed, err := analysis.Parse(context.Background(), doc, nil)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[model.Span]bool{}
		for _, a := range coref.Resolve(parsed) {
			if len(a.Mentions) == 0 || a.Name == "" {
				t.Fatalf("an actor without mentions or name: %+v", a)
			}
			for i, m := range a.Mentions {
				switch {
				case m.Actor != a:
					t.Fatalf("%v points at another actor", m.Span)
				case m.Start < 0 || m.End > doc.Len() || m.Len() <= 0 || m.Head.Start < m.Start || m.Head.End > m.End:
					t.Fatalf("%v with the head %v is outside", m.Span, m.Head)
				case i > 0 && a.Mentions[i-1].Span.Compare(m.Span) > 0 && a.Mentions[i-1].Start != m.Start:
					t.Fatalf("%v stands after %v", m.Span, a.Mentions[i-1].Span)
				case m.By.Rule == "":
					t.Fatalf("%v has no evidence", m.Span)
				}
				if m.Form == model.Pronoun && seen[m.Span] {
					t.Fatalf("%v stands under two actors", m.Span)
				}
				seen[m.Span] = true
			}
		}
	})
}

// BenchmarkResolve reports words a second over parsed text.
func BenchmarkResolve(b *testing.B) {
	text := strings.Repeat(strings.Join(articles(b), "\n\n")+"\n\n", 20)
	parsed, err := analysis.Parse(context.Background(), model.FromText(text), nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		coref.Resolve(parsed)
	}
	b.ReportMetric(float64(len(parsed.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
