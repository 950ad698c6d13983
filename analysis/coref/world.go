package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// A world is a text with its mentions and the chains that they stand in.
type world struct {
	text     *syntax.Text
	mentions []*mention                        // in text order, longer ones first
	at       []int32                           // for each token, the mention that it heads; -1 if none
	left     []int32                           // for each token, the first token of its subtree
	right    []int32                           // and the one after its last
	kids     [][]int32                         // dependents of each token, in text order
	found    []candidate                       // of the pronoun looked at last, to be written over
	narrated []int32                           // for each sentence, how many up to it are not mere quotation
	recent   []seen                            // the chains spoken of just before that pronoun
	around   int                               // the subject of the innermost clause around that pronoun
	watch    func(m *mention, all []candidate) // sees every choice, for learning; may be nil
	speakers []*mention                        // for each quotation, who speaks; nil if unknown
	surnames map[string]bool                   // the last words of the names of persons found so far
	seen     map[string]bool                   // the first two words of the names found so far
}

// A mention is an expression that refers, the tokens [first, last).
type mention struct {
	first, last int
	head        int
	index       int // in world.mentions
	form        model.Form
	kind        model.ActorKind
	gender      gender
	number      number
	reach       reach
	words       []string // names: the words that name, in lower case; nominals: head lemma and what modifies it
	title       string   // names: the words before the name, in lower case
	label       string   // the name alone, as written
	country     string   // the country that the words name, or its government; "" if none
	person      int      // pronouns: first, second, third
	possessive  bool
	ours        int  // the "us" in "all of us"; 0 if there is none
	pair        bool // two coordinated persons; the head is the conjunction
	series      bool // a pair of other things, or more than two
	site        int  // the token whose place in the tree is the mention's
	speaks      bool // subject of a verb of saying, or after "according to"
	subject     bool
	quote       int // innermost quotation; -1 if none
	sentence    int
	chain       *chain
	by          model.Evidence
}

type gender uint8

// What is known of gender. A mention of unknown gender agrees with all.
const (
	anyGender gender = iota
	woman
	man
	thing
)

type number uint8

// What is known of number.
const (
	anyNumber number = iota
	one
	many
)

// reach says what a nominal can refer to.
type reach uint8

const (
	named      reach = iota // a name
	definite                // the minister, this minister, his minister
	bare                    // ministers, minister
	indefinite              // a minister, some ministers, two ministers
	unbound                 // no minister, any minister, which minister
)

// newWorld prepares the trees of text: the edges of all subtrees, in one sweep a
// sentence.
func newWorld(text *syntax.Text) *world {
	n := len(text.Tokens)
	w := &world{text: text, at: make([]int32, n), left: make([]int32, n), right: make([]int32, n), kids: make([][]int32, n)}
	count := make([]int32, n)
	for i := range text.Tokens {
		if h := text.Tokens[i].Head; int(h) != i {
			count[h]++
		}
	}
	room := make([]int32, n)
	for i, k := range count {
		w.kids[i], room = room[:0:k], room[k:]
	}
	for i := range text.Tokens {
		w.at[i], w.left[i], w.right[i] = -1, int32(i), int32(i+1)
		if h := text.Tokens[i].Head; int(h) != i {
			w.kids[h] = append(w.kids[h], int32(i))
		}
	}
	for _, s := range text.Sentences {
		for i := s.First; i < s.Last; i++ {
			if text.IsRoot(i) {
				w.measure(i, s.Last-s.First)
			}
		}
	}
	return w
}

// measure sets the edges of the subtree of i. depth bounds the descent, should
// the heads make no tree.
func (w *world) measure(i, depth int) {
	if depth < 0 {
		return
	}
	for _, k := range w.kids[i] {
		w.measure(int(k), depth-1)
		w.left[i], w.right[i] = min(w.left[i], w.left[k]), max(w.right[i], w.right[k])
	}
}

// kid returns the first dependent of i with one of the relations, or -1.
func (w *world) kid(i int, rels ...syntax.Rel) int {
	for _, k := range w.kids[i] {
		for _, r := range rels {
			if w.text.Tokens[k].Rel == r {
				return int(k)
			}
		}
	}
	return -1
}

// lemma returns the lemma of token i in lower case.
func (w *world) lemma(i int) string { return lower(w.text.Tokens[i].Lemma, w.text.Word(i)) }

// span returns the bytes of m.
func (w *world) span(m *mention) model.Span { return w.text.Span(m.first, m.last) }

// holds reports whether m holds token i.
func (m *mention) holds(i int) bool { return m.first <= i && i < m.last }
