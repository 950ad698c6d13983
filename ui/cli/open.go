package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"lectern/model"
	"lectern/model/source"
	"lectern/samples"
)

// open reads an article: a file, "-" for standard input, or, where no file has
// that name, the sample that has, be it called so or samples/so.
func (t *terminal) open(name string) (*model.Document, error) {
	if name == "" {
		return nil, usageError{errors.New("a FILE without a name")}
	}
	if name == "-" {
		d, err := source.Read(t.stdin, model.Meta{Name: "standard input"})
		if err != nil {
			return nil, fmt.Errorf("reading standard input: %w", err)
		}
		return d, nil
	}
	d, err := source.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		sample := strings.TrimPrefix(name, "samples/")
		if f, found := samples.FS.Open(sample); found == nil && sample != "." {
			defer f.Close()
			return source.Read(f, model.Meta{Name: sample})
		}
		if strings.Contains(name, "://") {
			return nil, fmt.Errorf("%w\nhint: lectern opens no connection; save the page and open the file", err)
		}
	}
	return d, err
}

// safe makes words from the command line fit to be shown.
func safe(s string) string { return source.Line(s) }
