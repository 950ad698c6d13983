package coref_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/analysis/syntax"
	"lectern/model"
	"lectern/model/source"
)

var show = flag.Bool("show", false, "show actors and wrong pronouns of the annotated articles")
var goldNames = flag.Bool("gold-names", false, "take the names from the annotation, to see the linking alone")
var part = flag.String("part", "train", "which annotated articles: train; dev is for measuring only")
var only = flag.String("only", "", "only the annotated articles whose names hold this")

// TestSilver scores the articles annotated for tuning, where they are at hand.
func TestSilver(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/silver/" + *part + "/actors/*.json")
	if len(files) == 0 {
		t.Skip("the annotated articles are not here")
	}
	var all score
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if !strings.Contains(name, *only) {
			continue
		}
		doc, gold := readSilver(t, file)
		text := doc.Text(doc.All())
		parsed, err := analysis.Parse(context.Background(), doc, nil)
		if err != nil {
			t.Fatal(err)
		}
		if *goldNames {
			nameBy(parsed, gold)
		}
		actors := coref.Resolve(parsed)
		var one score
		one.add(text, gold, place(actors), func(g placed) {
			if *show {
				t.Logf("%s: wrong %q in %q", name, text[g.Start:g.End], text[max(0, g.Start-60):min(len(text), g.End+30)])
			}
		})
		t.Logf("%-30s B3 %.3f P %.3f R %.3f pronouns %d/%d", name, one.f(), one.precision/float64(one.pred), one.recall/float64(one.gold), one.pronouns, one.pronouns0)
		all.gold, all.pred, all.found = all.gold+one.gold, all.pred+one.pred, all.found+one.found
		all.precision, all.recall = all.precision+one.precision, all.recall+one.recall
		all.pronouns, all.pronouns0 = all.pronouns+one.pronouns, all.pronouns0+one.pronouns0
		if *show {
			for _, a := range actors {
				var b strings.Builder
				for _, m := range a.Mentions {
					b.WriteString(text[m.Start:m.End] + " {" + m.By.Rule + "} | ")
				}
				t.Logf("  %s [%v %q unnamed %v]: %s", a.Name, a.Kind, a.Role, a.Unnamed, b.String())
			}
		}
	}
	t.Logf("mentions P %.3f R %.3f   B3 F %.3f P %.3f R %.3f   pronouns %d/%d = %.3f", float64(all.found)/float64(all.pred), float64(all.found)/float64(all.gold),
		all.f(), all.precision/float64(all.pred), all.recall/float64(all.gold), all.pronouns, all.pronouns0, float64(all.pronouns)/float64(max(1, all.pronouns0)))
	right := float64(all.pronouns) / float64(max(1, all.pronouns0))
	if *part == "train" && *only == "" && !*goldNames && (all.f() < silverF || right < silverPronouns) {
		t.Errorf("B3 F %.3f and %.3f of the pronouns right; the floors are %.3f and %.3f", all.f(), right, silverF, silverPronouns)
	}
}

// Floors of the scores on the articles annotated for tuning. They only rise.
const (
	silverF        = .71
	silverPronouns = .732
)

// nameBy replaces the names of text by those of the annotation.
func nameBy(text *syntax.Text, gold []placed) {
	text.Names = nil
	for _, g := range gold {
		if g.form != model.Name {
			continue
		}
		n := syntax.Name{Kind: syntax.Misc}
		for i, tok := range text.Tokens {
			if tok.Start >= g.Start && tok.End <= g.End && tok.Pos == syntax.PROPN {
				if n.Last == 0 {
					n.First = i
				}
				n.Last = i + 1
			}
		}
		n.Kind = map[model.ActorKind]syntax.NameKind{model.Person: syntax.Person, model.Place: syntax.Location}[g.kind]
		if g.kind != model.Person && g.kind != model.Place {
			n.Kind = syntax.Organization
		}
		if n.Last > n.First && n.First >= 0 {
			text.Names = append(text.Names, n)
		}
	}
	slices.SortFunc(text.Names, func(a, b syntax.Name) int { return cmp.Or(a.First-b.First, b.Last-a.Last) })
	text.Names = slices.CompactFunc(text.Names, func(a, b syntax.Name) bool { return b.First < a.Last })
}

// codePoints returns the byte at which each code point of text begins, and its end.
func codePoints(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// readSilver reads an article as the program does, and its annotation.
func readSilver(t *testing.T, file string) (*model.Document, []placed) {
	t.Helper()
	name := strings.TrimSuffix(filepath.Base(file), ".json") + ".txt"
	raw, err := os.ReadFile(filepath.Join(filepath.Dir(file), "../text", name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := source.Read(bytes.NewReader(raw), model.Meta{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	raw, err = os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var actors []struct {
		Kind     string
		Mentions []struct {
			Start, End int
			Form       string
		}
	}
	if err := json.Unmarshal(raw, &actors); err != nil {
		t.Fatal(err)
	}
	at := codePoints(text)
	kinds := map[string]model.ActorKind{"person": model.Person, "organization": model.Organization, "place": model.Place, "group": model.Group}
	var out []placed
	for k, a := range actors {
		for _, m := range a.Mentions {
			form := map[string]model.Form{"name": model.Name, "nominal": model.Nominal, "pronoun": model.Pronoun, "demonym": model.Demonym}[m.Form]
			if form != model.Demonym {
				out = append(out, placed{Span: doc.FromSource(model.Span{Start: at[m.Start], End: at[m.End]}), chain: k, form: form, kind: kinds[a.Kind]})
			}
		}
	}
	return doc, out
}
