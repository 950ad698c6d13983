package weights

import (
	"math"
	"testing"
)

// randomNet returns a network of weights up to a size.
func randomNet(shape NetShape, words []string, most int) NetWeights {
	r := newScatter()
	p := NetWeights{Shape: shape, Words: words, Unknown: r.small(WordSize), Last: r.large(shape.Said()*shape.Labels, most), LastStart: r.start(shape.Labels), AfterLabels: r.large(shape.Labels*shape.Labels, most)}
	for d := range p.Directions {
		p.Directions[d] = DirectionWeights{r.start(shape.Gates()), r.large(shape.RowSize()*shape.Gates(), most), r.large(shape.Cells*shape.Gates(), most)}
	}
	for range words {
		p.Rows = append(p.Rows, r.small(WordSize))
	}
	for _, n := range shape.Parts {
		p.Parts = append(p.Parts, r.small(n*shape.PartSize))
	}
	return p
}

// read computes in floating point what a network says of rows.
func (p *NetWeights) read(rows [][]int8) (said [][]float64) {
	cells, gates := p.Shape.Cells, make([]float64, p.Shape.Gates())
	for range rows {
		said = append(said, make([]float64, p.Shape.Said()))
	}
	sigmoid := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	for d, w := range p.Directions {
		memory, before := make([]float64, cells), make([]float64, cells)
		for k := range rows {
			i := k
			if d == 1 {
				i = len(rows) - 1 - k
			}
			for g := range gates {
				gates[g] = float64(w.Start[g]) / GateScale
				for j, v := range rows[i] {
					gates[g] += float64(v) / RowScale * float64(w.Row[j*len(gates)+g]) / LayerScale
				}
				for j, v := range before {
					gates[g] += v * float64(w.Before[j*len(gates)+g]) / LayerScale
				}
			}
			for c := range memory {
				memory[c] = sigmoid(gates[cells+c])*memory[c] + sigmoid(gates[c])*math.Tanh(gates[3*cells+c])
				before[c] = sigmoid(gates[2*cells+c]) * math.Tanh(memory[c])
			}
			copy(said[i][d*cells:], before)
		}
	}
	return said
}

var (
	tiny     = NetShape{Parts: []int{5, 7, 3}, PartSize: 4, Cells: 6, Labels: 3}
	known    = []string{"bridge", "harbour", "mayor"}
	sentence = []string{"The", "Mayor", "crossed", "Harbour", "Bridge", ",", "harbour", "and", "all", "."}
)

// row returns the numbers of a word of the sentence.
func (p *NetWeights) row(i int, parts []int) []int8 {
	row := p.Unknown
	for k, word := range known {
		if See(word).Low == See(sentence[i]).Low {
			row = p.Rows[k]
		}
	}
	row = append([]int8{}, row...)
	for k, n := range parts {
		row = append(row, p.Parts[k][n*p.Shape.PartSize:][:p.Shape.PartSize]...)
	}
	return row
}

// TestRecurrentIsWhatWasPacked computes in floating point what the network
// computes in integers.
func TestRecurrentIsWhatWasPacked(t *testing.T) {
	for name, shape := range map[string]NetShape{"tiny": tiny, "cues": CueShape} {
		p := randomNet(shape, known, 300)
		w, err := OpenRecurrent(string(PackRecurrent(p)))
		if err != nil {
			t.Fatal(err)
		}
		var pass Pass
		pass.Begin(w, len(sentence))
		var rows [][]int8
		for i, form := range sentence {
			parts := make([]int, len(shape.Parts))
			for k, n := range shape.Parts {
				parts[k] = (i + k) % n
			}
			pass.Set(i, See(form).Low, parts...)
			rows = append(rows, p.row(i, parts))
		}
		pass.Read()
		for i, exact := range p.read(rows) {
			got, want := make([]int32, shape.Labels), make([]float64, shape.Labels)
			for l := range want {
				want[l] = float64(p.LastStart[l]) / LabelScale
			}
			for k, v := range exact {
				for l := range want {
					want[l] += v * float64(p.Last[k*shape.Labels+l]) / LayerScale
				}
			}
			pass.Score(i, got)
			for l := range got {
				if math.Abs(float64(got[l])/LabelScale-want[l]) > .05 {
					t.Errorf("%s: label %d of %q scores %.3f, want %.3f", name, l, sentence[i], float64(got[l])/LabelScale, want[l])
				}
			}
		}
		if got, want := w.After(1, 2), int32(p.AfterLabels[shape.Labels+2]); got != want {
			t.Errorf("%s: label 2 after 1 scores %d, want %d", name, got, want)
		}
	}
}

// TestProductDoesNotOverflow adds up weights as large as they may be.
func TestProductDoesNotOverflow(t *testing.T) {
	const cells, gates = 64, 256
	layer := make([]int16, cells*gates)
	for i := range layer {
		layer[i] = math.MaxInt16
	}
	x, out := make([]int16, cells), make([]int64, gates/2)
	for i := range x {
		x[i] = LayerScale
	}
	product(string(appendPairs(nil, layer, gates)), cells, 0, x, out)
	for g, v := range out {
		if a, b := apart(v); a != cells*LayerScale*math.MaxInt16 || a != b {
			t.Fatalf("gates %d are %d and %d", 2*g, a, b)
		}
	}
}

func TestRecurrentCutShort(t *testing.T) {
	b := PackRecurrent(randomNet(tiny, known, 300))
	for n := range b {
		if _, err := OpenRecurrent(string(b[:n])); err == nil {
			t.Errorf("%d bytes of %d are taken for a network", n, len(b))
		}
	}
}

func BenchmarkRecurrent(b *testing.B) {
	w, err := OpenRecurrent(string(PackRecurrent(randomNet(CueShape, known, 300))))
	if err != nil {
		b.Fatal(err)
	}
	const n = 25
	var p Pass
	p.Begin(w, n)
	for i := range n {
		p.Set(i, uint64(i)<<40, i, i, i, i, i, i)
	}
	for b.Loop() {
		p.Read()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/word")
}
