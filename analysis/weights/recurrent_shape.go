package weights

import (
	"encoding/binary"
	"errors"
	"math"
)

// A NetShape is what a recurrent network is made of.
type NetShape struct {
	Parts    []int // how many rows each of the parts has that follow the numbers of a word
	PartSize int   // numbers a row of a part, an even one
	Cells    int   // a direction
	Labels   int
}

// RowSize is how many numbers the network takes of a word.
func (s NetShape) RowSize() int { return WordSize + len(s.Parts)*s.PartSize }

// Gates are those of all cells of a direction: input, forget, output, candidate.
func (s NetShape) Gates() int { return 4 * s.Cells }

// Said is how many numbers both directions say at a word.
func (s NetShape) Said() int { return 2 * s.Cells }

// CueShape is that of the network that looks for cues. Its parts are tags,
// relations, kinds of names and states of quotation, what stands around a word, how
// often its lemma is a cue, and how the sentence stands to quotations.
var CueShape = NetShape{Parts: []int{TagRows, 64, 32, 64, 64, 32}, PartSize: 6, Cells: 48, Labels: 7}

// SpanShape is that of the network that looks for the source and the content of a
// cue. Its parts are tags, relations, kinds of names and states of quotation; how far
// a word is from the cue and on which side, in which sentence and whether it is a cue
// itself, how it hangs under the cue, what the first chain takes it for; and, of the
// cue, what stands around it and how often it is one.
var SpanShape = NetShape{Parts: []int{TagRows, 64, 32, 32, 256, 64, 64, 64, 64}, PartSize: 6, Cells: 40, Labels: 5}

const (
	recurrentMagic = "lwr1"
	mostRows       = 1 << 16
)

// header is the magic, slots, the number of parts, their size, cells and labels,
// and the rows of each part, all but the magic of 32 bits.
func (s NetShape) header(slots int) []byte {
	out := []byte(recurrentMagic)
	for _, n := range append([]int{slots, len(s.Parts), s.PartSize, s.Cells, s.Labels}, s.Parts...) {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	return out
}

// readHeader takes the shape off the front of a network.
func (w *Recurrent) readHeader(b string) (string, error) {
	const fixed = 24
	if len(b) < fixed || b[:4] != recurrentMagic {
		return "", errors.New("not a recurrent network")
	}
	parts := int(le32(b, 8))
	if parts > 64 || len(b) < fixed+4*parts {
		return "", errors.New("a recurrent network is cut short")
	}
	s := NetShape{PartSize: int(le32(b, 12)), Cells: int(le32(b, 16)), Labels: int(le32(b, 20))}
	right := true
	for k := range parts {
		s.Parts = append(s.Parts, int(le32(b, fixed+4*k)))
		right = right && s.Parts[k] <= mostRows
	}
	w.Shape, w.words.n = s, uint64(le32(b, 4))
	w.rowSize, w.cells, w.gates, w.said, w.label = s.RowSize(), s.Cells, s.Gates(), s.Said(), s.Labels
	if !right || w.words.n == 0 || s.PartSize <= 0 || s.PartSize%2 != 0 || w.cells%2 != 0 || w.cells == 0 || w.rowSize > 1<<10 || w.cells > 1<<10 || w.label > 1<<8 {
		return "", errors.New("a recurrent network has no shape that can be")
	}
	return b[fixed+4*parts:], nil
}

// NetWeights are those of a network before they are laid out, already scaled.
type NetWeights struct {
	Shape       NetShape
	Words       []string // the first of equals counts
	Rows        [][]int8 // of each word
	Unknown     []int8
	Parts       [][]int8 // the rows of each
	Directions  [2]DirectionWeights
	Last        []int16 // a row of labels each number that is said
	LastStart   []int32
	AfterLabels []int16 // from, to
}

// DirectionWeights are those of one direction.
type DirectionWeights struct {
	Start  []int32 // of each gate
	Row    []int16 // a row of gates each number of a row
	Before []int16 // a row of gates each cell
}

// PackRecurrent lays out a network.
func PackRecurrent(p NetWeights) []byte {
	slots := slotsOf(p.Words, p.Rows)
	out := append(append(p.Shape.header(len(slots)/slotSize), slots...), bytesOf(p.Unknown)...)
	for _, part := range p.Parts {
		out = append(out, bytesOf(part)...)
	}
	gates := p.Shape.Gates()
	for _, d := range p.Directions {
		out = append32(out, d.Start)
	}
	for _, d := range p.Directions {
		out = appendPairs(out, d.Row, gates)
	}
	for _, d := range p.Directions {
		out = appendPairs(out, d.Before, gates)
	}
	out = append16(out, p.Last)
	out = append32(out, p.LastStart)
	out = append16(out, p.AfterLabels)
	out = appendCurve(out, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
	return appendCurve(out, math.Tanh)
}

// appendPairs lays out a layer of rows of weights, eight gates a block.
func appendPairs(out []byte, layer []int16, gates int) []byte {
	for block := range gates / 8 {
		for row := layer[block*8:]; len(row) >= 8; row = row[min(gates, len(row)):] {
			for k := range 4 {
				out = binary.LittleEndian.AppendUint64(out, uint64(int64(row[2*k])+int64(row[2*k+1])<<32))
			}
		}
	}
	return out
}

// appendCurve appends the values of f in the middle of each step.
func appendCurve(out []byte, f func(float64) float64) []byte {
	for i := range Curve {
		y := math.Round(f((float64(i)+.5-Curve/2)*16/Curve) * CurveScale)
		out = binary.LittleEndian.AppendUint16(out, uint16(int16(min(y, math.MaxInt16))))
	}
	return out
}

func append16(out []byte, x []int16) []byte {
	for _, v := range x {
		out = binary.LittleEndian.AppendUint16(out, uint16(v))
	}
	return out
}

func append32(out []byte, x []int32) []byte {
	for _, v := range x {
		out = binary.LittleEndian.AppendUint32(out, uint32(v))
	}
	return out
}
