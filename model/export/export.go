// Package export writes a reading for other programs and for people: one file
// a format. It alone turns the bytes of the inside into the units of the
// outside; it knows nothing of disks and terminals.
package export

import "lectern/model"

// Version is the version of the program, which the exports name.
const Version = "0.1.0"

// An Article is what there is to write: the document, what the engine found in
// it, and what the reader noted.
type Article struct {
	Document *model.Document
	Analysis *model.Analysis // nil: not analysed
	Marks    []model.Mark
}

// analysis returns the analysis, empty if there is none.
func (a Article) analysis() *model.Analysis {
	if a.Analysis == nil {
		return &model.Analysis{Document: a.Document}
	}
	return a.Analysis
}
