package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"lectern/model"
)

// The sidecar is lines of JSON, each ended by one LF: a header, then one mark a
// line in the order of the text, keys in fixed order, so that two versions of it
// differ and merge line by line. Places are code points of the source, as in
// the JSON export.

const formatVersion = 1

type header struct {
	Lectern int    `json:"lectern"` // version of this format
	SHA256  string `json:"sha256"`  // of the article's bytes
	Length  int    `json:"length"`  // of the article, in code points
	Beside  string `json:"beside,omitempty"`
}

type markLine struct {
	ID      string       `json:"id"`
	Anchors []anchorLine `json:"anchors"`
	Tags    []string     `json:"tags"`
	Note    string       `json:"note"`
	Author  string       `json:"author"`
	Made    time.Time    `json:"made"`
	Changed time.Time    `json:"changed"`
}

type anchorLine struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// encode writes marks as a sidecar. beside is the checksum of the sidecar that
// this one stands in for; empty if it stands for itself.
func encode(d *model.Document, points *model.Points, marks []model.Mark, beside string) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	sum := d.Source().Sum
	if err := e.Encode(header{formatVersion, hex.EncodeToString(sum[:]), points.Len(), beside}); err != nil {
		return nil, err
	}
	for _, m := range marks {
		line := markLine{m.ID, make([]anchorLine, len(m.Anchors)), append([]string{}, m.Tags...), m.Note, m.Author, m.Made.UTC(), m.Changed.UTC()}
		for i, a := range m.Anchors {
			r := points.Range(a.Span)
			line.Anchors[i] = anchorLine{r.Start, r.End, a.Exact, a.Prefix, a.Suffix}
		}
		if err := e.Encode(line); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

// content is what could be read of a sidecar.
type content struct {
	header header
	marks  []model.Mark
	bad    []int // numbers of the lines that could not be read, from 1
}

// newerError is a sidecar of a format that is not known yet.
type newerError struct{ version int }

func (e newerError) Error() string {
	return fmt.Sprintf("these notes are of format %d, made by a newer lectern", e.version)
}

// decode reads a sidecar, finding each passage in d as it is now. A line that
// cannot be read is counted and passed over; the only error is a newer format.
func decode(d *model.Document, points *model.Points, b []byte) (content, error) {
	var c content
	seen := map[string]bool{}
	n := 0
	for line := range bytes.Lines(b) {
		n++
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if n == 1 {
			if err := strict(line, &c.header); err != nil || c.header.Lectern < 1 {
				c.header = header{}
				c.bad = append(c.bad, n)
				// Without a header the line may still be a mark.
			} else if c.header.Lectern > formatVersion {
				return content{}, newerError{c.header.Lectern}
			} else {
				continue
			}
		}
		var m markLine
		if err := strict(line, &m); err != nil || m.check() != nil || seen[m.ID] {
			if n > 1 {
				c.bad = append(c.bad, n)
			}
			continue
		}
		seen[m.ID] = true
		sum := d.Source().Sum
		c.marks = append(c.marks, m.mark(d, points, c.header.SHA256 == hex.EncodeToString(sum[:])))
	}
	return c, nil
}

// strict reads one JSON value that has only the keys of v.
func strict(line []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return err
	}
	if dec.More() {
		return errors.New("more than one value")
	}
	return nil
}

func (m markLine) check() error {
	if m.ID == "" || len(m.Anchors) == 0 {
		return errors.New("no mark")
	}
	for _, a := range m.Anchors {
		if a.Start < 0 || a.End < a.Start {
			return errors.New("no place")
		}
	}
	return nil
}

// mark finds the passages of m in d; unchanged says that the sidecar was
// written for the same text.
func (m markLine) mark(d *model.Document, points *model.Points, unchanged bool) model.Mark {
	out := model.Mark{ID: m.ID, Note: clean(m.Note), Author: clean(m.Author), Made: m.Made, Changed: m.Changed}
	for _, t := range m.Tags {
		out.Tags = append(out.Tags, clean(t))
	}
	for _, a := range m.Anchors {
		was := model.Anchor{Span: points.Span(model.Range{Start: a.Start, End: a.End}), Exact: a.Exact, Prefix: a.Prefix, Suffix: a.Suffix}
		found := was.Resolve(d)
		now := was.At(d, found)
		if unchanged && found.Fit == model.Moved && found.Span.Overlaps(was.Span) {
			now.Fit = model.Same // only the count of its edges is another
		}
		now.Exact, now.Prefix, now.Suffix = clean(now.Exact), clean(now.Prefix), clean(now.Suffix)
		out.Anchors = append(out.Anchors, now)
	}
	return out
}
