package claims

import (
	"strings"
	"testing"

	"lectern/analysis/quote"
	"lectern/analysis/segment"
)

func read(t *testing.T, text string) *article {
	t.Helper()
	plain, roles, err := bracketed(text)
	if err != nil {
		t.Fatal(err)
	}
	a := &article{text: segment.Text(document("test", plain))}
	a.words = cut(a.text.Doc)
	for _, r := range roles {
		a.add(r)
	}
	return a
}

// TestScore checks the counts against cases small enough to count by hand.
func TestScore(t *testing.T) {
	a := read(t, `[s1 The mayor] [k1 said] [c1 that the bridge was closed]. [c2 "It is old,"] [s2 she] [k2 added].`)
	all, right := a.score(a.inWords(a.gold))
	if all.exact != 2 || all.half != 2 || all.overlap != 2 || !right[0] || !right[1] {
		t.Errorf("the gold against itself: %v", all)
	}
	none, _ := a.score(nil)
	if none.gold != 2 || none.matched != 0 {
		t.Errorf("nothing found: %v", none)
	}
	cut := []quote.Gold{a.gold[0]}
	cut[0].Content = []quote.Run{{First: a.gold[0].Content[0].First, Last: a.gold[0].Content[0].First + 1}} // "that", one word of five
	short, right := a.score(a.inWords(cut))
	if short.exact != 0 || short.half != 0 || short.overlap != 1 || right[0] {
		t.Errorf("a content cut short: %v", short)
	}
	lost := []quote.Gold{a.gold[0]}
	lost[0].Source = nil
	sourceless, _ := a.score(a.inWords(lost))
	if sourceless.overlap != 0 || sourceless.matched != 1 {
		t.Errorf("a source lost: %v", sourceless)
	}
}

// TestExamples checks that every example can be read and is whole.
func TestExamples(t *testing.T) {
	n := 0
	for _, p := range strings.Split(strings.TrimSpace(exampleText), "\n\n") {
		if strings.HasPrefix(p, "#") {
			continue
		}
		a := read(t, p)
		for i, g := range a.gold {
			n++
			if len(g.Cue) == 0 || len(g.Content) == 0 && len(a.gold) == 1 {
				t.Errorf("claim %d without a cue or a content: %s", i+1, p)
			}
		}
	}
	if n < 50 {
		t.Errorf("%d examples", n)
	}
}
