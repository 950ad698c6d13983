package main

import (
	"math"
	"slices"

	"lectern/analysis/entity"
	"lectern/analysis/train/learn"
	"lectern/analysis/weights"
)

var namePlan = learn.Plan{Epochs: 16, Rate: .1, Ignore: .001, Least: 2, Seeds: 4, Dropout: .6}

const (
	nameUnit  = 64  // steps of a weight a nat
	nameLeast = .05 // weights smaller than this are left out
)

// field learns the labels of names (Lafferty, McCallum and Pereira 2001).
func (t *trainer) field(texts []labelled, p learn.Plan) *learn.Field[uint64] {
	f := learn.NewField[uint64](entity.Labels)
	for l := range entity.Label(entity.Labels) {
		for before := range entity.Label(entity.Labels) {
			f.Bound[int(before)*entity.Labels+int(l)] = !l.Follows(before)
		}
	}
	var lessons []learn.Lesson[uint64]
	in := entity.Input{Kinds: t.kindTable}
	for _, x := range texts {
		for _, s := range x.text.Sentences {
			in.Read(x.text, s.First, s.Last)
			if gold := x.labels[s.First:s.Last]; inReach(&in, gold) {
				lessons = appendLessons(lessons, &in, gold)
			}
		}
	}
	f.Learn(lessons, p)
	return f
}

// appendLessons cuts a sentence into the chains between its plain words, each
// with what is known to be outside of names before and after it.
func appendLessons(lessons []learn.Lesson[uint64], in *entity.Input, gold []entity.Label) []learn.Lesson[uint64] {
	for first := 0; first < in.Len(); first++ {
		if in.Plain(first) {
			continue
		}
		l := learn.Lesson[uint64]{Rows: make([][]uint64, 1), Labels: make([]uint8, 1), Known: []bool{true}, Weight: 1}
		for ; first < in.Len() && !in.Plain(first); first++ {
			l.Rows, l.Labels, l.Known = append(l.Rows, in.Features(nil, first)), append(l.Labels, uint8(gold[first])), append(l.Known, false)
		}
		l.Rows, l.Labels, l.Known = append(l.Rows, nil), append(l.Labels, 0), append(l.Known, true)
		lessons = append(lessons, l)
	}
	return lessons
}

// pack rounds the weights of a field, each less the middle one of its feature,
// which most labels are near.
func pack(f *learn.Field[uint64]) []byte {
	var rows []weights.Row
	row := func(feature uint64, weight func(l int) float64) {
		r := weights.Row{Feature: feature, Weights: make([]int32, entity.Labels)}
		for l := range r.Weights {
			if w := weight(l); math.Abs(w) >= nameLeast {
				r.Weights[l] = int32(math.Round(w * nameUnit))
			}
		}
		if slices.ContainsFunc(r.Weights, func(w int32) bool { return w != 0 }) {
			rows = append(rows, r)
		}
	}
	for feature, id := range f.Index {
		w := f.W[int(id)*entity.Labels:][:entity.Labels]
		sorted := slices.Sorted(slices.Values(w))
		row(feature, func(l int) float64 { return float64(w[l] - sorted[entity.Labels/2]) })
	}
	for before := range entity.Labels {
		row(entity.Transition(entity.Label(before)), func(l int) float64 {
			if f.Bound[before*entity.Labels+l] {
				return 0
			}
			return float64(f.Jump[before*entity.Labels+l])
		})
	}
	return weights.Pack(entity.Labels, rows)
}

// inReach reports whether the finder could find the names that labels spell: it
// looks for none at plain words, and must not learn from what it cannot say.
func inReach(in *entity.Input, labels []entity.Label) bool {
	for i, l := range labels {
		if l != entity.Outside && in.Plain(i) {
			return false
		}
	}
	return true
}
