package quote

// The labels of the second chain, which looks for the source and the content
// of one cue. Words of the cue itself are other.
const (
	spanOther = iota
	beginSpeaker
	inSpeaker
	beginSaid
	inSaid
	spanLabels
)

// The kinds of features that only the second chain has.
const (
	sSide = fOwn + iota<<4
	sBetween
	sOther
	sFirst
	sUnder
	sOver
	sMeet
	sPath
	sBranch
	sEnds
	sSentence
	sHead
	sBeyond
	sOpens
	sCloses
)

// spanRows returns the features of the tokens of the window for the cue.
func (x *scene) spanRows(rows []row) []row {
	p, f, k, w := x.page, x.f, x.k, x.w
	head := &p.words[k.head]
	cueSentence := int(p.Tokens[k.first].Sentence)
	verbsLeft, marksLeft, commasLeft, stopsLeft, cuesLeft := p.between(f, k, w)
	beforeCue, afterCue := p.cuesBeside(f, k, w)
	for i := w.first; i < w.last; i++ {
		t := &p.words[i]
		r := p.local(next(&rows), i, w.first, w.last)
		r.add(fRel, t.rel, 0)
		r.add(fRel+1, t.rel, t.tag)
		if !p.IsRoot(i) {
			r.add(fHead, t.rel, p.words[p.Tokens[i].Head].tag)
		}
		side, far := k.side(i)
		off := uint32(int(p.Tokens[i].Sentence) - cueSentence + 8)
		here := side<<8 | off
		dist := side<<8 | bucket(far)
		r.add(sSide, here, 0)
		r.add(sSide+1, dist, 0)
		r.add(sSide+2, here, t.state<<4|p.words[k.first].state)
		r.add(sSide+3, here, head.lemma)
		r.add(sSide+4, dist, t.tag)
		r.add(sSide+5, dist, head.lemma)
		r.add(sSide+6, here, head.frame)
		r.add(sSide+7, dist, head.frame&63|t.tag<<6)
		r.add(sSide+8, here, head.cluster)
		j := i - w.first
		v, m, c, o := bucket(verbsLeft[j]), bucket(marksLeft[j]), bucket(commasLeft[j]), bucket(cuesLeft[j])
		r.add(sBetween, here, o)
		r.add(sBetween+1, here, m<<4|t.state)
		r.add(sBetween+2, side, v)
		r.add(sBetween+3, side, c<<4|v)
		r.add(sBetween+6, here, bucket(stopsLeft[j])<<4|t.state)
		r.add(sBetween+7, side<<8|bucket(stopsLeft[j]), v)
		r.add(sBetween+4, side<<8|t.tag, t.kind<<4|v)
		r.add(sBetween+5, here, o<<8|m<<4|t.state)
		if g := f.at[i]; g >= 0 && !k.has(i) {
			r.add(sOther, here, oddsBucket(f.candidates[g].odds))
		}
		a, b := beforeCue[j], afterCue[j]
		r.add(sBeyond, side<<8|a, t.tag)
		r.add(sBeyond+1, side<<8|b, t.tag)
		r.add(sBeyond+2, side<<8|b, t.lemma)
		r.add(sBeyond+3, side<<8|a, t.lemma)
		r.add(sBeyond+4, here, a<<8|b<<4|t.state)
		r.add(sFirst, side, oddsBucket(f.source[i]))
		r.add(sFirst+1, side, oddsBucket(f.content[i]))
		r.add(sFirst+2, oddsBucket(f.source[i])<<4|oddsBucket(f.content[i]), side<<8|v)
		r = p.edges(r, i, w, side, k, x.ties)
		if off == 8 {
			r = p.branch(r, i, k, side)
			r.add(sHead, side<<8|head.rel, head.tag)
			r.add(sHead+1, side<<8|head.rel, t.rel)
		}
		rows[len(rows)-1] = r
	}
	p.sentenceRows(f, k, w, rows[len(rows)-(w.last-w.first):])
	return rows
}

// oddsBucket sorts a logarithm of a probability into one of eight.
func oddsBucket(odds int32) uint32 {
	for b, least := range [...]int32{-unit / 10, -unit / 3, -unit * 7 / 10, -unit * 3 / 2, -unit * 5 / 2, -unit * 4, -unit * 6} {
		if odds >= least {
			return uint32(b)
		}
	}
	return 7
}

// sentenceRows appends what the sentence of each token is to the cue: whether
// it has a cue of its own, and whether it is all quotation.
func (p *page) sentenceRows(f *scan, k candidate, w run, rows []row) {
	cueSentence := int(p.Tokens[k.first].Sentence)
	for s := int(p.Tokens[w.first].Sentence); s < len(p.Sentences) && p.Sentences[s].First < w.last; s++ {
		sent := p.Sentences[s]
		best, quoted := int32(never), uint32(0)
		for i := max(sent.First, w.first); i < min(sent.Last, w.last); i++ {
			if g := f.at[i]; g >= 0 && !k.has(i) && p.words[i].state == outside {
				best = max(best, f.candidates[g].odds)
			}
			if p.words[i].state != outside {
				quoted |= 1
			} else if !isMark(p.Word(i)) {
				quoted |= 2
			}
		}
		off := uint32(s - cueSentence + 8)
		b := oddsBucket(best)
		for i := max(sent.First, w.first); i < min(sent.Last, w.last); i++ {
			t := &p.words[i]
			r := &rows[i-w.first]
			r.add(sSentence, off<<4|quoted, b)
			r.add(sSentence+1, off<<4|quoted, t.state)
			r.add(sSentence+2, off<<4|quoted, b<<4|t.state)
		}
	}
	p.ends(k, w, rows)
}
