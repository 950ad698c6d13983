package quote_test

import (
	"slices"
	"testing"

	"lectern/analysis/quote"
	"lectern/analysis/syntax"
	"lectern/model"
)

// What the articles of testdata/gold must reach; a better engine raises it.
const (
	goldHalf    = .82 // attributions with every role right by half
	goldOverlap = .87 // attributions with every role right in a word
)

// TestGold scores whole articles, in several genres, as tools/score_claims.py
// does: attributions matched by cue, right if each role reaches token-F .5.
func TestGold(t *testing.T) {
	var gold, found, half, overlap int
	for _, name := range names(readFiles(t, "testdata/gold/*.txt")) {
		plain, marks := bracketed(t, readFiles(t, "testdata/gold/*.txt")[name])
		text, got := attribute(document(plain))
		want := claimsOf(marks)
		h, o := agreement(text, want, got.Claims)
		t.Logf("%-10s gold %2d found %2d right by half %2d, in a word %2d", name, len(want), len(got.Claims), h, o)
		gold, found, half, overlap = gold+len(want), found+len(got.Claims), half+h, overlap+o
	}
	f := func(n int) float64 { return 2 * float64(n) / float64(gold+found) }
	t.Logf("half %.3f overlap %.3f of %d", f(half), f(overlap), gold)
	if f(half) < goldHalf || f(overlap) < goldOverlap {
		t.Errorf("attribution F %.3f and %.3f, want at least %.2f and %.2f", f(half), f(overlap), goldHalf, goldOverlap)
	}
}

func names(files map[string]string) []string {
	var out []string
	for n := range files {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// agreement matches claims one to one by the words that their cues share and
// counts those right by half and in a word.
func agreement(text *syntax.Text, want [][3][]model.Span, got []*model.Claim) (half, overlap int) {
	taken := make([]bool, len(got))
	for _, w := range want {
		best, most := -1, 0
		for i, g := range got {
			if n := shared(words(text, w[1]), words(text, g.Cue)); n > most && !taken[i] {
				best, most = i, n
			}
		}
		if best < 0 {
			continue
		}
		taken[best] = true
		g := got[best]
		h, o := true, true
		for r, spans := range [3][]model.Span{g.Source, g.Cue, g.Content} {
			a, b := words(text, w[r]), words(text, spans)
			if len(a)+len(b) == 0 {
				continue
			}
			n := shared(a, b)
			h = h && 4*n >= len(a)+len(b)
			o = o && n > 0
		}
		if h {
			half++
		}
		if o {
			overlap++
		}
	}
	return half, overlap
}

// words returns the tokens under spans that have a letter or a digit.
func words(text *syntax.Text, spans []model.Span) []int {
	var out []int
	for i, t := range text.Tokens {
		if t.Pos != syntax.PUNCT && slices.ContainsFunc(spans, t.Span.Overlaps) {
			out = append(out, i)
		}
	}
	return out
}

func shared(a, b []int) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// TestLinks checks what must hold of every attribution: links go both ways,
// claims are in order, nested ones lie in the claim around them, and the
// shares of the voices add up.
func TestLinks(t *testing.T) {
	for name, file := range readFiles(t, "testdata/gold/*.txt") {
		plain, _ := bracketed(t, file)
		text, a := attribute(document(plain))
		checkLinks(t, name, text, a)
	}
}

func checkLinks(t *testing.T, name string, text *syntax.Text, a quote.Attribution) {
	t.Helper()
	var check func(list []*model.Claim, in *model.Claim)
	check = func(list []*model.Claim, in *model.Claim) {
		for _, c := range list {
			if c.In != in {
				t.Errorf("%s: a claim does not know what it is nested in", name)
			}
			if len(c.Cue) == 0 || len(c.Content) == 0 || c.By.Rule == "" || c.By.Sure < 0 || c.By.Sure > 1 {
				t.Errorf("%s: incomplete claim %+v", name, c)
			}
			if len(c.Source) == 0 && len(c.Speakers) > 0 {
				t.Errorf("%s: speakers without a source", name)
			}
			for _, s := range c.Spans() {
				if s.IsEmpty() || s.Start < 0 || s.End > text.Doc.Len() {
					t.Errorf("%s: span %v", name, s)
				}
			}
			for _, s := range c.Speakers {
				if !slices.Contains(s.Claims, c) || !slices.Contains(a.Actors, s) {
					t.Errorf("%s: %s does not know what it says", name, s.Name)
				}
			}
			for _, r := range c.Repeats {
				if !slices.Contains(r.Repeats, c) {
					t.Errorf("%s: repeats one way only", name)
				}
			}
			check(c.Nested, c)
		}
	}
	check(a.Claims, nil)
	sum := 0.0
	for i, v := range a.Voices {
		sum += v.Share
		if (v.Kind == model.Spoken) != (v.Actor != nil) || len(v.Spans) == 0 || i > 0 && v.Share > a.Voices[i-1].Share {
			t.Errorf("%s: voice %+v", name, v)
		}
	}
	if len(text.Tokens) > 0 && (sum < .9999 || sum > 1.0001) && len(a.Voices) > 0 {
		t.Errorf("%s: voices add up to %f", name, sum)
	}
	for _, e := range a.Echoes {
		if e.IsEmpty() || e.Claim == nil || len(e.Words) == 0 {
			t.Errorf("%s: echo %+v", name, e)
		}
	}
}

// TestSame checks that the same text gives the same attribution.
func TestSame(t *testing.T) {
	for name, file := range readFiles(t, "testdata/gold/*.txt") {
		plain, _ := bracketed(t, file)
		_, a := attribute(document(plain))
		_, b := attribute(document(plain))
		if len(a.Claims) != len(b.Claims) || len(a.Voices) != len(b.Voices) {
			t.Fatalf("%s: %d and %d claims", name, len(a.Claims), len(b.Claims))
		}
		for i, c := range a.Claims {
			d := b.Claims[i]
			if !slices.Equal(c.Spans(), d.Spans()) || c.By.Sure != d.By.Sure || c.Mode != d.Mode || c.Stance != d.Stance {
				t.Errorf("%s: claim %d differs", name, i)
			}
		}
	}
}

func FuzzAttribute(f *testing.F) {
	for _, file := range readFiles(f, "testdata/gold/*.txt") {
		plain, _ := bracketed(f, file)
		f.Add(plain)
	}
	f.Add("“He said “no”, she said.")
	f.Add("\"\"\" : said")
	f.Fuzz(func(t *testing.T, plain string) {
		text, a := attribute(document(plain))
		checkLinks(t, "fuzz", text, a)
	})
}

func BenchmarkAttribute(b *testing.B) {
	files := readFiles(b, "testdata/gold/*.txt")
	var texts []*syntax.Text
	n := 0
	for _, name := range names(files) {
		plain, _ := bracketed(b, files[name])
		texts = append(texts, parsed(document(plain)))
		n += len(texts[len(texts)-1].Tokens)
	}
	for b.Loop() {
		for _, t := range texts {
			quote.Attribute(t, nil)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
