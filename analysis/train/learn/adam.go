package learn

import (
	"math"
	"math/rand/v2"
)

// Adam moves weights up their slope (Kingma and Ba 2014).
type Adam struct {
	W, Slope []float32

	mean, first, second []float32 // of the weights, of the slope and of its square
	steps               int
}

// steepest is the length of a slope that is followed whole.
const steepest = 5.

// A Part is some of the weights.
type Part struct{ from, n int }

// Of returns the part in the weights, or in what is kept beside them.
func (p Part) Of(w []float32) []float32 { return w[p.from:][:p.n] }

// Row returns row i of a part whose rows are of a size.
func (p Part) Row(of []float32, size, i int) []float32 { return of[p.from+i*size:][:size] }

// Take makes room for so many more weights.
func (a *Adam) Take(count int) Part {
	for _, x := range []*[]float32{&a.W, &a.Slope, &a.mean, &a.first, &a.second} {
		*x = append(*x, make([]float32, count)...)
	}
	return Part{len(a.W) - count, count}
}

// Fill scatters a part around 0.
func (a *Adam) Fill(p Part, random *rand.Rand, spread float64) {
	for i := range p.Of(a.W) {
		p.Of(a.W)[i] = float32(random.NormFloat64() * spread)
	}
}

// Step moves the weights up the mean slope of the last so many lessons.
func (a *Adam) Step(rate float32, lessons int) {
	const keepFirst, keepSecond = .9, .999
	a.steps++
	length := 0.
	for _, g := range a.Slope {
		length += float64(g) * float64(g)
	}
	share := float32(1 / max(float64(lessons), math.Sqrt(length)/steepest))
	b, c := float32(1-math.Pow(keepFirst, float64(a.steps))), float32(1-math.Pow(keepSecond, float64(a.steps)))
	for i, g := range a.Slope {
		g *= share
		a.first[i] = keepFirst*a.first[i] + (1-keepFirst)*g
		a.second[i] = keepSecond*a.second[i] + (1-keepSecond)*g*g
		a.W[i] += rate * a.first[i] / b / (float32(math.Sqrt(float64(a.second[i]/c))) + 1e-8)
		a.Slope[i] = 0
	}
}

// Keep adds a share of the weights to their mean.
func (a *Adam) Keep(share float32) { Add(a.mean, a.W, share) }

// Settle makes the weights their mean.
func (a *Adam) Settle() { copy(a.W, a.mean) }

// Emptied returns n zeros, in s if they fit.
func Emptied(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

// Add adds k times x to y.
func Add(y, x []float32, k float32) {
	x = x[:len(y)]
	i := 0
	for ; i+4 <= len(y); i += 4 {
		y[i] += k * x[i]
		y[i+1] += k * x[i+1]
		y[i+2] += k * x[i+2]
		y[i+3] += k * x[i+3]
	}
	for ; i < len(y); i++ {
		y[i] += k * x[i]
	}
}

// Back returns the product of w and d, and adds k times d to slope.
func Back(w, slope, d []float32, k float32) float32 {
	w, slope = w[:len(d)], slope[:len(d)]
	var a, b float32
	i := 0
	for ; i+2 <= len(d); i += 2 {
		a += w[i] * d[i]
		b += w[i+1] * d[i+1]
		slope[i] += k * d[i]
		slope[i+1] += k * d[i+1]
	}
	for ; i < len(d); i++ {
		a += w[i] * d[i]
		slope[i] += k * d[i]
	}
	return a + b
}
