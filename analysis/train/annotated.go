package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/analysis/frame"
	"lectern/analysis/quote"
	"lectern/model"
	"lectern/model/source"
)

// annotated reads the articles and what people marked in them.
func (t *trainer) annotated() (all []*annotated, err error) {
	for _, dir := range []string{"silver/train", "seed"} {
		files, err := filepath.Glob(filepath.Join(t.data, "..", dir, "devices", "*.jsonl"))
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("no devices in %s: %w", dir, err)
		}
		for _, file := range files {
			lines, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			text := filepath.Join(t.data, "..", dir, "text", strings.TrimSuffix(filepath.Base(file), ".jsonl")+".txt")
			raw, err := os.ReadFile(text)
			if err != nil {
				return nil, err
			}
			at := codePoints(string(raw))
			var spots []spot
			for line := range strings.Lines(string(lines)) {
				var s struct {
					Start, End   int
					Device, Tier string
					Alt          []string
				}
				if err := json.Unmarshal([]byte(line), &s); err != nil {
					return nil, fmt.Errorf("reading %s: %w", file, err)
				}
				spots = append(spots, spot{model.Span{Start: at[s.Start], End: at[s.End]}, append([]string{s.Device}, s.Alt...), s.Tier != "minor"})
			}
			from := silver
			if strings.Contains(filepath.Base(text), "_speech_") {
				from = speech
			}
			if all, err = t.read(all, from, text, spots); err != nil {
				return nil, err
			}
		}
	}
	labels, err := os.ReadFile(filepath.Join(t.data, "framing", "ptc", "labels.tsv"))
	if err != nil {
		return nil, err
	}
	spots, names := map[string][]spot{}, []string{}
	for line := range strings.Lines(string(labels)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		first, _ := strconv.Atoi(f[2])
		last, _ := strconv.Atoi(f[3])
		if spots[f[0]] == nil {
			names = append(names, f[0])
		}
		spots[f[0]] = append(spots[f[0]], spot{model.Span{Start: first, End: last}, []string{f[1]}, true})
	}
	for _, name := range names {
		text := filepath.Join(t.data, "framing", "ptc", "articles", name+".txt")
		raw, err := os.ReadFile(text)
		if err != nil {
			return nil, err
		}
		at := codePoints(string(raw))
		for i, s := range spots[name] {
			spots[name][i].Span = model.Span{Start: at[min(s.Start, len(at)-1)], End: at[min(s.End, len(at)-1)]}
		}
		if all, err = t.read(all, propaganda, text, spots[name]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// codePoints returns the byte at which each code point of s begins, and its end.
func codePoints(s string) (at []int) {
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

var wordForm = regexp.MustCompile(`[\pL\pN_]+`)

// read adds an article with the spots that were marked in it, both in the bytes
// of its file.
func (t *trainer) read(all []*annotated, from corpus, file string, spots []spot) ([]*annotated, error) {
	doc, err := source.Open(file)
	if err != nil {
		return nil, err
	}
	text, err := analysis.Parse(context.Background(), doc, nil)
	if err != nil {
		return nil, err
	}
	said := quote.Attribute(text, coref.Resolve(text))
	a := &annotated{corpus: from, words: wordForm.FindAllStringIndex(doc.Text(doc.All()), -1)}
	for _, s := range spots {
		s.Span = doc.FromSource(s.Span)
		a.spots = append(a.spots, s)
	}
	for _, m := range frame.Matches(frame.Page{Text: text, Actors: said.Actors, Claims: said.Claims, Turns: said.Turns}) {
		id := frame.Filtered[m.Class]
		if from == propaganda && techniques[id] == nil {
			continue
		}
		f := &fired{Match: m, article: len(all), corpus: from}
		f.right = slices.ContainsFunc(a.spots, func(s spot) bool {
			if from == propaganda {
				return slices.Contains(techniques[id], s.devices[0]) && s.Span.Overlaps(m.Span)
			}
			return slices.Contains(s.devices, id) && a.share(s.Span, m.Span) >= .5
		})
		a.fires = append(a.fires, f)
	}
	return append(all, a), nil
}

// share returns the F of the words of two spans.
func (a *annotated) share(x, y model.Span) float64 {
	both, sum := 0, 0
	for _, w := range a.words {
		inX, inY := w[0] < x.End && x.Start < w[1], w[0] < y.End && y.Start < w[1]
		if inX {
			sum++
		}
		if inY {
			sum++
		}
		if inX && inY {
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, sum))
}
