package claims

import (
	"encoding/binary"
	"math"
	"slices"

	"lectern/analysis/quote"
	"lectern/analysis/train/learn"
)

// A field is what each of the stages learns; package learn says how.
type field struct{ *learn.Field[uint32] }

// blank returns a field that has learned nothing but what cannot be.
func blank(labels int) *learn.Field[uint32] {
	f := learn.NewField[uint32](labels)
	if labels > 2 {
		for c := 2; c < labels; c += 2 { // the insides follow their beginning or themselves
			for b := range labels + 1 {
				f.Bound[b*labels+c] = b != c && b != c-1
			}
		}
	}
	return f
}

// chain trains a field on lessons.
func chain(lessons []quote.Lesson, weights []float32, labels int, p learn.Plan) field {
	f := field{blank(labels)}
	all := make([]learn.Lesson[uint32], len(lessons))
	for i, l := range lessons {
		all[i] = learn.Lesson[uint32]{Rows: l.Rows, Labels: l.Labels, Weight: weights[i]}
	}
	f.Learn(all, p)
	return f
}

const (
	unit  = 256 // steps of a score a nat, as in package quote
	scale = 8   // steps of a score a step of a weight
	never = math.MinInt32 / 4
)

// pack writes the field as package quote reads it.
func (f field) pack() []byte {
	keys := make([]uint32, len(f.Index))
	for k, id := range f.Index {
		keys[id] = k
	}
	L := f.Labels
	type entry struct {
		key uint32
		w   []int8
	}
	var kept []entry
	for id, key := range keys {
		w := f.W[id*L:][:L]
		mean := learn.MeanOf(w)
		q := make([]int8, L)
		for k, v := range w {
			q[k] = int8(max(min(math.Round(float64(v-mean)*unit/scale), 127), -127))
		}
		if slices.ContainsFunc(q, func(w int8) bool { return w != 0 }) {
			kept = append(kept, entry{key, q})
		}
	}
	slots := uint32(len(kept)*4/3 + 8)
	out := binary.LittleEndian.AppendUint32(nil, uint32(L))
	out = binary.LittleEndian.AppendUint32(out, slots)
	out = binary.LittleEndian.AppendUint32(out, scale)
	for k, w := range f.Jump {
		v := int32(math.Round(float64(w) * unit))
		if f.Bound[k] {
			v = never
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(v))
	}
	width := 2 + L
	table := make([]byte, int(slots)*width)
	for _, e := range kept {
		at, check := quote.Slot(e.key, uint64(slots))
		for binary.LittleEndian.Uint16(table[int(at)*width:]) != 0 {
			if at++; at == uint64(slots) {
				at = 0
			}
		}
		binary.LittleEndian.PutUint16(table[int(at)*width:], check)
		for k, v := range e.w {
			table[int(at)*width+2+k] = byte(v)
		}
	}
	return append(out, table...)
}
