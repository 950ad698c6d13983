package cli

import (
	"io"
	"os"
	"strings"

	"lectern/model"
)

// open reads the article name, a file or "-" for standard input.
func (t *terminal) open(name string) (*model.Document, error) {
	var b []byte
	var err error
	if name == "-" {
		b, err = io.ReadAll(t.stdin)
	} else {
		b, err = os.ReadFile(name)
	}
	return model.FromText(strings.TrimPrefix(string(b), "\ufeff")), err
}

// safe makes words from the command line fit to be shown.
func safe(s string) string { return s }
