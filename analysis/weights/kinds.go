package weights

import (
	"encoding/binary"
	"errors"
)

// Kinds says of words what kind of name they tend to be part of, or none: each
// has one of 255 codes, which lie near where the words are alike, and each code
// is in one of a few groups.
//
// It lies in one piece of bytes: a header of 8 bytes (magic, slots), the group of
// each of 256 codes, plus [NamedGroup] if its words are seldom outside of names,
// and slots of three bytes, 16 bits to check the word and 8 bits of code. Code 0
// makes the slot empty.
type Kinds struct {
	slots  string
	n      uint64
	codes  [256]uint64
	groups [256]uint64
	named  [256]bool
}

const (
	kindsMagic  = "lwk1"
	kindsHeader = 8 + 256
)

// NamedGroup is added to the group of a code whose words are seldom outside of names.
const NamedGroup = 1 << 7

// OpenKinds reads the kinds of words where they lie.
func OpenKinds(b string) (*Kinds, error) {
	if len(b) < kindsHeader || b[:4] != kindsMagic || len(b) != kindsHeader+3*int(le32(b, 4)) {
		return nil, errors.New("not a table of kinds of words")
	}
	k := &Kinds{slots: b[kindsHeader:], n: uint64(le32(b, 4))}
	for c := 1; c < 256; c++ {
		group := int(b[8+c])
		k.codes[c], k.groups[c], k.named[c] = Atom(20000+c), Atom(30000+group%NamedGroup), group >= NamedGroup
	}
	return k, nil
}

// Atoms returns the atoms of a code and of its group, both 0 for none.
func (k *Kinds) Atoms(code byte) (number, group uint64) { return k.codes[code], k.groups[code] }

// Named reports whether the words of a code are seldom outside of names, however
// they are written.
func (k *Kinds) Named(code byte) bool { return k.named[code] }

// Of returns the code of the word whose lower-case atom is low, 0 if it has none.
func (k *Kinds) Of(low uint64) byte {
	for i := (low >> 32) * k.n >> 32 * 3; i+2 < uint64(len(k.slots)); i += 3 {
		c := k.slots[i+2]
		if c == 0 {
			break
		}
		if k.slots[i] == byte(low) && k.slots[i+1] == byte(low>>8) {
			return c
		}
	}
	return 0
}

// PackKinds lays out the codes of words, of which the first of equals counts, and
// the group of each code.
func PackKinds(words []string, codes []byte, groups [256]byte) []byte {
	n := uint64(len(words)*6/5 + 64)
	slots := make([]byte, 3*n)
	for i, w := range words {
		low := See(w).Low
		at := (low >> 32) * n >> 32 * 3
		for at+2 < uint64(len(slots)) && slots[at+2] != 0 && (slots[at] != byte(low) || slots[at+1] != byte(low>>8)) {
			at += 3
		}
		if at+2 < uint64(len(slots)) && slots[at+2] == 0 {
			slots[at], slots[at+1], slots[at+2] = byte(low), byte(low>>8), codes[i]
		}
	}
	out := binary.LittleEndian.AppendUint32([]byte(kindsMagic), uint32(n))
	return append(append(out, groups[:]...), slots...)
}

// NameKinds returns the embedded kinds of words.
var NameKinds = lazy(&kindBytes, OpenKinds)
