package store

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// disk is what the store asks of a file system. Tests put one in its place that
// is full, fails or lies.
type disk interface {
	ReadFile(name string) ([]byte, error)
	Create(name string) (file, error) // which must not be there yet
	Link(old, new string) error
	Rename(old, new string) error
	Remove(name string) error
	SyncDir(name string) error
	MkdirAll(name string) error
	Like(name, model string) // gives name the mode and owner of model, as far as may be
}

type file interface {
	io.Writer
	Sync() error
	Close() error
}

// system is the real one.
type system struct{}

func (system) ReadFile(name string) ([]byte, error) { return os.ReadFile(name) }

func (system) Create(name string) (file, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

func (system) Link(old, new string) error   { return os.Link(old, new) }
func (system) Rename(old, new string) error { return os.Rename(old, new) }
func (system) Remove(name string) error     { return os.Remove(name) }
func (system) MkdirAll(name string) error   { return os.MkdirAll(name, 0o700) }

func (system) SyncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

func (system) Like(name, model string) {
	if info, err := os.Stat(model); err == nil {
		os.Chmod(name, info.Mode().Perm())
		chown(name, info)
	}
}

// follow returns the file that name stands for, symbolic links followed, even
// if it is not there yet.
func follow(name string) string {
	for range 40 { // as many links as Linux follows
		if whole, err := filepath.EvalSymlinks(name); err == nil {
			return whole
		}
		info, err := os.Lstat(name)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			break
		}
		to, err := os.Readlink(name)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(name), to)
		}
		name = to
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(name)); err == nil {
		return filepath.Join(dir, filepath.Base(name))
	}
	return name
}
