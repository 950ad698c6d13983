// Package analysis reads a document and says what is in it: who is spoken of,
// who says what, and how it is framed.
//
// The stages run in one fixed order, each a plain function of what the earlier
// ones return; [Analyze] is the whole pipeline, top to bottom.
package analysis

import (
	"context"

	"lectern/model"
)

// Progress is told how much of the document has been read, from 0 to 1.
type Progress func(done float64)

// Analyze runs every stage on d. The only error is that of ctx. progress may
// be nil; it is called from the caller's goroutine.
func Analyze(ctx context.Context, d *model.Document, progress Progress) (*model.Analysis, error) {
	return &model.Analysis{Document: d}, ctx.Err()
}
