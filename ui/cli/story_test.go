package cli

import (
	"context"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lectern/analysis"
	"lectern/model"
	"lectern/samples"
	"lectern/ui"
)

// sitting opens a sample at the desk, without a terminal: commands are run where
// they come up.
type sitting struct{ *ui.App }

func sit(t *testing.T, name string) sitting {
	t.Helper()
	doc, err := (&terminal{}).open(name)
	if err != nil {
		t.Fatal(err)
	}
	d := sitting{ui.New(ui.Desk{Document: doc, Theme: "dark", Analyze: func(ctx context.Context, d *model.Document, _ func(float64)) (*model.Analysis, error) {
		return analysis.Analyze(ctx, d, nil)
	}})}
	d.run(d.Init())
	d.tell(tea.WindowSizeMsg{Width: 100, Height: 32})
	return d
}

func (d sitting) tell(msg tea.Msg) {
	_, cmd := d.Update(msg)
	d.run(cmd)
}

func (d sitting) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case nil:
	default:
		d.tell(msg)
	}
}

func (d sitting) press(keys ...string) {
	for _, k := range keys {
		switch k {
		case "tab":
			d.tell(tea.KeyPressMsg{Code: tea.KeyTab})
		case "enter":
			d.tell(tea.KeyPressMsg{Code: tea.KeyEnter})
		case "ctrl+o":
			d.tell(tea.KeyPressMsg{Code: 'o', Mod: tea.ModCtrl})
		case "alt+right":
			d.tell(tea.KeyPressMsg{Code: tea.KeyRight, Mod: tea.ModAlt})
		default:
			d.tell(tea.KeyPressMsg{Code: []rune(k)[0], Text: k})
		}
	}
}

// seen is what is on the screen: the rows and the column of the cursor, without
// what the status line has to say.
func (d sitting) seen() string {
	v := d.View()
	rows := strings.Split(ansi.Strip(v.Content), "\n")
	at := ""
	if v.Cursor != nil {
		at = strings.Repeat("-", v.Cursor.X)
	}
	return strings.Join(rows[:len(rows)-1], "\n") + "│" + at
}

var placeOf = regexp.MustCompile(`place 1/(\d+)`)

// In every sample: enter on a line of the outline leads to its first passage, n
// walks its places round and back to the first, ctrl+o undoes each of these
// jumps, and alt+right makes it again.
func TestWalkingTheSamples(t *testing.T) {
	files, err := fs.Glob(samples.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		d := sit(t, name)
		walked := 0
		for _, tab := range []string{"1", "2", "3"} {
			d.press(tab)
			d.press("tab", "g", "g")
			for range 12 {
				before := d.seen()
				d.press("enter")
				status := ansi.Strip(d.View().Content)
				status = status[strings.LastIndex(status, "\n"):]
				m := placeOf.FindStringSubmatch(status)
				if m == nil { // a line that stands nowhere: a group of shares, a remark
					if strings.Contains(status, "place ") {
						t.Fatalf("%s, tab %s: enter did not lead to the first place: %s", name, tab, status)
					}
					d.press("j")
					continue
				}
				walked++
				first := d.seen()
				n := 0
				for n == 0 || !placeOf.MatchString(ansi.Strip(d.View().Content)) && n < 200 {
					d.press("n")
					n++
				}
				if got := d.seen(); !sameText(got, first) {
					t.Fatalf("%s, tab %s: n does not come round:\n%s\n%s", name, tab, first, got)
				}
				for range n {
					d.press("ctrl+o")
				}
				d.press("ctrl+o")
				if got := d.seen(); !sameText(got, before) {
					t.Fatalf("%s, tab %s: back from a jump is\n%s\nnot\n%s", name, tab, got, before)
				}
				d.press("alt+right")
				if got := d.View().Content; !strings.Contains(ansi.Strip(got), "place 1/") {
					t.Fatalf("%s, tab %s: forward does not lead to the place again", name, tab)
				}
				d.press("ctrl+o", "j")
			}
			d.press("tab")
		}
		if walked < 5 {
			t.Errorf("%s: only %d lines lead anywhere", name, walked)
		}
	}
}

// In every sample the links of a card can be followed from any tab, and each of
// these jumps taken back.
func TestLinksOfTheSamples(t *testing.T) {
	files, err := fs.Glob(samples.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		d := sit(t, name)
		followed := 0
		for _, tab := range []string{"1", "2", "3"} {
			d.press(tab)
			d.press("tab", "g", "g")
			for range 10 {
				for _, letter := range []string{"a", "b", "c", "d"} {
					before := d.seen()
					d.press("g", letter)
					status := ansi.Strip(d.View().Content)
					if status = status[strings.LastIndex(status, "\n"):]; strings.Contains(status, "no link") {
						break
					}
					followed++
					if d.seen() == before {
						t.Fatalf("%s, tab %s: link %s leads nowhere:\n%s", name, tab, letter, before)
					}
					d.press("ctrl+o")
					if got := d.seen(); !sameText(got, before) {
						t.Fatalf("%s, tab %s: back from link %s is\n%s\nnot\n%s", name, tab, letter, got, before)
					}
				}
				d.press("j")
			}
			d.press("tab")
		}
		if followed < 20 {
			t.Errorf("%s: only %d links can be followed", name, followed)
		}
	}
}

// sameText compares two screens by the outline and the cursor's column: the
// article may have come to rest some rows higher or lower on the way.
func sameText(a, b string) bool {
	right := func(s string) (out []string) {
		for row := range strings.Lines(s) {
			if i := strings.LastIndexAny(row, "│├"); i >= 0 {
				out = append(out, row[i:])
			}
		}
		return out
	}
	x, y := right(a), right(b)
	return len(x) == len(y) && strings.Join(x[1:], "") == strings.Join(y[1:], "")
}
