package source

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"lectern/model"
)

var update = flag.Bool("update", false, "write the golden documents anew")

// TestDocuments holds the documents that the articles in testdata become: each
// file holds an article and, under "document", its blocks, styles and meta.
func TestDocuments(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) < 8 {
		t.Fatalf("only %d articles", len(files))
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in := a.Files[0]
		raw := strings.NewReplacer("␍", "\r", "␠", " ").Replace(strings.TrimSuffix(string(in.Data), "\n"))
		d, err := Read(strings.NewReader(raw), model.Meta{Name: in.Name})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		check(t, d)
		got := describe(d)
		if *update {
			a.Files = []txtar.File{in, {Name: "document", Data: []byte(got)}}
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if len(a.Files) < 2 || string(a.Files[1].Data) != got {
			t.Errorf("%s: got\n%s", file, got)
		}
	}
}

func describe(d *model.Document) string {
	var b strings.Builder
	m := d.Meta()
	fmt.Fprintf(&b, "title %q author %q date %q site %q format %d\n", m.Title, m.Author, m.Date, m.Site, d.Source().Format)
	for _, k := range d.Blocks() {
		fmt.Fprintf(&b, "%s %d %q %q\n", kinds[k.Kind], k.Level, k.Marker, d.Text(k.Span))
	}
	for _, s := range d.Styles() {
		fmt.Fprintf(&b, "style %d %q %s\n", s.Style, d.Text(s.Span), s.Link)
	}
	return b.String()
}

var kinds = [...]string{"paragraph", "headline", "byline", "heading", "quote", "item", "code", "row", "rule", "caption", "footnote"}

// check holds what must be true of every document.
func check(t testing.TB, d *model.Document) {
	t.Helper()
	text := d.Text(d.All())
	if !utf8.ValidString(text) {
		t.Fatalf("not UTF-8: %q", text)
	}
	for _, r := range text + d.Meta().Title + d.Meta().Author + d.Meta().Site + d.Meta().Name {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200b {
			t.Fatalf("%U got through in %q", r, text)
		}
	}
	end := 0
	for _, b := range d.Blocks() {
		if b.Start < end || b.End < b.Start || b.End > d.Len() {
			t.Fatalf("block %+v after %d", b, end)
		}
		end = b.End
		for _, r := range b.Marker {
			if unicode.IsControl(r) {
				t.Fatalf("marker %q", b.Marker)
			}
		}
	}
	raw := d.Source().Raw
	last := 0
	for at := range text {
		s := d.ToSource(model.Span{Start: at, End: at + 1})
		if s.Start < 0 || s.End > len(raw) || s.Start > s.End {
			t.Fatalf("byte %d comes from %v of %d", at, s, len(raw))
		}
		if s.Start < last {
			t.Fatalf("byte %d comes from %d, before %d", at, s.Start, last)
		}
		last = s.Start
	}
}

// TestPlaceInTheSource holds that a passage without markup is the slice of the
// file at its place, and that the way back leads to the passage.
func TestPlaceInTheSource(t *testing.T) {
	for _, c := range []struct{ name, raw, words, slice string }{
		{"a.txt", "One two.\r\n\r\nThe council of the village that met on Sunday\r\nwas short.\r\n", "on Sunday was", "on Sunday\r\nwas"},
		{"a.txt", "\ufeffOne “two” 👍🏽 three.", "👍🏽 three", "👍🏽 three"},
		{"a.txt", "One \x1b[31mtwo", "␛[31mtwo", "\x1b[31mtwo"},
		{"a.md", "One **two** three.", "two three", "two** three"},
		{"a.md", "One &amp; \\*two\\* three.", "& *two* three", "&amp; \\*two\\* three"},
		{"a.md", "---\ntitle: T\n---\n\nOne [two](http://x.example) three.", "two", "two"},
		{"a.md", "> One\n> two three.", "One two", "One\n> two"},
		{"a.md", "| a | b |\n|---|---|\n| c d | e |\n", "c d", "c d"},
		{"a.md", "One `two  three` four.", "two  three", "two  three"},
		{"a.md", "See <https://x.example/a>.", "https://x.example/a", "https://x.example/a"},
	} {
		d, err := Read(strings.NewReader(c.raw), model.Meta{Name: c.name})
		if err != nil {
			t.Fatal(err)
		}
		check(t, d)
		at := strings.Index(d.Text(d.All()), c.words)
		if at < 0 {
			t.Errorf("%q: the words %q are not in %q", c.raw, c.words, d.Text(d.All()))
			continue
		}
		s := d.ToSource(model.Span{Start: at, End: at + len(c.words)})
		if got := d.Source().Raw[s.Start:s.End]; got != c.slice {
			t.Errorf("%q: %q is %q in the file, want %q", c.raw, c.words, got, c.slice)
		}
		if back := d.Text(d.FromSource(s)); back != c.words {
			t.Errorf("%q: and back it is %q", c.raw, back)
		}
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"caf\xe9 au lait, na\xefve et d\xe9j\xe0 vu", "café au lait, naïve et déjà vu"},
		{"\xff\xfeh\x00i\x00", "hi"},
		{"\xfe\xff\x00h\x00i", "hi"},
		{"\xef\xbb\xbfhi", "hi"},
		{"“curly” and cut \xe2\x80", "“curly” and cut \ufffd"},
	} {
		d, err := Read(strings.NewReader(c.in), model.Meta{Name: "a.txt"})
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
		} else if got := d.Text(d.All()); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}

func BenchmarkMillionWords(b *testing.B) {
	raw := strings.Repeat(strings.Repeat("The council met on Tuesday and put off its decision. ", 9)+"\n\n", 11000)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Read(strings.NewReader(raw), model.Meta{Name: "a.txt"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMarkdown(b *testing.B) {
	raw := strings.Repeat(strings.Repeat("The *council* met on Tuesday & put off its decision. ", 9)+"\n\n", 60)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Read(strings.NewReader(raw), model.Meta{Name: "a.md"}); err != nil {
			b.Fatal(err)
		}
	}
}
