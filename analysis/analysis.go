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

	"lectern/analysis/coref"
	"lectern/analysis/frame"
	"lectern/analysis/quote"
	"lectern/analysis/segment"
	"lectern/analysis/syntax"
	"lectern/model"
)

// Progress is told how much of the work is done, from 0 to 1.
type Progress func(done float64)

// How much of the work is done, by the time it takes, after the stages that look
// at one sentence at a time, and after claims.
const (
	readShare = .45
	saidShare = .95
)

// Analyze runs every stage on d. The only error is that of ctx. progress may
// be nil; it is called from the caller's goroutine.
func Analyze(ctx context.Context, d *model.Document, progress Progress) (*model.Analysis, error) {
	if progress == nil {
		progress = func(float64) {}
	}
	text, err := Parse(ctx, d, func(done float64) { progress(readShare * done) })
	if err != nil {
		return nil, err
	}
	said := quote.Attribute(text, coref.Resolve(text))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	progress(saidShare)
	framing := frame.Find(frame.Page{Text: text, Actors: said.Actors, Claims: said.Claims, Turns: said.Turns})
	return &model.Analysis{
		Document:  d,
		Sentences: sentences(text),
		Words:     words(text),
		Actors:    said.Actors,
		Claims:    said.Claims,
		Turns:     said.Turns,
		Voices:    said.Voices,
		Echoes:    said.Echoes,
		Findings:  framing.Findings,
		Devices:   frame.Devices(),
		Frames:    framing.Frames,
	}, ctx.Err()
}

// Parse runs the stages up to names: segmentation, tags, trees and names. The
// only error is that of ctx.
func Parse(ctx context.Context, d *model.Document, progress Progress) (*syntax.Text, error) {
	text := segment.Text(d)
	if err := read(ctx, text, progress); err != nil {
		return nil, err
	}
	return text, nil
}

func sentences(t *syntax.Text) []model.Span {
	out := make([]model.Span, len(t.Sentences))
	for i, s := range t.Sentences {
		out[i] = t.Span(s.First, s.Last)
	}
	return out
}

// words returns the tokens that are no marks.
func words(t *syntax.Text) []model.Span {
	out := make([]model.Span, 0, len(t.Tokens))
	for i := range t.Tokens {
		r, n := utf8.DecodeRuneInString(t.Word(i))
		if unicode.IsLetter(r) || unicode.IsDigit(r) || n < t.Tokens[i].Len() && t.Tokens[i].Pos != syntax.PUNCT {
			out = append(out, t.Tokens[i].Span)
		}
	}
	return out
}
