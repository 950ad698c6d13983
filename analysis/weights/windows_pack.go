package weights

import "encoding/binary"

// WindowWeights are those of a network before they are laid out, already scaled.
type WindowWeights struct {
	Words       []string // the first of equals counts
	Rows        [][]int8 // of each word
	Unknown     []int8
	Edge        []int8
	Parts       [4][]int8 // rows of outlines, tags, endings and kinds
	Layer       []int16   // a row of [Hidden] each number of a window
	LayerStart  []int32
	Last        []int16 // a row of [NameLabels] each hidden unit
	LastStart   []int32
	AfterLabels []int16 // from, to
}

// PackWindows lays out a network.
func PackWindows(p WindowWeights) []byte {
	slots := slotsOf(p.Words, p.Rows)
	out := binary.LittleEndian.AppendUint32([]byte(windowsMagic), uint32(len(slots)/slotSize))
	out = append(append(append(out, slots...), bytesOf(p.Unknown)...), bytesOf(p.Edge)...)
	for _, part := range p.Parts {
		out = append(out, bytesOf(part)...)
	}
	for block := range Hidden / 8 {
		for i := range WindowSize {
			row := p.Layer[i*Hidden+block*8:]
			for k := range 4 {
				out = binary.LittleEndian.AppendUint64(out, uint64(int64(row[2*k])+int64(row[2*k+1])<<32))
			}
		}
	}
	for _, v := range p.LayerStart {
		out = binary.LittleEndian.AppendUint32(out, uint32(v))
	}
	for _, v := range p.Last {
		out = binary.LittleEndian.AppendUint16(out, uint16(v))
	}
	for _, v := range p.LastStart {
		out = binary.LittleEndian.AppendUint32(out, uint32(v))
	}
	for _, v := range p.AfterLabels {
		out = binary.LittleEndian.AppendUint16(out, uint16(v))
	}
	return out
}
