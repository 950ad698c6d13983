package main

import (
	"fmt"

	"lectern/analysis/segment"
	"lectern/analysis/syntax"
	"lectern/analysis/train/learn"
	"lectern/analysis/train/treebank"
	"lectern/model"
)

const sentenceRounds = 12

// boundary is one place where a sentence may end.
type boundary struct {
	features []uint64
	ends     int
}

// sentences trains the judge of sentence boundaries on the raw text of the
// treebanks, cut into tokens as the program would.
func (t *trainer) sentences() error {
	var all []boundary
	for _, bank := range t.train {
		for _, d := range bank {
			all = append(all, boundaries(d.Gold)...)
		}
	}
	random := t.random(2)
	judge := learn.New(2)
	var score [2]int32
	for range sentenceRounds {
		random.Shuffle(len(all), func(a, b int) { all[a], all[b] = all[b], all[a] })
		for _, x := range all {
			clear(score[:])
			judge.Score(x.features, score[:])
			judge.Tick()
			if right := score[x.ends] - score[1-x.ends]; right <= 1 { // a small margin
				judge.Update(x.features, x.ends, 1-x.ends)
			}
		}
	}
	table := judge.Table(16, 0.1)
	card := "- Data: UD English EWT and GUM (train), raw text\n- Method: averaged perceptron over the places where a sentence may end\n"
	for i, bank := range t.dev {
		var f treebank.Figures
		for _, d := range bank {
			f.Add(d.Gold, segment.TextBy(d.Gold.Doc, open(table)))
		}
		line := fmt.Sprintf("- %s dev, raw text: words %.2f, sentences %.2f\n", banks[i], f.Words.F(), f.Sentences.F())
		t.say("%s", line)
		card += line
	}
	return t.write("sentences.bin", table, card)
}

// boundaries lists the places of a gold text.
func boundaries(gold *syntax.Text) (all []boundary) {
	starts := map[int]bool{}
	for _, s := range gold.Sentences {
		starts[gold.Tokens[s.First].Start] = true
	}
	t := segment.TextBy(model.FromText(gold.Doc.Text(gold.Doc.All())), nowhere{})
	for _, p := range t.Paragraphs {
		first, last := t.Sentences[p.First].First, t.Sentences[p.Last-1].Last
		for i := first + 1; i < last; i++ {
			if segment.Place(t, first, i) {
				b := boundary{features: segment.Features(nil, t, first, i, last)}
				if starts[t.Tokens[i].Start] {
					b.ends = 1
				}
				all = append(all, b)
			}
		}
	}
	return all
}

// nowhere sees no boundary, so that only the tokens are cut.
type nowhere struct{}

func (nowhere) Score([]uint64, []int32) {}
