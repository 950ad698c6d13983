package store

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"lectern/model"
)

// What was said to be saved is there after kill -9 at whatever moment, and the
// sidecar is whole. The test runs itself as the program that is killed: it adds
// one mark after the other and says so as soon as each is kept.
func TestKill(t *testing.T) {
	if path := os.Getenv("LECTERN_TEST_KILL"); path != "" {
		saveForEver(path)
	}
	d, s := article(t, text)
	kept := 0
	for round := range 12 {
		c := exec.Command(os.Args[0], "-test.run=^TestKill$")
		c.Env = append(os.Environ(), "LECTERN_TEST_KILL="+d.Meta().Path, "XDG_STATE_HOME="+s.dir)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range round%4 + 1 {
			if !lines.Scan() {
				t.Fatal("the program stopped by itself")
			}
		}
		fmt.Sscan(lines.Text(), &kept)
		c.Process.Kill()
		for lines.Scan() { // what it said before it died
			fmt.Sscan(lines.Text(), &kept)
		}
		c.Wait()
		again, marks := reopen(t, d, s)
		if len(marks) < kept || len(marks) > kept+1 {
			t.Fatalf("%d marks after %d were kept", len(marks), kept)
		}
		if told := again.Notices(); len(told) > 0 {
			t.Fatalf("told %q", told)
		}
	}
}

func saveForEver(path string) {
	d := at(path, text)
	c, marks, err := Open(d, NewState())
	r := model.NewReading(d, marks)
	for err == nil {
		m := mark(d, fmt.Sprint("m", len(r.Marks())), "mayor", "note")
		m.Made = time.Now()
		r.Put(m, "add")
		if _, err = c.Save(r.Marks()); err == nil {
			fmt.Println(len(r.Marks()))
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
