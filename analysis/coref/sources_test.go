package coref_test

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/model"
	"lectern/model/source"
)

// sourceFloors are the shares of the samples in testdata that must be right. They
// only rise. The first sample was at hand while rules were written, the second was
// drawn and judged after them.
var sourceFloors = map[string]float64{"sources.tsv": .82, "sources-fresh.tsv": .8}

// TestSources scores the actors of sources that are pronouns or bare roles
// against judgements made by hand, where the articles are at hand: an actor is
// right if the mention that the judge named is its own too, and where there is none
// if the source is left alone.
func TestSources(t *testing.T) {
	if _, err := os.Stat(articlesOfSources); err != nil {
		t.Skip("the articles are not here")
	}
	for _, file := range slices.Sorted(maps.Keys(sourceFloors)) {
		right, all := scoreSources(t, file)
		share := float64(right) / float64(max(1, all))
		t.Logf("%s: %d of %d sources under the right actor, %.3f", file, right, all, share)
		if share < sourceFloors[file] {
			t.Errorf("%s: %.3f of the sources are under the right actor; the floor is %.3f", file, share, sourceFloors[file])
		}
	}
}

const articlesOfSources = "../../../shared/data/polnear/dev/text"

// scoreSources counts the sources of a sample and those under the right actor.
func scoreSources(t *testing.T, sample string) (right, all int) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", sample))
	if err != nil {
		t.Fatal(err)
	}
	var name string
	var doc *model.Document
	var found []placed
	for line := range strings.Lines(string(raw)) {
		row := strings.Split(strings.TrimSpace(line), "\t")
		if line[0] == '#' || len(row) != 6 {
			continue
		}
		if row[0] != name {
			name = row[0]
			file, err := os.ReadFile(filepath.Join(articlesOfSources, name+".txt"))
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
		if row[3] == "none" {
			if n == 0 || !slices.ContainsFunc(found, func(p placed) bool { return p.chain == chain && p.form != model.Pronoun }) {
				right++
			}
			continue
		}
		if n > 0 && chainHolds(found, chain, doc.FromSource(points(t, doc, row[3], row[4]))) {
			right++
		}
	}
	return right, all
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
