// Package source reads articles: bytes of a file become a [model.Document],
// text that is safe to show. There is one file for each format, and one gate
// (gate.go) that everything from outside passes. It knows nothing of what is
// then found in the text.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"lectern/model"
)

// MaxBytes is the most that is read of one article.
const MaxBytes = 64 << 20

// Open reads the article in a file. The error says which file, in words that
// are safe to show.
func Open(path string) (*model.Document, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, opening(path, err)
	}
	switch {
	case info.IsDir():
		return nil, opening(path, errors.New("it is a directory"))
	case !info.Mode().IsRegular():
		return nil, opening(path, fmt.Errorf("it is not a file to be read from beginning to end\nhint: lectern - < %s", Line(path)))
	case info.Size() > MaxBytes:
		return nil, opening(path, errTooBig)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, opening(path, err)
	}
	defer f.Close()
	where, err := filepath.Abs(path)
	if err != nil {
		where = path
	}
	d, err := Read(f, model.Meta{Name: filepath.Base(path), Path: where})
	if err != nil {
		return nil, opening(path, err)
	}
	return d, nil
}

var errTooBig = fmt.Errorf("it is larger than %d MiB", MaxBytes>>20)

// opening says what was being done when err came up.
func opening(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return fmt.Errorf("opening %s: %w", Line(path), err)
}

// Read reads an article. The format goes by the ending of m.Name, or, where
// there is none that is known, by the looks of the text. m.Name and the other
// fields need not be safe.
func Read(r io.Reader, m model.Meta) (*model.Document, error) {
	head := make([]byte, 8<<10)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	head = head[:n]
	if binary(head) {
		return nil, errors.New("it is not text\nhint: lectern reads plain text, Markdown and HTML")
	}
	all := bytes.NewBuffer(head)
	if _, err := all.ReadFrom(io.LimitReader(r, int64(MaxBytes-n+1))); err != nil {
		return nil, err
	}
	if all.Len() > MaxBytes {
		return nil, errTooBig
	}
	return parse(all.Bytes(), m)
}

func parse(all []byte, m model.Meta) (*model.Document, error) {
	if len(bytes.TrimFunc(all, unicode.IsSpace)) == 0 {
		return nil, errors.New("it is empty")
	}
	raw := decode(all)
	src := model.Source{Format: format(m.Name, raw), Raw: raw, Sum: model.Sum(all)}
	m.Name, m.Title, m.Author, m.Date, m.Site = Line(m.Name), Line(m.Title), Line(m.Author), Line(m.Date), Line(m.Site)
	if src.Format == model.HTML {
		src.Raw = "" // the readable text itself
	}
	b := model.NewBuilder(m, src)
	switch src.Format {
	case model.Markdown:
		readMarkdown(b, raw)
	case model.HTML:
		if err := readHTML(b, raw); err != nil {
			return nil, err
		}
	default:
		readText(b, raw)
	}
	if b.Meta().Title == "" {
		b.Meta().Title = m.Name
	}
	d := b.Document()
	if strings.TrimSpace(d.Text(d.All())) == "" {
		return nil, errors.New("there is nothing to read in it")
	}
	return d, nil
}

var (
	looksHTML     = lazily(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body|article)\b`)
	looksMarkdown = lazily(`(?m)^#{1,6} \S|^---\r?\n(?:.*\r?\n)*?---\r?$|\]\(https?://|^(?:\* |- |> )\S|\*\*\S`)
)

// format tells what kind of file raw is.
func format(name, raw string) model.Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text":
		return model.Text
	case ".md", ".markdown", ".mkd", ".mdown":
		return model.Markdown
	case ".html", ".htm", ".xhtml":
		return model.HTML
	}
	if len(raw) > sample {
		raw = raw[:sample]
	}
	switch {
	case looksHTML().MatchString(raw):
		return model.HTML
	case looksMarkdown().MatchString(raw):
		return model.Markdown
	}
	return model.Text
}
