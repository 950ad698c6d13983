//go:build !unix

package store

import (
	"errors"
	"io/fs"
)

func chown(string, fs.FileInfo) {}

func cannotWrite(err error) bool { return errors.Is(err, fs.ErrPermission) }

func tooLong(error) bool { return false }
