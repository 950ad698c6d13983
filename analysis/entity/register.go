package entity

import (
	"unicode"
	"unicode/utf8"

	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// A Register is how far a text is written as people write to each other and not
// for print, in eighths. In letters and posts names stand without capitals, firms
// are called by half of their name and people by their first: every feature of a
// name has a weight of its own there, which counts as far as the text is so
// (Daumé 2007, with a degree instead of two domains).
type Register int32

// The ends of the scale.
const (
	Press Register = 0 // reports, speeches, books
	Web   Register = 8 // letters, posts, reviews
)

const (
	registerLook  = 4000 // tokens that tell the register of a text, the first of them
	registerLeast = 25   // tokens that a text must have to tell

	registerTemplate = 650 // of the features in the table
	biasTemplate     = 651

	// Log odds between which the register rises from one end to the other. Of 4,000
	// texts left out of learning, half of the press lies below the first and half of
	// the letters, posts and reviews above the second.
	surelyPress = -3
	surelyWeb   = 0
)

// RegisterScale is how many steps of a weight make one of the log odds that a text
// is of the web.
const RegisterScale = 64

// RegisterBias is the feature that every text has.
var RegisterBias = weights.Key(biasTemplate, 1)

// RegisterOf returns the register of t by the small words and marks in it; a text
// of a sentence or two is taken for print. The table is the embedded one if nil.
func RegisterOf(t *syntax.Text, table Scorer) Register {
	if table == nil {
		table = weights.Names()
	}
	if len(t.Tokens) < registerLeast {
		return Press
	}
	weight := func(feature uint64) int64 {
		var out [Labels]int32
		table.Score([]uint64{feature}, out[:])
		return int64(out[0])
	}
	sum := int64(0)
	for feature, share := range RegisterShares(t) {
		sum += weight(feature) * int64(share)
	}
	odds := sum/ShareScale + weight(RegisterBias)
	return min(Web, max(Press, Web*Register(odds-surelyPress*RegisterScale)/((surelyWeb-surelyPress)*RegisterScale)))
}

// ShareScale is how many steps make a share of a text that would be all one word.
const ShareScale = 1 << 10

// RegisterShares returns how much of t each small word or mark is, as the square
// root of its share of the tokens, so that rare ones count too. Words with capitals
// are left out, which tell what a text is about, and quotation marks, which tell
// who set it.
func RegisterShares(t *syntax.Text) map[uint64]int32 {
	counts := map[uint64]int32{}
	n := min(len(t.Tokens), registerLook)
	for i := range n {
		word := t.Word(i)
		r, _ := utf8.DecodeRuneInString(word)
		if unicode.IsUpper(r) && word != "I" || unicode.In(r, unicode.Pi, unicode.Pf) || r == '"' || r == '\'' || r == '`' {
			continue
		}
		counts[weights.Key(registerTemplate, weights.Text(word))]++
	}
	for feature, count := range counts {
		counts[feature] = root(count * (ShareScale * ShareScale / int32(n)))
	}
	return counts
}

// root returns the whole part of the square root of n.
func root(n int32) (r int32) {
	for bit := int32(1 << 15); bit > 0; bit >>= 1 {
		if next := r + bit; int64(next)*int64(next) <= int64(n) {
			r = next
		}
	}
	return r
}

// OnTheWeb returns the feature for what a feature of a name is worth on the web,
// beyond what it is worth anywhere.
func OnTheWeb(feature uint64) uint64 { return weights.Join(feature, onTheWeb) }

var onTheWeb = weights.Atom(9999)

// add adds to out what features of a name are worth in the register of the text;
// it uses them up.
func (in *Input) add(table Scorer, features []uint64, out *[Labels]int32) {
	table.Score(features, out[:])
	if in.Register == Press {
		return
	}
	for i, f := range features {
		features[i] = OnTheWeb(f)
	}
	var there [Labels]int32
	table.Score(features, there[:])
	for l, s := range there {
		out[l] += s * int32(in.Register) / int32(Web)
	}
}
