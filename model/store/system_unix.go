//go:build unix

package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// chown gives name the owner of info, if we may.
func chown(name string, info fs.FileInfo) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		os.Lchown(name, int(s.Uid), int(s.Gid))
	}
}

// cannotWrite reports whether err means that nothing can be kept in a place,
// however often one tries.
func cannotWrite(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) || tooLong(err)
}

// tooLong reports whether err says that no file can have that name.
func tooLong(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }
