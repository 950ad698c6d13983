package quote

// A row is what one token looks like to a chain: the hashes of its features.
type row []uint32

// add appends a feature of the kind t with the values a and b.
func (r *row) add(t, a, b uint32) { *r = append(*r, mix(t, a, b)) }

// mix hashes a kind of feature and two values.
func mix(t, a, b uint32) uint32 {
	h := (t*0x9E3779B1 ^ a) * 0x85EBCA6B
	h = (h ^ h>>15 ^ b) * 0xC2B2AE35
	h ^= h >> 13
	return h * 0x27D4EB2F
}

// bucket sorts a distance into one of eight.
func bucket(n int) uint32 {
	switch {
	case n <= 3:
		return uint32(max(n, 0))
	case n <= 5:
		return 4
	case n <= 10:
		return 5
	case n <= 20:
		return 6
	}
	return 7
}

// The kinds of features of a token by itself; k of them are kept free for the
// places around it.
const (
	fBias uint32 = iota << 4
	fForm
	fLemma
	fTag
	fKind
	fGrade
	fCluster
	fBroad
	fListed
	fLemmas
	fTags
	fTrigram
	fLemmaTag
	fClusters
	fSuffix
	fShape
	fState
	fStates
	fEdge
	fRel
	fHead
	fOwn // the kinds of one model start here
)

// lone stands in for the words beyond the edges of a sentence.
var lone = word{form: 3, lemma: 3, tag: 255}

func (p *page) at(i, first, last int) *word {
	if i < first || i >= last {
		return &lone
	}
	return &p.words[i]
}

// local appends what token i and its neighbours within [first, last) are.
func (p *page) local(r row, i, first, last int) row {
	w := &p.words[i]
	r.add(fBias, 0, 0)
	for k := -2; k <= 2; k++ {
		u, place := p.at(i+k, first, last), uint32(k+2)
		r.add(fForm+place, u.form, 0)
		r.add(fLemma+place, u.lemma, 0)
		r.add(fTag+place, u.tag, u.kind)
		r.add(fGrade+place, u.grade, u.state)
	}
	a, b, c, d := p.at(i-1, first, last), p.at(i+1, first, last), p.at(i-2, first, last), p.at(i+2, first, last)
	for k, u := range [...]*word{a, w, b} {
		if u.cluster != 0 {
			r.add(fCluster+uint32(k), u.cluster, 0)
			r.add(fBroad+uint32(k), u.cluster>>6, u.tag)
		}
	}
	for k, u := range [...]*word{a, w, b} {
		if u.listed != 0 {
			r.add(fListed+uint32(k), u.listed, w.tag)
		}
	}
	r.add(fLemmas, a.lemma, w.lemma)
	r.add(fLemmas+1, w.lemma, b.lemma)
	r.add(fTags, a.tag, w.tag)
	r.add(fTags+1, w.tag, b.tag)
	r.add(fTrigram, a.tag<<8|w.tag, b.tag)
	r.add(fTrigram+1, c.tag<<8|a.tag, w.tag)
	r.add(fTrigram+2, w.tag<<8|b.tag, d.tag)
	r.add(fLemmaTag, w.lemma, b.tag)
	r.add(fLemmaTag+1, a.tag, w.lemma)
	r.add(fClusters, a.cluster, w.cluster)
	r.add(fClusters+1, w.cluster, b.cluster)
	r.add(fSuffix, w.suffix, w.tag)
	r.add(fShape, w.shape, 0)
	r.add(fState, w.state, w.tag)
	r.add(fStates, a.state<<4|w.state, b.state)
	if i == first {
		r.add(fEdge, 0, w.state)
	}
	if i == last-1 {
		r.add(fEdge, 1, w.state)
	}
	return r
}

// tree appends where token i stands in its tree.
func (p *page) tree(r row, i int) row {
	w := &p.words[i]
	r.add(fRel, w.rel, 0)
	r.add(fRel+1, w.rel, w.tag)
	if !p.IsRoot(i) {
		h := &p.words[p.Tokens[i].Head]
		r.add(fHead, h.lemma, 0)
		r.add(fHead+1, w.rel, h.lemma)
		r.add(fHead+2, w.rel, h.tag)
		r.add(fHead+3, w.rel, h.grade)
		r.add(fHead+4, w.rel, h.frame)
		if h.listed != 0 {
			r.add(fHead+5, w.rel, h.listed)
		}
	}
	return r
}
