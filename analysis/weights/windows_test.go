package weights

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A scatter makes weights at random, the same each time.
type scatter struct{ *rand.Rand }

func newScatter() scatter { return scatter{rand.New(rand.NewPCG(1, 2))} }

func (r scatter) small(n int) []int8 {
	out := make([]int8, n)
	for i := range out {
		out[i] = int8(r.IntN(255) - 127)
	}
	return out
}

func (r scatter) large(n, most int) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(r.IntN(2*most+1) - most)
	}
	return out
}

func (r scatter) start(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(r.IntN(20001) - 10000)
	}
	return out
}

// randomWindows returns a network of weights as large as they may be.
func randomWindows(words []string) WindowWeights {
	r := newScatter()
	p := WindowWeights{Words: words, Unknown: r.small(WordSize), Edge: r.small(RowSize), Layer: r.large(WindowSize*Hidden, math.MaxInt16), LayerStart: r.start(Hidden),
		Last: r.large(Hidden*NameLabels, math.MaxInt16), LastStart: r.start(NameLabels), AfterLabels: r.large(NameLabels*NameLabels, math.MaxInt16)}
	for range words {
		p.Rows = append(p.Rows, r.small(WordSize))
	}
	for i, n := range [...]int{Outlines, TagRows, Endings, KindRows} {
		p.Parts[i] = r.small(n * PartSize)
	}
	return p
}

// TestWindowsAreWhatWasPacked computes in the plain way what the network computes
// two units at a time.
func TestWindowsAreWhatWasPacked(t *testing.T) {
	words := []string{"bridge", "harbour", "mayor"}
	p := randomWindows(words)
	w, err := OpenWindows(string(PackWindows(p)))
	if err != nil {
		t.Fatal(err)
	}
	var x, want [WindowSize]int8
	sentence := []string{"The", "Mayor", "crossed", "Harbour", "Bridge"}
	for i := range 7 {
		row, plain := x[i*RowSize:][:RowSize], want[i*RowSize:][:RowSize]
		if i >= len(sentence) {
			w.Edge(row)
			copy(plain, p.Edge)
			continue
		}
		word := See(sentence[i])
		w.Row(row, &word, i, 2*i)
		copy(plain, p.Unknown)
		for k, known := range words {
			if See(known).Low == word.Low {
				copy(plain, p.Rows[k])
			}
		}
		for k, n := range [...]int{Outline(&word), i, Ending(&word), 2 * i} {
			copy(plain[WordSize+k*PartSize:], p.Parts[k][n*PartSize:][:PartSize])
		}
	}
	if x != want {
		t.Fatal("rows are not those of the words")
	}
	var got [NameLabels]int32
	w.Score(x[:], &got)
	for l := range got {
		sum := int64(0)
		for j := range Hidden {
			h := p.LayerStart[j]
			for i, v := range x {
				h += int32(v) * int32(p.Layer[i*Hidden+j])
			}
			sum += int64(max(h>>hiddenShift, 0)) * int64(p.Last[j*NameLabels+l])
		}
		if want := int32(sum>>lastShift) + p.LastStart[l]; got[l] != want {
			t.Errorf("label %d scores %d, want %d", l, got[l], want)
		}
	}
	if got, want := w.After(3, 5), int32(p.AfterLabels[3*NameLabels+5]); got != want {
		t.Errorf("label 5 after 3 scores %d, want %d", got, want)
	}
}

func TestWindowsCutShort(t *testing.T) {
	b := PackWindows(randomWindows([]string{"bridge"}))
	for _, n := range []int{0, 3, 8, len(b) - 1} {
		if _, err := OpenWindows(string(b[:n])); err == nil {
			t.Errorf("%d bytes of %d are taken for a network", n, len(b))
		}
	}
}
