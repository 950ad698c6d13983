package weights

import "encoding/binary"

// The clusters are an open-addressing table of four bytes a slot, the upper 20
// bits a check of the word's atom and the lower 12 the cluster. Cluster 0 is
// written as an empty slot would be, so it is not used.

// cluster returns the cluster of the word whose lower-case atom is low, or 0.
func cluster(low uint64) int {
	slots := uint64(len(clusterBytes) / 4)
	check := uint32(low) &^ 0xfff
	for i := (low >> 32) * slots >> 32; i < slots; i++ {
		s := le32(clusterBytes, int(i)*4)
		if s == 0 {
			return 0
		}
		if s&^0xfff == check {
			return int(s & 0xfff)
		}
	}
	return 0
}

// PackClusters lays out clusters of lower-case words for clusters.bin.
func PackClusters(words []string, clusters []int) []byte {
	slots := uint64(len(words)*4/3 + 64)
	out := make([]byte, slots*4)
	for n, w := range words {
		low := Text(lowered(w))
		i := (low >> 32) * slots >> 32
		for i < slots && binary.LittleEndian.Uint32(out[i*4:]) != 0 {
			i++
		}
		if i < slots && clusters[n] > 0 {
			binary.LittleEndian.PutUint32(out[i*4:], uint32(low)&^0xfff|uint32(clusters[n]))
		}
	}
	return out
}

// lowered writes digits as 0, as [See] does.
func lowered(w string) []byte {
	b := []byte(w)
	for i := range b {
		if '0' <= b[i] && b[i] <= '9' {
			b[i] = '0'
		}
	}
	return b
}
