package analysis

import (
	"context"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"lectern/analysis/syntax"
	"lectern/model"
)

// parseText is [Parse] of plain paragraphs.
func parseText(t testing.TB, s string) *syntax.Text {
	text, err := Parse(context.Background(), model.FromText(s), nil)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// A line of testdata/gold.txt is one sentence, a bar, and for each of its words
// TAG/head, head the number of its governor and 0 for the root; then another bar
// and its names but for those of other things than people, bodies and places.
func TestGold(t *testing.T) {
	data, err := os.ReadFile("testdata/gold.txt")
	if err != nil {
		t.Fatal(err)
	}
	var words, tags, heads, named, said, both, whole, sentences int
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		source, rest, _ := strings.Cut(strings.TrimSpace(line), " | ")
		tree, names, _ := strings.Cut(rest, "|")
		x := parseText(t, source)
		sentences++
		if len(x.Sentences) == 1 {
			whole++
		}
		gold := strings.Fields(tree)
		if len(gold) != len(x.Tokens) {
			t.Logf("%d words, want %d: %s", len(x.Tokens), len(gold), source)
			words += len(gold)
			continue
		}
		for i, g := range gold {
			tag, head, _ := strings.Cut(g, "/")
			words++
			h := int(x.Tokens[i].Head) + 1
			if x.IsRoot(i) {
				h = 0
			}
			tags += is(x.Tokens[i].Tag.String() == tag)
			heads += is(head == itoa(h))
		}
		want := strings.FieldsFunc(names, func(r rune) bool { return r == ';' })
		var got []string
		for _, n := range x.Names {
			if n.Kind != syntax.Misc {
				got = append(got, n.Kind.String()+" "+x.Doc.Text(x.Span(n.First, n.Last)))
			}
		}
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
			both += is(slices.Contains(got, want[i]))
		}
		named, said = named+len(want), said+len(got)
	}
	t.Logf("%d sentences, %d whole; %d words, tags %d, heads %d; names %d of %d, %d said", sentences, whole, words, tags, heads, both, named, said)
	for _, floor := range []struct {
		what     string
		got, all int
		percent  int
	}{{"sentences", whole, sentences, 100}, {"tags", tags, words, 96}, {"heads", heads, words, 87}, {"names", 2 * both, named + said, 90}} {
		if floor.got*100 < floor.percent*floor.all {
			t.Errorf("%s: %d of %d, want %d in a hundred", floor.what, floor.got, floor.all, floor.percent)
		}
	}
}

func is(b bool) int {
	if b {
		return 1
	}
	return 0
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// checkTrees fails unless every sentence has one root that all its words hang on.
func checkTrees(t *testing.T, x *syntax.Text) {
	t.Helper()
	for _, s := range x.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			h := int(x.Tokens[i].Head)
			if h < s.First || h >= s.Last {
				t.Fatalf("the head of token %d is in another sentence", i)
			}
			roots += is(h == i)
			if (h == i) != (x.Tokens[i].Rel == syntax.Root) {
				t.Fatalf("token %d: a root by head or by name alone", i)
			}
			steps := 0
			for k := i; int(x.Tokens[k].Head) != k; k = int(x.Tokens[k].Head) {
				if steps++; steps > s.Last-s.First {
					t.Fatalf("token %d hangs on itself", i)
				}
			}
			if x.Tokens[i].Lemma == "" {
				t.Fatalf("token %d has no lemma", i)
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %q", roots, x.Doc.Text(x.Span(s.First, s.Last)))
		}
	}
	at := 0
	for _, n := range x.Names {
		if n.First < at || n.Last <= n.First || x.Tokens[n.First].Sentence != x.Tokens[n.Last-1].Sentence {
			t.Fatalf("a name at %d to %d, after %d", n.First, n.Last, at)
		}
		at = n.Last
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"He said that she left.", "“A” (B) — C: d", "NATO's 3 men...", "x", "\u200b", "’’’ \"", "Straße Ünïcode İstanbul ﬁ ’s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkTrees(t, parseText(t, strings.ToValidUTF8(s, "?")))
	})
}

// TestSame reads one long text with one processor and with several.
func TestSame(t *testing.T) {
	data, err := os.ReadFile("testdata/gold.txt")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for range 5 {
		for line := range strings.Lines(string(data)) {
			source, _, _ := strings.Cut(line, " | ")
			text.WriteString(source + "\n\n")
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := parseText(t, text.String())
	checkTrees(t, one)
	runtime.GOMAXPROCS(5)
	for range 2 {
		many := parseText(t, text.String())
		if !slices.Equal(one.Tokens, many.Tokens) || !slices.Equal(one.Names, many.Names) {
			t.Fatal("another result with more processors")
		}
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	text := strings.Repeat("The bridge is closed and nobody says why.\n\n", 2000)
	last := 0.0
	_, err := Parse(ctx, model.FromText(text), func(done float64) {
		if done < last {
			t.Errorf("progress went back from %v to %v", last, done)
		}
		last = done
		cancel()
	})
	if err != context.Canceled {
		t.Errorf("error %v, want that of the context", err)
	}
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("testdata/gold.txt")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for range 10 {
		for line := range strings.Lines(string(data)) {
			source, _, _ := strings.Cut(line, " | ")
			text.WriteString(source + "\n\n")
		}
	}
	d := model.FromText(text.String())
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	words := 0
	b.ReportAllocs()
	for b.Loop() {
		x, _ := Parse(context.Background(), d, nil)
		words += len(x.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
