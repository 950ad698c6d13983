package segment

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"lectern/analysis/syntax"
	"lectern/model"
)

// Cases are blocks of testdata: the text, then its tokens, apart by spaces, a
// line a sentence.
func TestCases(t *testing.T) {
	for _, file := range []string{"words.txt", "sentences.txt"} {
		data, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
			source, want, ok := strings.Cut(block, "\n")
			if !ok {
				t.Fatalf("%s: no tokens for %q", file, source)
			}
			if got := lines(Text(model.FromText(source))); got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", file, source, got, want)
			}
		}
	}
}

func lines(t *syntax.Text) string {
	var out []string
	for _, s := range t.Sentences {
		var words []string
		for i := s.First; i < s.Last; i++ {
			words = append(words, t.Word(i))
		}
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, "\n")
}

// Quotations are written with ⟦brackets⟧ in testdata, ⟦! for one without a
// closing mark and ⟦> for one that the next paragraph continues.
func TestQuotes(t *testing.T) {
	data, err := os.ReadFile("testdata/quotes.txt")
	if err != nil {
		t.Fatal(err)
	}
	for want := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n===\n") {
		source := strings.NewReplacer("⟦!", "", "⟦>", "", "⟦", "", "⟧", "").Replace(want)
		x := Text(model.FromText(source))
		var got strings.Builder
		at := 0
		for i, tok := range x.Tokens {
			got.WriteString(source[at:tok.Start])
			for _, q := range x.Quotes {
				if q.First == i {
					switch {
					case q.Next >= 0:
						got.WriteString("⟦>")
					case !q.Closed:
						got.WriteString("⟦!")
					default:
						got.WriteString("⟦")
					}
				}
			}
			got.WriteString(source[tok.Start:tok.End])
			for _, q := range x.Quotes {
				if q.Last == i+1 {
					got.WriteString("⟧")
				}
			}
			at = tok.End
		}
		got.WriteString(source[at:])
		if got.String() != want {
			t.Errorf(" got %s\nwant %s", got.String(), want)
		}
	}
}

func TestTurns(t *testing.T) {
	x := Text(model.FromText("On the dam\n\nQ: Who decides?\n\nA: The board. It met twice.\n\nNobody else may.\n\nQ: And the cost?\n\nA: Unknown."))
	var got []string
	for _, turn := range x.Turns {
		got = append(got, x.Doc.Text(turn.Label)+" "+x.Doc.Text(x.Span(turn.First, turn.Last)))
	}
	want := "Q: Who decides?|A: The board. It met twice.\n\nNobody else may.|Q: And the cost?|A: Unknown."
	if strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
	if x := Text(model.FromText("Note: read this.\n\nThe mayor has one rule: never wait.\n\nPS: none.")); len(x.Turns) != 0 {
		t.Errorf("turns where nobody speaks: %v", x.Turns)
	}
	x = Text(model.FromText("Senator Berg. I rise to speak.\n\nMr. President. I see no end.\n\nThe CHAIR. Order."))
	got = nil
	for _, turn := range x.Turns {
		got = append(got, x.Doc.Text(turn.Label))
	}
	if want := "Senator Berg.|The CHAIR."; strings.Join(got, "|") != want {
		t.Errorf("labels of minutes: got %q, want %s", got, want)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a\n\nb", "“x ‘y’ z", "\"\"\"' 6'2\" ’s", "Q: a\n\nA: b\n\nQ: c", "don't cannot...!? -- x@y.zz http://a.b/c).", "\u200b\xff’\xe2", "5 p.m. 10pm $3m 1,000.5-7", "’Twas d’ye ‘tis"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		x := Text(model.FromText(s))
		at := 0
		all := x.Doc.Text(x.Doc.All())
		for i, tok := range x.Tokens {
			if tok.Len() <= 0 || tok.Start < at || strings.TrimFunc(all[at:tok.Start], isSpace) != "" {
				t.Fatalf("token %d at %v after %d", i, tok.Span, at)
			}
			if !utf8.ValidString(x.Word(i)) {
				t.Fatalf("token %d is cut inside a character: %q", i, x.Word(i))
			}
			at = tok.End
			if q := tok.Quote; q >= 0 && (x.Quotes[q].First > i || x.Quotes[q].Last <= i) {
				t.Fatalf("token %d is not in its quotation", i)
			}
		}
		if strings.TrimFunc(all[at:], isSpace) != "" {
			t.Fatalf("lost %q", all[at:])
		}
		next := 0
		for n, sent := range x.Sentences {
			if sent.First != next || sent.Last <= sent.First {
				t.Fatalf("sentence %d is [%d, %d), want it to begin at %d", n, sent.First, sent.Last, next)
			}
			next = sent.Last
		}
		if next != len(x.Tokens) {
			t.Fatalf("sentences end at %d of %d tokens", next, len(x.Tokens))
		}
		for n, q := range x.Quotes {
			if q.Last <= q.First || q.Outer >= n || q.Next >= len(x.Quotes) || q.Next >= 0 && q.Next <= n {
				t.Fatalf("quotation %d: %+v", n, q)
			}
		}
	})
}
