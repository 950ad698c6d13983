package quote_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lectern/analysis/syntax"
	"lectern/model"
)

// TestCases reads testdata/cases: a paragraph a case, with its claims in
// brackets, every role of which must be found word for word, and no others.
func TestCases(t *testing.T) {
	files := readFiles(t, "testdata/cases/*.txt")
	delete(files, "stance")
	for _, name := range names(files) {
		for _, c := range strings.Split(files[name], "\n\n") {
			if strings.HasPrefix(c, "#") {
				continue
			}
			plain, marks := bracketed(t, c)
			text, got := attribute(document(plain))
			var want, found []string
			for _, w := range claimsOf(marks) {
				want = append(want, inWords(text, w))
			}
			for _, g := range got.Claims {
				found = append(found, inWords(text, [3][]model.Span{g.Source, g.Cue, g.Content}))
			}
			slices.Sort(want)
			slices.Sort(found)
			if !slices.Equal(want, found) {
				t.Errorf("%s: %s\nfound %s", name, c, strings.Join(found, "\n      "))
			}
		}
	}
}

func inWords(text *syntax.Text, roles [3][]model.Span) string {
	var b strings.Builder
	for r, name := range [...]string{"source", "cue", "content"} {
		fmt.Fprintf(&b, "%s:", name)
		for _, i := range words(text, roles[r]) {
			b.WriteString(" " + text.Word(i))
		}
		b.WriteString("; ")
	}
	return b.String()
}

// TestStance reads testdata/cases/stance.txt: a stance, a tab, and a case.
func TestStance(t *testing.T) {
	stances := []string{"assert", "deny", "doubt", "demand", "promise", "ask"}
	for line := range strings.Lines(readFiles(t, "testdata/cases/stance.txt")["stance"]) {
		stance, c, _ := strings.Cut(strings.TrimSpace(line), "\t")
		plain, _ := bracketed(t, c)
		_, got := attribute(document(plain))
		if len(got.Claims) != 1 || stances[got.Claims[0].Stance] != stance {
			t.Errorf("%s: %d claims", line, len(got.Claims))
			for _, g := range got.Claims {
				t.Errorf("  %s", stances[g.Stance])
			}
		}
	}
}

// TestMode checks how the words of a claim are said to be given.
func TestMode(t *testing.T) {
	for c, want := range map[string]model.Mode{
		`"We will rebuild every house," the governor said.`:     model.Direct,
		`The governor said that every house would be rebuilt.`:  model.Indirect,
		`The director called the plan "a gift to speculators".`: model.Mixed,
	} {
		_, got := attribute(document(c))
		if len(got.Claims) != 1 || got.Claims[0].Mode != want {
			t.Errorf("%s: %d claims", c, len(got.Claims))
		}
	}
}

// TestNested checks that a claim inside a claim is found and kept inside.
func TestNested(t *testing.T) {
	_, got := attribute(document(`The lawyer said that the witness believed that the door was locked.`))
	if len(got.Claims) != 1 || len(got.Claims[0].Nested) != 1 {
		t.Fatalf("%d claims", len(got.Claims))
	}
	if n := got.Claims[0].Nested[0]; len(n.Speakers) != 1 || n.In != got.Claims[0] {
		t.Errorf("%+v", n)
	}
}

// TestAgency checks that agency copy shows both who speaks and who passes it on.
func TestAgency(t *testing.T) {
	d := document(`"The suspects had planned the theft for months," prosecutors said, according to the Harbour Gazette.`)
	_, got := attribute(d)
	if len(got.Claims) != 1 || len(got.Claims[0].Nested) != 1 {
		t.Fatalf("%d claims", len(got.Claims))
	}
	outer, inner := got.Claims[0], got.Claims[0].Nested[0]
	if d.Text(outer.Cue[0]) != "according to" || d.Text(inner.Cue[0]) != "said" || len(inner.Speakers) != 1 || inner.Speakers[0].Name != "prosecutors" {
		t.Errorf("%q around %q by %v", d.Text(outer.Cue[0]), d.Text(inner.Cue[0]), inner.Speakers)
	}
}
