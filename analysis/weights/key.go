package weights

import "math/bits"

// Features are 64-bit hashes. An atom is the hash of one thing seen (a word, a
// suffix, a tag); a template joins its number with one, two or three atoms.
// Products of two halves mix well in one multiplication (Wang Yi's wyhash), and
// a collision costs a wrong weight, never a crash.

const (
	golden = 0x9e3779b97f4a7c15
	odd1   = 0xe7037ed1a0b428db
	odd2   = 0x8ebc6af09c88c6e3
)

func fold(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

// Atom returns the atom of a small number, such as a tag or a distance.
func Atom(n int) uint64 { return fold(uint64(n+1)*golden, odd2) }

// Text returns the atom of a string.
func Text[S ~string | ~[]byte](s S) uint64 {
	h := uint64(len(s)) * golden
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return fold(h^odd1, golden)
}

// Join returns one atom for two.
func Join(a, b uint64) uint64 { return fold(a^odd1, b^golden) }

// Key returns the feature of template t and one atom.
func Key(t int, a uint64) uint64 { return fold(a^odd2, uint64(t+1)*golden) }

// Key2 returns the feature of template t and two atoms.
func Key2(t int, a, b uint64) uint64 { return fold(a^uint64(t+1)*golden, b^odd1) }

// Key3 returns the feature of template t and three atoms.
func Key3(t int, a, b, c uint64) uint64 { return Key2(t, fold(a^odd2, b^odd1), c) }
