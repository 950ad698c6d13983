package quote_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/analysis/coref"
	"lectern/analysis/entity"
	"lectern/analysis/parse"
	"lectern/analysis/quote"
	"lectern/analysis/segment"
	"lectern/analysis/syntax"
	"lectern/analysis/tag"
	"lectern/model"
)

// Annotated text has its roles in brackets: [s1 She] [k1 said] [c1 that it
// rained]. The letter is the role (source, cue, content), the number the claim;
// one bracket may have several, as in [s1,s2 She]. Brackets nest.

// A mark is one bracket.
type mark struct {
	role  byte
	claim int
	model.Span
}

// bracketed takes the brackets out of a text.
func bracketed(t testing.TB, text string) (string, []mark) {
	t.Helper()
	var plain strings.Builder
	var marks []mark
	var open [][]int // indices into marks
	for len(text) > 0 {
		switch text[0] {
		case '[':
			labels, rest, ok := strings.Cut(text[1:], " ")
			if !ok {
				t.Fatalf("bracket without a label: %.40q", text)
			}
			text = rest
			var here []int
			for l := range strings.SplitSeq(labels, ",") {
				m := mark{role: l[0], Span: model.Span{Start: plain.Len()}}
				if _, err := fmt.Sscan(l[1:], &m.claim); err != nil || strings.IndexByte("skc", l[0]) < 0 {
					t.Fatalf("label %q: want s1, k1 or c1", l)
				}
				here = append(here, len(marks))
				marks = append(marks, m)
			}
			open = append(open, here)
		case ']':
			if len(open) == 0 {
				t.Fatalf("bracket closed that was not open: %.40q", text)
			}
			for _, i := range open[len(open)-1] {
				marks[i].End = plain.Len()
			}
			open, text = open[:len(open)-1], text[1:]
		default:
			plain.WriteByte(text[0])
			text = text[1:]
		}
	}
	if len(open) > 0 {
		t.Fatal("bracket left open")
	}
	return plain.String(), marks
}

// claimsOf returns the spans of each claim's source, cue and content.
func claimsOf(marks []mark) [][3][]model.Span {
	var out [][3][]model.Span
	index := map[int]int{}
	for _, m := range marks {
		i, ok := index[m.claim]
		if !ok {
			i = len(out)
			index[m.claim] = i
			out = append(out, [3][]model.Span{})
		}
		r := strings.IndexByte("skc", m.role)
		out[i][r] = append(out[i][r], m.Span)
	}
	return out
}

// document makes paragraphs of what stands between blank lines.
func document(text string) *model.Document {
	b := model.NewBuilder(model.Meta{Name: "test"}, model.Source{Raw: text})
	at := 0
	for _, p := range strings.Split(text, "\n\n") {
		if body := strings.TrimSpace(p); body != "" {
			from := at + strings.Index(p, body)
			b.Open(model.Block{Kind: model.Paragraph}, "\n\n")
			b.Write(strings.ReplaceAll(body, "\n", " "), model.Span{Start: from, End: from + len(body)})
		}
		at += len(p) + 2
	}
	b.Close()
	return b.Document()
}

// parsed runs the stages before this one.
func parsed(d *model.Document) *syntax.Text {
	text := segment.Text(d)
	tag.Words(text)
	parse.Sentences(text)
	entity.Names(text)
	return text
}

func attribute(d *model.Document) (*syntax.Text, quote.Attribution) {
	text := parsed(d)
	return text, quote.Attribute(text, coref.Resolve(text))
}

func readFiles(t testing.TB, pattern string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files %s (%v)", pattern, err)
	}
	files := map[string]string{}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimSuffix(filepath.Base(p), ".txt")] = strings.TrimSpace(string(data))
	}
	return files
}
