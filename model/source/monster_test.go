package source

import (
	"strings"
	"testing"

	"lectern/model"
)

// TestMonsters: shapes that have broken other readers are read in bounded time.
func TestMonsters(t *testing.T) {
	const n = 200_000
	for name, raw := range map[string]string{
		"line.txt":      strings.Repeat("word ", n),
		"marks.txt":     "a" + strings.Repeat("\u0301", n),
		"headings.md":   strings.Repeat("# h\n", n/4),
		"quotes.md":     strings.Repeat("> ", n) + "x",
		"brackets.md":   strings.Repeat("[", n),
		"emphasis.md":   strings.Repeat("*a_", n/8),
		"elements.html": strings.Repeat("<div>", n) + "x",
		"backticks.md":  strings.Repeat("`", 3000) + " a " + strings.Repeat("` `` ", 2000),
	} {
		d, err := Read(strings.NewReader(raw), model.Meta{Name: name})
		if err == nil && d.Len() < n {
			check(t, d)
		}
	}
}
