package main

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"

	"lectern/analysis/entity"
	"lectern/analysis/segment"
	"lectern/analysis/syntax"
	"lectern/analysis/weights"
	"lectern/model/source"
)

const (
	registerTexts  = 20   // that a word must be in
	registerDecay  = .002 // how strongly weights are drawn to 0
	registerRate   = .05
	registerRounds = 300
	registerFolds  = 5
	shareUnit      = 10. / entity.ShareScale // so that shares are near 1
)

// A letter is a text of known register, as the shares of its small words.
type letter struct {
	web   bool
	terms []term // by feature
}

// A term is a word and its share of a text.
type term struct {
	word  int
	share float64
}

// registers learns how far texts are of the web, and reports what five-fold
// cross-validation gives.
func (t *trainer) registers() ([]weights.Row, error) {
	all, features, err := t.letters()
	if err != nil {
		return nil, err
	}
	right := 0
	for fold := range registerFolds {
		var train []letter
		for i, x := range all {
			if i%registerFolds != fold {
				train = append(train, x)
			}
		}
		w, bias := fitRegister(train, len(features))
		for i, x := range all {
			if i%registerFolds == fold && (x.odds(w, bias) > 0) == x.web {
				right++
			}
		}
	}
	t.say("registers: %d of %d texts right, left out of learning", right, len(all))
	w, bias := fitRegister(all, len(features))
	var rows []weights.Row
	row := func(feature uint64, weight float64) {
		r := weights.Row{Feature: feature, Weights: make([]int32, entity.Labels)}
		if r.Weights[0] = int32(math.Round(weight * entity.RegisterScale)); r.Weights[0] != 0 {
			rows = append(rows, r)
		}
	}
	for i, f := range features {
		row(f, w[i]*shareUnit*entity.ShareScale)
	}
	row(entity.RegisterBias, bias)
	return rows, nil
}

// letters returns texts of both registers, and the features of the words that are
// in many of them: those of EWT, and newswire, articles of the corpus of claims and
// what the other treebank has.
func (t *trainer) letters() (all []letter, features []uint64, err error) {
	var shares []map[uint64]int32
	add := func(x *syntax.Text, web bool) {
		all, shares = append(all, letter{web: web}), append(shares, entity.RegisterShares(x))
	}
	for k, docs := range t.train {
		for _, d := range docs {
			add(d.Gold, k == 0)
		}
	}
	for _, x := range t.wire {
		add(x.text, false)
	}
	files, err := filepath.Glob(filepath.Join(t.data, "polnear", "train", "text", "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, nil, fmt.Errorf("no articles of PolNeAR: %w", err)
	}
	for _, file := range files {
		d, err := source.Open(file)
		if err != nil {
			return nil, nil, err
		}
		add(segment.Text(d), false)
	}
	in := map[uint64]int{}
	for _, x := range shares {
		for f := range x {
			in[f]++
		}
	}
	for f, n := range in {
		if n >= registerTexts {
			features = append(features, f)
		}
	}
	slices.Sort(features)
	for i, x := range shares {
		for word, f := range features {
			if share := x[f]; share > 0 {
				all[i].terms = append(all[i].terms, term{word, shareUnit * float64(share)})
			}
		}
	}
	return all, features, nil
}

// odds returns the log odds that x is of the web.
func (x letter) odds(w []float64, bias float64) float64 {
	for _, t := range x.terms {
		bias += w[t.word] * t.share
	}
	return bias
}

// fitRegister learns the weights of words by regularised logistic regression with
// AdaGrad; both registers count for as much.
func fitRegister(all []letter, words int) (w []float64, bias float64) {
	w = make([]float64, words)
	slopes, squares := make([]float64, words), make([]float64, words)
	web := 0.0
	for _, x := range all {
		if x.web {
			web++
		}
	}
	for range registerRounds {
		clear(slopes)
		biasSlope := 0.0
		for _, x := range all {
			want, weight := 0.0, .5/(float64(len(all))-web)
			if x.web {
				want, weight = 1, .5/web
			}
			d := weight * (want - 1/(1+math.Exp(-x.odds(w, bias))))
			biasSlope += d
			for _, t := range x.terms {
				slopes[t.word] += d * t.share
			}
		}
		bias += 4 * biasSlope
		for k, s := range slopes {
			s -= registerDecay * w[k]
			squares[k] += s * s
			w[k] += registerRate * s / (math.Sqrt(squares[k]) + 1e-8)
		}
	}
	return w, bias
}
