package typeset_test

import (
	"strings"
	"testing"

	"lectern/model"
	"lectern/ui/typeset"
)

func build(kind model.BlockKind, level int, marker string, text string) *model.Document {
	b := model.NewBuilder(model.Meta{}, model.Source{})
	b.Open(model.Block{Kind: kind, Level: level, Marker: marker}, "\n\n")
	b.Write(text, model.Span{})
	return b.Document()
}

func drawn(p *typeset.Page, d *model.Document) string {
	var b strings.Builder
	for r := (typeset.Row{}); ; {
		l, ok := p.Line(r)
		if !ok {
			break
		}
		x := p.Measure().Width(l.Lead)
		b.WriteString(l.Lead)
		if l.Rule {
			b.WriteString(strings.Repeat("-", p.Width()))
		}
		for _, part := range l.Parts {
			b.WriteString(strings.Repeat(" ", max(0, part.Cell-x)))
			x = max(x, part.Cell)
			s := d.Text(model.Span{Start: part.Start, End: part.Shown})
			b.WriteString(s)
			x += p.Measure().Width(s)
		}
		b.WriteString("\n")
		next, gone := p.Step(r, 1)
		if gone == 0 {
			break
		}
		r = next
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		name         string
		kind         model.BlockKind
		level        int
		marker, text string
		width        int
		want         string
	}{
		{"words", model.Paragraph, 0, "", "one two three four", 9, "one two\nthree\nfour\n"},
		{"long word", model.Paragraph, 0, "", "a incomprehensibilities b", 10, "a\nincomprehe\nnsibilitie\ns b\n"},
		{"hyphen", model.Paragraph, 0, "", "a well-known fact", 8, "a well-\nknown\nfact\n"},
		{"meant break", model.Paragraph, 0, "", "one\ntwo", 20, "one\ntwo\n"},
		{"wide", model.Paragraph, 0, "", "京都の新聞は、雨が", 12, "京都の新聞\nは、雨が\n"},
		{"hanging", model.ListItem, 2, "12.", "one two three", 14, "  12. one two\n      three\n"},
		{"quote", model.Quote, 2, "", "one two", 10, "│ │ one\n│ │ two\n"},
		{"code", model.Code, 0, "", "a  b\n  c", 20, "  a  b\n    c\n"},
		{"table", model.TableRow, 1, "", "who\twhat they said", 14, "who  what they\n     said\n" + strings.Repeat("-", 14) + "\n"},
		{"empty", model.Paragraph, 0, "", "", 20, "\n"},
	} {
		d := build(c.kind, c.level, c.marker, c.text)
		if got := drawn(typeset.New(d, c.width, typeset.Measure{}), d); got != c.want {
			t.Errorf("%s:\ngot\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// FuzzPage holds what must be true of any text at any width: lines are in
// order and leave nothing out, none is too wide, and bytes → cells → bytes
// returns.
func FuzzPage(f *testing.F) {
	f.Add("“No,” said Ms. O’Neil — twice.\n\n京都の新聞は「雨が」", 11, uint8(0), false)
	f.Add("👩‍👩‍👧‍👦 all safe 🇮🇸 👍🏽 e\u0301\u0301", 8, uint8(5), true)
	f.Add("a\tb\tc\n\nd\te", 20, uint8(7), false)
	f.Fuzz(func(t *testing.T, text string, width int, kind uint8, graphemes bool) {
		if width < 8 || width > 200 || len(text) > 4000 {
			return
		}
		b := model.NewBuilder(model.Meta{}, model.Source{})
		for _, para := range strings.Split(strings.ToValidUTF8(text, "?"), "\n\n") {
			b.Open(model.Block{Kind: model.BlockKind(kind % 11), Level: int(kind) % 3, Marker: "•"}, "\n\n")
			b.Write(para, model.Span{})
		}
		d := b.Document()
		p := typeset.New(d, width, typeset.Measure{Graphemes: graphemes})
		for i, block := range d.Blocks() {
			at := block.Start
			for n, line := range p.Lines(i) {
				for _, part := range line.Parts {
					if block.Kind != model.TableRow {
						if part.Start != at {
							t.Fatalf("block %d line %d begins at %d, not %d", i, n, part.Start, at)
						}
						at = part.End
					}
					if part.Shown < part.Start || part.Shown > part.End {
						t.Fatalf("part %+v", part)
					}
					w := p.Measure().Width(d.Text(model.Span{Start: part.Start, End: part.Shown}))
					if part.Cell+w > width {
						t.Fatalf("line %d of block %d is %d cells wide", n, i, part.Cell+w)
					}
				}
			}
			if block.Kind != model.TableRow && block.Kind != model.Rule && at != block.End {
				t.Fatalf("block %d ends at %d, not %d", i, at, block.End)
			}
			for at := block.Start; at < block.End && block.Kind != model.Rule && block.Kind != model.TableRow; {
				row := p.RowOf(at)
				line, _ := p.Line(row)
				if part := line.Parts[0]; part.Start > at || at >= part.End {
					t.Fatalf("byte %d is said to be on %+v", at, part)
				} else if at < part.Shown {
					back := p.ByteAt(row, p.CellOf(at))
					if p.CellOf(back) != p.CellOf(at) {
						t.Fatalf("byte %d → cell %d → byte %d", at, p.CellOf(at), back)
					}
				}
				at += p.Measure().Next(d.Text(model.Span{Start: at, End: block.End})).Bytes
			}
		}
	})
}

func BenchmarkFirstScreen(b *testing.B) {
	text := strings.Repeat(strings.Repeat("The council met on Tuesday and put off its decision. ", 8)+"\n\n", 12000)
	d := model.FromText(text)
	for b.Loop() {
		p := typeset.New(d, 76, typeset.Measure{})
		p.Step(typeset.Row{}, 40)
	}
}

func BenchmarkWholePage(b *testing.B) {
	text := strings.Repeat(strings.Repeat("The council met on Tuesday and put off its decision. ", 8)+"\n\n", 60)
	d := model.FromText(text)
	for b.Loop() {
		typeset.New(d, 76, typeset.Measure{}).Last()
	}
}
