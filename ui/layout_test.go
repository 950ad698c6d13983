package ui

import "testing"

// At every size and in every mode the parts fill the screen without
// overlapping, and the pane in focus is on it.
func TestLayoutFillsTheScreen(t *testing.T) {
	for w := 1; w <= 220; w += 9 {
		for h := 1; h <= 70; h += 6 {
			for _, m := range []mode{{focus: Article, measure: 76}, {focus: Outline, measure: 76}, {focus: Article, zoom: true, measure: 76}, {focus: Outline, zoom: true, measure: 120}} {
				l := lay(w, h, m)
				if l.small != (w < leastWidth || h < leastHeight) {
					t.Fatalf("%dx%d: small is %v", w, h, l.small)
				}
				if l.small {
					continue
				}
				if m.focus == Article && l.article.w < 20 || m.focus == Outline && l.outline.w < 20 {
					t.Fatalf("%dx%d %+v: no room for the pane in focus", w, h, m)
				}
				if l.article.w > max(m.measure+gutter+bar+2, 0) || l.outline.w > widestList && w >= twoPanes && !m.zoom {
					t.Fatalf("%dx%d %+v: too wide: %+v", w, h, m, l)
				}
				parts := []rect{l.head, l.title, l.article, l.tabs, l.outline, l.rule, l.card, l.between, l.status}
				for y := range h {
					for x := range w {
						n := 0
						for _, r := range parts {
							if r.has(x, y) {
								n++
							}
						}
						if n > 1 {
							t.Fatalf("%dx%d %+v: %d parts at %d,%d: %+v", w, h, m, n, x, y, l)
						}
					}
				}
				for _, r := range parts {
					if r.w > 0 && r.h > 0 && (r.x < 0 || r.y < 0 || r.x+r.w > w || r.y+r.h > h) {
						t.Fatalf("%dx%d %+v: %+v sticks out", w, h, m, r)
					}
				}
			}
		}
	}
}
