package quote

import (
	"math/bits"

	"lectern/analysis/syntax"
)

// The labels of the first chain.
const (
	other = iota
	beginSource
	inSource
	beginCue
	inCue
	beginContent
	inContent
	cueLabels
)

// The kinds of features that only the first chain has.
const (
	cKid = fOwn + iota<<4
	cUp
	cFrame
	cNear
	cSubject
	cQuoted
	cPlace
	cListed
)

// cueRows returns the features of the tokens of sentence s for the first chain.
func (p *page) cueRows(s int, rows []row) []row {
	sent := p.Sentences[s]
	first, last := sent.First, sent.Last
	left, right := p.graded(first, last)
	headline := uint32(0)
	if sent.Paragraph == 0 {
		headline = 1
	}
	quoted := uint32(0)
	for i := first; i < last; i++ {
		if p.words[i].state >= opening {
			quoted = 1
		}
	}
	around := p.statesAround(first, last)
	for i := first; i < last; i++ {
		r := p.tree(p.local(next(&rows), i, first, last), i)
		w := &p.words[i]
		for kids := w.kids; kids != 0; kids &= kids - 1 {
			rel := uint32(bits.TrailingZeros64(kids))
			r.add(cKid, rel, w.tag)
			r.add(cKid+1, rel, w.lemma)
			r.add(cKid+2, rel, w.grade)
		}
		r = p.above(r, i)
		r.add(cFrame, w.frame, w.grade)
		r.add(cFrame+1, w.frame, w.lemma)
		r.add(cFrame+2, w.frame&63, w.lemma)
		r.add(cFrame+3, w.frame, w.tag)
		r.add(cFrame+4, w.frame&63, w.cluster)
		r.add(cFrame+5, w.frame>>6, w.grade)
		if w.listed != 0 {
			r.add(cListed, w.listed, w.frame&63)
			r.add(cListed+1, w.listed, w.frame>>6)
			r.add(cListed+2, w.frame, w.rel)
			r.add(cListed+3, w.rel, w.grade)
		}
		if l := left[i-first]; l >= 0 {
			r.add(cNear, bucket(i-l)<<4|p.words[l].grade, w.state)
			r.add(cNear+1, p.words[l].lemma, w.state)
		}
		if g := right[i-first]; g >= 0 {
			r.add(cNear+2, bucket(g-i)<<4|p.words[g].grade, w.state)
			r.add(cNear+3, p.words[g].lemma, w.state)
		}
		if sub := p.subject(i); sub >= 0 {
			s := &p.words[sub]
			r.add(cSubject, s.tag<<4|s.kind, w.grade)
			r.add(cSubject+1, s.tag<<4|s.kind, w.lemma)
			r.add(cSubject+2, s.cluster, w.grade)
			r.add(cSubject+3, s.lemma, w.grade)
			if w.listed != 0 {
				r.add(cListed+4, s.tag<<4|s.kind, w.frame&63)
				r.add(cListed+5, s.cluster>>6, w.listed)
			}
			r.add(cSubject+4, s.cluster>>6, w.frame&63)
		}
		r.add(cQuoted, quoted<<2|w.state, w.grade)
		if w.state == outside {
			l, g := p.quotedBeside(i, first, last)
			r.add(cQuoted+1, l, w.grade)
			r.add(cQuoted+2, g, w.grade)
			r.add(cQuoted+3, l<<8|g, w.tag)
			r.add(cQuoted+4, l<<8|g, w.lemma)
		} else {
			r.add(cQuoted+5, p.quoteLength(i), w.tag)
			r.add(cQuoted+6, p.quoteLength(i), w.lemma)
		}
		r.add(cQuoted+7, around, w.grade)
		r.add(cPlace, headline, w.tag)
		r.add(cPlace+1, headline, w.grade)
		rows[len(rows)-1] = r
	}
	return rows
}

// quotedBeside says how far to the left the last quotation before token i ends
// and to the right the next one starts, and how long they are; 0 if there is
// none within reach.
func (p *page) quotedBeside(i, first, last int) (left, right uint32) {
	for k := i - 1; k >= first && i-k <= 8; k-- {
		if p.words[k].state != outside {
			left = 1 + bucket(i-k)<<3 | p.quoteLength(k)
			break
		}
	}
	for k := i + 1; k < last && k-i <= 8; k++ {
		if p.words[k].state != outside {
			right = 1 + bucket(k-i)<<3 | p.quoteLength(k)
			break
		}
	}
	return left, right
}

// quoteLength sorts the quotation that holds token i by its length.
func (p *page) quoteLength(i int) uint32 {
	q := p.Quotes[p.Tokens[i].Quote]
	return bucket((q.Last - q.First) / 2)
}

// statesAround says how the sentence [first, last) and its neighbours begin
// and end: inside a quotation or not.
func (p *page) statesAround(first, last int) uint32 {
	f := uint32(0)
	for b, i := range [...]int{first - 1, first, last - 1, last} {
		if i >= 0 && i < len(p.words) && p.words[i].state != outside {
			f |= 1 << b
		}
	}
	return f
}

// next makes room for one more row, using again the memory of an old one.
func next(rows *[]row) row {
	if len(*rows) < cap(*rows) {
		*rows = (*rows)[:len(*rows)+1]
		return (*rows)[len(*rows)-1][:0]
	}
	*rows = append(*rows, nil)
	return make(row, 0, 96)
}

// graded returns, for every token of [first, last), the nearest word to its
// left and to its right, outside quotations, that is often a cue; -1 if none.
func (p *page) graded(first, last int) (left, right []int) {
	left, right = make([]int, last-first), make([]int, last-first)
	near := -1
	for i := first; i < last; i++ {
		left[i-first] = near
		if p.words[i].grade >= 2 && p.words[i].state == outside {
			near = i
		}
	}
	near = -1
	for i := last - 1; i >= first; i-- {
		right[i-first] = near
		if p.words[i].grade >= 2 && p.words[i].state == outside {
			near = i
		}
	}
	return left, right
}

// above appends the nearest word over token i that is often a cue, and the way
// up to it.
func (p *page) above(r row, i int) row {
	way := p.words[i].rel
	for k, step := i, 0; step < 8 && !p.IsRoot(k); step++ {
		h := int(p.Tokens[k].Head)
		if w := &p.words[h]; w.grade >= 2 {
			side := uint32(0)
			if i > h {
				side = 1
			}
			top := p.words[k].rel<<1 | side
			r.add(cUp, top, w.grade)
			r.add(cUp+1, top, w.lemma)
			if step < 4 {
				r.add(cUp+2, way, side)
			}
			return r
		}
		k = h
		way = way*61 + p.words[k].rel
	}
	return r
}

// subject returns the subject of token i, or of the verb it shares one with; -1 if none.
func (p *page) subject(i int) int {
	if !p.isVerb(i) && p.words[i].grade == 0 {
		return -1
	}
	for step := 0; step < 3; step++ {
		if p.subjects[i] >= 0 {
			return int(p.subjects[i])
		}
		if rel := p.Tokens[i].Rel.Base(); rel != syntax.Conj && rel != syntax.Xcomp && rel != syntax.Advcl || p.IsRoot(i) {
			return -1
		}
		i = int(p.Tokens[i].Head)
	}
	return -1
}
