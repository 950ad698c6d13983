package quote

// A proposal is a candidate with the source and the content that the second
// chain found for it.
type proposal struct {
	candidate
	source, content []run
	margin          int32 // logarithm of the probability of the whole labelling of its window
	chance          int32 // log odds that the claim is right, from the last stage
}

// proposals runs the second chain for every candidate.
func (p *page) proposals(f *scan, c *chain) []proposal {
	var out []proposal
	var rows []row
	var l lattice
	var labels []uint8
	for _, k := range f.candidates {
		w := p.window(k)
		rows = p.spanRows(f, k, w, rows[:0])
		c.score(rows, &l)
		for i := k.first; i < k.last; i++ { // the cue is neither
			for label := beginSpeaker; label < c.labels; label++ {
				l.emit[(i-w.first)*c.labels+label] = never / 2
			}
		}
		labels = c.best(&l, l.emit, 0, labels)
		score := l.bestScore(c, labels)
		c.sum(&l)
		out = append(out, proposal{
			candidate: k,
			source:    labelRuns(labels, w.first, beginSpeaker),
			content:   labelRuns(labels, w.first, beginSaid),
			margin:    score - l.total,
		})
	}
	return out
}

// bestScore returns the score of a labelling.
func (l *lattice) bestScore(c *chain, labels []uint8) int32 {
	s, last := int32(0), c.labels
	for i, k := range labels {
		s += c.jumps[last*c.labels+int(k)] + l.emit[i*c.labels+int(k)]
		last = int(k)
	}
	return s
}

// labelRuns returns the runs that begin with the label begin and go on with the
// next one; a mark at their edge is kept only if it is a quotation mark.
func labelRuns(labels []uint8, first int, begin uint8) []run {
	var out []run
	for i := 0; i < len(labels); i++ {
		if labels[i] != begin && labels[i] != begin+1 {
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] == begin+1 {
			j++
		}
		out = append(out, run{first + i, first + j})
		i = j - 1
	}
	return out
}
