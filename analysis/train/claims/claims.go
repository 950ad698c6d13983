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
	"hash/fnv"
	"io"
	"path/filepath"
	"slices"
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
}

// The plans of the four stages: cues, spans, the ranker of what spans may be,
// and the judge of all.
var plans = [4]learn.Plan{
	{Epochs: 5, Rate: .04, Dropout: .4, Least: 2, Seeds: 2, Ignore: .01, Most: 150000},
	{Epochs: 6, Rate: .05, Dropout: .4, Least: 2, Seeds: 2, Ignore: .01, Most: 200000},
	{Epochs: 8, Rate: .04, Dropout: .25, Least: 2, Seeds: 2, Ignore: .005, Most: 80000},
	{Epochs: 10, Rate: .03, Dropout: .4, Least: 2, Seeds: 2, Ignore: .01, Most: 40000},
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

// Train returns the weights, as quote.ReadModel reads them, and a table of what
// they score on PolNeAR dev.
func Train(o Options) (weights []byte, figures string, err error) {
	t := &trainer{o, time.Now()}
	train, err := t.readFolder(filepath.Join(o.Data, "polnear", "train"), "train")
	if err != nil {
		return nil, "", err
	}
	if o.Silver != "" {
		more, err := t.readFolder(filepath.Join(o.Silver, "train"), "silver")
		if err != nil {
			return nil, "", err
		}
		for _, a := range more {
			a.weight = silver
			a.widen()
		}
		train = append(train, more...)
	}
	more, err := t.examples()
	if err != nil {
		return nil, "", err
	}
	train = append(train, more...)
	t.say("read %d articles", len(train))
	if weights, err = t.teach(train); err != nil {
		return nil, "", err
	}
	figures, err = Measure(o, filepath.Join(o.Data, "polnear", "dev"), weights)
	return weights, figures, err
}

// Measure scores weights on the articles of a directory, for a range of
// thresholds.
func Measure(o Options, dir string, weights []byte) (string, error) {
	t := &trainer{o, time.Now()}
	m, err := quote.ReadModel(string(weights))
	if err != nil {
		return "", err
	}
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

// teach trains the four stages.
func (t *trainer) teach(train []*article) ([]byte, error) {
	lexicon := grades(train)
	model := func(stages ...[]byte) *quote.Model {
		m, err := quote.ReadModel(string(slices.Concat(append([][]byte{lexicon}, stages...)...)))
		if err != nil {
			panic(err) // what was just written cannot be read
		}
		return m
	}
	base := model()
	lessons := each(train, func(_ int, a *article) []quote.Lesson { return base.CueLessons(a.text, a.gold) })
	cues, cueParts := jackknife(func(in func(*article) bool) []byte { return fit(lessons, train, in, quote.CueLabels, plans[0]) })
	t.say("cues: %d bytes", len(cues))
	var finders [parts]*quote.Model
	for k := range finders {
		finders[k] = model(cueParts[k])
	}
	lessons = each(train, func(i int, a *article) []quote.Lesson { return finders[part(a)].SpanLessons(a.text, a.gold) })
	spans, spanParts := jackknife(func(in func(*article) bool) []byte { return fit(lessons, train, in, quote.SpanLabels, plans[1]) })
	t.say("spans: %d bytes", len(spans))
	for k := range finders {
		finders[k] = model(cueParts[k], spanParts[k])
	}
	polls := each(train, func(i int, a *article) []quote.Poll { return finders[part(a)].Polls(a.text, a.gold, a.worth) })
	ranks, rankParts := jackknife(func(in func(*article) bool) []byte {
		p, w := join(polls, train, in)
		return rank(p, w, plans[2]).pack()
	})
	t.say("ranker: %d bytes", len(ranks))
	for k := range finders {
		finders[k] = model(cueParts[k], spanParts[k], rankParts[k])
	}
	lessons = each(train, func(i int, a *article) []quote.Lesson {
		return finders[part(a)].KeepLessons(a.text, func(g []quote.Gold) []bool {
			_, right := a.score(a.inWords(g))
			return right
		})
	})
	keep := fit(lessons, train, func(*article) bool { return true }, quote.KeepLabels, plans[3])
	t.say("judge: %d bytes", len(keep))
	return slices.Concat(lexicon, cues, spans, ranks, keep), nil
}

// jackknife learns weights from every article, and for each part weights from
// all the others; train is given the articles to learn from.
func jackknife(train func(in func(*article) bool) []byte) (whole []byte, others [][]byte) {
	others = make([][]byte, parts)
	learn.Parallel(parts+1, func(k int) {
		b := train(func(a *article) bool { return part(a) != k })
		if k == parts {
			whole = b
		} else {
			others[k] = b
		}
	})
	return whole, others
}

// fit learns a field from the lessons of some articles.
func fit(lessons [][]quote.Lesson, articles []*article, in func(*article) bool, labels int, p learn.Plan) []byte {
	l, w := join(lessons, articles, in)
	return chain(l, w, labels, p).pack()
}

// part returns the part of the jackknife that an article is in; versions of one
// article by several annotators are in the same.
func part(a *article) int {
	h := fnv.New32a()
	io.WriteString(h, a.base())
	return int(h.Sum32() % parts)
}

// join gathers what is to be learned of some articles, with their weights.
func join[T any](lessons [][]T, articles []*article, in func(*article) bool) (out []T, weights []float32) {
	for i, a := range articles {
		if in(a) {
			out = append(out, lessons[i]...)
			for range lessons[i] {
				weights = append(weights, a.weight)
			}
		}
	}
	return out, weights
}

func each[T any](articles []*article, f func(int, *article) []T) [][]T {
	out := make([][]T, len(articles))
	learn.Parallel(len(articles), func(i int) { out[i] = f(i, articles[i]) })
	return out
}
