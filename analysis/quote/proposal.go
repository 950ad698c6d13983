package quote

import (
	"runtime"

	"lectern/analysis/syntax"
)

// A proposal is a candidate with the source and the content that the second
// chain found for it.
type proposal struct {
	candidate
	source, content []run
	look            row   // the ranker's features of this choice
	margin          int32 // logarithm of the probability of this choice among the others
	chance          int32 // log odds that the claim is right, from the last stage
}

// proposals runs the second chain for every candidate, and takes the choice
// that the ranker likes best.
func (p *page) proposals(f *scan, m *Model) []proposal {
	out := make([]proposal, len(f.candidates))
	inStretches(len(out), func() func(first, last int) {
		var l lattice
		net := beside{net: m.nets.Spans}
		return func(first, last int) {
			for g := first; g < last; g++ {
				out[g] = p.proposal(f, f.candidates[g], m, &net, &l)
				runtime.Gosched()
			}
		}
	})
	return out
}

func (p *page) proposal(f *scan, k candidate, m *Model, net *beside, l *lattice) proposal {
	x := p.newScene(f, k)
	list := x.choices(m.spans, net, l)
	look := x.rank(list, m.ranks, l)
	total := int32(never)
	for _, a := range list {
		total = logSum(total, a.score)
	}
	return proposal{candidate: k, source: list[0].source, content: list[0].content, margin: list[0].score - total, look: look}
}

// choices returns what the second chain thinks that source and content of the
// candidate may be, the likeliest first.
func (x *scene) choices(c *chain, net *beside, l *lattice) []choice {
	k, w := x.k, x.w
	l.rows = x.spanRows(l.rows[:0])
	c.score(l.rows, l)
	net.read(l.emit, len(x.ties), func(i int) Sight { return x.sight(w.first + i) })
	for i := k.first; i < k.last; i++ { // the cue is neither
		for label := beginSpeaker; label < c.labels; label++ {
			l.emit[(i-w.first)*c.labels+label] = never / 2
		}
	}
	labels, scores := c.several(l)
	list := make([]choice, 0, len(labels))
	for i, s := range labels {
		a := choice{labelRuns(s, w.first, beginSpeaker), labelRuns(s, w.first, beginSaid), scores[i]}
		if len(a.content) == 0 || x.says(a.content) {
			list = append(list, a)
		}
	}
	if len(list) == 0 {
		return []choice{{}}
	}
	for i := len(list) - 1; i >= 0; i-- {
		list[i].score -= list[0].score
	}
	return list
}

// says reports whether a content has a word of its own, besides those that only
// bring it in.
func (p *page) says(content []run) bool {
	for _, r := range content {
		for i := r.first; i < r.last; i++ {
			switch p.Tokens[i].Tag {
			case syntax.TagIN, syntax.TagWDT, syntax.TagTO:
			default:
				if !isMark(p.Word(i)) {
					return true
				}
			}
		}
	}
	return false
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
