// Package treebank reads CoNLL-U files and makes raw text of them again, so that
// a program can be trained and tested on what it will meet.
package treebank

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A Document is one document of a treebank: its text, paragraphs apart by a
// blank line, and the gold analysis over it.
type Document struct {
	ID   string
	Gold *syntax.Text
	IDs  []string // sent_id of each sentence
	Misc []string // the last column, a token
}

// Read reads a CoNLL-U file.
func Read(path string) ([]*Document, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var docs []*Document
	var blocks []string
	flush := func() error {
		if len(blocks) == 0 {
			return nil
		}
		d, err := document(blocks)
		if err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
		docs, blocks = append(docs, d), nil
		return nil
	}
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		if strings.HasPrefix(block, "# newdoc") || strings.Contains(block, "\n# newdoc") {
			if err := flush(); err != nil {
				return nil, err
			}
		}
		blocks = append(blocks, block)
	}
	return docs, flush()
}

func document(blocks []string) (*Document, error) {
	d := &Document{Gold: &syntax.Text{}}
	t := d.Gold
	var text strings.Builder
	glue := ""
	for n, block := range blocks {
		var surface string
		newpar := n == 0
		for line := range strings.SplitSeq(block, "\n") {
			switch {
			case strings.HasPrefix(line, "# text = "):
				surface = strings.TrimSpace(line[len("# text = "):])
			case strings.HasPrefix(line, "# newpar"), strings.HasPrefix(line, "# newdoc"):
				newpar = true
			case strings.HasPrefix(line, "# sent_id = "):
				d.IDs = append(d.IDs, strings.TrimSpace(line[len("# sent_id = "):]))
			}
			if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				d.ID = strings.TrimSpace(id)
			}
		}
		if newpar {
			if n > 0 {
				t.Paragraphs[len(t.Paragraphs)-1].Last = n
				glue = "\n\n"
			}
			t.Paragraphs = append(t.Paragraphs, syntax.Paragraph{First: n, Block: len(t.Paragraphs)})
		}
		text.WriteString(glue)
		last, err := d.sentence(block, surface, text.Len())
		if err != nil {
			return nil, err
		}
		text.WriteString(surface)
		glue = " "
		if strings.Contains(last, "SpaceAfter=No") {
			glue = ""
		}
	}
	t.Paragraphs[len(t.Paragraphs)-1].Last = len(blocks)
	t.Doc = model.FromText(text.String())
	return d, nil
}

// sentence adds the tokens of one block, whose text begins at base, and returns
// the last column of its last word.
func (d *Document) sentence(block, surface string, base int) (misc string, err error) {
	t := d.Gold
	first := len(t.Tokens)
	at, wholeLast, inside, wholeStart, wholeEnd := 0, 0, 0, 0, 0
	for line := range strings.SplitSeq(block, "\n") {
		row := strings.Split(line, "\t")
		if len(row) < 10 || line[0] == '#' || strings.Contains(row[0], ".") {
			continue
		}
		form := row[1]
		if a, b, ok := strings.Cut(row[0], "-"); ok {
			_ = a
			wholeLast, _ = strconv.Atoi(b)
			k := strings.Index(surface[at:], form)
			if k < 0 {
				return "", fmt.Errorf("%q is not in %q", form, surface)
			}
			wholeStart, wholeEnd = at+k, at+k+len(form)
			inside = wholeStart
			continue
		}
		id, _ := strconv.Atoi(row[0])
		var s, e int
		if id <= wholeLast {
			if strings.HasPrefix(surface[inside:wholeEnd], form) {
				s, e = inside, inside+len(form)
				inside = e
			} else {
				s, e = wholeStart, wholeEnd
			}
			if id == wholeLast {
				at = wholeEnd
			}
		} else {
			k := strings.Index(surface[at:], form)
			if k < 0 {
				return "", fmt.Errorf("%q is not in %q", form, surface)
			}
			s, e = at+k, at+k+len(form)
			at = e
		}
		tok := syntax.Token{Span: model.Span{Start: base + s, End: base + e}, Lemma: row[2], Sentence: int32(len(t.Sentences)), Quote: -1}
		tok.Pos, _ = syntax.ParsePos(row[3])
		tok.Tag, _ = syntax.ParseTag(row[4])
		tok.Rel, _ = syntax.ParseRel(row[7])
		head, _ := strconv.Atoi(row[6])
		tok.Head = int32(first + head - 1)
		if head == 0 {
			tok.Head = int32(len(t.Tokens))
		}
		t.Tokens = append(t.Tokens, tok)
		d.Misc = append(d.Misc, row[9])
		misc = row[9]
	}
	if len(t.Tokens) == first {
		return "", fmt.Errorf("a sentence without words: %q", surface)
	}
	t.Sentences = append(t.Sentences, syntax.Sentence{First: first, Last: len(t.Tokens), Paragraph: len(t.Paragraphs) - 1})
	return misc, nil
}
