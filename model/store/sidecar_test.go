package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
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

// However a sidecar was cut, every mark whose line is whole is there, nothing
// is written by opening it, and the original is kept before it is replaced.
func TestCutAtEveryByte(t *testing.T) {
	d, s := article(t, text)
	c, _ := reopen(t, d, s)
	must(t, c, mark(d, "a", "minister", "one"), mark(d, "b", "mayor", "two"), mark(d, "c", "Nobody", "three"))
	path := d.Meta().Path + ".notes.jsonl"
	whole, _ := os.ReadFile(path)
	for n := range whole {
		cut := whole[:n]
		os.WriteFile(path, cut, 0o644)
		c, marks := reopen(t, d, s)
		lines := max(0, bytes.Count(cut, []byte("\n"))-1)
		if end := bytes.IndexByte(whole[n:], '\n'); end == 0 && bytes.Count(cut, []byte("\n")) > 0 {
			lines++ // only the LF is missing
		}
		if len(marks) != lines {
			t.Fatalf("cut at %d: %d marks, want %d", n, len(marks), lines)
		}
		if b, _ := os.ReadFile(path); !bytes.Equal(b, cut) {
			t.Fatalf("cut at %d: opening wrote", n)
		}
		told := len(c.Notices()) > 0
		if torn := n > 0 && whole[n] != '\n' && whole[n-1] != '\n'; torn != told {
			t.Fatalf("cut at %d: torn %v, told %v", n, torn, told)
		} else if torn && n%10 == 0 {
			must(t, c, append(slices.Clone(marks), mark(d, "new", "else", "four"))...)
			aside, err := os.ReadFile(path + ".damaged-" + checksum(cut)[:8])
			if err != nil || !bytes.Equal(aside, cut) {
				t.Fatalf("cut at %d: the original is gone: %v", n, err)
			}
			os.Remove(path + ".damaged-" + checksum(cut)[:8])
			if _, again := reopen(t, d, s); len(again) != lines+1 {
				t.Fatalf("cut at %d: after a save %d marks", n, len(again))
			}
		}
	}
}

// A wrong byte costs at most the line it is in (the two that it joins, if it was
// their LF), and never the program.
func TestFlippedBytes(t *testing.T) {
	d, _ := article(t, text)
	points := model.NewPoints(d)
	whole, _ := encode(d, points, []model.Mark{mark(d, "a", "minister", "one"), mark(d, "b", "mayor", "two"), mark(d, "c", "Nobody", "three")}, "")
	for n := range whole {
		for _, bit := range []byte{0x01, 0x20, 0x80, 0xff} {
			b := bytes.Clone(whole)
			b[n] ^= bit
			got, err := decode(d, points, b)
			var newer newerError
			if errors.As(err, &newer) {
				continue // a flipped version number
			}
			if err != nil {
				t.Fatalf("byte %d ^ %#x: %v", n, bit, err)
			}
			if least := 2; len(got.marks) < least && (whole[n] != '\n' || len(got.marks) < least-1) {
				t.Fatalf("byte %d ^ %#x: %d marks are left", n, bit, len(got.marks))
			}
			for _, m := range got.marks {
				for _, a := range m.Anchors {
					if a.Start < 0 || a.End > d.Len() || a.Start > a.End {
						t.Fatalf("byte %d ^ %#x: place %v", n, bit, a.Span)
					}
				}
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	d := at("", text)
	points := model.NewPoints(d)
	whole, _ := encode(d, points, []model.Mark{mark(d, "a", "minister", "one")}, "")
	f.Add(whole)
	f.Add([]byte("{}\n[]\nnull\n"))
	f.Add([]byte(`{"id":"x","anchors":[{"start":9223372036854775807,"end":9223372036854775807,"exact":"\u0000"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := decode(d, points, b)
		if err != nil {
			return
		}
		next, err := encode(d, points, got.marks, "")
		if err != nil {
			t.Fatal(err)
		}
		again, err := decode(d, points, next)
		if err != nil || len(again.bad) > 0 || len(again.marks) != len(got.marks) {
			t.Fatalf("%v, bad %v, %d marks of %d", err, again.bad, len(again.marks), len(got.marks))
		}
	})
}

// Two sessions and an editor at one article: the union is kept, by whoever
// saves last, and each learns of the others.
func TestTwoSessions(t *testing.T) {
	d, s := article(t, text)
	a, b, x := mark(d, "a", "minister", "one"), mark(d, "b", "mayor", "two"), mark(d, "x", "Nobody", "old")
	first, _ := reopen(t, d, s)
	must(t, first, x)
	second, _ := reopen(t, d, s)
	must(t, first, a, x)
	x2 := x
	x2.Note = "new"
	kept, err := second.Save([]model.Mark{b, x2})
	if err != nil || ids(kept) != "a=one b=two x=new" {
		t.Fatalf("the second session kept %s, %v", ids(kept), err)
	}
	kept, err = first.Save([]model.Mark{a}) // which meanwhile deletes x
	if err != nil || ids(kept) != "a=one b=two x=new" {
		t.Fatalf("the first session kept %s, %v", ids(kept), err)
	}
	path := d.Meta().Path + ".notes.jsonl"
	file, _ := os.ReadFile(path)
	lines := strings.SplitAfter(string(file), "\n")
	os.WriteFile(path, []byte(lines[0]+lines[2]+lines[3]), 0o644) // an editor takes out a
	kept, err = second.Save([]model.Mark{a, b, x2})
	if err != nil || ids(kept) != "b=two x=new" {
		t.Fatalf("after the editor: %s, %v", ids(kept), err)
	}
	if _, marks := reopen(t, d, s); ids(marks) != "b=two x=new" {
		t.Fatalf("on disk: %s", ids(marks))
	}
	os.Remove(path)
	must(t, second, b, x2)
	if _, marks := reopen(t, d, s); ids(marks) != "b=two x=new" {
		t.Fatalf("after the file was deleted: %s", ids(marks))
	}
}

// Where two sessions change the same note, both versions are kept and the
// reader is told.
func TestConflict(t *testing.T) {
	d, s := article(t, text)
	first, _ := reopen(t, d, s)
	must(t, first, mark(d, "a", "minister", "one"))
	second, _ := reopen(t, d, s)
	must(t, first, mark(d, "a", "minister", "mine"))
	kept, err := second.Save([]model.Mark{mark(d, "a", "minister", "yours")})
	if err != nil || ids(kept) != "a=yours a-2=mine" {
		t.Errorf("kept %s, %v", ids(kept), err)
	}
	if told := strings.Join(second.Notices(), ""); !strings.Contains(told, "both versions are kept") {
		t.Errorf("told %q", told)
	}
}

func TestManySessionsAtOnce(t *testing.T) {
	d, s := article(t, text)
	const sessions, acts = 4, 8
	done := make(chan error)
	for n := range sessions {
		c, marks := reopen(t, d, s)
		go func() {
			r := model.NewReading(d, marks)
			for i := range acts {
				r.Put(mark(d, fmt.Sprintf("%d.%d", n, i), "mayor", "note"), "add")
				saved := r.Marks()
				kept, err := c.Save(saved)
				if err != nil {
					done <- err
					return
				}
				r.Adopt(saved, kept)
			}
			done <- nil
		}()
	}
	for range sessions {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if _, marks := reopen(t, d, s); len(marks) != sessions*acts {
		t.Errorf("%d marks, want %d", len(marks), sessions*acts)
	}
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

// trouble is a disk on which the nth call of some kind fails.
type trouble struct {
	system
	fail func(call, name string) error
}

type troubledFile struct {
	file
	fail func(call, name string) error
	name string
}

func (x trouble) Create(name string) (file, error) {
	if err := x.fail("create", name); err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	f, err := x.system.Create(name)
	return troubledFile{f, x.fail, name}, err
}

func (x trouble) Rename(old, new string) error {
	if err := x.fail("rename", new); err != nil {
		return &os.LinkError{Op: "rename", Old: old, New: new, Err: err}
	}
	return x.system.Rename(old, new)
}

func (x trouble) SyncDir(name string) error {
	if err := x.fail("syncdir", name); err != nil {
		return err
	}
	return x.system.SyncDir(name)
}

func (f troubledFile) Write(b []byte) (int, error) {
	switch err := f.fail("write", f.name); {
	case err == errLie:
		lie := bytes.Clone(b)
		lie[len(lie)/2] ^= 1
		return f.file.Write(lie)
	case err != nil:
		f.file.Write(b[:len(b)/2])
		return len(b) / 2, err
	}
	return f.file.Write(b)
}

func (f troubledFile) Sync() error {
	if err := f.fail("sync", f.name); err != nil {
		return err
	}
	return f.file.Sync()
}

func (f troubledFile) Close() error {
	f.file.Close()
	return f.fail("close", f.name)
}

var errLie = errors.New("writes something else")

// A disk that fails at any call of a save costs nothing: the sidecar is the one
// before or the one after, nothing is left behind, and a retry works.
func TestTroubledDisk(t *testing.T) {
	for _, call := range []string{"create", "write", "sync", "close", "rename", "syncdir"} {
		for _, kind := range []error{syscall.ENOSPC, syscall.EIO, errLie} {
			if kind == errLie && call != "write" {
				continue
			}
			d, s := article(t, text)
			broken := false
			c, _, err := open(d, s, trouble{fail: func(did, _ string) error {
				if broken && did == call {
					return kind
				}
				return nil
			}})
			if err != nil {
				t.Fatal(err)
			}
			must(t, c, mark(d, "a", "minister", "one"))
			path := d.Meta().Path + ".notes.jsonl"
			before, _ := os.ReadFile(path)
			broken = true
			_, err = c.Save([]model.Mark{mark(d, "a", "minister", "one"), mark(d, "b", "mayor", "two")})
			if err == nil || !strings.Contains(err.Error(), "hint:") {
				t.Fatalf("%s, %v: error %v", call, kind, err)
			}
			if kind != errLie && !errors.Is(err, kind) {
				t.Errorf("%s: the reason %v became %v", call, kind, err)
			}
			after, _ := os.ReadFile(path)
			if call != "syncdir" && !bytes.Equal(before, after) {
				t.Errorf("%s, %v: the sidecar changed", call, kind)
			}
			if names, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".lectern*")); len(names) > 0 {
				t.Errorf("%s, %v: left behind %v", call, kind, names)
			}
			broken = false
			must(t, c, mark(d, "a", "minister", "one"), mark(d, "b", "mayor", "two"))
			if _, marks := reopen(t, d, s); ids(marks) != "a=one b=two" {
				t.Errorf("%s, %v: after a retry %s", call, kind, ids(marks))
			}
		}
	}
}

// Where the directory cannot be written the marks live in the state directory,
// the reader is told, and they come home when it can be written again.
func TestReadOnlyDirectory(t *testing.T) {
	d, s := article(t, text)
	c, _ := reopen(t, d, s)
	must(t, c, mark(d, "a", "minister", "one"), mark(d, "x", "Nobody", "gone"))
	dir := filepath.Dir(d.Meta().Path)
	locked := trouble{fail: func(call, name string) error {
		if call == "create" && filepath.Dir(name) == dir {
			return syscall.EROFS
		}
		return nil
	}}
	c, marks, err := open(d, s, locked)
	if err != nil || len(marks) != 2 {
		t.Fatal(marks, err)
	}
	must(t, c, marks[0], mark(d, "b", "mayor", "two"))
	if told := strings.Join(c.Notices(), ""); !strings.Contains(told, "cannot be written") || !strings.Contains(told, s.dir) {
		t.Errorf("told %q", told)
	}
	c, marks, err = open(d, s, locked)
	if err != nil || ids(marks) != "a=one b=two" {
		t.Fatalf("found %s, %v", ids(marks), err)
	}
	must(t, c, append(marks, mark(d, "c", "else", "three"))...)
	c, marks = reopen(t, d, s)
	if ids(marks) != "a=one b=two c=three" {
		t.Fatalf("writable again: %s", ids(marks))
	}
	must(t, c, marks...)
	if b, _ := os.ReadFile(d.Meta().Path + ".notes.jsonl"); !bytes.Contains(b, []byte(`"three"`)) {
		t.Error("the marks did not come home")
	}
	if left, _ := filepath.Glob(filepath.Join(s.dir, "notes", "*.jsonl")); len(left) > 0 {
		t.Errorf("still in the state directory: %v", left)
	}
}
