package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lectern/ui/typeset"
)

// The lines of an item stand below its first word, not below its bullet; what is
// no item stands where it did.
func TestItemsHang(t *testing.T) {
	const text = "Before.\n\n- one two three four five six\n  seven\n- eight\n  - nine ten eleven twelve thirteen\n\nAfter.\n\n```\n- code\n```\n1. first\n2. second"
	want := `Before.

• one two three four
  five six
  seven
• eight
  • nine ten eleven
    twelve thirteen

After.

- code

1. first
2. second`
	var p press
	b := brush{newTheme("mono"), typeset.Measure{}}
	var got []string
	for _, l := range p.render(b, text, 22) {
		if w := b.measure.Width(ansi.Strip(l)); w != 22 {
			t.Errorf("%q is %d cells wide", l, w)
		}
		got = append(got, strings.TrimRight(ansi.Strip(l), " "))
	}
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("rendered:\n%s\nwant:\n%s", s, want)
	}
}
