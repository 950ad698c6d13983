package claims

import (
	"hash/fnv"
	"io"
	"slices"

	"lectern/analysis/quote"
	"lectern/analysis/train/learn"
	"lectern/analysis/weights"
)

// A selection says which articles are learned from.
type selection func(*article) bool

// A course is what was learned so far: from all articles, and for each part of the
// jackknife from those that are not in it.
type course struct {
	*trainer
	articles []*article
	whole    Learned
	others   [parts]Learned
}

// newCourse begins with the lexicon of cues.
func newCourse(t *trainer, articles []*article) *course {
	c := &course{trainer: t, articles: articles, whole: Learned{Claims: grades(articles)}}
	for k := range c.others {
		c.others[k].Claims = slices.Clone(c.whole.Claims)
	}
	return c
}

// net teaches the network of one place.
func (c *course) net(place func(*Learned) *[]byte, p netPlan, lessons [][]quote.Lesson) {
	c.teach(func(k int, in selection) []byte { return c.trainer.net(p, lessons, c.articles, in, k) },
		func(l *Learned, b []byte) { *place(l) = b })
	c.say("network: %d bytes", len(*place(&c.whole)))
}

// stage teaches the next of the stages.
func (c *course) stage(name string, fit func(selection) []byte) {
	before := len(c.whole.Claims)
	c.teach(func(_ int, in selection) []byte { return fit(in) },
		func(l *Learned, b []byte) { l.Claims = append(l.Claims, b...) })
	c.say("%s: %d bytes", name, len(c.whole.Claims)-before)
}

// teach learns from every article, and for each part from all the others; fit is
// given the number of the part.
func (c *course) teach(fit func(k int, in selection) []byte, take func(*Learned, []byte)) {
	learn.Parallel(parts+1, func(k int) {
		b := fit(k, func(a *article) bool { return part(a) != k })
		if k == parts {
			take(&c.whole, b)
		} else {
			take(&c.others[k], b)
		}
	})
}

// models are those that have not learned the articles of a part.
func (c *course) models() (m [parts]*quote.Model) {
	for k, l := range c.others {
		m[k] = l.model()
	}
	return m
}

// model opens what was just written; a part that was not learned yet is left out.
func (l Learned) model() *quote.Model {
	open := func(b []byte) *weights.Recurrent {
		if b == nil {
			return nil
		}
		return must(weights.OpenRecurrent(string(b)))
	}
	return must(quote.ReadModel(string(l.Claims), quote.Nets{Cues: open(l.CueNet), Spans: open(l.SpanNet)}))
}

// must returns what cannot fail to be read, since it was just written.
func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
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
