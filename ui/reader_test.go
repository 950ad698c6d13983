package ui

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"lectern/model"
	"lectern/ui/typeset"
)

func longDocument(words int) *model.Document {
	b := model.NewBuilder(model.Meta{}, model.Source{})
	b.Open(model.Block{Kind: model.Headline}, "\n\n")
	b.Write("The harbour and the hill", model.Span{})
	vocabulary := strings.Fields("the council of Køge met “late” on Tuesday — and put off 京都 its well-known decision; 👍🏽 nobody asked why")
	rng := rand.New(rand.NewPCG(1, 2))
	for n := 0; n < words; n += 60 {
		b.Open(model.Block{Kind: model.Paragraph}, "\n\n")
		for i := range 60 {
			if i > 0 {
				b.Write(" ", model.Span{})
			}
			b.Write(vocabulary[rng.IntN(len(vocabulary))], model.Span{})
		}
	}
	return b.Document()
}

// TestReaderAnyWalk holds what must be true wherever the reader goes: the
// cursor stands at a letter, on the screen, and every row is as wide as the
// pane.
func TestReaderAnyWalk(t *testing.T) {
	d := longDocument(3000)
	r := newReader(d)
	rng := rand.New(rand.NewPCG(3, 4))
	th := newTheme("dark")
	w, h := 60, 20
	for i := range 3000 {
		switch rng.IntN(12) {
		case 0:
			w, h = 20+rng.IntN(80), 4+rng.IntN(40)
		case 1:
			r.jump(rng.IntN(d.Len()))
			for !utf8.RuneStart(d.Text(d.All())[r.place]) {
				r.jump(r.place + 1)
			}
		case 2:
			if r.page != nil {
				r.scroll(rng.IntN(30) - 15)
			}
		default:
			if r.page != nil {
				r.move(Unit(rng.IntN(8)), []int{-1, 1, 1, 2, -3}[rng.IntN(5)], nil)
			}
		}
		r.fit(w, h, typeset.Measure{Graphemes: i > 1500})
		if r.cursor() < 0 || r.cursor() >= d.Len() || !utf8.RuneStart(d.Text(d.All())[r.cursor()]) {
			t.Fatalf("step %d: the cursor is at %d", i, r.cursor())
		}
		if !r.sees(r.cursor()) {
			t.Fatalf("step %d: the cursor is out of sight: row %v top %v rowsTo %d h %d w %d last %v", i, r.page.RowOf(r.place), r.top, r.rowsTo(r.place), h, w, r.page.Last())
		}
		if i%50 == 0 {
			s := scene{places: []model.Span{{Start: 30, End: 90}}, hit: -1}
			rows := r.draw(s, th)
			if len(rows) != h {
				t.Fatalf("step %d: %d rows", i, len(rows))
			}
			for _, row := range rows {
				if got := r.measure.Width(ansi.Strip(row)); got != w {
					t.Fatalf("step %d: a row of %d cells in a pane of %d: %q", i, got, w, row)
				}
			}
		}
	}
}

func TestResizeKeepsThePlace(t *testing.T) {
	d := longDocument(3000)
	r := newReader(d)
	r.fit(70, 20, typeset.Measure{})
	r.jump(d.Len() / 2)
	at := r.cursor()
	for _, w := range []int{40, 90, 25, 70} {
		r.fit(w, 20, typeset.Measure{})
		if r.cursor() != at || !r.sees(at) {
			t.Errorf("at %d columns the cursor is at %d, not %d", w, r.cursor(), at)
		}
	}
}

func BenchmarkDrawArticle(b *testing.B) {
	d := longDocument(5000)
	r := newReader(d)
	r.fit(80, 38, typeset.Measure{})
	th := newTheme("dark")
	var content []model.Span
	for at := 0; at+200 < d.Len(); at += 300 {
		content = append(content, model.Span{Start: at, End: at + 200})
	}
	s := scene{layers: []layer{{roleContent, content}}, places: content[3:9], hit: -1}
	for b.Loop() {
		r.draw(s, th)
	}
}

// One key and the frame that follows it, with everything on the screen.
func BenchmarkFrame(b *testing.B) {
	p := play(ferryDesk(), 120, 40)
	p.send(Show{Claims})
	p.send(Switch{})
	for b.Loop() {
		p.send(Move{Line, +1})
		_ = p.View().Content
		p.send(Move{Line, -1})
	}
}

// The first frame of a text of 100,000 words, without reading the file.
func BenchmarkFirstFrame(b *testing.B) {
	d := model.FromText(strings.Repeat(strings.Repeat("The council met on Tuesday and put off its decision. ", 10)+"\n\n", 1000))
	for b.Loop() {
		_ = play(Desk{Document: d}, 120, 40).View().Content
	}
}

// What can stand side by side in a tab looks different in every theme, without
// colour too; and a console of sixteen colours is not asked for kinds of underline,
// since some of them ignore the whole sequence then.
func TestMarksOfATabLookDifferent(t *testing.T) {
	always := []role{roleText, roleChosen, roleHit} // roleHere lies over one of these
	for name := range palettes {
		th := newTheme(name)
		for _, tab := range [][]role{{roleActor}, {roleSource, roleCue, roleContent, roleEcho}, {roleDevice, roleMinor}, {roleNote}} {
			seen := map[string]role{}
			for _, r := range append(tab, always...) {
				look := th.paint("x", r)
				if other, ok := seen[look]; ok {
					t.Errorf("%s: roles %d and %d look the same: %q", name, r, other, look)
				}
				seen[look] = r
				if name == "basic" && strings.Contains(look, ":") {
					t.Errorf("basic: role %d asks for more than a line: %q", r, look)
				}
			}
		}
	}
}
