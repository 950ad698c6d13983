package cli

import (
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lectern/samples"
)

// Whatever is pressed in whichever sample, at whatever size: the screen is full, no
// row is too wide, and the cursor stands on it. Wide letters, emoji, several scripts
// and tables are among the samples.
func TestAnyKeysInTheSamples(t *testing.T) {
	files, err := fs.Glob(samples.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	const letters = "jkhlwb0$)(}{gG1234nN][oOSsAMzJKvtaxuyLf/*m'?:P "
	special := []rune{tea.KeyEnter, tea.KeyEnter, tea.KeyTab, tea.KeyTab, tea.KeyEscape, tea.KeyBackspace, tea.KeyPgDown, tea.KeyPgUp, tea.KeyHome, tea.KeyEnd}
	for n, name := range files {
		rng := rand.New(rand.NewPCG(uint64(n), 3))
		d := sit(t, name)
		w, h := 100, 32
		for step := range 1200 {
			switch k := rng.IntN(12); {
			case k == 0 && step%7 == 0:
				w, h = 1+rng.IntN(210), 1+rng.IntN(60)
				d.tell(tea.WindowSizeMsg{Width: w, Height: h})
			case k < 3:
				d.tell(tea.KeyPressMsg{Code: special[rng.IntN(len(special))]})
			case k == 3:
				d.tell(tea.KeyPressMsg{Code: []rune("odufberl")[rng.IntN(8)], Mod: tea.ModCtrl})
			default:
				d.press(string(letters[rng.IntN(len(letters))]))
			}
			v := d.View()
			rows := strings.Split(v.Content, "\n")
			if len(rows) != h {
				t.Fatalf("%s, step %d: %d rows on a screen of %d×%d", name, step, len(rows), w, h)
			}
			for y, row := range rows {
				if got := ansi.StringWidthWc(row); got > w {
					t.Fatalf("%s, step %d: row %d has %d cells on a screen of %d×%d: %q", name, step, y, got, w, h, ansi.Strip(row))
				}
			}
			if c := v.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= w || c.Y >= h) {
				t.Fatalf("%s, step %d: the cursor is at %d,%d of %d×%d", name, step, c.X, c.Y, w, h)
			}
		}
	}
}
