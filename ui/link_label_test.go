package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Every link has a name of its own, and the name leads to it, letter by letter.
func TestLinkLabels(t *testing.T) {
	for _, n := range []int{1, 2, 24, 25, 26, 27, 51, 52, 300, 650} {
		seen := map[string]bool{}
		for i := range n {
			name := linkLabel(i, n)
			if name == "" || seen[name] {
				t.Fatalf("link %d of %d is called %q", i, n, name)
			}
			seen[name] = true
			if got, more := linkCalled(name, n); got != i || more {
				t.Fatalf("%q of %d leads to %d, more %v; want %d", name, n, got, more, i)
			}
			if len(name) == 2 {
				if got, more := linkCalled(name[:1], n); got >= 0 || !more {
					t.Fatalf("the beginning of %q of %d leads to %d, more %v", name, n, got, more)
				}
			}
		}
	}
	for _, c := range []struct {
		name string
		n    int
	}{{"g", 25}, {"b", 1}, {"A", 25}, {"zz", 25}, {"zz", 26}, {"é", 30}} {
		if got, more := linkCalled(c.name, c.n); got >= 0 || more {
			t.Errorf("%q of %d leads to %d, more %v", c.name, c.n, got, more)
		}
	}
	if got := linkLabel(650, 651); got != "" {
		t.Errorf("there is no name left for link 650, and it is called %q", got)
	}
}

// Every word and every link of a card can be scrolled into sight, however small it is.
func TestCardsCanBeReadWhole(t *testing.T) {
	for _, size := range [][2]int{{80, 14}, {80, 24}, {120, 40}, {45, 12}} {
		p := play(ferryDesk(), size[0], size[1])
		p.keys("tab")
		for range p.outline.list().lines {
			seen := ""
			for range 60 {
				for _, row := range p.card.draw(p.brush, p.desk.Document, p.layout.card.w, p.layout.card.h) {
					seen += ansi.Strip(row) + "\n"
				}
				p.keys("J")
			}
			for n := range p.card.ties {
				if name := linkLabel(n, len(p.card.ties)); !strings.Contains(seen, "\n "+name+" ") {
					t.Errorf("at %v link %s of %q never comes into sight", size, name, p.picked.Label)
				}
			}
			for _, line := range p.card.body {
				if words := strings.TrimSpace(ansi.Strip(line)); !strings.Contains(seen, words) {
					t.Errorf("at %v the words %q never come into sight", size, words)
				}
			}
			p.keys("j")
		}
	}
}
