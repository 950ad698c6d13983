package store

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"lectern/model"
)

const text = "The minister said 😀 that nothing had happened.\r\n\r\n“Something did,” the mayor said. Nobody else was there.\r\n"

// article puts an article on disk and reads it.
func article(t testing.TB, text string) (*model.Document, State) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "article.txt")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return at(path, text), State{filepath.Join(dir, "state")}
}

func at(path, text string) *model.Document {
	b := model.NewBuilder(model.Meta{Path: path, Name: filepath.Base(path)}, model.Source{Raw: text, Sum: model.Sum([]byte(text))})
	from := 0
	for _, para := range strings.SplitAfter(text, "\n") {
		if line := strings.TrimRight(para, "\r\n"); line != "" {
			b.Open(model.Block{Kind: model.Paragraph}, "\n\n")
			b.Write(line, model.Span{Start: from, End: from + len(line)})
		}
		from += len(para)
	}
	return b.Document()
}

func mark(d *model.Document, id, words, note string) model.Mark {
	i := strings.Index(d.Text(d.All()), words)
	m := model.NewMark(d, []model.Span{{Start: i, End: i + len(words)}}, "Ann", time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC))
	m.ID, m.Note, m.Tags = id, note, []string{"who"}
	return m
}

func must(t testing.TB, c *Sidecar, marks ...model.Mark) {
	t.Helper()
	slices.SortStableFunc(marks, model.CompareMarks)
	if _, err := c.Save(marks); err != nil {
		t.Fatal(err)
	}
}

func reopen(t testing.TB, d *model.Document, s State) (*Sidecar, []model.Mark) {
	t.Helper()
	c, marks, err := Open(d, s)
	if err != nil {
		t.Fatal(err)
	}
	return c, marks
}

func ids(marks []model.Mark) string {
	var s []string
	for _, m := range marks {
		s = append(s, m.ID+"="+m.Note)
	}
	return strings.Join(s, " ")
}

func TestSidecarIsPlainLines(t *testing.T) {
	d, s := article(t, text)
	c, _ := reopen(t, d, s)
	must(t, c, mark(d, "b", "the mayor", "a <mayor> & more"), mark(d, "a", "😀 that", ""))
	got, err := os.ReadFile(d.Meta().Path + ".notes.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	sum := checksum([]byte(text))
	want := `{"lectern":1,"sha256":"` + sum + `","length":107}
{"id":"a","anchors":[{"start":18,"end":24,"exact":"😀 that","prefix":"The minister said ","suffix":" nothing had happened.\n\n“Somethi"}],"tags":["who"],"note":"","author":"Ann","made":"2026-11-23T12:00:00Z","changed":"2026-11-23T12:00:00Z"}
{"id":"b","anchors":[{"start":67,"end":76,"exact":"the mayor","prefix":"had happened.\n\n“Something did,” ","suffix":" said. Nobody else was there."}],"tags":["who"],"note":"a <mayor> & more","author":"Ann","made":"2026-11-23T12:00:00Z","changed":"2026-11-23T12:00:00Z"}
`
	if string(got) != want {
		t.Errorf("the sidecar is\n%s\nwant\n%s", got, want)
	}
	raw := []rune(text)
	if q := string(raw[67:76]); q != "the mayor" {
		t.Errorf("its place quotes %q", q)
	}
}

// What is read back is what was written.
func TestRoundTrip(t *testing.T) {
	d, _ := article(t, text)
	points := model.NewPoints(d)
	var edges []int
	for i := range d.Text(d.All()) {
		edges = append(edges, i)
	}
	rapid.Check(t, func(t *rapid.T) {
		var marks []model.Mark
		for i := range rapid.IntRange(0, 6).Draw(t, "marks") {
			from := rapid.IntRange(0, len(edges)-2).Draw(t, "from")
			to := rapid.IntRange(from+1, len(edges)-1).Draw(t, "to")
			span := model.Span{Start: edges[from], End: edges[to]}
			if got := points.Span(points.Range(span)); got != span {
				continue // an edge between two blocks, where the source has no place of its own
			}
			m := model.NewMark(d, []model.Span{span}, rapid.StringMatching(`[A-Za-zé ]{0,9}`).Draw(t, "author"), time.Unix(int64(i)*1e6, 0).UTC())
			m.Note = rapid.StringMatching(`[a-z"\\\n\t日😀<&]{0,20}`).Draw(t, "note")
			m.Tags = rapid.SliceOfN(rapid.StringMatching(`[a-z/]{1,5}`), 0, 3).Draw(t, "tags")
			marks = append(marks, m)
		}
		slices.SortStableFunc(marks, model.CompareMarks)
		b, err := encode(d, points, marks, "")
		if err != nil {
			t.Fatal(err)
		}
		got, err := decode(d, points, b)
		if err != nil || len(got.bad) > 0 {
			t.Fatalf("%v, bad lines %v", err, got.bad)
		}
		if !slices.EqualFunc(got.marks, marks, model.Mark.Equal) {
			t.Fatalf("read %+v\nwrote %+v", got.marks, marks)
		}
		for _, m := range got.marks {
			if m.Fit() != model.Same {
				t.Fatalf("%v for %+v", m.Fit(), m)
			}
		}
	})
}

func TestArticleWithoutAFile(t *testing.T) {
	s := State{t.TempDir()}
	d := at("", text)
	c, _ := reopen(t, d, s)
	must(t, c, mark(d, "a", "minister", "one"))
	if _, marks := reopen(t, at("", text), s); ids(marks) != "a=one" {
		t.Errorf("found %s", ids(marks))
	}
	if _, marks := reopen(t, at("", text+"more"), s); len(marks) != 0 {
		t.Errorf("another text has %s", ids(marks))
	}
}

func TestChangedArticle(t *testing.T) {
	d, s := article(t, text)
	c, _ := reopen(t, d, s)
	must(t, c, mark(d, "a", "minister said 😀 that nothing", "one"), mark(d, "b", "Nobody else was there", "two"))
	now := at(d.Meta().Path, "News just in.\r\n\r\n"+strings.Replace(text, " Nobody else was there.", "", 1))
	path := d.Meta().Path + ".notes.jsonl"
	before, _ := os.ReadFile(path)
	c, marks := reopen(t, now, s)
	if len(marks) != 2 {
		t.Fatalf("%d marks", len(marks))
	}
	slices.SortFunc(marks, func(a, b model.Mark) int { return strings.Compare(a.ID, b.ID) })
	if f := marks[0].Fit(); f != model.Moved || now.Text(marks[0].Anchors[0].Span) != "minister said 😀 that nothing" {
		t.Errorf("a: %v at %q", f, now.Text(marks[0].Anchors[0].Span))
	}
	if f := marks[1].Fit(); f != model.Orphan || marks[1].Anchors[0].Exact != "Nobody else was there" {
		t.Errorf("b: %v of %q", f, marks[1].Anchors[0].Exact)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("opening a changed article wrote to its notes")
	}
	must(t, c, marks...)
	if _, marks = reopen(t, d, s); marks[1].Fit() > model.Moved || marks[1].Note != "two" {
		t.Errorf("when the words came back: %v", marks[1].Fit())
	}
}

func TestLinksAndModes(t *testing.T) {
	d, s := article(t, text)
	dir := filepath.Dir(d.Meta().Path)
	link := filepath.Join(dir, "elsewhere", "link.txt")
	os.Mkdir(filepath.Dir(link), 0o755)
	if err := os.Symlink(d.Meta().Path, link); err != nil {
		t.Skip(err)
	}
	c, _ := reopen(t, at(link, text), s)
	must(t, c, mark(d, "a", "minister", "one"))
	path := d.Meta().Path + ".notes.jsonl"
	os.Chmod(path, 0o640)
	must(t, c, mark(d, "a", "minister", "two"))
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if b, err := os.ReadFile(path + ".bak"); err != nil || !bytes.Contains(b, []byte(`"one"`)) {
		t.Errorf("the one before: %s, %v", b, err)
	}
	names, _ := filepath.Glob(filepath.Join(dir, ".lectern*"))
	if len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
}

func TestLongName(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{strings.Repeat("x", 250) + ".txt", "-dash\nnewline", "bad\xff\xfe"} {
		d, s := at(filepath.Join(dir, name), text), State{filepath.Join(dir, "state")}
		c, _ := reopen(t, d, s)
		must(t, c, mark(d, "a", "minister", "one"))
		if _, marks := reopen(t, d, s); ids(marks) != "a=one" {
			t.Errorf("%q: found %s", name, ids(marks))
		}
		for _, n := range c.Notices() {
			if strings.ContainsFunc(n, func(r rune) bool { return r < ' ' && r != '\n' }) {
				t.Errorf("%q: %q", name, n)
			}
		}
	}
}

func TestNewerFormat(t *testing.T) {
	d, s := article(t, text)
	path := d.Meta().Path + ".notes.jsonl"
	os.WriteFile(path, []byte(`{"lectern":2,"sha256":"","length":1}`+"\n"), 0o644)
	if _, _, err := Open(d, s); err == nil || !strings.Contains(err.Error(), "newer lectern") {
		t.Errorf("error %v", err)
	}
}
