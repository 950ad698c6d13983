// Package segment cuts a document into paragraphs, sentences and tokens, and
// finds in them what can be seen from marks alone: quotations, and the turns of
// interviews and transcripts. Tokens are the syntactic words of the English
// universal dependency treebanks; every byte of the document that is not white
// space lies in exactly one of them. It knows nothing of parts of speech.
package segment

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// Text cuts doc up. The tokens of the result have spans and nothing else that
// words could tell: no tags, and each is the root of a tree of its own.
func Text(doc *model.Document) *syntax.Text { return TextBy(doc, nil) }

// bytesAToken is how many bytes a token takes with the space after it, rather
// too many than too few: long texts are cut without copying their tokens often.
const bytesAToken = 6

// TextBy is [Text] with the sentence boundaries that a table sees; nil is the
// embedded one.
func TextBy(doc *model.Document, table Scorer) *syntax.Text {
	t := &syntax.Text{Doc: doc, Tokens: make([]syntax.Token, 0, doc.Len()/bytesAToken+16)}
	ends := Boundary{Table: table}
	for i, block := range doc.Blocks() {
		for _, cell := range cells(doc, block) {
			paragraph(t, i, cell, &ends)
		}
	}
	for i := range t.Tokens {
		t.Tokens[i].Head = int32(i)
		t.Tokens[i].Quote = -1
	}
	findQuotes(t)
	findTurns(t)
	return t
}

// cells returns the stretches of a block that are paragraphs of their own: the
// cells of a table row, the lines of code, or the whole block.
func cells(doc *model.Document, b model.Block) []model.Span {
	var sep string
	switch b.Kind {
	case model.TableRow:
		sep = "\t"
	case model.Code:
		sep = "\n"
	default:
		return []model.Span{b.Span}
	}
	var out []model.Span
	at := b.Start
	for part := range strings.SplitSeq(doc.Text(b.Span), sep) {
		out = append(out, model.Span{Start: at, End: at + len(part)})
		at += len(part) + len(sep)
	}
	return out
}

// paragraph adds the tokens and sentences of one paragraph.
func paragraph(t *syntax.Text, block int, s model.Span, ends *Boundary) {
	first := len(t.Tokens)
	t.Tokens = tokenize(t.Tokens, t.Doc.Text(s), s.Start)
	if len(t.Tokens) == first {
		return
	}
	p := syntax.Paragraph{First: len(t.Sentences), Block: block}
	start := first
	for end := first + 1; end <= len(t.Tokens); end++ {
		if end < len(t.Tokens) && !ends.Ends(t, first, end, len(t.Tokens)) {
			continue
		}
		for k := start; k < end; k++ {
			t.Tokens[k].Sentence = int32(len(t.Sentences))
		}
		t.Sentences = append(t.Sentences, syntax.Sentence{First: start, Last: end, Paragraph: len(t.Paragraphs)})
		start = end
	}
	p.Last = len(t.Sentences)
	t.Paragraphs = append(t.Paragraphs, p)
}
