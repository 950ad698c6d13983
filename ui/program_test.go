package ui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/tools/txtar"

	"lectern/model"
)

// The goroutine that package os/signal starts at its first use would belong to
// no bubble's clock, so it has to be there before the first bubble.
func init() { signal.Notify(make(chan os.Signal, 1), syscall.SIGWINCH) }

// A desktop is the whole program in front of an emulated terminal, under a clock
// that stands still until all are idle.
type desktop struct {
	app     *App
	program *tea.Program
	keys    *io.PipeWriter
	mu      sync.Mutex
	screen  *vt.Emulator
	written bytes.Buffer
	ended   chan error
}

// start runs the program. A mute terminal answers none of its questions.
func start(d Desk, w, h int, mute bool) *desktop {
	in, keys := io.Pipe()
	t := &desktop{app: New(d), keys: keys, screen: vt.NewEmulator(w, h), ended: make(chan error, 1)}
	if mute {
		go io.Copy(io.Discard, t.screen)
	} else {
		go io.Copy(keys, t.screen)
	}
	t.program = tea.NewProgram(t.app, tea.WithInput(in), tea.WithOutput(t), tea.WithWindowSize(w, h), tea.WithFPS(120),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignals())
	go func() { _, err := t.program.Run(); t.ended <- err }()
	t.settle()
	return t
}

// Write implements [io.Writer] for the program. Where its input is no terminal
// the line discipline that turns LF into CR LF is missing.
func (t *desktop) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.written.Write(p)
	_, err := t.screen.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), err
}

// settle lets the fake clock run on until everything is drawn.
func (t *desktop) settle() {
	time.Sleep(200 * time.Millisecond)
	synctest.Wait()
}

// press sends what a keyboard sends for the keys of a screenplay.
func (t *desktop) press(line string) {
	named := map[string]string{"enter": "\r", "tab": "\t", "esc": "\x1b", "space": " ", "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B",
		"right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "alt+right": "\x1b[1;3C",
		"alt+enter": "\x1b\r"}
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		key, rest, _ := strings.Cut(line, " ")
		if words, after, ok := strings.Cut(strings.TrimPrefix(line, `"`), `"`); strings.HasPrefix(line, `"`) && ok {
			key, rest = words, after
		} else if bytes, ok := named[key]; ok {
			key = bytes
		} else if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
			key = string(rune(letter[0] & 0x1f))
		}
		io.WriteString(t.keys, key)
		t.settle()
		line = rest
	}
}

// rows returns what the terminal shows.
func (t *desktop) rows() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var b strings.Builder
	for row := range strings.SplitSeq(t.screen.String(), "\n") {
		b.WriteString(strings.TrimRight(row, " \r") + "\n")
	}
	return b.String()
}

// unmarked drops the marks of direction, which take no cell: the emulated
// terminal does not keep them.
var unmarked = strings.NewReplacer("\u200e", "", "\u200f", "")

// close ends the program and returns its error.
func (t *desktop) close() error {
	io.WriteString(t.keys, "\x03")
	var err error
	select {
	case err = <-t.ended:
	case <-time.After(time.Minute):
		err = errors.New("ctrl+c does not end the program")
		t.program.Kill()
		<-t.ended
	}
	t.keys.Close()
	t.screen.Close()
	return err
}

// Every screenplay ends with the same screen on a terminal as without one,
// whether the terminal answers or not.
func TestScreensOnATerminal(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for n, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			file, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			desk, keys := ferryDesk(), ""
			for _, f := range file.Files {
				var w, h int
				switch f.Name {
				case "article":
					desk.Document, desk.Analyze = model.FromText(strings.TrimSpace(string(f.Data))), nil
				case "keys":
					keys = string(f.Data)
				}
				if _, err := fmt.Sscanf(f.Name, "screen %dx%d", &w, &h); err != nil {
					continue
				}
				synctest.Test(t, func(t *testing.T) {
					term := start(desk, w, h, n%2 == 0)
					for line := range strings.Lines(keys) {
						term.press(line)
					}
					want := unmarked.Replace(string(f.Data))
					if got := unmarked.Replace(term.rows()); got != want {
						t.Errorf("the terminal shows\n%swant:\n%s", got, want)
					}
					if err := term.close(); err != nil {
						t.Error(err)
					}
				})
			}
		})
	}
}

// What a golden text cannot show: the looks of the cells, the questions that
// the terminal is asked, and what is left switched on.
func TestCellsAndModes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		term := start(ferryDesk(), 80, 24, false)
		for _, question := range []string{ansi.RequestModeSynchronizedOutput, ansi.RequestModeUnicodeCore} {
			if n := strings.Count(term.written.String(), question); n == 0 {
				t.Errorf("the terminal is not asked %q", question)
			}
		}
		term.press("2 tab enter")
		chosen := term.app.brush.theme.looks[roleChosen].bg
		text := ""
		term.mu.Lock()
		for y := range 24 {
			for x := range term.app.layout.between.x - bar {
				if c := term.screen.CellAt(x, y); c != nil && same(c.Style.Bg, chosen) {
					text += c.Content
				}
			}
		}
		term.mu.Unlock()
		if !strings.Contains(text, "Theharbourboardwillendthenight") && !strings.Contains(text, "The harbour board will end the night") {
			t.Errorf("of the chosen passages %q stands out", text)
		}
		before := term.written.Len()
		if err := term.close(); err != nil {
			t.Error(err)
		}
		end := term.written.String()[before:]
		for _, off := range []string{ansi.ResetModeAltScreenSaveCursor, ansi.ResetModeMouseButtonEvent, ansi.ResetModeMouseExtSgr, ansi.ResetModeBracketedPaste} {
			if !strings.Contains(end, off) {
				t.Errorf("%q is left out at the end, which is %q", off, end)
			}
		}
	})
}

func same(a, b interface{ RGBA() (r, g, b, a uint32) }) bool {
	if a == nil || b == nil {
		return a == b
	}
	r, g, bl, _ := a.RGBA()
	x, y, z, _ := b.RGBA()
	return r == x && g == y && bl == z
}
