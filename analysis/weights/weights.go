// Package weights holds what the engine learnt: tables of integer weights and
// of words, embedded in the program and read where they lie. It knows how a word
// becomes features and how features are scored, not what is decided by it.
//
// Nothing is decoded at start: a table is a header and two arrays of the
// embedded bytes. Each file has a card beside it that says from what data it was
// made and how well it does; see README.md for the licence, which is not that of
// the code. The files are written by analysis/train.
package weights

import (
	_ "embed"
	"sync"
)

//go:generate echo "run: go run ./analysis/train -data DIR"

var (
	//go:embed clusters.bin
	clusterBytes string
	//go:embed sentences.bin
	sentenceBytes string
	//go:embed tag.bin
	tagBytes string
	//go:embed pos.bin
	posBytes string
	//go:embed lemmas.tsv
	lemmaBytes string
	//go:embed arcs.bin
	arcBytes string
	//go:embed relations.bin
	relationBytes string
	//go:embed names.bin
	nameBytes string
	//go:embed kinds.bin
	kindBytes string
	//go:embed windows.bin
	windowBytes string
	//go:embed policies.bin
	policyBytes string
	//go:embed filters.bin
	filterBytes string
)

// The tables, opened when they are first asked for.
var (
	Sentences = lazy(&sentenceBytes, Open) // does a sentence end here: analysis/segment
	Tag       = lazy(&tagBytes, Open)      // Penn tags: analysis/tag
	Pos       = lazy(&posBytes, Open)      // universal parts of speech, given the Penn tag
	Arcs      = lazy(&arcBytes, Open)      // transitions: analysis/parse
	Relations = lazy(&relationBytes, Open) // labels of arcs
	Policies  = lazy(&policyBytes, Open)   // policy frames: analysis/frame
	Filters   = lazy(&filterBytes, Open)   // what becomes of a doubtful framing device
	Names     = lazy(&nameBytes, Open)     // BILOU labels: analysis/entity
)

// Lemmas returns the suffix rules and exceptions of analysis/tag, as text.
func Lemmas() string { return lemmaBytes }

// lazy returns a function that opens embedded weights when first asked for them.
func lazy[T any](b *string, open func(string) (T, error)) func() T {
	return sync.OnceValue(func() T {
		t, err := open(*b)
		if err != nil {
			panic("weights: " + err.Error()) // the program was built wrong
		}
		return t
	})
}
