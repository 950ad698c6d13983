package weights

import "encoding/binary"

// wordRows are the small numbers that words are to a network: slots of [WordSize]
// bytes behind 16 bits to check the word, 0 if empty; and what unknown words have
// instead.
type wordRows struct {
	n       uint64
	slots   string
	unknown string
}

// WordSize is how many numbers a word has by itself.
const WordSize = 32

const slotSize = 2 + WordSize

// of returns the numbers of a word, by its atom in lower case.
func (w *wordRows) of(low uint64) string {
	check := wordCheck(low)
	for i := (low >> 32) * w.n >> 32 * slotSize; i+slotSize <= uint64(len(w.slots)); i += slotSize {
		s := w.slots[i : i+slotSize]
		switch le16(s, 0) {
		case check:
			return s[2:]
		case 0:
			return w.unknown
		}
	}
	return w.unknown
}

func wordCheck(low uint64) uint16 { return uint16(low) | 1 }

// slotsOf lays out the numbers of words, of which the first of equals counts.
func slotsOf(words []string, rows [][]int8) []byte {
	n := uint64(len(words)*8/7 + 64)
	slots := make([]byte, n*slotSize)
	for i, word := range words {
		low := See(word).Low
		check := wordCheck(low)
		for at := (low >> 32) * n >> 32 * slotSize; at+slotSize <= uint64(len(slots)); at += slotSize {
			s := slots[at : at+slotSize]
			if c := binary.LittleEndian.Uint16(s); c == check {
				break
			} else if c == 0 {
				binary.LittleEndian.PutUint16(s, check)
				copy(s[2:], bytesOf(rows[i]))
				break
			}
		}
	}
	return slots
}

// spread fills row with numbers of 8 bits.
func spread[T int8 | int16](row []T, b string) {
	for i := range row {
		row[i] = T(int8(b[i]))
	}
}

func bytesOf(x []int8) []byte {
	b := make([]byte, len(x))
	for i, v := range x {
		b[i] = byte(v)
	}
	return b
}
