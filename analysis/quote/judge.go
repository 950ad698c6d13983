package quote

// The kinds of features of the last stage.
const (
	kBias uint32 = 0x1000 + iota<<4
	kOdds
	kHead
	kCue
	kSource
	kContent
	kShape
	kNested
	kHolds
	kTwin
	kPlace
	kMargin
)

// sourceless is added to the log odds of a claim for which no source was found: more
// often than the judge has learned, a source was missed there, or there is no claim.
// It is the likeliest value on PolNeAR dev.
const sourceless = -unit * 5 / 4

// judge gives every proposal the log odds that it is right.
func (p *page) judge(f *scan, list []proposal, c *chain) {
	var l lattice
	rows := make([]row, 1)
	for i := range list {
		rows[0] = p.keepRow(f, list, i, rows[0][:0])
		c.score(rows, &l)
		list[i].chance = l.emit[1] + c.jumps[2*2+1] - l.emit[0] - c.jumps[2*2]
		if len(list[i].source) == 0 {
			list[i].chance += sourceless
		}
	}
}

// keepRow returns the features of proposal i for the last stage.
func (p *page) keepRow(f *scan, all []proposal, i int, r row) row {
	k := &all[i]
	head := &p.words[k.head]
	odds := fine(k.odds)
	r = append(r, k.look...)
	r.add(kBias, 0, 0)
	r.add(kOdds, odds, 0)
	r.add(kOdds+1, oddsBucket(k.odds), head.grade)
	r.add(kOdds+2, oddsBucket(k.odds), head.lemma)
	r.add(kHead, head.lemma, 0)
	r.add(kHead+1, head.lemma, head.frame&63)
	r.add(kHead+2, head.frame, 0)
	r.add(kHead+3, head.tag, head.rel)
	r.add(kHead+4, head.cluster, 0)
	r.add(kHead+5, head.cluster>>6, head.frame&63)
	r.add(kHead+6, head.state, odds)
	r.add(kHead+7, head.listed, odds)
	r.add(kHead+8, head.listed, head.frame&63)
	cue := uint32(0)
	for j := k.first; j < k.last; j++ {
		cue = cue*31 + p.words[j].lemma
	}
	r.add(kCue, cue, 0)
	r.add(kCue+1, bucket(k.last-k.first), head.tag)
	r.add(kCue+2, p.words[k.first].lemma, p.words[k.last-1].lemma)
	source := p.sourceShape(k.source)
	content := p.contentShape(k)
	r.add(kSource, source, 0)
	r.add(kSource+1, source, head.lemma)
	r.add(kSource+2, source, oddsBucket(k.odds))
	r.add(kContent, content, 0)
	r.add(kContent+1, content, head.lemma)
	r.add(kContent+2, content, oddsBucket(k.odds))
	r.add(kShape, content, source)
	r.add(kShape+1, bucket(size(k.content)), uint32(len(k.content)))
	r.add(kShape+2, bucket(size(k.source)), uint32(len(k.source)))
	r.add(kMargin, fine(k.margin/4), 0)
	r.add(kMargin+1, fine(k.margin/4), oddsBucket(k.odds))
	r.add(kMargin+2, fine(p.mean(f.content, k.content)), 0)
	r.add(kMargin+3, fine(p.mean(f.source, k.source)), 0)
	over, under, twin := int32(never), int32(never), int32(never)
	from, to := i, i+1
	for from > 0 && k.first-all[from-1].first < widest {
		from--
	}
	for to < len(all) && all[to].first-k.first < widest {
		to++
	}
	for j := from; j < to; j++ {
		o := &all[j]
		if j == i {
			continue
		}
		in, out := holds(o.content, k.head), holds(k.content, o.head)
		switch {
		case in && !out:
			over = max(over, o.odds)
		case out && !in:
			under = max(under, o.odds)
		case shareOf(k.content, o.content) >= 8:
			twin = max(twin, o.odds)
		}
	}
	r.add(kNested, oddsBucket(over), odds)
	r.add(kNested+1, oddsBucket(over), head.state)
	r.add(kNested+2, oddsBucket(over), source)
	r.add(kHolds, oddsBucket(under), odds)
	r.add(kHolds+1, oddsBucket(under), head.grade)
	r.add(kTwin, oddsBucket(twin), odds)
	r.add(kTwin+1, oddsBucket(twin), head.grade)
	sent := p.SentenceOf(k.head)
	place := uint32(0)
	if sent.Paragraph == 0 {
		place = 1
	}
	r.add(kPlace, place, odds)
	r.add(kPlace+1, place, head.tag)
	return r
}

// fine sorts a logarithm of a probability into one of sixteen.
func fine(odds int32) uint32 {
	return uint32(min(-min(odds, 0)*3/unit, 15))
}

// sourceShape sorts sources by their kind and side.
func (p *page) sourceShape(source []run) uint32 {
	if len(source) == 0 {
		return 0
	}
	h := heads(p.Text, source)
	top := source[0].first
	if len(h) > 0 {
		top = h[0]
	}
	w := &p.words[top]
	return 1 + w.tag<<4 + w.kind
}

// contentShape sorts contents by where they stand to the cue, how they begin
// and whether they are quoted.
func (p *page) contentShape(k *proposal) uint32 {
	if len(k.content) == 0 {
		return 0
	}
	side := uint32(1)
	if k.content[0].first > k.first {
		side = 2
	} else if k.content[len(k.content)-1].last > k.last {
		side = 3
	}
	first := k.content[0].first
	begins := p.class(first, first)
	return side | begins<<2 | uint32(modeOf(p.Text, k.content))<<6 | min(bucket(abs(first-k.last)), 3)<<8
}

func abs(n int) int { return max(n, -n) }

func (p *page) mean(odds []int32, runs []run) int32 {
	n, s := int32(0), int32(0)
	for _, r := range runs {
		for i := r.first; i < r.last; i++ {
			s += max(odds[i], -16*unit)
			n++
		}
	}
	return s / max(n, 1)
}

// shareOf returns how much of the two lists of runs is common, in tenths.
func shareOf(a, b []run) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.last, y.last)-max(x.first, y.first))
		}
	}
	return 20 * n / max(size(a)+size(b), 1)
}
