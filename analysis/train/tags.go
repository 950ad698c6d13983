package main

import (
	"fmt"
	"slices"

	"lectern/analysis/syntax"
	"lectern/analysis/tag"
	"lectern/analysis/train/learn"
	"lectern/analysis/weights"
)

const (
	tagRounds = 8
	folds     = 5
)

// tags trains the tagger and the parts of speech over it, on all of the
// treebanks and, for the parser to learn from, on every four of five parts.
func (t *trainer) tags() error {
	all := sentencesOf(t.golds())
	tags, poses := t.trainTags(all, tagRounds)
	const card = "- Data: UD English EWT (train), UD English GUM (train, openly licensed genres), CC BY-SA 4.0 and CC BY 4.0\n- Method: averaged perceptron, 8 rounds\n"
	t.tagTable, t.posTable = open(tags), open(poses)
	scores := t.tagScores()
	if err := t.write("tag.bin", tags, card+scores); err != nil {
		return err
	}
	return t.write("pos.bin", poses, card+scores)
}

func open(b []byte) *weights.Table {
	table, err := weights.Open(string(b))
	if err != nil {
		panic(err) // made a line ago
	}
	return table
}

// trainTags returns the tables of tags and of parts of speech.
func (t *trainer) trainTags(all []sentence, rounds int) (tags, poses []byte) {
	words := make([][]weights.Word, len(all))
	for i, s := range all {
		x := s.text.Sentences[s.n]
		for k := x.First; k < x.Last; k++ {
			words[i] = append(words[i], weights.See(s.text.Word(k)))
		}
	}
	model, posModel := learn.New(syntax.Tags), learn.New(syntax.Poses)
	random := t.random(1)
	order := random.Perm(len(all))
	var f []uint64
	for round := range rounds {
		for _, n := range order {
			toks := all[n].tokens()
			capitals := tag.Capitals(words[n])
			p1, p2 := syntax.Tags, syntax.Tags+1
			for i := range toks {
				f = tag.Features(f[:0], words[n], i, p1, p2, capitals)
				best := model.Decide(f, int(toks[i].Tag))
				p1, p2 = best, p1
			}
			if round < 4 {
				for i := range toks {
					f = tag.PosFeatures(f[:0], words[n], toks, i)
					posModel.Decide(f, int(toks[i].Pos))
				}
			}
		}
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
	}
	return model.Table(16, 1.2), posModel.Table(16, 0.1)
}

// jackknife returns copies of the training texts with the tags of a tagger that
// has not seen them, as the parser will meet them.
func (t *trainer) jackknife() []*syntax.Text {
	if t.tagged != nil {
		return t.tagged
	}
	golds := t.golds()
	out := make([]*syntax.Text, len(golds))
	learn.Parallel(folds, func(fold int) {
		var rest []*syntax.Text
		for i, g := range golds {
			if i%folds != fold {
				rest = append(rest, g)
			}
		}
		tags, poses := t.trainTags(sentencesOf(rest), 4)
		tagger := tag.Tagger{Tags: open(tags), Poses: open(poses)}
		for i := fold; i < len(golds); i += folds {
			copied := *golds[i]
			copied.Tokens = slices.Clone(golds[i].Tokens)
			for s := range copied.Sentences {
				tagger.Sentence(&copied, s)
			}
			out[i] = &copied
		}
	})
	t.tagged = out
	right, all := 0, 0
	for i, g := range golds {
		for k := range g.Tokens {
			all++
			if g.Tokens[k].Tag == out[i].Tokens[k].Tag {
				right++
			}
		}
	}
	t.say("jackknifed tags: %.2f right", 100*float64(right)/float64(all))
	return out
}

// tagScores tags the gold words of the dev parts.
func (t *trainer) tagScores() (card string) {
	tagger := tag.Tagger{Tags: t.tagTable, Poses: t.posTable}
	for i, docs := range t.dev {
		tags, poses, lemmas, all := 0, 0, 0, 0
		for _, d := range docs {
			said := *d.Gold
			said.Tokens = slices.Clone(said.Tokens)
			for s := range said.Sentences {
				tagger.Sentence(&said, s)
			}
			for k, g := range d.Gold.Tokens {
				all++
				tags += one(said.Tokens[k].Tag == g.Tag)
				poses += one(said.Tokens[k].Pos == g.Pos)
				lemmas += one(said.Tokens[k].Lemma == g.Lemma)
			}
		}
		pc := func(n int) float64 { return 100 * float64(n) / float64(all) }
		line := fmt.Sprintf("- %s dev, gold words: XPOS %.2f, UPOS %.2f, lemmas %.2f\n", banks[i], pc(tags), pc(poses), pc(lemmas))
		t.say("%s", line)
		card += line
	}
	return card
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
