package main

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"lectern/analysis/parse"
	"lectern/analysis/syntax"
	"lectern/analysis/tag"
	"lectern/analysis/train/learn"
	"lectern/analysis/train/treebank"
	"lectern/analysis/weights"
)

const (
	arcRounds      = 10
	relationRounds = 6
	leastMove      = 3 // the averaged weight of a feature that is kept
	leastRelation  = 2.2
	trust          = 9 // of ten moves are the model's own, right or wrong, once a round is done
)

// arcs trains the parser's moves with the dynamic oracle.
func (t *trainer) arcs() error {
	all := sentencesOf(t.jackknife())
	golds := sentencesOf(t.golds())
	random := t.random(2)
	first := t.moves(learn.New(parse.Moves), all, golds, random)
	model := t.moves(first.Again(leastMove), all, golds, random)
	return t.write("arcs.bin", model.Table(32, .01), "- Data: UD English EWT and GUM (train), with jackknifed tags\n- Method: arc-hybrid, dynamic oracle, averaged perceptron, 10 rounds, and 10 again with the features that mattered\n")
}

// moves trains model over the sentences all, whose gold trees are golds.
func (t *trainer) moves(model *learn.Perceptron, all, golds []sentence, random *rand.Rand) *learn.Perceptron {
	var in parse.Input
	var m parse.Machine
	var f []uint64
	order := random.Perm(len(all))
	for round := range arcRounds {
		for _, n := range order {
			s := all[n].text.Sentences[all[n].n]
			in.Read(all[n].text, s.First, s.Last)
			gold := heads(golds[n])
			m.Reset(in.Len())
			for !m.Done() {
				if move, forced := m.Only(); forced {
					m.Do(move)
					continue
				}
				f = in.Features(f[:0], &m)
				var scores [parse.Moves]int32
				model.Score(f, scores[:])
				said, good := m.Best(scores), best(&m, scores, gold)
				model.Update(f, int(good), int(said))
				model.Tick()
				if round > 0 && random.IntN(10) < trust {
					good = said
				}
				m.Do(good)
			}
		}
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		t.say("arcs: round %d, %d updates", round+1, model.Updates)
	}
	return model
}

// best returns the move with the highest score among those of least cost.
func best(m *parse.Machine, scores [parse.Moves]int32, gold []int32) parse.Move {
	costs := m.Costs(gold)
	good, found := parse.Shift, false
	for v := range parse.Move(parse.Moves) {
		if m.Allows(v) && (!found || costs[v] < costs[good] || costs[v] == costs[good] && scores[v] > scores[good]) {
			good, found = v, true
		}
	}
	return good
}

// heads returns the gold heads of a sentence, counted from its first word, and
// its length for the root's.
func heads(s sentence) []int32 {
	first := s.text.Sentences[s.n].First
	toks := s.tokens()
	out := make([]int32, len(toks))
	for i, tok := range toks {
		out[i] = tok.Head - int32(first)
		if int(out[i]) == i {
			out[i] = int32(len(toks))
		}
	}
	return out
}

// relations trains the names of arcs over the gold trees.
func (t *trainer) relations() error {
	all := sentencesOf(t.jackknife())
	golds := sentencesOf(t.golds())
	random := t.random(3)
	first := nameArcs(learn.New(syntax.Rels), all, golds, random)
	table := nameArcs(first.Again(leastRelation), all, golds, random).Table(16, .6)
	card := "- Data: UD English EWT and GUM (train), with jackknifed tags and gold trees\n- Method: averaged perceptron, 6 rounds, and 6 again with the features that mattered\n"
	return t.write("relations.bin", table, card+t.treeScores(weights.Arcs(), open(table)))
}

// nameArcs trains model over the gold trees of sentences.
func nameArcs(model *learn.Perceptron, all, golds []sentence, random *rand.Rand) *learn.Perceptron {
	var in parse.Input
	var tree parse.Tree
	var f []uint64
	order := random.Perm(len(all))
	for range relationRounds {
		for _, n := range order {
			s := all[n].text.Sentences[all[n].n]
			in.Read(all[n].text, s.First, s.Last)
			tree.Grow(heads(golds[n]))
			toks := golds[n].tokens()
			for _, d := range tree.Order {
				if int(tree.Heads[d]) == len(toks) {
					tree.Rels[d] = syntax.Root
					continue
				}
				f = in.RelationFeatures(f[:0], &tree, int(d))
				var scores [syntax.Rels]int32
				model.Score(f, scores[:])
				said := parse.BestRelation(scores[:])
				model.Update(f, int(toks[d].Rel), int(said))
				model.Tick()
				tree.Rels[d] = said
			}
		}
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
	}
	return model
}

// treeScores parses the dev parts with the gold words and says how well.
func (t *trainer) treeScores(arcs, relations *weights.Table) (card string) {
	tagger := tag.Tagger{Tags: t.tagTable, Poses: t.posTable}
	parser := parse.Parser{Arcs: arcs, Relations: relations}
	for i, docs := range t.dev {
		var figures treebank.Figures
		for _, d := range docs {
			said := *d.Gold
			said.Tokens = slices.Clone(said.Tokens)
			for s := range said.Sentences {
				tagger.Sentence(&said, s)
				parser.Sentence(&said, s)
			}
			figures.Add(d.Gold, &said)
		}
		line := fmt.Sprintf("- %s dev, gold words: %s\n", banks[i], figures)
		t.say("%s", line)
		card += line
	}
	return card
}
