package claims

import (
	"encoding/binary"
	"slices"

	"lectern/analysis/quote"
)

// grades counts how often each lemma is (part of) a cue, and returns the
// lexicon's part of the weights.
func grades(articles []*article) []byte {
	all, cues := map[uint32]int{}, map[uint32]int{}
	for _, a := range articles {
		lemmas := quote.Lemmas(a.text)
		for _, l := range lemmas {
			all[l]++
		}
		for _, g := range a.gold {
			for _, r := range g.Cue {
				for i := r.First; i < r.Last; i++ {
					cues[lemmas[i]]++
				}
			}
		}
	}
	var keys []uint32
	grade := map[uint32]byte{}
	for l, c := range cues {
		share := float64(c) / float64(all[l]+1)
		for g, least := range [...]float64{.04, .15, .35, .6} {
			if c >= 3 && share > least {
				grade[l] = byte(g + 1)
			}
		}
		if grade[l] > 0 {
			keys = append(keys, l)
		}
	}
	slices.Sort(keys)
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(keys)))
	for _, k := range keys {
		out = append(binary.LittleEndian.AppendUint32(out, k), grade[k])
	}
	return out
}
