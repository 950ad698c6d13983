package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"lectern/model"
)

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
