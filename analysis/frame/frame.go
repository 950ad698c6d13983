// Package frame finds framing devices and says whose words they are. It knows
// nothing about the screen, and it never says that a text is right or wrong: a
// device is a cue for a question.
//
// A device is one file in devices/: rule, documentation, help and test at once.
// Most rules are patterns in the small language of pattern.go; a device that
// needs more has a Go file of its own name with a finder or a keeper in it. All
// patterns of all devices are tried in one pass over the tokens.
//
// The seven families follow van Dijk (1992), Hyland (2005), van Leeuwen (2008),
// Fowler (1991) and Entman (1993); each device file names its source.
package frame

import (
	"cmp"
	"slices"
	"sync"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A Page is what is known of an article before its framing is looked at.
type Page struct {
	Text   *syntax.Text
	Actors []*model.Actor
	Claims []*model.Claim
	Turns  []*model.Turn
}

// Framing is what [Find] finds: the devices in text order, and the policy
// frames, highest score first.
type Framing struct {
	Findings []*model.Finding
	Frames   []model.Frame
}

// finders and keepers are the Go halves of the devices that have one.
var (
	finders = map[string]finder{
		"abstract-actor":      abstractActor,
		"antithesis":          antithesis,
		"concession":          concession,
		"repetition":          repetition,
		"denial":              denial,
		"passive":             passive,
		"report-verb":         reportVerb,
		"rhetorical-question": rhetoricalQuestion,
		"scare-quote":         scareQuote,
		"triplet":             triplet,
		"unnamed-source":      unnamedSource,
	}
	keepers = map[string]keeper{
		"denial":         denied,
		"discredit":      disowned,
		"loaded":         nounPhrase,
		"necessity":      withArgument,
		"presupposition": withHolder,
		"purpose":        purposeClause,
		"vague":          unsaid,
		"virtue":         withConjuncts,
	}
)

// The catalogue is read when it is first asked for, not while the first page of
// an article is waited for.
var (
	catalogue = sync.OnceValue(loadDevices)
	patterns  = sync.OnceValue(func() *index { return newIndex(catalogue()) })
)

// Devices returns the catalogue in the order of families. The caller must not
// change it.
func Devices() []*model.Device {
	all := make([]*model.Device, len(catalogue()))
	for i, d := range catalogue() {
		all[i] = &d.Device
	}
	return all
}

// Find finds the framing devices of a page.
func Find(in Page) Framing {
	p := newPage(in)
	found := p.found()
	var all []*model.Finding
	for i, d := range catalogue() {
		for _, h := range apart(p.weigh(d, found[i])) {
			all = append(all, p.finding(d, &h))
		}
	}
	slices.SortStableFunc(all, func(a, b *model.Finding) int { return a.Span.Compare(b.Span) })
	return Framing{Findings: all, Frames: policyFrames(in.Text)}
}

// found returns what the patterns and the Go file of each device of the
// catalogue find, before any filter.
func (p *page) found() [][]hit {
	hits := map[*device][]hit{}
	patterns().match(p, func(d *device, h hit) { hits[d] = append(hits[d], h) })
	all := make([][]hit, len(catalogue()))
	for i, d := range catalogue() {
		all[i] = hits[d]
		if d.find != nil {
			all[i] = append(all[i], d.find(p)...)
		}
		if d.keep != nil {
			all[i] = p.kept(d, all[i])
		}
	}
	return all
}

// kept returns the hits that the device's keeper lets stay.
func (p *page) kept(d *device, hits []hit) []hit {
	var out []hit
	for _, h := range hits {
		if d.keep(p, &h) {
			out = append(out, h)
		}
	}
	return out
}

// apart returns the hits of one device in text order without those that overlap
// a better one: core before minor, what needed no filter before what did, the
// likelier, then the longer, then the earlier.
func apart(hits []hit) []hit {
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.tier, b.tier), weighedLast(a, b), cmp.Compare(b.score, a.score), cmp.Compare(b.last-b.first, a.last-a.first), cmp.Compare(a.first, b.first), cmp.Compare(a.line, b.line))
	})
	var out []hit
	for _, h := range hits {
		if !slices.ContainsFunc(out, func(o hit) bool { return h.first < o.last && o.first < h.last }) {
			out = append(out, h)
		}
	}
	slices.SortFunc(out, func(a, b hit) int { return cmp.Compare(a.first, b.first) })
	return out
}

func weighedLast(a, b hit) int {
	switch {
	case a.weighed == b.weighed:
		return 0
	case a.weighed:
		return 1
	}
	return -1
}

func (p *page) finding(d *device, h *hit) *model.Finding {
	f := &model.Finding{Span: p.Span(h.first, h.last), Device: &d.Device, Tier: h.tier, Why: cmp.Or(h.why, d.Asks)}
	if !d.Core {
		f.Tier = model.Minor
	}
	if d.ID != "hedge" || !p.ascribing(h) {
		f.Claim, f.Turn = p.whose(h, d.ID == "denial")
	}
	f.By = model.Evidence{Rule: d.ID, Sure: sure(f.Tier)}
	for _, k := range h.words {
		f.By.Words = append(f.By.Words, p.Tokens[k].Span)
	}
	return f
}

// sure is how often a finding of the tier was right when judged by hand; see
// testdata/audit.
func sure(t model.Tier) float32 {
	if t == model.Core {
		return 0.8
	}
	return 0.5
}
