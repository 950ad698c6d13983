package parse

// A Machine builds a tree over n words by moving them from a buffer to a stack.
// The root stands at the end of the buffer, as word n. Links to words that are
// not there hold n+1.
//
//	Shift  puts the next word of the buffer on the stack
//	Left   makes the top of the stack a dependent of the next word, and drops it
//	Right  makes the top of the stack a dependent of the word under it, and drops it
type Machine struct {
	n     int32
	next  int32
	stack []int32
	Heads []int32 // n for the root's dependent
	// The two outermost dependents on each side and how many there are.
	left, left2, right, right2 []int32
	lefts, rights              []uint8
}

// A Move is a transition.
type Move uint8

const (
	Shift Move = iota
	Left
	Right
	Moves = 3
)

// Reset begins a sentence of n words.
func (m *Machine) Reset(n int) {
	m.n, m.next, m.stack = int32(n), 0, m.stack[:0]
	size := n + 2
	if cap(m.Heads) < size {
		room := size * 2
		m.Heads, m.left, m.left2 = make([]int32, room), make([]int32, room), make([]int32, room)
		m.right, m.right2 = make([]int32, room), make([]int32, room)
		m.lefts, m.rights = make([]uint8, room), make([]uint8, room)
	}
	m.Heads = m.Heads[:size]
	for i := range size {
		m.Heads[i] = int32(n + 1)
		m.left[i], m.left2[i], m.right[i], m.right2[i] = int32(n+1), int32(n+1), int32(n+1), int32(n+1)
		m.lefts[i], m.rights[i] = 0, 0
	}
}

// Done reports whether every word has its head.
func (m *Machine) Done() bool { return m.next == m.n && len(m.stack) == 0 }

// Allows reports whether a move can be made; at least one always can until Done.
// Only the last word on the stack may become the root.
func (m *Machine) Allows(v Move) bool {
	switch v {
	case Shift:
		return m.next < m.n
	case Left:
		return len(m.stack) > 0 && (m.next < m.n || len(m.stack) == 1)
	}
	return len(m.stack) > 1
}

// Only returns the move that is left where there is but one.
func (m *Machine) Only() (Move, bool) {
	switch {
	case len(m.stack) == 0:
		return Shift, true
	case m.next == m.n && len(m.stack) == 1:
		return Left, true
	case m.next == m.n:
		return Right, true
	}
	return Shift, false
}

// Best returns the allowed move with the highest score, the first of equals.
func (m *Machine) Best(scores [Moves]int32) Move {
	best, found := Shift, false
	for v := range Move(Moves) {
		if m.Allows(v) && (!found || scores[v] > scores[best]) {
			best, found = v, true
		}
	}
	return best
}

// Do makes a move.
func (m *Machine) Do(v Move) {
	if v == Shift {
		m.stack = append(m.stack, m.next)
		m.next++
		return
	}
	top := len(m.stack) - 1
	d := m.stack[top]
	m.stack = m.stack[:top]
	if v == Left {
		h := m.next
		m.Heads[d] = h
		m.left2[h], m.left[h] = m.left[h], d
		m.lefts[h]++
		return
	}
	h := m.stack[top-1]
	m.Heads[d] = h
	m.right2[h], m.right[h] = m.right[h], d
	m.rights[h]++
}

// Costs returns for each move how many arcs of the gold tree can no longer be
// reached once it is made.
func (m *Machine) Costs(gold []int32) (c [Moves]int) {
	k := len(m.stack)
	if m.next < m.n {
		for i, s := range m.stack {
			if gold[s] == m.next {
				c[Shift]++
			}
			if i < k-1 && gold[m.next] == s {
				c[Shift]++
			}
		}
	}
	if k == 0 {
		return c
	}
	d := m.stack[k-1]
	for j := m.next; j < m.n; j++ {
		if gold[j] == d {
			c[Left]++
			c[Right]++
		}
	}
	if g := gold[d]; g != m.next && (g >= m.next || k > 1 && g == m.stack[k-2]) {
		c[Left]++
	}
	if gold[d] >= m.next {
		c[Right]++
	}
	return c
}
