package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/analysis/syntax"
	"lectern/analysis/weights"
	"lectern/model"
)

// Where a sentence ends is a choice between two tokens, made by a linear model
// over what stands on either side (Gillick 2009, with a perceptron in place of
// the support vector machine). Most places are none: a boundary follows a mark
// or comes before a capital, a figure or an opening mark. Places are judged one
// by one, so that the end of one sentence never hangs on that of another.

// A Boundary judges places. Its zero value is ready; it serves one goroutine.
type Boundary struct {
	Table    Scorer // the embedded one if nil
	features []uint64
}

// A Scorer adds the weights of features to a score for each class: no, yes.
type Scorer interface {
	Score(features []uint64, out []int32)
}

// Ends reports whether a sentence ends before token i of the paragraph that is
// the tokens [first, last) of t.
func (b *Boundary) Ends(t *syntax.Text, first, i, last int) bool {
	if !Place(t, first, i) {
		return false
	}
	if b.Table == nil {
		b.Table = weights.Sentences()
	}
	b.features = Features(b.features[:0], t, first, i, last)
	var score [2]int32
	b.Table.Score(b.features, score[:])
	return score[1] > score[0]
}

// Place reports whether a sentence may end before token i.
func Place(t *syntax.Text, first, i int) bool {
	gap := t.Tokens[i].Start - t.Tokens[i-1].End
	if gap == 0 && closes(t.Word(i)) {
		return false
	}
	before := t.Word(lastWord(t, first, i))
	if r, _ := utf8.DecodeLastRuneInString(before); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return strings.IndexByte(",(", before[0]) < 0 || gap > 0 && before[0] != ','
	}
	if gap == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Word(i))
	return !unicode.IsLower(r)
}

// lastWord returns the last token before i that is no closing mark.
func lastWord(t *syntax.Text, first, i int) int {
	k := i - 1
	for k > first && closes(t.Word(k)) {
		k--
	}
	return k
}

// nextWord returns the first token from i on that is no opening mark.
func nextWord(t *syntax.Text, i, last int) int {
	k := i
	for k < last-1 && opens(t.Word(k)) {
		k++
	}
	return k
}

// Features appends the features of the place before token i.
func Features(f []uint64, t *syntax.Text, first, i, last int) []uint64 {
	see := func(k int) weights.Word {
		if k < first || k >= last {
			return weights.Edge
		}
		return weights.See(t.Word(k))
	}
	l, n := lastWord(t, first, i), nextWord(t, i, last)
	mark, word, next := see(l), see(l-1), see(n)
	if r, _ := utf8.DecodeLastRuneInString(t.Word(l)); unicode.IsLetter(r) || unicode.IsDigit(r) || len(t.Word(l)) > 1 && r == '.' {
		word, mark = mark, weights.Edge // no mark of its own: a word, or an abbreviation
	}
	after, before := see(n+1), see(l-2)
	glued := weights.Atom(min(2, t.Tokens[i].Start-t.Tokens[i-1].End))
	if strings.Contains(t.Doc.Text(model.Span{Start: t.Tokens[i-1].End, End: t.Tokens[i].Start}), "\n") {
		glued = weights.Atom(3)
	}
	around := weights.Atom(10 + 4*min(2, i-1-l) + min(2, n-i))
	key, key2, key3 := weights.Key, weights.Key2, weights.Key3
	dots := weights.Atom(20 + min(3, strings.Count(t.Word(l), ".")))
	size := weights.Atom(30 + min(6, len(t.Word(max(first, l-1)))))
	here := weights.Join(mark.Form, glued)
	f = append(f, key(601, mark.Form), key(602, next.Shape), key2(603, here, next.Shape), key2(604, mark.Form, word.Low), key2(605, mark.Form, next.Low),
		key2(606, word.Shape, next.Shape), key3(607, here, word.Shape, next.Shape), key3(608, mark.Form, around, next.Shape), key2(609, mark.Form, around),
		key3(610, mark.Form, dots, next.Shape), key2(611, word.Low, next.Shape), key2(612, word.Low, next.Low), key2(613, mark.Form, after.Shape),
		key3(614, mark.Form, next.Shape, after.Shape), key2(615, mark.Form, before.Low), key3(616, mark.Form, size, next.Shape), key2(617, here, around),
		key2(618, next.Cluster[2], here), key2(619, word.Cluster[2], here), key3(620, word.Cluster[1], next.Cluster[1], here), key2(621, next.Low, glued),
		key3(622, here, next.Shape, weights.Atom(40+bucket(i-first))), key3(623, here, next.Shape, weights.Atom(50+bucket(last-i))),
		key2(624, after.Cluster[1], weights.Join(here, next.Shape)), key2(625, here, word.Suffix[2]))
	if next.Title && !next.Upper {
		f = append(f, key3(626, here, next.Cluster[3], word.Shape), key3(627, here, next.Low, word.Shape))
	}
	return f
}

// bucket makes few classes of a count of tokens.
func bucket(n int) int {
	switch {
	case n < 4:
		return n
	case n < 8:
		return 4
	case n < 20:
		return 5
	}
	return 6
}

func closes(w string) bool {
	switch w {
	case "\"", "”", "’", "'", "''", ")", "]", "}", "»":
		return true
	}
	return false
}

func opens(w string) bool {
	switch w {
	case "\"", "“", "‘", "'", "``", "(", "[", "{", "«":
		return true
	}
	return false
}
