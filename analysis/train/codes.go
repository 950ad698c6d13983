package main

import (
	"math"

	"lectern/analysis/weights"
)

const (
	kindCodes    = 255
	kindGroups   = 24
	kindOrdinary = .3 // of the words of a code that is seldom outside of names, as likely as that at most
)

// codes gives each word the code of a cluster of words that lean alike, and each
// code a group. Distances are between the roots of probabilities (Hellinger), by
// which little matters most where it is rare.
func (t *trainer) codes(said [][leanings]float32) (codes []byte, groups [256]byte) {
	points := make([][leanings]float32, len(said))
	for i := range said {
		for c, p := range said[i] {
			points[i][c] = float32(math.Sqrt(float64(p)))
		}
	}
	of, means := t.means(points, kindCodes)
	codes = make([]byte, len(of))
	for i, c := range of {
		codes[i] = byte(c + 1)
	}
	_, rough := t.means(points, kindGroups)
	for c, m := range means {
		groups[c+1] = byte(nearest(rough, m))
		if m[ordinary]*m[ordinary] < kindOrdinary {
			groups[c+1] += weights.NamedGroup
		}
	}
	return codes, groups
}

// means finds k clusters of points.
func (t *trainer) means(points [][leanings]float32, k int) (of []int, means [][leanings]float32) {
	random := t.random(200)
	means = make([][leanings]float32, k)
	for i := range means {
		means[i] = points[random.IntN(len(points))]
	}
	of = make([]int, len(points))
	for range 8 {
		sums, count := make([][leanings]float32, k), make([]float32, k)
		for i, p := range points {
			best := nearest(means, p)
			of[i] = best
			count[best]++
			for c := range p {
				sums[best][c] += p[c]
			}
		}
		for i := range means {
			if count[i] == 0 {
				means[i] = points[random.IntN(len(points))]
				continue
			}
			for c := range means[i] {
				means[i][c] = sums[i][c] / count[i]
			}
		}
	}
	return of, means
}

func nearest(means [][leanings]float32, p [leanings]float32) (best int) {
	least := float32(math.Inf(1))
	for i := range means {
		d := float32(0)
		for c := range p {
			d += (means[i][c] - p[c]) * (means[i][c] - p[c])
		}
		if d < least {
			best, least = i, d
		}
	}
	return best
}
