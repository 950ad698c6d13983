package cli

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/analysis/frame"
	"lectern/ui"
)

var updateReadme = flag.Bool("readme", false, "write the generated parts of the README anew")

const readme = "../../README.md"

// TestReadme holds the parts of the README that are made from the program: a
// screen, the keys, the devices and the example of a device file.
func TestReadme(t *testing.T) {
	b, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	example, err := os.ReadFile(filepath.FromSlash("../../analysis/frame/devices/booster.txt"))
	if err != nil {
		t.Fatal(err)
	}
	screens, err := txtar.ParseFile(filepath.FromSlash("../testdata/claims.txt"))
	if err != nil {
		t.Fatal(err)
	}
	screen := ""
	for _, f := range screens.Files {
		if f.Name == "screen 80x24" {
			screen = string(f.Data)
		}
	}
	for _, part := range []struct{ name, want string }{
		{"screen", "```\n" + screen + "```\n"},
		{"keys", ui.KeyTable()},
		{"devices", frame.Table()},
		{"example", "```\n" + string(example) + "```\n"},
	} {
		open := "<!-- " + part.name + " -->\n"
		before, rest, ok := strings.Cut(text, open)
		have, after, closed := strings.Cut(rest, "<!-- end -->")
		if !ok || !closed {
			t.Fatalf("the README has no part %q", part.name)
		}
		if have != part.want {
			if !*updateReadme {
				t.Errorf("the part %q of the README is not what the program says; go test ./ui/cli -run Readme -readme writes it", part.name)
			}
			text = before + open + part.want + "<!-- end -->" + after
		}
	}
	if *updateReadme {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
