package main

import (
	"math"
	"slices"

	"lectern/analysis/entity"
	"lectern/analysis/syntax"
	"lectern/analysis/train/learn"
	"lectern/analysis/weights"
)

var (
	namePlan  = learn.Plan{Epochs: 16, Rate: .1, Ignore: .001, Least: 2, Seeds: 4, Dropout: .5}
	roughPlan = learn.Plan{Epochs: 4, Rate: .1, Ignore: .001, Least: 2, Seeds: 1, Dropout: .6}
)

const (
	memoryParts = 4 // of the articles; what is remembered of a part was found by what learned from the others

	nameUnit  = 64  // steps of a weight a nat
	nameLeast = .05 // weights smaller than this are left out
)

// field learns the labels of names (Lafferty, McCallum and Pereira 2001), with
// what is remembered of each text, if anything is.
func (t *trainer) field(texts []labelled, memories []*entity.Memory, p learn.Plan) *learn.Field[uint64] {
	return t.fieldOf(entity.Input{}, texts, memories, p)
}

// fieldOf is [trainer.field] with texts read as in is set to.
func (t *trainer) fieldOf(in entity.Input, texts []labelled, memories []*entity.Memory, p learn.Plan) *learn.Field[uint64] {
	f := t.blank()
	var lessons []learn.Lesson[uint64]
	t.eachSentence(in, texts, memories, func(in *entity.Input, gold []entity.Label) {
		lessons = appendLessons(lessons, in, gold)
	})
	f.Learn(lessons, p)
	return f
}

// blank returns a field that has learned nothing but what cannot be.
func (t *trainer) blank() *learn.Field[uint64] {
	f := learn.NewField[uint64](entity.Labels)
	for l := range entity.Label(entity.Labels) {
		for before := range entity.Label(entity.Labels) {
			f.Bound[int(before)*entity.Labels+int(l)] = !l.Follows(before)
		}
	}
	return f
}

// eachSentence calls do with the sentences of texts whose names can be found,
// read as in is set to.
func (t *trainer) eachSentence(in entity.Input, texts []labelled, memories []*entity.Memory, do func(in *entity.Input, gold []entity.Label)) {
	in.Kinds = t.kindTable
	for n, x := range texts {
		in.Register = x.register
		if memories != nil {
			in.Memory = memories[n]
		}
		for _, s := range x.text.Sentences {
			in.Read(x.text, s.First, s.Last)
			if gold := x.labels[s.First:s.Last]; inReach(&in, gold) {
				do(&in, gold)
			}
		}
	}
}

// memories returns what is remembered of each text by a finder that learned from
// others, as it is of texts that nobody has seen.
func (t *trainer) memories(texts []labelled) []*entity.Memory {
	out := make([]*entity.Memory, len(texts))
	learn.Parallel(memoryParts, func(part int) {
		var others []labelled
		for i, x := range texts {
			if i%memoryParts != part {
				others = append(others, x)
			}
		}
		finder := entity.Finder{Table: open(pack(t.field(others, nil, roughPlan))), Input: entity.Input{Kinds: t.kindTable}}
		for i := part; i < len(texts); i += memoryParts {
			finder.Register = texts[i].register
			var names []syntax.Name
			for s := range texts[i].text.Sentences {
				names = finder.Sentence(names, texts[i].text, s)
			}
			out[i] = entity.Remember(texts[i].text, entity.LabelsOf(texts[i].text, names))
		}
	})
	return out
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
			l.Rows, l.Labels, l.Known = append(l.Rows, adapted(in, first)), append(l.Labels, uint8(gold[first])), append(l.Known, false)
		}
		l.Rows, l.Labels, l.Known = append(l.Rows, nil), append(l.Labels, 0), append(l.Known, true)
		lessons = append(lessons, l)
	}
	return lessons
}

// adapted returns the features of token i, and each once more for what it is worth
// on the web only (Daumé 2007).
func adapted(in *entity.Input, i int) []uint64 {
	features := in.Features(nil, i)
	if in.Register == entity.Web {
		for _, f := range slices.Clone(features) {
			features = append(features, entity.OnTheWeb(f))
		}
	}
	return features
}

// pack rounds the weights of a field, each less the middle one of its feature,
// which most labels are near, and lays them out beside other rows.
func pack(f *learn.Field[uint64], others ...weights.Row) []byte {
	rows := slices.Clone(others)
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
