package weights

import "errors"

// Windows is a small neural network that looks at a word and its neighbours: each
// is a row of small numbers, the rows of a window go through one hidden layer and
// come out as a score for each of the labels of names. All of it is integers.
//
// It lies in one piece of bytes: a header of 8 bytes (magic, slots) and then
//   - slots of [WordSize] numbers behind 16 bits to check the word, 0 if empty;
//   - what unknown words have instead, and the row of what is outside of the sentence;
//   - the rows of outlines, tags, endings and kinds;
//   - the hidden layer, eight units a block: for each number of a window four times
//     64 bits, in which two weights lie, the second times 2³² added to the first, so
//     that one multiplication does for both; then what each unit begins with;
//   - the last layer, a row a hidden unit, and what each label begins with;
//   - what a label scores after another.
type Windows struct {
	words wordRows
	parts [sections]string
}

// The shape of the network.
const (
	WindowReach = 3 // words on each side
	PartSize    = 8
	RowSize     = WordSize + 4*PartSize
	WindowSize  = (2*WindowReach + 1) * RowSize
	Hidden      = 96
	NameLabels  = 17

	Outlines = 256
	TagRows  = 64
	Endings  = 2048
	KindRows = 256
)

// The sections after the slots, in order.
const (
	unknownRow = iota
	edgeRow
	outlineRows
	tagRows
	endingRows
	kindRows
	hiddenLayer
	hiddenStart
	lastLayer
	lastStart
	afterLabel
	sections
)

var sectionSizes = [sections]int{WordSize, RowSize, Outlines * PartSize, TagRows * PartSize, Endings * PartSize, KindRows * PartSize,
	WindowSize * Hidden * 4, Hidden * 4, Hidden * NameLabels * 2, NameLabels * 4, NameLabels * NameLabels * 2}

// Bits by which a sum is cut down after each layer, and the scales that this asks
// of the numbers: a row is times 16, the hidden layer times 1024 and the last
// layer times 1024, which leaves scores times 64.
const (
	hiddenShift = 6
	lastShift   = 12
	RowScale    = 1 << 4
	LayerScale  = 1 << 10
	LabelScale  = 1 << 6
)

const (
	windowsMagic  = "lww1"
	windowsHeader = 8
)

// OpenWindows reads a network where it lies.
func OpenWindows(b string) (*Windows, error) {
	if len(b) < windowsHeader || b[:4] != windowsMagic {
		return nil, errors.New("not a network of windows")
	}
	w := &Windows{words: wordRows{n: uint64(le32(b, 4))}}
	at := windowsHeader + int(w.words.n)*slotSize
	size := at
	for _, s := range sectionSizes {
		size += s
	}
	if w.words.n == 0 || len(b) != size {
		return nil, errors.New("a network of windows is cut short")
	}
	w.words.slots = b[windowsHeader:at]
	for i, s := range sectionSizes {
		w.parts[i] = b[at : at+s]
		at += s
	}
	w.words.unknown = w.parts[unknownRow]
	return w, nil
}

// Edge fills row with what is outside of the sentence.
func (w *Windows) Edge(row []int8) { spread(row[:RowSize], w.parts[edgeRow]) }

// Row fills row with what a word is to the network; tag and kind are numbers.
func (w *Windows) Row(row []int8, word *Word, tag, kind int) {
	spread(row[:WordSize], w.words.of(word.Low))
	for i, part := range [...]struct{ section, n int }{{outlineRows, Outline(word)}, {tagRows, tag}, {endingRows, Ending(word)}, {kindRows, kind}} {
		at := part.n * PartSize
		spread(row[WordSize+i*PartSize:][:PartSize], w.parts[part.section][at:at+PartSize])
	}
}

// Outline and Ending say which row of theirs a word has.
func Outline(w *Word) int { return int(w.Shape >> 32 * Outlines >> 32) }

// Ending is 0 for words that are too short.
func Ending(w *Word) int {
	if w.Suffix[2] == 0 {
		return 0
	}
	return int(w.Suffix[2]>>32*(Endings-1)>>32) + 1
}

// Score adds to out what the window x, of [WindowSize] numbers, says of the label
// of the word in its middle.
func (w *Windows) Score(x []int8, out *[NameLabels]int32) {
	var sum [NameLabels]int64
	x = x[:WindowSize]
	layer := w.parts[hiddenLayer]
	for block := range Hidden / 8 {
		var a, b, c, d int64
		in := layer[block*WindowSize*32:][:WindowSize*32]
		for _, v := range x {
			p := in[:32]
			in = in[32:]
			v := int64(v)
			a += int64(le64(p, 0)) * v
			b += int64(le64(p, 8)) * v
			c += int64(le64(p, 16)) * v
			d += int64(le64(p, 24)) * v
		}
		for k, pair := range [...]int64{a, b, c, d} {
			low := int32(pair)
			unit := block*8 + 2*k
			w.last(&sum, unit, low)
			w.last(&sum, unit+1, int32((pair-int64(low))>>32))
		}
	}
	for l := range out {
		out[l] += int32(sum[l]>>lastShift) + int32(le32(w.parts[lastStart], 4*l))
	}
}

// last adds what hidden unit n says, whose sum is v.
func (w *Windows) last(sum *[NameLabels]int64, n int, v int32) {
	v = (v + int32(le32(w.parts[hiddenStart], 4*n))) >> hiddenShift
	if v <= 0 {
		return
	}
	row := w.parts[lastLayer][n*NameLabels*2:][:NameLabels*2]
	for l := range sum {
		sum[l] += int64(v) * int64(int16(uint16(row[2*l])|uint16(row[2*l+1])<<8))
	}
}

// After returns what label l scores after label p.
func (w *Windows) After(p, l int) int32 {
	s := w.parts[afterLabel][(p*NameLabels+l)*2:]
	return int32(int16(uint16(s[0]) | uint16(s[1])<<8))
}

// NameWindows returns the embedded network.
var NameWindows = lazy(&windowBytes, OpenWindows)
