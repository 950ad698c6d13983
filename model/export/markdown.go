package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"lectern/model"
)

// Markdown writes the whole outline as a report to be read: the voices, the
// actors, who says what, how it is put, and the reader's notes. Words from the
// article go through escape, so that they cannot become markup; where the
// report is rendered before it is shown, that must be [References].
func Markdown(w io.Writer, a Article, escape func(string) string) error {
	r := &report{w: bufio.NewWriter(w), a: a, found: a.analysis(), escape: escape}
	r.head()
	if a.Analysis != nil {
		r.voices()
		r.actors()
		r.claims()
		r.findings()
		r.frames()
		r.echoes()
	}
	r.notes()
	return r.w.Flush()
}

type report struct {
	w      *bufio.Writer
	a      Article
	found  *model.Analysis
	escape func(string) string
}

func (r *report) line(format string, args ...any) { fmt.Fprintf(r.w, format+"\n", args...) }

// words returns the words under spans in one line.
func (r *report) words(spans ...model.Span) string {
	return r.escape(Words(r.a.Document, spans))
}

// Words returns the words under spans in one line. Between two of them stands
// what the text has there, if it is only punctuation and space, else "…".
func Words(d *model.Document, spans []model.Span) string {
	var out strings.Builder
	for i, s := range spans {
		if i > 0 {
			out.WriteString(between(d, spans[i-1].End, s.Start))
		}
		out.WriteString(d.Text(s))
	}
	return oneLine(out.String())
}

func between(d *model.Document, from, to int) string {
	if from >= to {
		return ""
	}
	gap := d.Text(model.Span{Start: from, End: to})
	if strings.ContainsFunc(gap, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return " … "
	}
	return gap
}

func (r *report) head() {
	m := r.a.Document.Meta()
	r.line("# %s\n", r.escape(m.Title))
	var by []string
	for _, s := range []string{m.Author, m.Date, m.Site, m.Name} {
		if s != "" && s != m.Title {
			by = append(by, r.escape(s))
		}
	}
	if len(by) > 0 {
		r.line("%s\n", strings.Join(by, " · "))
	}
	if r.a.Analysis == nil {
		return
	}
	words := len(r.found.Words)
	r.line("%s", strings.Join(slices.Concat([]string{model.Count(words, "word"), model.Count((words+224)/225, "minute")}, told(r.found)), " · "))
}

// told says what was found, in a few words each.
func told(found *model.Analysis) []string {
	out := found.Counted()
	switch n := found.Inside(); n {
	case 0:
	case 1:
		out[1] += " and 1 inside another"
	default:
		out[1] += fmt.Sprintf(" and %d inside others", n)
	}
	return append(out, model.Count(core(found.Findings), "framing device"))
}

func core(all []*model.Finding) (n int) {
	for _, f := range all {
		if f.Tier == model.Core {
			n++
		}
	}
	return n
}

func (r *report) voices() {
	if len(r.found.Voices) == 0 {
		return
	}
	r.line("\n## In whose words\n")
	for _, v := range r.found.Voices {
		r.line("- %s: %s%%", r.voice(v), percent(v.Share))
	}
}

// percent returns a share in whole percent: "41", "under 1".
func percent(share float64) string {
	if share < .01 {
		return "under 1"
	}
	return strconv.Itoa(int(share*100 + .5))
}

func (r *report) voice(v model.Voice) string {
	if v.Kind == model.Spoken {
		return "**" + r.escape(v.Name()) + "**"
	}
	return v.Name()
}

func (r *report) actors() {
	if len(r.found.Actors) == 0 {
		return
	}
	r.line("\n## Actors\n")
	for _, a := range r.found.Actors {
		about := []string{a.Kind.String()}
		if a.Kind == model.UnknownActor {
			about = nil
		}
		if s := a.Nameless(); s != "" {
			about = append(about, s)
		}
		if a.Role != "" {
			about = append(about, r.escape(a.Role))
		}
		about = append(about, model.Count(len(a.Mentions), "mention"))
		if len(a.Claims) > 0 {
			about = append(about, model.Count(len(a.Claims), "claim"))
		}
		if len(a.Turns) > 0 {
			about = append(about, model.Count(len(a.Turns), "turn"))
		}
		if len(a.Claims)+len(a.Turns) == 0 {
			about = append(about, "silent")
		}
		r.line("- **%s**: %s", r.escape(a.Name), strings.Join(about, ", "))
	}
}

func (r *report) claims() {
	if len(r.found.Claims)+len(r.found.Turns) == 0 {
		return
	}
	r.line("\n## Claims")
	if !r.found.Quotes() {
		r.line("\n%s.", model.NoQuotes)
	}
	for _, a := range r.found.Heard() {
		r.line("\n### %s\n", r.escape(a.Name))
		for _, c := range a.Claims {
			r.claim(c)
		}
		for _, t := range a.Turns {
			r.line("- (turn) %s", r.words(t.Content...))
		}
	}
	var unnamed, unknown []*model.Claim
	for _, c := range r.found.Claims {
		switch {
		case len(c.Speakers) > 0:
		case len(c.Source) > 0:
			unknown = append(unknown, c)
		default:
			unnamed = append(unnamed, c)
		}
	}
	r.lost("Nobody named", unnamed)
	r.lost("Nobody known", unknown)
}

// lost lists claims without a speaker.
func (r *report) lost(title string, claims []*model.Claim) {
	if len(claims) == 0 {
		return
	}
	r.line("\n### %s\n", title)
	for _, c := range claims {
		r.claim(c)
	}
}

func (r *report) claim(c *model.Claim) {
	says := c.Mode.String() + ", " + c.Stance.Verb()
	if c.In != nil {
		says += ", inside another claim"
	}
	if c.By.Unsure() {
		says += ", unsure"
	}
	r.line("- (%s) %s", says, r.cued(c))
}

// cued returns the words of a claim with its cue in italics.
func (r *report) cued(c *model.Claim) string {
	var out strings.Builder
	last := -1
	for _, s := range c.Spans() {
		if last >= 0 {
			out.WriteString(r.escape(between(r.a.Document, last, s.Start)))
		}
		if words := r.escape(r.a.Document.Text(s)); slices.Contains(c.Cue, s) {
			out.WriteString("*" + words + "*")
		} else {
			out.WriteString(words)
		}
		last = max(last, s.End)
	}
	return oneLine(out.String())
}

func (r *report) findings() {
	by := map[*model.Device][]*model.Finding{}
	for _, f := range r.found.Findings {
		if f.Tier == model.Core {
			by[f.Device] = append(by[f.Device], f)
		}
	}
	if len(by) == 0 {
		return
	}
	r.line("\n## Framing")
	family := ""
	for _, d := range r.found.Devices {
		if len(by[d]) == 0 {
			continue
		}
		if d.Family != family {
			family = d.Family
			r.line("\n### %s", model.Capital(family))
		}
		r.line("\n**%s.** %s\n", r.escape(d.Title), r.escape(oneLine(d.About)))
		if d.Asks != "" {
			r.line("*%s*\n", r.escape(oneLine(d.Asks)))
		}
		for _, f := range by[d] {
			r.line("- %s (%s)", r.words(f.Span), r.escape(model.Whose(r.a.Document, f)))
		}
	}
	if minor := len(r.found.Findings) - core(r.found.Findings); minor > 0 {
		r.line("\n%s not listed.", model.Count(minor, "minor trace"))
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (r *report) frames() {
	if len(r.found.Frames) == 0 {
		return
	}
	r.line("\n## Policy frames\n")
	for _, f := range r.found.Frames {
		r.line("- **%s** (%.2f): %s", r.escape(f.Title), f.Score, model.Count(len(f.Passages), "passage"))
	}
}

func (r *report) echoes() {
	if len(r.found.Echoes) == 0 {
		return
	}
	r.line("\n## A source's words in the narrator's mouth\n")
	for _, e := range r.found.Echoes {
		r.line("- %s — after %s", r.words(e.Span), r.words(e.Claim.Spans()...))
	}
}

// inert takes entities and HTML out of a note's Markdown; the rest is the
// reader's own way of writing.
var inert = strings.NewReplacer("&", "&amp;", "<", "&lt;")

func (r *report) notes() {
	if len(r.a.Marks) == 0 {
		return
	}
	r.line("\n## Notes")
	for _, m := range r.a.Marks {
		exact := make([]string, len(m.Anchors))
		for i, a := range m.Anchors {
			exact[i] = oneLine(a.Exact)
		}
		r.line("\n> %s\n", r.escape(strings.Join(exact, " … ")))
		var about []string
		for _, t := range m.Tags {
			about = append(about, "**"+r.escape(t)+"**")
		}
		if fit := m.Fit(); fit != model.Same {
			about = append(about, fit.String())
		}
		if len(about) > 0 {
			r.line("%s\n", strings.Join(about, " · "))
		}
		if m.Note != "" {
			r.line("%s", inert.Replace(m.Note))
		}
	}
}
