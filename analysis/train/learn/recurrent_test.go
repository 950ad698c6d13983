package learn

import (
	"math"
	"math/rand/v2"
	"testing"

	"lectern/analysis/weights"
)

// TestRecurrentGoesBack compares the slopes that the network learns by with what
// happens to its scores when a weight is moved a little.
func TestRecurrentGoesBack(t *testing.T) {
	shape := weights.NetShape{Parts: []int{3, 2}, PartSize: 2, Cells: 4, Labels: 3}
	random := rand.New(rand.NewPCG(3, 4))
	v := &Vectors{Words: []string{"harbour", "bridge"}}
	for range v.Words {
		x := make([]float32, Dimensions)
		for i := range x {
			x[i] = float32(random.NormFloat64())
		}
		scale(x)
		v.Of = append(v.Of, x)
	}
	n := NewRecurrent(shape, v, len(v.Words), random)
	var seen []Sight
	for i, word := range []string{"harbour", "and", "bridge", "bridge", "ends"} {
		seen = append(seen, Sight{Low: weights.See(word).Low, Part: []int{i % 3, i % 2}})
	}
	n.Add(seen)
	wrong := make([]float32, (len(seen)+2)*shape.Labels)
	for i := shape.Labels; i < len(wrong)-shape.Labels; i++ {
		wrong[i] = float32(random.NormFloat64())
	}
	said := func() (sum float64) {
		n.random = rand.New(rand.NewPCG(5, 6)) // the same is left out each time
		scores := make([]float64, len(wrong))
		n.Emit(0, scores)
		for i, s := range scores {
			sum += s * float64(wrong[i])
		}
		return sum
	}
	said()
	n.Learn(0, wrong)
	const little = 1e-2
	moved := 0
	for i := range n.adam.W {
		if n.adam.Slope[i] == 0 && random.IntN(20) > 0 {
			continue
		}
		w := n.adam.W[i]
		n.adam.W[i] = w + little
		more := said()
		n.adam.W[i] = w - little
		less := said()
		n.adam.W[i] = w
		want, got := (more-less)/(2*little), float64(n.adam.Slope[i])
		if want != 0 {
			moved++
		}
		if math.Abs(want-got) > .02*(1+math.Abs(want)) {
			t.Errorf("weight %d: slope %.4f, want %.4f", i, got, want)
		}
	}
	if moved < 100 {
		t.Errorf("only %d weights say anything", moved)
	}
}

// TestRecurrentLearns teaches the network what only the end of a sentence tells of
// its beginning.
func TestRecurrentLearns(t *testing.T) {
	shape := weights.NetShape{Parts: []int{4, 1}, PartSize: 4, Cells: 8, Labels: 2}
	random := rand.New(rand.NewPCG(7, 8))
	n := NewRecurrent(shape, &Vectors{}, 0, random)
	f := NewField[uint32](shape.Labels)
	f.Also = n
	var lessons []Lesson[uint32]
	for range 300 {
		size := 3 + random.IntN(4)
		seen := make([]Sight, size)
		for i := range seen {
			seen[i] = Sight{Part: []int{random.IntN(2), 0}}
		}
		last := random.IntN(2)
		seen[size-1].Part[0] = 2 + last
		l := Lesson[uint32]{Rows: make([][]uint32, size+2), Labels: make([]uint8, size+2), Known: make([]bool, size+2), Weight: 1}
		l.Labels[1] = uint8(last)
		l.Known[0], l.Known[size+1] = true, true
		lessons = append(lessons, l)
		n.Add(seen)
	}
	f.Learn(lessons, Plan{Epochs: 60, Rate: .05, Seeds: 1})
	net, err := weights.OpenRecurrent(string(n.Pack(f.Jump, f.Bound)))
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	var pass weights.Pass
	for k, l := range lessons {
		pass.Begin(net, len(n.sentences[k]))
		for i, s := range n.sentences[k] {
			pass.Set(i, s.Low, s.Part...)
		}
		pass.Read()
		scores := make([]int32, shape.Labels)
		pass.Score(0, scores)
		if (scores[1] > scores[0]) == (l.Labels[1] == 1) {
			right++
		}
	}
	if right < len(lessons)*95/100 {
		t.Errorf("%d of %d sentences are read right", right, len(lessons))
	}
}
