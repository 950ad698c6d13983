package model

import (
	"strings"
	"testing"
)

// However words are spaced, one line is what stands between white space, joined.
func TestOneLine(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a b", "a b ", "a  b", "a\nb", "a\tb", "a\u00a0b", "a b\u2003", "  a  b  ", "京 都"} {
		if got, want := oneLine(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q becomes %q, not %q", s, got, want)
		}
	}
}
