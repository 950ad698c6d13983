package learn

import (
	"math"

	"lectern/analysis/weights"
)

// Pack rounds the mean of the network and lays it out. jump is what a label scores
// after another, a row of labels each, and bound says which of them cannot be.
func (n *Recurrent) Pack(jump []float32, bound []bool) []byte {
	n.adam.Settle()
	w := n.adam.W
	p := weights.NetWeights{Shape: n.shape, Words: n.vectors.Words[:n.known], Unknown: small(n.unknown.Of(w))}
	row := make([]float32, weights.WordSize)
	for i := range p.Words {
		n.project(row, i)
		p.Rows = append(p.Rows, small(row))
	}
	for _, part := range n.parts {
		p.Parts = append(p.Parts, small(part.Of(w)))
	}
	for i, d := range n.directions {
		p.Directions[i] = weights.DirectionWeights{
			Start:  rounded[int32](d.start.Of(w), weights.GateScale, math.MaxInt32),
			Row:    rounded[int16](d.row.Of(w), weights.LayerScale, math.MaxInt16),
			Before: rounded[int16](d.before.Of(w), weights.LayerScale, math.MaxInt16),
		}
	}
	p.Last, p.LastStart = rounded[int16](n.last.Of(w), weights.LayerScale, math.MaxInt16), rounded[int32](n.lastStart.Of(w), weights.LabelScale, math.MaxInt32)
	p.AfterLabels = rounded[int16](jump[:n.shape.Labels*n.shape.Labels], weights.LabelScale, math.MaxInt16)
	for k := range p.AfterLabels {
		if bound[k] {
			p.AfterLabels[k] = 0
		}
	}
	return weights.PackRecurrent(p)
}

// small rounds the numbers of rows.
func small(x []float32) []int8 {
	return rounded[int8](x, weights.RowScale, math.MaxInt8)
}

// rounded rounds numbers at a scale to what fits.
func rounded[T int8 | int16 | int32](x []float32, scale, most float64) []T {
	out := make([]T, len(x))
	for i, v := range x {
		out[i] = T(max(-most, min(most, math.Round(float64(v)*scale))))
	}
	return out
}
