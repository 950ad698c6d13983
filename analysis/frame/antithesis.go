package frame

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// antithesis finds four figures that reject one reading and put another in its
// place:
//
//   - not X but Y, where Y is coordinated with X and brings no subject of its
//     own, or where what follows "not" and "but" is of one kind. "Not only X but
//     also Y" adds and is none;
//   - X, not Y, where Y is a phrase;
//   - X is not Y; it is Z, in two clauses or sentences;
//   - X rather than Y-ing, and X rather than to Y: between acts, not between the
//     things that one may choose from.
func antithesis(p *page) (hits []hit) {
	add := func(first, last, head int, words ...int) {
		if last = p.trimmed(first, p.clipped(head, last)); last > head && last-first <= 45 {
			hits = append(hits, hit{first: first, last: last, head: head, words: words, tier: model.Core, rule: "antithesis", why: "one reading is rejected, another put in its place"})
		}
	}
	for i := range p.Tokens {
		switch p.forms[i] {
		case "but":
			if not := p.rejected(i); not >= 0 && p.Tokens[i].Pos == syntax.CCONJ {
				y := i + 1
				if h := int(p.Tokens[i].Head); h > i {
					y = h
				}
				_, last := p.Subtree(y)
				add(p.wholeWord(not), last, i, not, i)
			}
		case "not":
			if last := p.exclusion(i); last > 0 {
				x := int(p.Tokens[p.Tokens[i].Head].Head)
				first, _ := p.Subtree(x)
				if p.Tokens[x].Pos == syntax.VERB || first > i || i-first > 12 {
					first = max(p.SentenceOf(i).First, i-2)
				}
				add(first, last, i, i)
			}
			fallthrough
		case "n't":
			if last := p.corrected(i); last > 0 {
				add(p.wholeWord(i), last, i, i)
			}
		case "than":
			if i > 0 && p.forms[i-1] == "rather" && i+1 < p.SentenceOf(i).Last {
				y := p.verbAhead(i + 1)
				if y < 0 {
					continue
				}
				g := int(p.Tokens[y].Head)
				if g >= i || i-g > 25 {
					continue
				}
				_, last := p.Subtree(y)
				add(g, last, i, i-1, i)
			}
		}
	}
	return hits
}

// rejected returns the "not" whose X the "but" at token i puts something in the
// place of, or -1.
func (p *page) rejected(i int) int {
	s := p.SentenceOf(i)
	y := int(p.Tokens[i].Head)
	if y > i && p.Tokens[y].Rel == syntax.Conj && p.child(y, syntax.Nsubj, syntax.NsubjPass, syntax.Expl) < 0 && p.Tokens[y].Tag != syntax.TagVBD {
		x := int(p.Tokens[y].Head)
		if not := p.negation(x); not >= 0 && not < i && !p.only(not+1) && !(p.Tokens[x].Pos == syntax.VERB && p.Tokens[y].Pos == syntax.VERB && p.hasDo(x)) {
			return not
		}
	}
	for k := i - 2; k >= max(s.First, i-14); k-- {
		if p.lemmas[k] == "not" || p.forms[k] == "n't" {
			a, b := p.skipAdverbs(k+1), p.skipAdverbs(i+1)
			if a < i && b < s.Last && !p.only(k+1) && (p.parallel(a, b) || p.rephrased(k, a, i, b)) {
				return k
			}
			return -1
		}
	}
	return -1
}

// hasDo reports whether the verb at token x is negated with "do": what somebody
// did not do, and did instead, is a report, not a figure.
func (p *page) hasDo(x int) bool {
	for _, c := range p.children(x) {
		if p.Tokens[c].Rel == syntax.Aux && p.lemmas[c] == "do" {
			return true
		}
	}
	return false
}

// parallel reports whether two words open phrases of one kind.
func (p *page) parallel(a, b int) bool {
	x, y := p.Tokens[a], p.Tokens[b]
	switch x.Pos {
	case syntax.ADP, syntax.SCONJ, syntax.PART:
		return y.Pos == x.Pos && (p.lemmas[a] == p.lemmas[b] || x.Pos == syntax.ADP)
	case syntax.DET, syntax.ADJ, syntax.NOUN, syntax.NUM:
		return y.Pos == x.Pos && p.Tokens[b].Rel != syntax.Nsubj && p.Tokens[y.Head].Rel != syntax.Nsubj
	}
	return false
}

// rephrased reports whether the "not" at token k rejects a phrase that begins at
// a, and the "but" at token i puts another in its place, which begins at b: no
// clause, and not far from the end.
func (p *page) rephrased(k, a, i, b int) bool {
	switch p.Tokens[a].Pos {
	case syntax.ADP, syntax.DET, syntax.SCONJ, syntax.NUM, syntax.NOUN:
	case syntax.ADJ, syntax.VERB:
		return p.kind(a) == syntax.ADJ && p.kind(b) == syntax.ADJ
	default:
		return false
	}
	if k > 0 && p.forms[k-1] == "only" || p.Tokens[b].Tag == syntax.TagVBG || p.Tokens[k].End > p.Tokens[i].Start {
		return false
	}
	if p.Tokens[b].Tag == syntax.TagWRB {
		return true
	}
	for j := b; j < min(b+7, p.SentenceOf(b).Last); j++ {
		t := p.Tokens[j]
		if t.Rel.Base() == syntax.Nsubj || t.Rel == syntax.Expl || t.Tag == syntax.TagMD || t.Tag == syntax.TagVBD || t.Tag == syntax.TagVBZ || t.Tag == syntax.TagVBP {
			return false
		}
		if p.forms[j] == "," || p.forms[j] == "." || p.forms[j] == ";" {
			break
		}
	}
	return true
}

func (p *page) skipAdverbs(i int) int {
	for i < len(p.Tokens)-1 && (p.Tokens[i].Pos == syntax.ADV || p.forms[i] == "," || p.forms[i] == "rather") {
		i++
	}
	return i
}

// exclusion returns the end of Y in "X, not Y" for the "not" at token i; 0 if
// it is none.
func (p *page) exclusion(i int) int {
	s := p.SentenceOf(i)
	if i-2 < s.First || p.forms[i-1] != "," && p.Tokens[i-1].Tag != syntax.TagColon || i+2 >= s.Last || p.only(i+1) || p.forms[i+2] == "mention" {
		return 0
	}
	y := int(p.Tokens[i].Head)
	if y <= i || p.Tokens[y].Rel != syntax.Conj || p.Tokens[y].Pos == syntax.VERB && p.Tokens[y].Tag != syntax.TagVBG || p.child(y, syntax.Nsubj, syntax.NsubjPass, syntax.Cop) >= 0 {
		return 0
	}
	_, last := p.Subtree(y)
	if last-i > 12 {
		return 0
	}
	return last
}

// corrected returns the end of "it is Z" where the "not" at token i is of a
// clause "X is not Y" right before it; 0 if there is none.
func (p *page) corrected(i int) int {
	y := int(p.Tokens[i].Head)
	if p.child(y, syntax.Cop) < 0 || p.only(i+1) || p.child(y, syntax.Mark) >= 0 || p.Tokens[y].Rel == syntax.AclRelcl {
		return 0
	}
	if r := p.Tokens[y].Rel; r == syntax.Ccomp || r == syntax.Csubj || y-i > 12 {
		return 0
	}
	for k := y + 1; k < min(len(p.Tokens)-2, y+9); k++ {
		switch p.forms[k] {
		case ";", ".", "—", "–", "-", ":", ",":
		default:
			continue
		}
		if subject := p.Tokens[k+1]; subject.Pos != syntax.PRON || !slices.Contains([]string{"it", "they", "this", "that", "he", "she", "we"}, p.forms[k+1]) || p.lemmas[k+2] != "be" {
			return 0
		}
		z := int(p.Tokens[k+2].Head)
		if p.negation(z) >= 0 || p.Tokens[k+2].Rel != syntax.Cop {
			return 0
		}
		_, last := p.Subtree(z)
		if last = min(last, p.SentenceOf(z).Last); last-k > 14 {
			return 0
		}
		return last
	}
	return 0
}

// verbAhead returns the gerund or infinitive that begins at token i, an adverb
// before it aside, or -1.
func (p *page) verbAhead(i int) int {
	i = p.skipAdverbs(i)
	if p.forms[i] == "to" && i+1 < len(p.Tokens) {
		i++
	}
	if t := p.Tokens[i].Tag; p.Tokens[i].Pos == syntax.VERB && (t == syntax.TagVBG || t == syntax.TagVB) {
		return i
	}
	return -1
}

// wholeWord returns the first token of the written word of token i: "is" in
// "isn't".
func (p *page) wholeWord(i int) int {
	for i > 0 && p.Tokens[i-1].End == p.Tokens[i].Start && p.Tokens[i].Pos != syntax.PUNCT && p.Tokens[i-1].Pos != syntax.PUNCT {
		i--
	}
	return i
}

// clipped returns last, or the first dash, colon or semicolon between from and
// last.
func (p *page) clipped(from, last int) int {
	for k := from + 1; k < last; k++ {
		switch p.forms[k] {
		case "—", "–", ";", ":":
			return k
		}
	}
	return last
}

// negation returns the "not" of token x, or -1.
func (p *page) negation(x int) int {
	for _, c := range p.children(x) {
		if p.lemmas[c] == "not" || p.forms[c] == "n't" {
			return c
		}
	}
	return -1
}

// only reports whether token i is a word that makes "not" an addition.
func (p *page) only(i int) bool {
	return i < len(p.Tokens) && slices.Contains([]string{"only", "just", "merely", "simply", "solely", "necessarily", "alone", "even", "yet", "all"}, p.lemmas[i])
}
