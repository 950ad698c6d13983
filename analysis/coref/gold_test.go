package coref_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/model"
)

// unmark takes the marks out of a text in which [mentions]1 are bracketed, with
// the number of their chain, and returns them.
func unmark(t testing.TB, marked string) (string, []placed) {
	t.Helper()
	var text strings.Builder
	var open []int
	var gold []placed
	for i := 0; i < len(marked); i++ {
		switch marked[i] {
		case '[':
			open = append(open, text.Len())
		case ']':
			if len(open) == 0 || i+1 == len(marked) || marked[i+1] < '1' || marked[i+1] > '9' {
				t.Fatalf("a bracket is wrong at %q", marked[max(0, i-20):min(len(marked), i+5)])
			}
			p := placed{Span: model.Span{Start: open[len(open)-1], End: text.Len()}, chain: int(marked[i+1] - '0')}
			open, i = open[:len(open)-1], i+1
			p.form = model.Nominal
			if personal[strings.ToLower(text.String()[p.Start:p.End])] {
				p.form = model.Pronoun
			}
			gold = append(gold, p)
		default:
			text.WriteByte(marked[i])
		}
	}
	return text.String(), gold
}

var personal = map[string]bool{"i": true, "my": true, "me": true, "we": true, "our": true, "us": true, "you": true, "he": true, "him": true, "his": true, "she": true, "her": true, "it": true, "its": true, "they": true, "their": true}

func resolve(t testing.TB, text string) []*model.Actor {
	t.Helper()
	parsed, err := analysis.Parse(context.Background(), model.FromText(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	return coref.Resolve(parsed)
}

// Floors of the scores on the articles in testdata/gold, which were written for
// this project. They only rise.
const (
	goldF        = .81
	goldPronouns = .937
)

func TestGold(t *testing.T) {
	files, err := filepath.Glob("testdata/gold/*.txt")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d gold articles: %v", len(files), err)
	}
	var all score
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, gold := unmark(t, strings.TrimSpace(string(raw)))
		all.add(text, gold, place(resolve(t, text)), func(g placed) {
			t.Logf("%s: wrong %q in %q", filepath.Base(file), text[g.Start:g.End], text[max(0, g.Start-40):min(len(text), g.End+30)])
		})
	}
	right := float64(all.pronouns) / float64(all.pronouns0)
	t.Logf("B3 F %.3f, pronouns %d of %d, %.3f", all.f(), all.pronouns, all.pronouns0, right)
	if all.f() < goldF || right < goldPronouns {
		t.Errorf("B3 F %.3f and %.3f of the pronouns right; the floors are %.3f and %.3f", all.f(), right, goldF, goldPronouns)
	}
}

// TestSieves reads cases a sieve: on each line, mentions of one number are one
// actor's, and those of different numbers different actors'. A ¶ begins a new
// paragraph.
func TestSieves(t *testing.T) {
	files, err := filepath.Glob("testdata/sieves/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files of cases: %v", len(files), err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			text, gold := unmark(t, strings.ReplaceAll(line, " ¶ ", "\n\n"))
			chains := map[int]int{}
			owner := map[int]int{}
			found := place(resolve(t, text))
			for _, g := range gold {
				chain, n := at(found, g.Span)
				was, seen := chains[g.chain]
				other, taken := owner[chain]
				switch {
				case n == 0 && once(gold, g.chain):
				case n == 0:
					t.Errorf("%s: %q: %q was not found", filepath.Base(file), text, text[g.Start:g.End])
				case seen && was != chain:
					t.Errorf("%s: %q: %q was not joined to the others", filepath.Base(file), text, text[g.Start:g.End])
				case taken && other != g.chain:
					t.Errorf("%s: %q: %q was joined to another", filepath.Base(file), text, text[g.Start:g.End])
				default:
					chains[g.chain], owner[chain] = chain, g.chain
				}
			}
		}
	}
}

// at returns the chain of the mention that overlaps s most, and by how much.
func at(found []placed, s model.Span) (chain, overlap int) {
	best := 0
	for _, f := range found {
		n := 2*(min(f.End, s.End)-max(f.Start, s.Start)) - f.Len()
		if over := min(f.End, s.End) - max(f.Start, s.Start); over > 0 && (overlap == 0 || n > best) {
			chain, overlap, best = f.chain, over, n
		}
	}
	return chain, overlap
}

// once reports whether gold has a single mention of the chain.
func once(gold []placed, chain int) bool {
	n := 0
	for _, g := range gold {
		if g.chain == chain {
			n++
		}
	}
	return n == 1
}
