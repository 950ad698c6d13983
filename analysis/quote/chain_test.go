package quote

import (
	"math"
	"slices"
	"testing"

	"lectern/analysis/weights"
)

// tiny is a chain of three labels without features.
func tiny() *chain {
	c := &chain{labels: 3, slots: 1, scale: 1, data: string(make([]byte, 5))}
	c.jumps = []int32{100, -300, never, 50, 0, 200, -100, 400, 10, 0, -50, 20}
	return c
}

// TestChain compares Viterbi and forward-backward with all labellings of a
// short sequence, counted out.
func TestChain(t *testing.T) {
	c := tiny()
	l := lattice{emit: []int32{100, 0, -50, -200, 300, 0, 0, 10, 500, 250, -10, 0}}
	const n, L = 4, 3
	score := func(labels []uint8) (s float64) {
		last := L
		for i, k := range labels {
			s += float64(c.jumps[last*L+int(k)] + l.emit[i*L+int(k)])
			last = int(k)
		}
		return s
	}
	var all []float64
	var best []uint8
	total, marginal := 0.0, [n][L]float64{}
	for k := range 81 {
		labels := []uint8{uint8(k / 27), uint8(k / 9 % 3), uint8(k / 3 % 3), uint8(k % 3)}
		p := math.Exp(score(labels) / unit)
		total += p
		all = append(all, score(labels))
		for i, x := range labels {
			marginal[i][x] += p
		}
		if best == nil || score(labels) > score(best) {
			best = labels
		}
	}
	var work lattice
	got := c.best(&work, l.emit, 0, nil)
	for i := range best {
		if got[i] != best[i] {
			t.Fatalf("labels %v, want %v", got, best)
		}
	}
	slices.Sort(all)
	lists, scores := c.several(&l)
	for i, list := range lists {
		if want := all[len(all)-1-i]; float64(scores[i]) != want || score(list) != want {
			t.Errorf("labelling %d %v scores %d, want %.0f", i, list, scores[i], want)
		}
	}
	if len(lists) < 3 {
		t.Errorf("%d labellings", len(lists))
	}
	c.sum(&l)
	for i := range n {
		for k := range L {
			want := marginal[i][k] / total
			if p := math.Exp(float64(c.odds(&l, i, k, k)) / unit); math.Abs(p-want) > .02 {
				t.Errorf("token %d label %d: probability %.3f, want %.3f", i, k, p, want)
			}
		}
	}
}

func FuzzReadModel(f *testing.F) {
	f.Add("")
	f.Add("\x00\x00\x00\x00\x03\x00\x00\x00\x01\x00\x00\x00\x08\x00\x00\x00")
	f.Fuzz(func(t *testing.T, data string) {
		if m, err := ReadModel(data, Nets{}); err == nil && m.lex == nil {
			t.Error("a model without a lexicon")
		}
	})
}

// TestNetsOfOtherLabels wants a network beside the wrong chain to be refused.
func TestNetsOfOtherLabels(t *testing.T) {
	for _, nets := range []Nets{{Cues: weights.SpanNet()}, {Spans: weights.CueNet()}} {
		if _, err := ReadModel(weights.Claims(), nets); err == nil {
			t.Errorf("%d and %d labels are taken", cueLabels, spanLabels)
		}
	}
}

// TestBlend wants jumps to be those of both, what begins a chain to count as after
// what is outside, and what cannot be to stay so.
func TestBlend(t *testing.T) {
	net := weights.CueNet()
	c := &chain{labels: cueLabels, jumps: make([]int32, (cueLabels+1)*cueLabels)}
	for k := range c.jumps {
		c.jumps[k] = 100 * int32(k)
	}
	c.jumps[3] = never
	c.blend(net)
	for k, j := range c.jumps {
		want := (100*int32(k) + net.After(k/cueLabels%cueLabels, k%cueLabels)*netScale) * netShare / netWhole
		if k == 3 {
			want = never
		}
		if j != want {
			t.Errorf("jump %d is %d, want %d", k, j, want)
		}
	}
}
