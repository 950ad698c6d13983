package frame

import (
	"strings"

	"lectern/analysis/syntax"
)

// row returns three of a kind that stand in a row, A, B and C, whatever the tree
// makes of them: three words of one kind, or three noun phrases of which two
// are abstract. last is 0 if there are none.
func (p *page) row(cola [][2]int) (three [3]int, first, last int) {
	second, third := cola[1], cola[2]
	if p.forms[second[0]-1] != "," || p.forms[third[0]-1] != "and" || !p.follows(cola[0], second) || !p.follows(second, third) || second[1]-second[0] > 5 {
		return three, 0, 0
	}
	first = cola[0][1]
	for first > cola[0][0] && p.nominal(first-1) {
		first--
	}
	end := third[0]
	for end < third[1] && p.nominal(end) {
		end++
	}
	words := second[1]-second[0] == 1
	switch three = [3]int{cola[0][1] - 1, second[1] - 1, end - 1}; {
	case words && end <= third[0] || words && p.Tokens[third[0]].Pos != syntax.NOUN:
		three[2] = third[0]
		a, b, c := p.Tokens[three[0]], p.Tokens[three[1]], p.Tokens[three[2]]
		if a.Tag != b.Tag || b.Tag != c.Tag || !(a.Pos == syntax.ADV && strings.HasSuffix(p.forms[three[1]], "ly") || a.Pos == syntax.VERB && a.Tag != syntax.TagVBD && a.Tag != syntax.TagVBG) || p.inName[three[0]] {
			return three, 0, 0
		}
		if three[0] > 0 && (p.forms[three[0]-1] == "," || p.Tokens[three[0]-1].Tag == syntax.TagHYPH || p.forms[three[0]-1] == "—") { // a fourth before them
			return three, 0, 0
		}
		if a.Pos == syntax.VERB && third[1]-third[0] > 1 || three[0] > cola[0][0] && p.Tokens[three[0]-1].Pos == a.Pos {
			return three, 0, 0
		}
		return three, three[0], three[2] + 1
	case first == cola[0][1] || end == third[0]:
		return three, 0, 0
	}
	if opens := p.Tokens[second[0]].Pos; (opens == syntax.DET || opens == syntax.PRON) && p.Tokens[third[0]].Pos != opens {
		return three, 0, 0 // the last two are one member: his age, his pride and joy
	}
	for k := second[0]; k < second[1]; k++ {
		if !p.nominal(k) {
			return three, 0, 0
		}
	}
	if p.abstractions(three) < 2 || !p.sameKind(three) || p.Tokens[three[0]].Pos != syntax.NOUN {
		return three, 0, 0
	}
	if first > 0 && (p.forms[first-1] == "," || p.forms[first-1] == "and") { // a fourth before them
		return three, 0, 0
	}
	last = end
	if end < third[1] && p.Tokens[end].Pos == syntax.ADP && second[1]-second[0] > 1 {
		_, far := p.Subtree(three[2])
		last = max(end, min(far, third[1], end+8))
	}
	return three, first, p.trimmed(first, last)
}

// sameOpening returns three stretches that open with the same word: for us, for
// our friends and for the town. Places and dates in a row are a list.
func (p *page) sameOpening(cola [][2]int) (first, last int) {
	second, third := cola[1], cola[2]
	w := p.forms[second[0]]
	if p.forms[third[0]] != w || !p.follows(cola[0], second) || !p.follows(second, third) || third[0]-second[0] < 2 {
		return 0, 0
	}
	for k := cola[0][1] - 2; k >= max(cola[0][0], cola[0][1]-12); k-- {
		if p.forms[k] == w && p.Tokens[k].Pos == p.Tokens[second[0]].Pos {
			first = k
			break
		}
	}
	if first == 0 && p.forms[0] != w {
		return 0, 0
	}
	for _, k := range []int{first, second[0], third[0]} {
		if next := min(k+1, len(p.Tokens)-1); p.inName[next] || p.Tokens[next].Pos == syntax.NUM || p.Tokens[next].Pos == syntax.PROPN {
			return 0, 0
		}
	}
	last = third[1]
	joined := p.Tokens[third[0]-1].Pos == syntax.CCONJ
	short := func(n int) bool {
		return cola[0][1]-first <= n && second[1]-second[0] <= n && third[1]-third[0] <= n+4
	}
	switch t := p.Tokens[second[0]]; t.Pos {
	case syntax.ADP:
		if !joined || !short(8) || p.lemmas[third[0]] == "by" {
			return 0, 0
		}
	case syntax.DET:
		if article := w == "a" || w == "an" || w == "the"; !joined || !short(5) || article && p.forms[second[0]-1] != "and" && (second[1]-second[0] != 2 || p.Tokens[second[0]+1].Pos != syntax.ADJ) {
			return 0, 0
		}
	case syntax.SCONJ, syntax.ADV, syntax.NOUN:
		if !short(14) || t.Pos == syntax.ADV && t.Tag != syntax.TagWRB {
			return 0, 0
		}
	default:
		return 0, 0
	}
	return first, p.trimmed(first, min(last, third[0]+16))
}

// nominal reports whether token k may stand in a plain noun phrase.
func (p *page) nominal(k int) bool {
	switch t := p.Tokens[k]; t.Pos {
	case syntax.DET, syntax.ADJ, syntax.NOUN:
		return true
	case syntax.PRON:
		return t.Tag == syntax.TagPRPS
	case syntax.VERB:
		return t.Rel == syntax.Amod
	}
	return false
}
