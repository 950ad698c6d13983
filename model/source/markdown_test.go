package source

import (
	"strings"
	"testing"

	"lectern/model"
)

const markdownPage = "---\ntitle: \"Not this\"\nauthor: A. Writer\n---\n# A *bold* title\r\n\r\n1 April 2025\r\n\r\nOne line\r\nand the next, \\*not emphasis\\* &amp; a 😀 [link](http://x.example \"t\").  \r\nAfter a break `co de` ~~gone~~ <b>raw</b>.[^1]\r\n\r\n> Quoted\r\n>\r\n> > deeper\r\n\r\n3. three\r\n4. four\r\n   - [x] done\r\n   - [ ] open\r\n\r\n```go\r\nx := 1\r\n\r\ny\r\n```\r\n\r\n---\r\n\r\n| a | b |\r\n|---|---|\r\n| *1* | 2 |\r\n\r\n![a picture](x.png)\r\n\r\n## Heading\r\n\r\n<div>raw <i>html</i></div>\r\n\r\n[^1]: The note.\r\n"

func TestMarkdown(t *testing.T) {
	d := read(t, "a.md", markdownPage)
	want := `headline 1: A bold title
byline: 1 April 2025
paragraph: One line and the next, *not emphasis* & a 😀 link.⏎After a break co de gone raw.[1]
quote 1: Quoted
quote 2: deeper
item 1 3.: three
item 1 4.: four
item 2 [x]: done
item 2 [ ]: open
code: x := 1⏎⏎y
rule: 
row 1: a⇥b
row: 1⇥2
caption: a picture
heading 2: Heading
paragraph: raw html
footnote 1.: The note.
`
	if got := outline(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if m := d.Meta(); m.Title != "Not this" || m.Author != "A. Writer" || m.Date != "1 April 2025" {
		t.Errorf("meta %+v", m)
	}
}

// A tab inside a cell, however it is written, does not begin another.
func TestMarkdownCellsWithTabs(t *testing.T) {
	d := read(t, "a.md", "| a\tb | c |\n|---|---|\n| 1&#9;2&Tab;3 | `4\t5` |\n")
	if got, want := outline(d), "row 1: a b⇥c\nrow: 1 2 3⇥4 5\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Words that stand in the file as they are shown are quoted by their place.
func TestMarkdownPlaces(t *testing.T) {
	d := read(t, "a.md", markdownPage)
	points := model.NewPoints(d)
	text := d.Text(d.All())
	for _, w := range []string{"bold", "One line", "*not emphasis", "😀 link", "co de", "gone", "deeper", "four", "open", "x := 1", "a picture", "The note."} {
		i := strings.Index(text, w)
		r := points.Range(model.Span{Start: i, End: i + len(w)})
		got := string([]rune(markdownPage)[r.Start:r.End])
		if strip := strings.NewReplacer("[", "", "\\*", "*").Replace(got); strip != w {
			t.Errorf("%q stands at %q", w, got)
		}
	}
}

// What makes parsers slow or deep is read all the same, or refused, at once.
func TestMarkdownThatIsNoArticle(t *testing.T) {
	for _, page := range []string{
		strings.Repeat("> ", 20_000) + "x",
		strings.Repeat("- ", 20_000) + "x",
		strings.Repeat("# h\n", 50_000),
		strings.Repeat("x", 5<<20),
		"e" + strings.Repeat("\u0301", 1<<20),
	} {
		if d := read(t, "a.md", page); d.Len() == 0 {
			t.Errorf("nothing was read of %.20q", page)
		}
	}
}

// A picture without words leaves no empty paragraph.
func TestAPictureWithoutWords(t *testing.T) {
	d := read(t, "a.md", "# Title\n\nBefore.\n\n![](x.png)\n\nAfter ![](y.png) it.\n")
	want := "headline 1: Title\nparagraph: Before.\nparagraph: After  it.\n"
	if got := outline(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
