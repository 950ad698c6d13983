package coref_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/model"
	"lectern/model/source"
)

// sourcesFloor is the share of testdata/sources.tsv that must be right. It only
// rises.
const sourcesFloor = .77

// TestSources scores the actors of sources that are pronouns or bare roles
// against judgements made by hand, where the articles are at hand: an actor is
// right if the mention that the judge named is its own too.
func TestSources(t *testing.T) {
	const dir = "../../../shared/data/polnear/dev/text"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the articles are not here")
	}
	raw, err := os.ReadFile("testdata/sources.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var name string
	var doc *model.Document
	var found []placed
	right, all := 0, 0
	for line := range strings.Lines(string(raw)) {
		row := strings.Split(strings.TrimSpace(line), "\t")
		if line[0] == '#' || len(row) != 6 {
			continue
		}
		if row[0] != name {
			name = row[0]
			file, err := os.ReadFile(filepath.Join(dir, name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			if doc, err = source.Read(bytes.NewReader(file), model.Meta{Name: name + ".txt"}); err != nil {
				t.Fatal(err)
			}
			parsed, err := analysis.Parse(context.Background(), doc, nil)
			if err != nil {
				t.Fatal(err)
			}
			found = place(coref.Resolve(parsed))
		}
		all++
		if row[3] == "-" {
			continue
		}
		who := doc.FromSource(points(t, doc, row[1], row[2]))
		chain, n := at(found, who)
		if n > 0 && chainHolds(found, chain, doc.FromSource(points(t, doc, row[3], row[4]))) {
			right++
		}
	}
	share := float64(right) / float64(max(1, all))
	t.Logf("%d of %d sources under the right actor, %.3f", right, all, share)
	if share < sourcesFloor {
		t.Errorf("%.3f of the sources are under the right actor; the floor is %.2f", share, sourcesFloor)
	}
}

// points returns the bytes of the document's source between two code points.
func points(t *testing.T, doc *model.Document, from, to string) model.Span {
	t.Helper()
	a, err := strconv.Atoi(from)
	if err != nil {
		t.Fatal(err)
	}
	b, err := strconv.Atoi(to)
	if err != nil {
		t.Fatal(err)
	}
	s, n := model.Span{}, 0
	for i := range doc.Source().Raw {
		if n == a {
			s.Start = i
		}
		if n == b {
			s.End = i
			break
		}
		n++
	}
	return s
}

func chainHolds(found []placed, chain int, s model.Span) bool {
	for _, f := range found {
		if f.chain == chain && f.Start < s.End && s.Start < f.End {
			return true
		}
	}
	return false
}
