package main

import (
	"math"
	"math/rand/v2"
)

// A net is a small neural network of one hidden layer that says how a word
// falls into classes. It learns by AdaGrad, with dropout of its inputs.
type net struct {
	in, hidden, classes int
	a, b                []float32 // weights of the hidden and the last layer, each row with a bias at its end
	ga, gb              []float32 // what their gradients came to

	h, dh []float32
}

func newNet(in, hidden, classes int, random *rand.Rand) *net {
	n := &net{in: in, hidden: hidden, classes: classes}
	n.a, n.b = make([]float32, hidden*(in+1)), make([]float32, classes*(hidden+1))
	n.ga, n.gb = make([]float32, len(n.a)), make([]float32, len(n.b))
	for _, w := range [][]float32{n.a, n.b} {
		for i := range w {
			w[i] = float32(random.NormFloat64() * 0.1)
		}
	}
	n.h, n.dh = make([]float32, hidden), make([]float32, hidden)
	return n
}

// run fills p with the probability of each class.
func (n *net) run(x, p []float32) {
	for j := range n.h {
		w := n.a[j*(n.in+1):][:n.in+1]
		s := w[n.in]
		for i, v := range x {
			s += w[i] * v
		}
		n.h[j] = max(s, 0)
	}
	top := float32(math.Inf(-1))
	for k := range p {
		w := n.b[k*(n.hidden+1):][:n.hidden+1]
		s := w[n.hidden]
		for j, v := range n.h {
			s += w[j] * v
		}
		p[k] = s
		top = max(top, s)
	}
	sum := float32(0)
	for k := range p {
		p[k] = float32(math.Exp(float64(p[k] - top)))
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
}

// learn moves the weights towards want, after [net.run] filled p from x.
func (n *net) learn(x, p, want []float32, weight, rate float32) {
	clear(n.dh)
	for k := range p {
		d := weight * (want[k] - p[k])
		w, g := n.b[k*(n.hidden+1):][:n.hidden+1], n.gb[k*(n.hidden+1):][:n.hidden+1]
		for j, h := range n.h {
			if h != 0 {
				n.dh[j] += d * w[j]
				climb(&w[j], &g[j], d*h, rate)
			}
		}
		climb(&w[n.hidden], &g[n.hidden], d, rate)
	}
	for j, d := range n.dh {
		if n.h[j] == 0 || d == 0 {
			continue
		}
		w, g := n.a[j*(n.in+1):][:n.in+1], n.ga[j*(n.in+1):][:n.in+1]
		for i, v := range x {
			climb(&w[i], &g[i], d*v, rate)
		}
		climb(&w[n.in], &g[n.in], d, rate)
	}
}

func climb(w, g *float32, d, rate float32) {
	*g += d * d
	*w += rate * d / float32(math.Sqrt(float64(*g)+1e-2))
}
