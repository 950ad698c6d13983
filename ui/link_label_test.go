package ui

import "testing"

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
