package cli

import (
	"context"
	"io"
	"os"

	"lectern/analysis"
	"lectern/model"
)

// open reads the article name, a file or "-" for standard input.
func (t *terminal) open(name string) (*model.Document, error) {
	if name == "-" {
		b, err := io.ReadAll(t.stdin)
		return model.FromText(string(b)), err
	}
	b, err := os.ReadFile(name)
	return model.FromText(string(b)), err
}

// analyze runs the engine on d, unless the reader wants none of it.
func (o *options) analyze(ctx context.Context, d *model.Document) (*model.Analysis, error) {
	if o.noAnalysis {
		return nil, nil
	}
	return analysis.Analyze(ctx, d, nil)
}
