package weights

import (
	"encoding/binary"
	"errors"
	"slices"
)

// A Table gives each feature a row of weights, one a class, most of them zero.
//
// It lies in one piece of bytes, little-endian: a header of 16 bytes (magic,
// classes, slots, entries), the slots and the entries. A slot of 8 bytes is 30
// bits to check the feature, 28 bits for where its entries begin and 6 bits for
// how many there are; none makes the slot empty. An entry of two bytes is 6 bits
// of class and 10 bits of weight. In a table of three classes the slot itself is
// the row: 16 bits to check and three weights of 16 bits, and there are no
// entries. The place of a slot is in the upper half of the feature's hash, its
// check in the lower half; one that is taken goes to the next free slot.
type Table struct {
	Classes int
	slots   string
	entries string
	n       uint64 // slots, but for those that only catch overflow
}

const (
	magic      = "lwt2"
	headerSize = 16
	overflow   = 256 // slots after the last place, so that no search wraps around
	maxClasses = 64
	maxWeight  = 1<<9 - 1
	maxEntries = 63 // in a row
)

// Open reads a table where it lies.
func Open(b string) (*Table, error) {
	if len(b) < headerSize || b[:4] != magic {
		return nil, errors.New("not a table of weights")
	}
	t := &Table{Classes: int(le32(b, 4))}
	slots, entries := int(le32(b, 8)), int(le32(b, 12))
	if len(b) != headerSize+slots*8+entries*2 || slots < overflow || t.Classes < 1 || t.Classes > maxClasses {
		return nil, errors.New("a table of weights is cut short")
	}
	t.n = uint64(slots - overflow)
	t.slots, t.entries = b[headerSize:headerSize+slots*8], b[headerSize+slots*8:]
	return t, nil
}

// Score adds the weights of features to out, which has a place for each class.
func (t *Table) Score(features []uint64, out []int32) {
	if t.Classes == 3 {
		t.score3(features, out)
		return
	}
	var sum [maxClasses]int32
	for _, f := range features {
		check := f & (1<<30 - 1)
		for i := int((f >> 32) * t.n >> 32 * 8); ; i += 8 {
			s := le64(t.slots, i)
			count := int(s & 63)
			if count == 0 {
				break
			}
			if s>>34 != check {
				continue
			}
			at := int(s>>6&(1<<28-1)) * 2
			row := t.entries[at : at+count*2]
			for k := 0; k+1 < len(row); k += 2 {
				e := uint16(row[k]) | uint16(row[k+1])<<8
				sum[e>>10] += int32(int16(e<<6) >> 6)
			}
			break
		}
	}
	for c := range out {
		out[c] += sum[c]
	}
}

func (t *Table) score3(features []uint64, out []int32) {
	var a, b, c int32
	for _, f := range features {
		check := uint16(f) | 1
		for i := int((f >> 32) * t.n >> 32 * 8); ; i += 8 {
			s := le64(t.slots, i)
			if uint16(s) == check {
				a += int32(int16(s >> 16))
				b += int32(int16(s >> 32))
				c += int32(int16(s >> 48))
				break
			}
			if s == 0 {
				break
			}
		}
	}
	out[0] += a
	out[1] += b
	out[2] += c
}

// A Row is one feature and its weights, one a class.
type Row struct {
	Feature uint64
	Weights []int32
}

// Pack lays out rows, which must differ in feature, for [Open]. A weight beyond
// what an entry holds is split over several; in a table of three classes it is
// cut off at 32767.
func Pack(classes int, rows []Row) []byte {
	slices.SortFunc(rows, func(a, b Row) int {
		if a.Feature < b.Feature {
			return -1
		}
		return 1
	})
	n := uint64(len(rows)*5/4 + 1)
	slots := make([]uint64, n+overflow)
	var entries []uint16
	for _, r := range rows {
		slot := uint64(0)
		if classes == 3 {
			slot = uint64(uint16(r.Feature) | 1)
			for c, w := range r.Weights {
				slot |= uint64(uint16(clamp(w, 1<<15-1))) << (16 + 16*c)
			}
		} else {
			at, count := len(entries), 0
			for c, w := range r.Weights {
				for ; w != 0 && count < maxEntries; count++ { // one too large takes several
					part := clamp(w, maxWeight)
					entries = append(entries, uint16(c)<<10|uint16(part)&(1<<10-1))
					w -= part
				}
			}
			if count == 0 {
				continue
			}
			slot = r.Feature&(1<<30-1)<<34 | uint64(at)<<6 | uint64(count)
		}
		i := (r.Feature >> 32) * n >> 32
		for slots[i] != 0 {
			i++
		}
		slots[i] = slot
	}
	out := append([]byte(magic), make([]byte, headerSize-len(magic))...)
	binary.LittleEndian.PutUint32(out[4:], uint32(classes))
	binary.LittleEndian.PutUint32(out[8:], uint32(len(slots)))
	binary.LittleEndian.PutUint32(out[12:], uint32(len(entries)))
	for _, s := range slots {
		out = binary.LittleEndian.AppendUint64(out, s)
	}
	for _, e := range entries {
		out = binary.LittleEndian.AppendUint16(out, e)
	}
	return out
}

// Fits reports whether a row has room for weights as large as these.
func Fits(classes int, w []int32) bool {
	if classes == 3 {
		return true
	}
	n := int32(0)
	for _, x := range w {
		n += (max(x, -x) + maxWeight - 1) / maxWeight
	}
	return n <= maxEntries
}

func clamp(w, most int32) int32 { return max(-most, min(most, w)) }

func le16(s string, i int) uint16 {
	s = s[i : i+2]
	return uint16(s[0]) | uint16(s[1])<<8
}

func le32(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func le64(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
