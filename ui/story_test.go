package ui

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/tools/txtar"

	"lectern/model"
)

var update = flag.Bool("update", false, "write the screens anew; then read the difference")

// ferryDesk reads the article of the fixture, and keeps marks in memory.
func ferryDesk() Desk {
	d := ferryDocument()
	return Desk{Document: d, Theme: "dark",
		Analyze: func(_ context.Context, d *model.Document, progress func(float64)) (*model.Analysis, error) {
			progress(.5)
			return ferryAnalysis(d), nil
		},
		Now:  func() time.Time { return time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC) },
		Save: func(marks []model.Mark) ([]model.Mark, error) { return marks, nil },
	}
}

// A player plays an App without a terminal: what a command brings comes back at
// once, so that nothing has to be waited for.
type player struct {
	*App
	quit bool
	copy string
}

func play(d Desk, w, h int) *player {
	p := &player{App: New(d)}
	p.run(p.Init())
	p.send(tea.WindowSizeMsg{Width: w, Height: h})
	return p
}

func (p *player) send(msg tea.Msg) {
	_, cmd := p.Update(msg)
	p.run(cmd)
}

func (p *player) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			p.run(c)
		}
	case tea.QuitMsg:
		p.quit = true
	case Intent, progressed, analyzed, saved, failed:
		p.send(msg)
	default:
		if s := fmt.Sprintf("%T", msg); strings.Contains(s, "setClipboard") {
			p.copy = fmt.Sprint(msg)
		}
	}
}

// keys presses keys by name, apart by spaces; “words” in double quotes are typed
// letter by letter.
func (p *player) keys(line string) {
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if words, rest, ok := strings.Cut(strings.TrimPrefix(line, `"`), `"`); strings.HasPrefix(line, `"`) && ok {
			for _, r := range words {
				p.send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			line = rest
			continue
		}
		key, rest, _ := strings.Cut(line, " ")
		p.send(keyPress(key))
		line = rest
	}
}

func keyPress(name string) tea.KeyPressMsg {
	var m tea.KeyPressMsg
	for {
		if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
			m.Mod |= tea.ModCtrl
			name = rest
		} else if rest, ok := strings.CutPrefix(name, "alt+"); ok {
			m.Mod |= tea.ModAlt
			name = rest
		} else {
			break
		}
	}
	special := map[string]rune{"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "space": tea.KeySpace, "backspace": tea.KeyBackspace,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown}
	if code, ok := special[name]; ok {
		m.Code = code
		if name == "space" {
			m.Text = " "
		}
		return m
	}
	m.Code = []rune(name)[0]
	if m.Mod == 0 {
		m.Text = name
	}
	return m
}

// screen returns what is seen.
func (p *player) screen() string {
	var b strings.Builder
	for _, row := range p.draw() {
		b.WriteString(strings.TrimRight(ansi.Strip(row), " ") + "\n")
	}
	return b.String()
}

// The screenplays: an article (without one, that of the fixture), keys, and the
// screen that follows, in as many sizes as there are.
func TestScreens(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no screenplays")
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			file, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			article, keys := "", ""
			for i := range file.Files {
				f := &file.Files[i]
				var w, h int
				switch f.Name {
				case "article":
					article = strings.TrimSpace(string(f.Data))
					continue
				case "keys":
					keys = string(f.Data)
					continue
				}
				if _, err := fmt.Sscanf(f.Name, "screen %dx%d", &w, &h); err != nil {
					t.Fatalf("%s: what is %q?", name, f.Name)
				}
				desk := ferryDesk()
				if article != "" {
					desk.Document, desk.Analyze = model.FromText(article), nil
				}
				p := play(desk, w, h)
				for line := range strings.Lines(keys) {
					p.keys(line)
				}
				for y, row := range p.draw() {
					if got := p.brush.measure.Width(ansi.Strip(row)); got > w {
						t.Errorf("%s: row %d is %d cells wide", f.Name, y, got)
					}
				}
				if got := p.screen(); *update {
					f.Data = []byte(got)
				} else if got != string(f.Data) {
					t.Errorf("%s:\n%swant:\n%s", f.Name, got, f.Data)
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(file), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
