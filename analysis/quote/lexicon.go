package quote

import (
	"fmt"
)

// A lexicon knows how often each lemma was (part of) a cue in training, in
// grades from 1 (now and then) to 4 (nearly always).
type lexicon struct{ grades map[uint32]uint8 }

// readLexicon takes a lexicon off the front of data, a count and then the hash
// and the grade of each lemma, and returns the rest.
func readLexicon(data string) (*lexicon, string, error) {
	if len(data) < 4 {
		return nil, "", fmt.Errorf("reading attribution weights: no lexicon")
	}
	n := int(le32(data))
	data = data[4:]
	if len(data) < 5*n {
		return nil, "", fmt.Errorf("reading attribution weights: %d lemmas in %d bytes", n, len(data))
	}
	lex := &lexicon{grades: make(map[uint32]uint8, n)}
	for i := range n {
		lex.grades[le32(data[5*i:])] = data[5*i+4]
	}
	return lex, data[5*n:], nil
}

func (l *lexicon) grade(lemma uint32) uint32 { return uint32(l.grades[lemma]) }
