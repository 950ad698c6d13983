package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"
)

// desk is the program on a terminal of its own.
type desk struct {
	t      *testing.T
	cmd    *exec.Cmd
	tty    *os.File // the terminal's side
	before *unix.Termios
	chunks chan []byte
	seen   bytes.Buffer
}

// openDesk starts lectern with args on a terminal of 80 by 24 cells.
func openDesk(t *testing.T, stdin *os.File, args ...string) *desk {
	t.Helper()
	tty, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		t.Skip(err)
	}
	n, err := unix.IoctlGetInt(int(tty.Fd()), unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(int(tty.Fd()), unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(int(tty.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 80})
	}
	if err != nil {
		t.Skip(err)
	}
	screen, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer screen.Close()
	d := &desk{t: t, tty: tty, chunks: make(chan []byte)}
	d.before, err = unix.IoctlGetTermios(int(tty.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	d.cmd = exec.Command("lectern", args...) // on PATH by testscript.Main
	d.cmd.Stdin, d.cmd.Stdout, d.cmd.Stderr = screen, screen, screen
	if stdin != nil {
		d.cmd.Stdin = stdin
	}
	d.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_STATE_HOME="+t.TempDir())
	d.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		for {
			b := make([]byte, 4096)
			n, err := tty.Read(b)
			if err != nil {
				close(d.chunks)
				return
			}
			d.chunks <- b[:n]
		}
	}()
	t.Cleanup(func() { d.cmd.Process.Kill(); tty.Close() })
	return d
}

// until reads what the program draws until the words are on the screen.
func (d *desk) until(words string) {
	d.t.Helper()
	late := time.After(20 * time.Second)
	for !strings.Contains(ansi.Strip(d.seen.String()), words) {
		select {
		case b, ok := <-d.chunks:
			if !ok {
				d.t.Fatalf("the program ended before it said %q:\n%s", words, ansi.Strip(d.seen.String()))
			}
			d.seen.Write(b)
		case <-late:
			d.t.Fatalf("never said %q:\n%s", words, ansi.Strip(d.seen.String()))
		}
	}
}

// press types keys; what was drawn before does not count any more.
func (d *desk) press(keys string) {
	d.seen.Reset()
	d.tty.WriteString(keys)
}

// end waits for the program and checks that it left the terminal as it was.
func (d *desk) end() {
	d.t.Helper()
	for b := range d.chunks {
		d.seen.Write(b)
	}
	if err := d.cmd.Wait(); err != nil {
		d.t.Errorf("ended with %v:\n%s", err, ansi.Strip(d.seen.String()))
	}
	if !strings.Contains(d.seen.String(), "\x1b[?1049l") {
		d.t.Error("the other screen was not left")
	}
	if now, err := unix.IoctlGetTermios(int(d.tty.Fd()), unix.TCGETS); err != nil || *now != *d.before {
		d.t.Errorf("the terminal is not as it was: %+v, %v", now, err)
	}
}

func noted(t *testing.T) (path string) {
	path = filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(path, []byte("On Monday the minister said that the bridge was shut. Nobody knew why.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// What the screen says is saved survives kill -9.
func TestSavedSurvivesKill(t *testing.T) {
	path := noted(t)
	d := openDesk(t, nil, path)
	d.until("bridge was shut")
	d.press("vwwa")
	d.until("note:")
	d.press("Who says so?\r")
	d.until("saved")
	d.cmd.Process.Kill()
	d.cmd.Wait()
	b, err := os.ReadFile(path + ".notes.jsonl")
	if err != nil || !bytes.Contains(b, []byte(`"note":"Who says so?"`)) {
		t.Errorf("on disk: %s, %v", b, err)
	}
}

// However the program is told to end, it ends, and leaves the terminal.
func TestEnds(t *testing.T) {
	for name, tell := range map[string]func(d *desk){
		"q":       func(d *desk) { d.press("q") },
		"ctrl+c":  func(d *desk) { d.press("\x03") },
		"SIGTERM": func(d *desk) { d.cmd.Process.Signal(syscall.SIGTERM) },
		"SIGINT":  func(d *desk) { d.cmd.Process.Signal(syscall.SIGINT) },
		"SIGHUP":  func(d *desk) { d.cmd.Process.Signal(syscall.SIGHUP) },
	} {
		t.Run(name, func(t *testing.T) {
			d := openDesk(t, nil, noted(t))
			d.until("bridge was shut")
			tell(d)
			d.end()
		})
	}
}

// An article through a pipe is read on the screen as well; the keys come from
// the terminal.
func TestPipeOnTheScreen(t *testing.T) {
	f, err := os.Open(noted(t))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := openDesk(t, f, "-")
	d.until("bridge was shut")
	d.press("q")
	d.end()
}
