package quote

// The kinds of features of the ranker, which sees a choice as a whole: what
// hangs together and is torn apart, what is left out, where it stops.
const (
	rGap uint32 = 0x2000 + iota<<4
	rStart
	rEnd
	rAfter
	rOut
	rLeft
	rCue
	rCount
	rMarks
	rShape
	rSource
	rSourceEnd
	rBetween
	rOther
	rOdds
)

// A scene is a window with a cue in it, in which the second chain looks for its
// source and content and the ranker at choices for them.
type scene struct {
	*page
	f     *scan
	k     candidate
	w     run
	ties  []uint8
	place []uint8 // what each token of the window is in the choice that is looked at
}

// What a token is in a choice.
const (
	isNothing uint8 = iota
	isCue
	isSource
	isContent
	isBeyond // the window
)

func (p *page) newScene(f *scan, k candidate) *scene {
	w := p.window(k)
	return &scene{p, f, k, w, p.ties(k, w), make([]uint8, w.last-w.first)}
}

func (x *scene) placeOf(i int) uint32 {
	if i < x.w.first || i >= x.w.last {
		return uint32(isBeyond)
	}
	return uint32(x.place[i-x.w.first])
}

// headPlace says what the head of token i is; a root has none.
func (x *scene) headPlace(i int) uint32 {
	if x.IsRoot(i) {
		return 7
	}
	return x.placeOf(int(x.Tokens[i].Head))
}

func (x *scene) tie(i int) uint32 {
	if i < x.w.first || i >= x.w.last {
		return 0
	}
	return uint32(x.ties[i-x.w.first])
}

// row returns the features of choice n of list.
func (x *scene) row(list []choice, n int, r row) row {
	a := &list[n]
	clear(x.place)
	paintPlace := func(runs []run, what uint8) {
		for _, r := range runs {
			for i := r.first; i < r.last; i++ {
				x.place[i-x.w.first] = what
			}
		}
	}
	paintPlace(a.content, isContent)
	paintPlace(a.source, isSource)
	paintPlace([]run{x.k.run}, isCue)
	head := &x.words[x.k.head]
	gap := uint32(min((list[0].score-a.score)*4/unit, 31))
	r.add(rGap, gap, 0)
	r.add(rGap+1, uint32(n), 0)
	if len(a.content) == 0 {
		r.add(rGap+2, 0, 0)
		return x.sources(r, a)
	}
	for j, c := range a.content {
		which := uint32(0)
		if j > 0 {
			which = 1
		}
		r = x.starts(r, c.first, which)
		which = 0
		if j < len(a.content)-1 {
			which = 1
		}
		r = x.stops(r, c.last, which)
	}
	hull := run{a.content[0].first, a.content[len(a.content)-1].last}
	r = x.torn(r, hull)
	side := uint32(0)
	for _, c := range a.content {
		if c.first < x.k.first {
			side |= 1
		} else {
			side |= 2
		}
	}
	shape := side | uint32(min(len(a.content), 4))<<2
	r.add(rShape, shape, 0)
	r.add(rShape+1, shape, head.lemma)
	r.add(rShape+2, shape, head.frame)
	r.add(rShape+3, shape, bucket(size(a.content)))
	r.add(rShape+4, bucket(size(a.content)), head.lemma)
	r.add(rShape+5, shape, head.state)
	sentences := uint32(x.Tokens[hull.last-1].Sentence - x.Tokens[hull.first].Sentence)
	r.add(rShape+6, shape, min(sentences, 5))
	r = x.quotes(r, a, shape)
	r = x.others(r, hull)
	return x.sources(r, a)
}

// starts appends what stands on both sides of a content's beginning.
func (x *scene) starts(r row, i int, which uint32) row {
	t := &x.words[i]
	head := &x.words[x.k.head]
	before := x.class(i-1, i)
	rel, at := uint32(255), uint32(9)
	if o := x.opens[i]; o >= 0 {
		rel, at = x.words[o].rel, x.headPlace(int(o))
		r.add(rStart+7, which<<8|rel, x.tie(int(o)))
	}
	r.add(rStart, which<<8|before, t.tag)
	r.add(rStart+1, which<<8|before, t.lemma)
	r.add(rStart+2, which<<8|rel, at)
	r.add(rStart+3, which<<8|rel, head.lemma)
	r.add(rStart+4, which<<8|t.tag, head.lemma)
	r.add(rStart+5, which<<8|rel, at<<4|before)
	if i > 0 {
		prev := int(x.opens[i-1])
		r.add(rStart+8, which<<4|x.placeOf(i-1), x.words[i-1].lemma)
		r.add(rStart+9, which<<4|x.placeOf(i-1), x.words[i-1].tag<<8|t.tag)
		if prev >= 0 {
			r.add(rStart+10, x.words[prev].rel, x.headPlace(prev)<<4|x.placeOf(prev))
		}
	}
	if i > x.w.first {
		r.add(rOdds+2, which<<4|oddsBucket(x.f.content[i]), oddsBucket(x.f.content[i-1])<<4|x.placeOf(i-1))
	}
	near := uint32(8)
	if i >= x.k.last {
		near = bucket(i - x.k.last)
	}
	r.add(rStart+6, near, before)
	r.add(rStart+11, near, head.lemma)
	return r
}

// stops appends what stands on both sides of a content's end, before token e.
func (x *scene) stops(r row, e int, which uint32) row {
	head := &x.words[x.k.head]
	last := &x.words[e-1]
	rel, at := uint32(255), uint32(9)
	if o := x.closes[e-1]; o >= 0 {
		rel, at = x.words[o].rel, x.headPlace(int(o))
	}
	r.add(rEnd, which<<8|rel, at)
	r.add(rEnd+1, which<<4|last.state, last.tag)
	sent := x.SentenceOf(e - 1)
	r.add(rOdds, which<<4|oddsBucket(x.f.content[e-1]), 8)
	if e < x.w.last {
		r.add(rOdds+1, which<<4|oddsBucket(x.f.content[e-1]), oddsBucket(x.f.content[e])<<4|x.placeOf(e))
	}
	if e == sent.Last {
		r.add(rEnd+2, which, 0)
		r.add(rEnd+3, which, last.state)
		r.add(rEnd+8, which, head.lemma)
		return r
	}
	next := &x.words[e]
	after := x.class(e, e-1)
	r.add(rEnd+4, which<<8|after, next.lemma)
	r.add(rEnd+5, which<<8|rel, after)
	r.add(rEnd+6, which<<8|x.placeOf(e), next.tag)
	r.add(rEnd+7, which<<8|last.tag, next.tag)
	o := x.opens[e]
	word := next
	if isMark(x.Word(e)) && e+1 < sent.Last {
		word = &x.words[e+1]
		if o < 0 || int(o) == e {
			o = x.opens[e+1]
		}
	}
	if o < 0 {
		return r
	}
	c := &x.words[o]
	where, tie := x.headPlace(int(o)), x.tie(int(x.Tokens[o].Head))
	r.add(rAfter, which<<8|c.rel, where)
	r.add(rAfter+1, where<<8|c.rel, word.lemma)
	r.add(rAfter+2, where<<8|c.rel, c.tag<<4|after)
	r.add(rAfter+3, where<<8|c.rel, head.lemma)
	r.add(rAfter+4, where<<8|c.rel, tie)
	r.add(rAfter+5, where<<8|c.rel, bucket(int(x.to[o]-x.from[o])/2)<<4|after)
	r.add(rAfter+6, where<<8|c.rel, last.state<<4|next.state)
	subject := uint32(0)
	if x.subjects[o] >= 0 {
		subject = 1
	}
	r.add(rAfter+7, where<<8|c.rel, subject<<8|after)
	r.add(rAfter+8, where<<8|c.rel, rel)
	return r
}

// torn appends the arcs between what is content and what is not.
func (x *scene) torn(r row, hull run) row {
	head := &x.words[x.k.head]
	first := min(x.SentenceOf(hull.first).First, x.SentenceOf(x.k.first).First)
	last := max(x.SentenceOf(hull.last-1).Last, x.SentenceOf(x.k.first).Last)
	out, left := 0, 0
	for i := max(first, x.w.first); i < min(last, x.w.last); i++ {
		t := &x.words[i]
		if isMark(x.Word(i)) {
			continue
		}
		here := x.place[i-x.w.first]
		at := x.headPlace(i)
		side := uint32(0)
		if i > x.k.first {
			side = 1
		}
		switch {
		case here == isContent && at != uint32(isContent):
			out++
			r.add(rOut, side<<8|t.rel, at)
			r.add(rOut+1, at<<8|t.rel, t.tag)
			if at == uint32(isCue) {
				r.add(rOut+2, side<<8|t.rel, head.lemma)
				r.add(rOut+3, side<<8|t.rel, head.frame&63)
			} else if h := int(x.Tokens[i].Head); h != i {
				r.add(rOut+4, t.rel, at<<8|x.tie(h))
			}
		case here == isNothing && at == uint32(isContent):
			left++
			where := uint32(0)
			if i >= hull.last {
				where = 1
			} else if i > hull.first {
				where = 2
			}
			r.add(rLeft, where<<8|t.rel, side)
			r.add(rLeft+1, where<<8|t.rel, x.words[x.from[i]].lemma)
			r.add(rLeft+2, where<<8|t.rel, bucket(int(x.to[i]-x.from[i])/2))
			r.add(rLeft+3, where<<8|t.rel, t.tag)
			if m := int(x.from[i]); isMark(x.Word(m)) && m < i {
				r.add(rLeft+4, where<<8|t.rel, x.words[m+1].lemma)
			}
		case here == isNothing && at == uint32(isCue):
			r.add(rCue, side<<8|t.rel, t.tag)
			r.add(rCue+1, side<<8|t.rel, head.lemma)
			r.add(rCue+2, side<<8|t.rel, x.words[x.from[i]].lemma)
			r.add(rCue+3, side<<8|t.rel, head.frame&63)
		}
	}
	r.add(rCount, bucket(out), 0)
	r.add(rCount+1, bucket(left), 0)
	r.add(rCount+2, bucket(out), bucket(left))
	return r
}

// others appends what the choice makes of other cues, those that are believed in.
func (x *scene) others(r row, hull run) row {
	in, out := 0, 0
	last := int32(-1)
	for i := hull.first; i < hull.last; i++ {
		g := x.f.at[i]
		if g < 0 || g == last || x.k.has(i) {
			continue
		}
		last = g
		o := &x.f.candidates[g]
		if o.odds < -3*unit {
			continue
		}
		t := &x.words[o.head]
		odds, here := oddsBucket(o.odds), uint32(x.place[i-x.w.first])
		r.add(rOther, here<<4|odds, t.state)
		r.add(rOther+1, here<<4|odds, t.rel<<4|x.headPlace(o.head))
		if s := x.subjects[o.head]; s >= 0 {
			r.add(rOther+2, here<<4|odds, t.state<<4|x.placeOf(int(s)))
		}
		if o.odds < -unit || t.state != outside {
			continue
		}
		if here == uint32(isContent) {
			in++
		} else {
			out++
		}
	}
	r.add(rOther+3, bucket(in), bucket(out))
	return r
}

// quotes appends how the content goes with the quotation marks.
func (x *scene) quotes(r row, a *choice, shape uint32) row {
	open, shut, in, out := 0, 0, 0, 0
	for _, c := range a.content {
		for i := c.first; i < c.last; i++ {
			switch x.words[i].state {
			case opening:
				open++
			case closing:
				shut++
			case within:
				in++
			default:
				out++
			}
		}
	}
	mix := uint32(0)
	if in > 0 {
		mix |= 1
	}
	if out > 0 {
		mix |= 2
	}
	first, last := a.content[0].first, a.content[len(a.content)-1].last-1
	r.add(rMarks, uint32(min(open, 3))<<2|uint32(min(shut, 3)), mix)
	r.add(rMarks+1, mix<<4|x.words[first].state<<2|x.words[last].state, shape)
	if last+1 < x.w.last {
		r.add(rMarks+2, mix<<4|x.words[last].state<<2|x.words[last+1].state, shape)
	}
	if first > x.w.first {
		r.add(rMarks+3, mix<<4|x.words[first].state<<2|x.words[first-1].state, shape)
	}
	return r
}

// sources appends what the source is to the cue and where it stops.
func (x *scene) sources(r row, a *choice) row {
	head := &x.words[x.k.head]
	subject := uint32(0)
	if s := x.subjects[x.k.head]; s >= 0 {
		subject = 1 + x.placeOf(int(s))
	}
	shape := x.sourceShape(a.source)
	r.add(rSource, subject, uint32(min(len(a.source), 3)))
	r.add(rSource+1, shape, head.lemma)
	r.add(rSource+2, shape, subject)
	r.add(rSource+3, head.frame, uint32(min(len(a.source), 2)))
	if len(a.source) == 0 {
		r.add(rSource+4, head.lemma, subject)
		return r
	}
	s := a.source[0]
	e := a.source[len(a.source)-1].last
	near := bucket(s.first-x.k.last) | 8
	if s.first < x.k.first {
		near = bucket(x.k.first - e)
	}
	r.add(rSource+5, near, head.frame&63)
	r.add(rSource+6, near, bucket(size(a.source)))
	if s.last < x.w.last {
		o := x.opens[s.last]
		if o >= 0 {
			r.add(rSourceEnd, x.words[o].rel, x.headPlace(int(o)))
			r.add(rSourceEnd+1, x.words[o].rel, x.headPlace(int(o))<<8|x.words[s.last].tag)
		}
		r.add(rSourceEnd+2, x.words[s.last].lemma, x.placeOf(s.last))
		r.add(rSourceEnd+3, x.words[s.last-1].tag, x.words[s.last].tag<<4|x.placeOf(s.last))
	}
	if o := x.opens[s.first]; o >= 0 {
		whole := uint32(0)
		if int(x.to[o]) == s.last {
			whole = 1
		}
		r.add(rSourceEnd+4, whole<<8|x.words[o].rel, x.headPlace(int(o)))
	}
	if len(a.content) > 0 {
		left := min(a.content[0].first, s.first)
		right := max(a.content[len(a.content)-1].last, s.last)
		loose := 0
		for i := left; i < right; i++ {
			if x.place[i-x.w.first] == isNothing && !isMark(x.Word(i)) {
				loose++
			}
		}
		r.add(rBetween, bucket(loose), 0)
		r.add(rBetween+1, bucket(loose), head.lemma)
	}
	return r
}
