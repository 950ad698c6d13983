// Package claims trains the weights of analysis/quote on annotated articles, and
// measures them as tools/score_claims.py does, without starting a process an
// article.
//
// There are four stages, and each of the later ones must see what the earlier
// ones would say of articles that they have not learned. So the articles are cut
// into parts, and what a stage is taught about a part comes from stages trained
// on the other parts (jackknifing).
package claims

import (
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"time"

	"lectern/analysis/quote"
	"lectern/analysis/train/learn"
)

// Options say what to learn from.
type Options struct {
	Data   string    // the directory that holds polnear/
	Silver string    // the directory that holds train/, articles annotated for this project; none if empty
	Cache  string    // keep analysed articles in this directory; none if empty
	Log    io.Writer // told what is going on

	Vectors *learn.Vectors
	Random  func(salt uint64) *rand.Rand
}

// The plans of the four stages: cues, spans, the ranker of what spans may be,
// and the judge of all.
var plans = [4]learn.Plan{
	{Epochs: 5, Rate: .04, Dropout: .4, Least: 2, Seeds: 4, Ignore: .01, Most: 150000},
	{Epochs: 6, Rate: .05, Dropout: .4, Least: 2, Seeds: 4, Ignore: .01, Most: 200000},
	{Epochs: 8, Rate: .04, Dropout: .25, Least: 2, Seeds: 6, Ignore: .005, Most: 80000},
	{Epochs: 10, Rate: .03, Dropout: .4, Least: 2, Seeds: 8, Ignore: .01, Most: 40000},
}

const (
	parts   = 4 // of the jackknife
	silver  = 2 // weight of an article annotated for this project; one of PolNeAR has 1
	example = 3 // weight of an example
)

type trainer struct {
	Options
	began time.Time
}

// Learned is what was learned of claims, as quote.ReadModel reads it.
type Learned struct{ Claims, CueNet, SpanNet []byte }

// Train returns what it learned, and a table of what that scores on PolNeAR dev.
func Train(o Options) (all Learned, figures string, err error) {
	t := &trainer{o, time.Now()}
	train, err := t.readFolder(filepath.Join(o.Data, "polnear", "train"), "train")
	if err != nil {
		return all, "", err
	}
	if o.Silver != "" {
		more, err := t.readFolder(filepath.Join(o.Silver, "train"), "silver")
		if err != nil {
			return all, "", err
		}
		for _, a := range more {
			a.weight = silver
			a.widen()
		}
		train = append(train, more...)
	}
	more, err := t.examples()
	if err != nil {
		return all, "", err
	}
	train = append(train, more...)
	t.say("read %d articles", len(train))
	all = t.teach(train)
	figures, err = Measure(o, filepath.Join(o.Data, "polnear", "dev"), all)
	return all, figures, err
}

// Measure scores weights on the articles of a directory, for a range of
// thresholds.
func Measure(o Options, dir string, l Learned) (string, error) {
	t := &trainer{o, time.Now()}
	m := l.model()
	articles, err := t.readFolder(dir, filepath.Base(filepath.Dir(dir))+"-"+filepath.Base(dir))
	if err != nil {
		return "", err
	}
	var figures string
	for threshold := -320; threshold <= 0; threshold += 64 {
		var sum tally
		for _, a := range articles {
			pred, _ := m.Propose(a.text, threshold)
			s, _ := a.score(a.inWords(pred))
			sum.add(s)
		}
		figures += fmt.Sprintf("threshold %5d  %v\n", threshold, sum)
	}
	return figures, nil
}

func (t *trainer) say(format string, args ...any) {
	fmt.Fprintf(t.Log, "%6.1fs  %s\n", time.Since(t.began).Seconds(), fmt.Sprintf(format, args...))
}

// teach trains the four stages, and the networks beside the first two.
func (t *trainer) teach(articles []*article) Learned {
	c := newCourse(t, articles)
	m := c.models()
	lessons := each(articles, func(i int, a *article) []quote.Lesson { return m[part(a)].CueLessons(a.text, a.gold) })
	c.net(func(l *Learned) *[]byte { return &l.CueNet }, cueNet, lessons)
	c.stage("cues", func(in selection) []byte { return fit(lessons, articles, in, quote.CueLabels, plans[0]) })

	m = c.models()
	lessons = each(articles, func(i int, a *article) []quote.Lesson { return m[part(a)].SpanLessons(a.text, a.gold) })
	c.net(func(l *Learned) *[]byte { return &l.SpanNet }, spanNet, lessons)
	c.stage("spans", func(in selection) []byte { return fit(lessons, articles, in, quote.SpanLabels, plans[1]) })

	m = c.models()
	polls := each(articles, func(i int, a *article) []quote.Poll { return m[part(a)].Polls(a.text, a.gold, a.worth) })
	c.stage("ranker", func(in selection) []byte {
		p, w := join(polls, articles, in)
		return rank(p, w, plans[2]).pack()
	})

	m = c.models()
	lessons = each(articles, func(i int, a *article) []quote.Lesson {
		return m[part(a)].KeepLessons(a.text, func(g []quote.Gold) []bool {
			_, right := a.score(a.inWords(g))
			return right
		})
	})
	keep := fit(lessons, articles, func(*article) bool { return true }, quote.KeepLabels, plans[3])
	t.say("judge: %d bytes", len(keep))
	c.whole.Claims = append(c.whole.Claims, keep...)
	return c.whole
}

// fit learns a field from the lessons of some articles.
func fit(lessons [][]quote.Lesson, articles []*article, in selection, labels int, p learn.Plan) []byte {
	l, w := join(lessons, articles, in)
	return chain(l, w, labels, p).pack()
}
