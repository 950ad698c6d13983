package quote

import (
	"slices"

	"lectern/analysis/syntax"
)

// This file is what analysis/train needs of the stage: the same features that
// the stage itself will see, with the labels that they should have had.

// A Run is the tokens [First, Last).
type Run struct{ First, Last int }

// Gold is one attribution of an annotated article.
type Gold struct{ Source, Cue, Content []Run }

// A Lesson is one sequence to learn: the features and the label of each token, and
// what the network beside the chain sees of it.
type Lesson struct {
	Rows   [][]uint32
	Labels []uint8
	Seen   []Sight
}

// The numbers of labels of the two chains and of the judge.
const (
	CueLabels  = cueLabels
	SpanLabels = spanLabels
	KeepLabels = 2
)

func runs(list []Run) []run {
	out := make([]run, len(list))
	for i, r := range list {
		out[i] = run{r.First, r.Last}
	}
	return out
}

// paint writes a label over runs: begin on their first tokens, begin+1 on the others.
func paint(labels []uint8, from int, list []Run, begin uint8) {
	for _, r := range list {
		for i := max(r.First, from); i < r.Last && i-from < len(labels); i++ {
			labels[i-from] = begin + 1
		}
	}
}

// begin turns the first of each row of equal inside labels into its beginning.
func begin(labels []uint8) {
	for i := len(labels) - 1; i >= 0; i-- {
		if k := labels[i]; k != 0 && (i == 0 || labels[i-1] != k) {
			labels[i] = k - 1
		}
	}
}

func copied(rows []row) [][]uint32 {
	out := make([][]uint32, len(rows))
	for i, r := range rows {
		out[i] = slices.Clone(r)
	}
	return out
}

// CueLessons are the sentences of text, with the roles of gold.
func (m *Model) CueLessons(text *syntax.Text, gold []Gold) []Lesson {
	p := newPage(text, m.lex)
	labels := make([]uint8, len(text.Tokens))
	for _, g := range gold {
		paint(labels, 0, g.Content, beginContent)
	}
	for _, g := range gold {
		paint(labels, 0, g.Source, beginSource)
	}
	for _, g := range gold {
		paint(labels, 0, g.Cue, beginCue)
	}
	var lessons []Lesson
	for s, sent := range text.Sentences {
		part := slices.Clone(labels[sent.First:sent.Last])
		begin(part)
		around := p.around(s)
		var seen []Sight
		for i := sent.First; i < sent.Last; i++ {
			seen = append(seen, p.cueSight(i, around))
		}
		lessons = append(lessons, Lesson{copied(p.cueRows(s, nil)), part, seen})
	}
	return lessons
}

// SpanLessons are the windows of the gold attributions, each around the
// candidate that overlaps its cue or, if that was missed, around the cue. It
// needs a model with cues.
func (m *Model) SpanLessons(text *syntax.Text, gold []Gold) []Lesson {
	p := newPage(text, m.lex)
	f := p.cues(m)
	var lessons []Lesson
	for _, g := range gold {
		k, ok := f.matching(runs(g.Cue))
		if !ok {
			if len(g.Cue) == 0 {
				continue
			}
			k = candidate{run: run{g.Cue[0].First, g.Cue[0].Last}, odds: -3 * unit}
			for _, r := range g.Cue {
				if r.Last-r.First > k.last-k.first {
					k.run = run{r.First, r.Last}
				}
			}
			k.head = p.headOf(k.run)
		}
		x := p.newScene(f, k)
		w := x.w
		labels := make([]uint8, w.last-w.first)
		paint(labels, w.first, g.Content, beginSaid)
		paint(labels, w.first, g.Source, beginSpeaker)
		for i := k.first; i < k.last; i++ {
			labels[i-w.first] = spanOther
		}
		begin(labels)
		seen := make([]Sight, len(labels))
		for i := range seen {
			seen[i] = x.sight(w.first + i)
		}
		lessons = append(lessons, Lesson{copied(x.spanRows(nil)), labels, seen})
	}
	return lessons
}

// matching returns the candidate that shares most tokens with the cue.
func (f *scan) matching(cue []run) (candidate, bool) {
	best, most := candidate{}, 0
	for _, k := range f.candidates {
		n := 0
		for _, r := range cue {
			n += max(0, min(r.last, k.last)-max(r.first, k.first))
		}
		if n > most {
			best, most = k, n
		}
	}
	return best, most > 0
}

// KeepLessons are the proposals for text, each right or not by the verdict of
// right. It needs a model with cues and spans.
func (m *Model) KeepLessons(text *syntax.Text, right func([]Gold) []bool) []Lesson {
	p := newPage(text, m.lex)
	f := p.cues(m)
	list := p.proposals(f, m)
	var lessons []Lesson
	verdict := right(golds(list))
	for i := range list {
		l := Lesson{Rows: [][]uint32{p.keepRow(f, list, i, nil)}, Labels: []uint8{0}}
		if verdict[i] {
			l.Labels[0] = 1
		}
		lessons = append(lessons, l)
	}
	return lessons
}

// Propose returns what the model finds in text with at least the given log
// odds, in 256ths of a nat, and those odds. Without a last stage, everything.
func (m *Model) Propose(text *syntax.Text, threshold int) ([]Gold, []int) {
	p := newPage(text, m.lex)
	f := p.cues(m)
	list := p.proposals(f, m)
	if m.keep == nil {
		for i := range list {
			list[i].chance = list[i].odds
		}
	} else {
		p.judge(f, list, m.keep)
	}
	list = slices.DeleteFunc(list, func(k proposal) bool { return int(k.chance) < threshold || len(k.content) == 0 })
	odds := make([]int, len(list))
	for i := range list {
		odds[i] = int(list[i].chance)
	}
	return golds(list), odds
}

func golds(list []proposal) []Gold {
	out := make([]Gold, len(list))
	for i := range list {
		k := &list[i]
		out[i].Cue = []Run{Run{k.first, k.last}}
		for _, r := range k.source {
			out[i].Source = append(out[i].Source, Run{r.first, r.last})
		}
		for _, r := range k.content {
			out[i].Content = append(out[i].Content, Run{r.first, r.last})
		}
	}
	return out
}

// Lemmas returns the hashed lemma of every token, by which the lexicon of cues
// is kept.
func Lemmas(text *syntax.Text) []uint32 {
	p := newPage(text, &lexicon{})
	out := make([]uint32, len(p.words))
	for i := range p.words {
		out[i] = p.words[i].lemma
	}
	return out
}

// A Poll is the choices that the second chain has for one cue: the features of
// each for the ranker, what the chain says of it, in 256ths of a nat, and how
// good it is, which the trainer fills in.
type Poll struct {
	Rows  [][]uint32
	Score []int
	Worth []float32
}

// Polls are the choices for the gold attributions whose cue was found, each
// with what worth says of it. It needs a model with cues and spans.
func (m *Model) Polls(text *syntax.Text, gold []Gold, worth func(g int, list []Gold) []float32) []Poll {
	p := newPage(text, m.lex)
	f := p.cues(m)
	var l lattice
	net := beside{net: m.nets.Spans}
	var polls []Poll
	for g := range gold {
		k, ok := f.matching(runs(gold[g].Cue))
		if !ok {
			continue
		}
		x := p.newScene(f, k)
		list := x.choices(m.spans, &net, &l)
		if len(list) < 2 {
			continue
		}
		var poll Poll
		found := make([]proposal, len(list))
		for i := range list {
			poll.Rows = append(poll.Rows, x.row(list, i, nil))
			poll.Score = append(poll.Score, int(list[i].score))
			found[i] = proposal{candidate: k, source: list[i].source, content: list[i].content}
		}
		poll.Worth = worth(g, golds(found))
		polls = append(polls, poll)
	}
	return polls
}
