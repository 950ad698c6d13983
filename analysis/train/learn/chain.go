package learn

import "math"

type workspace struct {
	kept                           []int32
	rows                           [][2]int
	emit, alpha, beta, trans, grad []float64
	wrong                          []float32
}

func sized(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n, 2*n)
	}
	return s[:n]
}

// step moves the weights towards one sequence.
func (f *Field[K]) step(s *Sequence, p Plan, ws *workspace) {
	L, n := f.Labels, len(s.Rows)
	if n == 0 {
		return
	}
	ws.emit, ws.alpha, ws.beta = sized(ws.emit, n*L), sized(ws.alpha, n*L), sized(ws.beta, n*L)
	ws.trans, ws.grad = sized(ws.trans, (L+1)*L), sized(ws.grad, (L+1)*L)
	for k, w := range f.Jump {
		if f.Bound[k] {
			ws.trans[k] = 0
		} else {
			ws.trans[k] = math.Exp(float64(w))
		}
		ws.grad[k] = 0
	}
	ws.rows = ws.rows[:0]
	ws.kept = ws.kept[:0]
	for _, r := range s.Rows {
		from := len(ws.kept)
		for _, x := range r {
			if f.Rng.Uint32() >= uint32(p.Dropout*(1<<32-1)) {
				ws.kept = append(ws.kept, x)
			}
		}
		ws.rows = append(ws.rows, [2]int{from, len(ws.kept)})
	}
	clear(ws.emit)
	if f.Also != nil {
		f.Also.Emit(s.Number, ws.emit)
		ws.wrong = ws.wrong[:0]
	}
	for i := range s.Rows {
		r := ws.kept[ws.rows[i][0]:ws.rows[i][1]]
		e := ws.emit[i*L:][:L]
		for _, x := range r {
			w := f.W[int(x)*L:][:L]
			for k := range e {
				e[k] += float64(w[k])
			}
		}
		top := e[0]
		for _, v := range e {
			top = max(top, v)
		}
		for k := range e {
			e[k] = math.Exp(e[k] - top)
		}
		if s.Known != nil && s.Known[i] {
			clear(e)
			e[s.Labels[i]] = 1
		}
	}
	for i := range n {
		sum := 0.0
		for k := range L {
			v := ws.trans[L*L+k]
			if i > 0 {
				v = 0
				for j := range L {
					v += ws.alpha[(i-1)*L+j] * ws.trans[j*L+k]
				}
			}
			v *= ws.emit[i*L+k]
			ws.alpha[i*L+k] = v
			sum += v
		}
		for k := range L {
			ws.alpha[i*L+k] /= sum
		}
	}
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for j := range L {
			v := 1.0
			if i < n-1 {
				v = 0
				for k := range L {
					v += ws.trans[j*L+k] * ws.emit[(i+1)*L+k] * ws.beta[(i+1)*L+k]
				}
			}
			ws.beta[i*L+j] = v
			sum += v
		}
		for j := range L {
			ws.beta[i*L+j] /= sum
		}
	}
	// gradient: what is, less what is expected
	var diff [32]float32
	for i := range s.Rows {
		r := ws.kept[ws.rows[i][0]:ws.rows[i][1]]
		z := 0.0
		for k := range L {
			z += ws.alpha[i*L+k] * ws.beta[i*L+k]
		}
		for k := range L {
			diff[k] = -float32(ws.alpha[i*L+k] * ws.beta[i*L+k] / z)
		}
		diff[s.Labels[i]]++
		for k := range L {
			diff[k] *= s.Weight
		}
		if f.Also != nil {
			ws.wrong = append(ws.wrong, diff[:L]...)
		}
		if i > 0 {
			z = 0
			for j := range L {
				for k := range L {
					z += ws.alpha[(i-1)*L+j] * ws.trans[j*L+k] * ws.emit[i*L+k] * ws.beta[i*L+k]
				}
			}
			for j := range L {
				for k := range L {
					ws.grad[j*L+k] -= ws.alpha[(i-1)*L+j] * ws.trans[j*L+k] * ws.emit[i*L+k] * ws.beta[i*L+k] / z
				}
			}
			ws.grad[int(s.Labels[i-1])*L+int(s.Labels[i])]++
		} else {
			for k := range L {
				ws.grad[L*L+k] += float64(diff[k])
			}
		}
		for _, x := range r {
			w, g := f.W[int(x)*L:][:L], f.G[int(x)*L:][:L]
			for k := range w {
				d := diff[k]
				if d < p.Ignore && d > -p.Ignore {
					continue
				}
				g[k] += d * d
				w[k] += p.Rate * d / float32(math.Sqrt(float64(g[k])+1e-2))
			}
		}
	}
	if f.Also != nil {
		f.Also.Learn(s.Number, ws.wrong)
	}
	for k := range f.Jump {
		if d := float32(ws.grad[k]); !f.Bound[k] && d != 0 {
			f.jumpG[k] += d * d
			f.Jump[k] += p.Rate * d / float32(math.Sqrt(float64(f.jumpG[k])+1e-2))
		}
	}
}
