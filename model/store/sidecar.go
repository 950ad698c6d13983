// Package store keeps a reader's marks on disk, in a sidecar beside the
// article, and remembers where the reader was. It knows nothing of screens, and
// of marks only how they are written.
//
// # What is promised
//
// Once [Sidecar.Save] has returned without an error the marks are on disk, and
// at every moment before, during and after it, whatever fails or is killed, the
// sidecar on disk is whole: the one before or the one after. A save
//
//  1. takes a lock, so that two readings of one article save one after the other;
//  2. reads what is on disk; if that is not what was read or written last
//     (another session, git, a sync tool), it merges three ways, mark by mark;
//  3. writes a new file in the same directory, syncs and closes it, reads it
//     back and compares: a write can lie;
//  4. looks at the disk once more, and starts again if something changed
//     meanwhile that does not know the lock;
//  5. links the present sidecar to .bak, renames the new file over it, and syncs
//     the directory.
//
// A sidecar that is damaged is read as far as it can be; before it is replaced
// the original is put aside, and the reader is told. Where the directory cannot
// be written, and for articles without a file, the marks live in the state
// directory under the hash of the article's bytes.
package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"

	"lectern/model"
)

// A Sidecar is where the marks of one document are kept. Its methods may be
// called from any goroutine.
type Sidecar struct {
	doc    *model.Document
	points *model.Points
	disk   disk
	state  State
	beside string // the sidecar beside the article; empty for an article without a file
	apart  string // the one in the state directory

	mu      sync.Mutex
	base    []model.Mark // what was read or written last
	last    []byte       // the bytes of it
	where   string       // the one of the two that is written now
	damaged bool         // last could not be read whole
	notices []string
}

// Open reads the marks of d. A sidecar that is not there has none. The error
// is one of reading the disk, or a sidecar of a newer format; the marks cannot
// be kept then.
func Open(d *model.Document, s State) (*Sidecar, []model.Mark, error) {
	return open(d, s, system{})
}

func open(d *model.Document, s State, on disk) (*Sidecar, []model.Mark, error) {
	c := &Sidecar{doc: d, points: model.NewPoints(d), disk: on, state: s}
	c.apart = filepath.Join(s.dir, "notes", sumName(d)+".notes.jsonl")
	c.where = c.apart
	if path := d.Meta().Path; path != "" {
		c.beside = follow(follow(path) + ".notes.jsonl")
		c.where = c.beside
	}
	if err := c.load(); err != nil {
		return nil, nil, fmt.Errorf("notes: reading %s: %w", clean(c.where), reason(err))
	}
	return c, c.base, nil
}

// load reads whichever sidecar there is into base.
func (c *Sidecar) load() error {
	b, err := c.read(c.where)
	if err != nil {
		return err
	}
	got, err := decode(c.doc, c.points, b)
	if err != nil {
		return err
	}
	c.base, c.last = got.marks, b
	if len(got.bad) > 0 {
		c.damaged = true
		c.tell("the notes in %s are damaged (%s); the rest is here, and the file will be put aside before anything is written", clean(c.where), lines(got.bad))
	}
	if c.beside != "" {
		return c.loadApart()
	}
	return nil
}

// loadApart adds what was kept in the state directory while the directory of
// the article could not be written. What it says of a mark is newer, unless the
// sidecar beside the article was changed since.
func (c *Sidecar) loadApart() error {
	b, err := c.read(c.apart)
	if err != nil || b == nil {
		return err
	}
	got, err := decode(c.doc, c.points, b)
	if err != nil {
		return err
	}
	if got.header.Beside == checksum(c.last) {
		c.base = got.marks
	} else {
		c.base = model.Merge(nil, got.marks, c.base)
	}
	return nil
}

// Notices returns what the reader should be told, once: damage, a place that
// cannot be written, a merge.
func (c *Sidecar) Notices() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := c.notices
	c.notices = nil
	return out
}

func (c *Sidecar) tell(format string, args ...any) {
	c.notices = append(c.notices, fmt.Sprintf(format, args...))
}

// Path returns the file that the marks are written to. It is safe to show.
func (c *Sidecar) Path() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return clean(c.where)
}

// Save keeps marks and returns what was kept, which is more if somebody else
// has added to the sidecar meanwhile. On an error nothing has changed on disk,
// and saving may be tried again.
func (c *Sidecar) Save(marks []model.Mark) ([]model.Mark, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	kept, err := c.save(marks)
	if err != nil && c.where == c.beside && cannotWrite(err) {
		c.tell("notes: %s cannot be written; they are kept in %s", clean(c.beside), clean(c.apart))
		was, last := c.where, c.last
		c.where, c.last = c.apart, nil
		if kept, err = c.save(marks); err != nil {
			c.where, c.last = was, last
		}
	}
	if err != nil {
		return nil, fmt.Errorf("notes: saving to %s: %w\nhint: nothing is lost while the article is open; the next change tries again", clean(c.where), reason(err))
	}
	return kept, nil
}

// errChanged says that the sidecar changed while a save was under way.
var errChanged = errors.New("the file keeps changing")

func (c *Sidecar) save(marks []model.Mark) ([]model.Mark, error) {
	if c.where == c.apart {
		if err := c.disk.MkdirAll(filepath.Dir(c.apart)); err != nil {
			return nil, err
		}
	}
	unlock := c.state.lock(c.where)
	defer unlock()
	err := errChanged
	for range 5 {
		var kept []model.Mark
		if kept, err = c.saveOnce(marks); !errors.Is(err, errChanged) {
			return kept, err
		}
	}
	return nil, err
}

func (c *Sidecar) saveOnce(marks []model.Mark) ([]model.Mark, error) {
	now, err := c.read(c.where)
	if err != nil {
		return nil, err
	}
	damaged := c.damaged
	if now != nil && !bytes.Equal(now, c.last) { // a file that is gone deletes nothing
		theirs, err := decode(c.doc, c.points, now)
		if err != nil {
			return nil, err
		}
		base := c.base
		if damaged = len(theirs.bad) > 0; damaged {
			base = nil // what is missing was lost, not deleted
		}
		merged := model.Merge(base, marks, theirs.marks)
		if n := rivals(merged, marks, theirs.marks); n > 0 {
			c.tell("%d of the notes were changed here and elsewhere at once; both versions are kept", n)
		}
		marks = merged
	}
	beside := ""
	if c.where == c.apart && c.beside != "" {
		b, _ := c.read(c.beside)
		beside = checksum(b)
	}
	next, err := encode(c.doc, c.points, marks, beside)
	if err != nil {
		return nil, err
	}
	if now == nil && len(marks) == 0 || bytes.Equal(now, next) {
		c.base, c.last = marks, now
		return marks, nil
	}
	if damaged {
		if err := c.putAside(now); err != nil {
			return nil, err
		}
	}
	if err := c.replace(now, next); err != nil {
		return nil, err
	}
	c.base, c.last, c.damaged = marks, next, false
	if c.where == c.beside {
		c.retire()
	}
	return marks, nil
}

// rivals counts the marks that neither side has under that ID: those of which a
// merge kept both versions.
func rivals(merged, ours, theirs []model.Mark) (n int) {
	known := map[string]bool{}
	for _, m := range ours {
		known[m.ID] = true
	}
	for _, m := range theirs {
		known[m.ID] = true
	}
	for _, m := range merged {
		if !known[m.ID] {
			n++
		}
	}
	return n
}

// replace writes next in the place of now, which must still be there.
func (c *Sidecar) replace(now, next []byte) (err error) {
	dir := filepath.Dir(c.where)
	temp := filepath.Join(dir, ".lectern-"+model.NewID()+".tmp")
	f, err := c.disk.Create(temp)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			c.disk.Remove(temp)
		}
	}()
	_, err = f.Write(next)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	back, err := c.disk.ReadFile(temp)
	if err != nil {
		return err
	}
	if sha256.Sum256(back) != sha256.Sum256(next) {
		return errors.New("the disk gave back something else than was written")
	}
	if still, err := c.read(c.where); err != nil {
		return err
	} else if !bytes.Equal(still, now) {
		return errChanged
	}
	if now != nil {
		c.disk.Like(temp, c.where)
		c.backUp(now)
	}
	if err := c.disk.Rename(temp, c.where); err != nil {
		return err
	}
	return c.disk.SyncDir(dir)
}

// backUp makes the present sidecar the .bak as well. It is a second net, so
// that a file system without links does not stop a save.
func (c *Sidecar) backUp(now []byte) {
	bak := c.where + ".bak"
	c.disk.Remove(bak)
	if c.disk.Link(c.where, bak) == nil {
		return
	}
	if f, err := c.disk.Create(bak); err == nil {
		f.Write(now)
		f.Close()
	}
}

// putAside keeps a damaged sidecar under a name of its own.
func (c *Sidecar) putAside(b []byte) error {
	name := c.where + ".damaged-" + checksum(b)[:8]
	if old, err := c.disk.ReadFile(name); err == nil && bytes.Equal(old, b) {
		return nil
	}
	c.disk.Remove(name)
	f, err := c.disk.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		c.tell("the damaged notes were put aside as %s", clean(name))
	}
	return err
}

// retire puts away what the state directory held for this article, now that it
// is part of the sidecar beside it.
func (c *Sidecar) retire() {
	if _, err := c.disk.ReadFile(c.apart); err == nil {
		c.disk.Rename(c.apart, c.apart+".bak")
	}
}

// read returns the bytes of a file, nil if there is none.
func (c *Sidecar) read(name string) ([]byte, error) {
	b, err := c.disk.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) || tooLong(err) {
		return nil, nil
	}
	if err == nil && b == nil {
		b = []byte{}
	}
	return b, err
}

func checksum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

func sumName(d *model.Document) string {
	s := d.Source().Sum
	return hex.EncodeToString(s[:])
}

// reason strips the file name from err, since the sentence around it names it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func lines(n []int) string {
	parts := make([]string, min(len(n), 5))
	for i := range parts {
		parts[i] = fmt.Sprint(n[i])
	}
	s := "line " + strings.Join(parts, ", ")
	if len(n) > len(parts) {
		s += fmt.Sprintf(" and %d more", len(n)-len(parts))
	}
	return s
}
