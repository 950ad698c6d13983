package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"lectern/model"
	"lectern/model/source"
	"lectern/samples"
)

// open reads an article: a file, "-" for standard input, or, where no file has
// that name, the sample that has.
func (t *terminal) open(name string) (*model.Document, error) {
	if name == "-" {
		d, err := source.Read(t.stdin, model.Meta{Name: "standard input"})
		if err != nil {
			return nil, fmt.Errorf("reading standard input: %w", err)
		}
		return d, nil
	}
	d, err := source.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		if f, found := samples.FS.Open(path.Base(name)); found == nil {
			defer f.Close()
			return source.Read(f, model.Meta{Name: path.Base(name)})
		}
	}
	return d, err
}

// safe makes words from the command line fit to be shown.
func safe(s string) string { return source.Line(s) }
