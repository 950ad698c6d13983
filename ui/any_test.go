package ui

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lectern/model"
)

var colour = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// Whatever is pressed, at whatever size: the screen is full, no row is too wide,
// the cursor is on it, and nothing but colours is written.
func TestAnyKeys(t *testing.T) {
	var keys []string
	for _, c := range keyTable {
		for _, b := range c.bindings {
			for k := range strings.FieldsSeq(b.keys) {
				if k != "ctrl+c" && k != "q" && k != "shift+space" {
					keys = append(keys, k)
				}
			}
		}
	}
	keys = append(keys, "esc", "enter", "é", "京", "👍🏽", "down", "up", "tab")
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 7))
		desk := ferryDesk()
		if seed == 5 {
			desk.Document, desk.Analyze = model.FromText(""), nil
		}
		p := play(desk, 80, 24)
		for step := range 1500 {
			switch n := rng.IntN(40); {
			case n == 0:
				p.send(tea.WindowSizeMsg{Width: rng.IntN(160), Height: rng.IntN(50)})
			case n == 1:
				p.click(rng.IntN(160), rng.IntN(50))
			case n == 2:
				p.send(tea.PasteMsg{Content: "a\x1b]0;b\x07\r\nc京"})
			default:
				k := keys[rng.IntN(len(keys))]
				if len(k) == 2 && k != "up" { // a chord
					p.send(keyPress(k[:1]))
					k = string("abgxyz?"[rng.IntN(7)])
				}
				p.send(keyPress(k))
			}
			rows := p.draw()
			if len(rows) != p.h && p.w > 0 {
				t.Fatalf("seed %d step %d: %d rows on a screen of %d", seed, step, len(rows), p.h)
			}
			for y, row := range rows {
				if got := p.brush.measure.Width(ansi.Strip(row)); got > p.w {
					t.Fatalf("seed %d step %d: row %d is %d cells wide, the screen %d: %q", seed, step, y, got, p.w, row)
				}
				if rest := colour.ReplaceAllString(row, ""); strings.ContainsFunc(rest, unicode.IsControl) {
					t.Fatalf("seed %d step %d: row %d holds more than colours: %q", seed, step, y, row)
				}
			}
			if x, y, ok := p.caret(); ok && (x < 0 || y < 0 || x >= p.w || y >= p.h) {
				t.Fatalf("seed %d step %d: the cursor is at %d,%d of %dx%d", seed, step, x, y, p.w, p.h)
			}
		}
	}
}
