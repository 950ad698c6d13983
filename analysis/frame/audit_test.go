package frame

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAudit reads the judgements of testdata/audit: what a device found in news
// that nobody had looked at, read in its sentence and judged by the device's
// definition. A line is corpus, article, start, end and right or wrong; offsets
// are bytes of the article's body, BASIL's paragraphs apart by a blank line. Only
// a device of which four in five were right may be core.
func TestAudit(t *testing.T) {
	for _, d := range catalogue() {
		text, err := os.ReadFile(filepath.Join("testdata", "audit", d.ID+".tsv"))
		if err != nil {
			if d.Core {
				t.Errorf("%s is core and was never audited", d.ID)
			}
			continue
		}
		right, all := 0, 0
		seen := map[string]bool{}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != 5 || f[4] != "right" && f[4] != "wrong" {
				t.Fatalf("%s: bad line %q", d.ID, line)
			}
			if key := strings.Join(f[:4], "\t"); seen[key] {
				t.Errorf("%s: %q was judged twice", d.ID, key)
			} else {
				seen[key] = true
			}
			all++
			if f[4] == "right" {
				right++
			}
		}
		if core := all > 0 && right*5 >= all*4; core != d.Core {
			t.Errorf("%s: %d of %d right, and its tier says otherwise", d.ID, right, all)
		}
	}
}
