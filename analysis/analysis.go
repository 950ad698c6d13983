// Package analysis reads a document and says what is in it: who is spoken of,
// who says what, and how it is framed.
//
// The stages run in one fixed order, each a plain function of what the earlier
// ones return; [Analyze] is the whole pipeline, top to bottom.
package analysis

import (
	"context"
	"unicode"
	"unicode/utf8"

	"lectern/analysis/segment"
	"lectern/analysis/syntax"
	"lectern/model"
)

// Progress is told how much of the document has been read, from 0 to 1.
type Progress func(done float64)

// Analyze runs every stage on d. The only error is that of ctx. progress may
// be nil; it is called from the caller's goroutine.
func Analyze(ctx context.Context, d *model.Document, progress Progress) (*model.Analysis, error) {
	text, err := Parse(ctx, d, progress)
	if err != nil {
		return nil, err
	}
	a := &model.Analysis{Document: d}
	for _, s := range text.Sentences {
		a.Sentences = append(a.Sentences, text.Span(s.First, s.Last))
	}
	for i := range text.Tokens {
		if r, _ := utf8.DecodeRuneInString(text.Word(i)); unicode.IsLetter(r) || unicode.IsDigit(r) || text.Tokens[i].Len() > 2 {
			a.Words = append(a.Words, text.Tokens[i].Span)
		}
	}
	return a, ctx.Err()
}

// Parse runs the stages up to names. The only error is that of ctx.
func Parse(ctx context.Context, d *model.Document, progress Progress) (*syntax.Text, error) {
	text := segment.Text(d)
	return text, ctx.Err()
}
