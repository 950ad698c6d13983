package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"lectern/model"
)

// Plain writes a as one linear reading for those who do not see the screen: the
// sentences numbered, under each what begins in it (who speaks, how, and how it
// is put), and at the end a list of links from everything found to the numbers
// of its sentences. There is no markup and nothing is aligned.
func Plain(w io.Writer, a Article) error {
	p := &plain{w: bufio.NewWriter(w), a: a, found: a.analysis()}
	p.number()
	p.head()
	p.text()
	p.links()
	return p.w.Flush()
}

type plain struct {
	w      *bufio.Writer
	a      Article
	found  *model.Analysis
	lines  []model.Span // the numbered sentences
	claims map[*model.Claim]int
	actors map[*model.Actor]int
	all    []*model.Claim // with nested ones, in text order
	core   []*model.Finding
	finds  map[*model.Finding]int // of core
}

func (p *plain) line(format string, args ...any) { fmt.Fprintf(p.w, format+"\n", args...) }

// number gives every sentence, actor, claim and core finding its number.
func (p *plain) number() {
	p.lines = p.found.Sentences
	if len(p.lines) == 0 {
		for _, b := range p.a.Document.Blocks() {
			if !b.IsEmpty() {
				p.lines = append(p.lines, b.Span)
			}
		}
	}
	p.actors, p.claims = map[*model.Actor]int{}, map[*model.Claim]int{}
	for i, a := range p.found.Actors {
		p.actors[a] = i + 1
	}
	var add func(c *model.Claim)
	add = func(c *model.Claim) {
		p.all = append(p.all, c)
		for _, n := range c.Nested {
			add(n)
		}
	}
	for _, c := range p.found.Claims {
		add(c)
	}
	slices.SortStableFunc(p.all, func(a, b *model.Claim) int { return a.Spans()[0].Compare(b.Spans()[0]) })
	for i, c := range p.all {
		p.claims[c] = i + 1
	}
	p.finds = map[*model.Finding]int{}
	for _, f := range p.found.Findings {
		if f.Tier == model.Core {
			p.core = append(p.core, f)
			p.finds[f] = len(p.core)
		}
	}
}

func (p *plain) head() {
	m := p.a.Document.Meta()
	p.line("%s", m.Title)
	for _, s := range []string{m.Author, m.Date, m.Site} {
		if s != "" {
			p.line("%s", s)
		}
	}
	if p.a.Analysis != nil {
		p.line("%s, %s.", model.Count(len(p.found.Words), "word"), strings.Join(told(p.found), ", "))
		if len(p.all) > 0 && !p.found.Quotes() {
			p.line("%s.", model.NoQuotes)
		}
	}
}

// text prints the sentences, each block's kind where it is not a paragraph, and
// under each sentence what begins in it.
func (p *plain) text() {
	blocks := p.a.Document.Blocks()
	block, claim, turn, find, echo, mark := -1, 0, 0, 0, 0, 0
	for i, s := range p.lines {
		end := p.a.Document.Len()
		if i+1 < len(p.lines) {
			end = p.lines[i+1].Start
		}
		if at := p.a.Document.BlockAt(s.Start); at != block && len(blocks) > 0 {
			block = at
			p.line("")
			if name := blockName(blocks[at]); name != "" {
				p.line("%s:", name)
			}
		}
		p.line("%d. %s", i+1, Words(p.a.Document, []model.Span{s}))
		for ; turn < len(p.found.Turns) && p.found.Turns[turn].Spans()[0].Start < end; turn++ {
			p.line("   Turn %d, of %s, begins.", turn+1, p.speakers(p.found.Turns[turn].Speakers))
		}
		for ; claim < len(p.all) && p.all[claim].Spans()[0].Start < end; claim++ {
			p.claim(p.all[claim])
		}
		for ; find < len(p.core) && p.core[find].Start < end; find++ {
			f := p.core[find]
			p.line("   Framing %d, %s, in the words of %s: %s", find+1, strings.ToLower(f.Device.Title), p.whose(f), Words(p.a.Document, f.Spans()))
		}
		for ; echo < len(p.found.Echoes) && p.found.Echoes[echo].Start < end; echo++ {
			e := p.found.Echoes[echo]
			p.line("   Echo %d, the narrator says again what claim %d said: %s", echo+1, p.claims[e.Claim], Words(p.a.Document, e.Spans()))
		}
		for ; mark < len(p.a.Marks) && p.a.Marks[mark].Anchors[0].Start < end; mark++ {
			p.note(p.a.Marks[mark])
		}
	}
}

func blockName(b model.Block) string {
	switch b.Kind {
	case model.Headline:
		return "Headline"
	case model.Byline:
		return "Byline"
	case model.Heading:
		return fmt.Sprintf("Heading, level %d", b.Level)
	case model.Quote:
		return "Block quotation"
	case model.ListItem:
		if b.Marker != "" && b.Marker != "•" {
			return "List item " + b.Marker
		}
		return "List item"
	case model.Code:
		return "Code"
	case model.TableRow:
		return "Table row"
	case model.Caption:
		return "Caption"
	case model.Footnote:
		return "Footnote " + b.Marker
	}
	return ""
}

func (p *plain) claim(c *model.Claim) {
	where := ""
	if c.In != nil {
		where = fmt.Sprintf(" inside claim %d", p.claims[c.In])
	}
	if c.By.Unsure() {
		where += ", unsure"
	}
	p.line("   Claim %d%s, %s: %s by %s. Cue: %s. Content: %s", p.claims[c], where, c.Mode, c.Stance.Noun(), p.speaker(c),
		Words(p.a.Document, c.Cue), Words(p.a.Document, c.Content))
}

// speaker names who makes a claim, if only by the words of the source.
func (p *plain) speaker(c *model.Claim) string {
	if len(c.Speakers) == 0 && len(c.Source) > 0 {
		return Words(p.a.Document, c.Source)
	}
	return p.speakers(c.Speakers)
}

// speakers names actors with their numbers.
func (p *plain) speakers(actors []*model.Actor) string {
	names := make([]string, len(actors))
	for i, a := range actors {
		names[i] = fmt.Sprintf("%s (actor %d)", a.Name, p.actors[a])
	}
	if len(names) == 0 {
		return "nobody named"
	}
	return strings.Join(names, " and ")
}

func (p *plain) whose(f *model.Finding) string {
	switch {
	case f.Turn != nil:
		return p.speakers(f.Turn.Speakers)
	case f.Claim != nil:
		return fmt.Sprintf("claim %d", p.claims[f.Claim])
	}
	return "the narrator"
}

func (p *plain) note(m model.Mark) {
	parts := make([]string, len(m.Anchors))
	for i, a := range m.Anchors {
		parts[i] = oneLine(a.Exact)
	}
	what := "Note"
	if fit := m.Fit(); fit != model.Same {
		what += ", " + fit.String()
	}
	if len(m.Tags) > 0 {
		what += ", tagged " + strings.Join(m.Tags, " and ")
	}
	p.line("   %s, on: %s. %s", what, strings.Join(parts, " … "), oneLine(m.Note))
}

// sentences returns the numbers of the sentences that spans touch, each once.
func (p *plain) sentences(spans []model.Span) string {
	var out []string
	last := -1
	for _, s := range spans {
		i, _ := slices.BinarySearchFunc(p.lines, s.Start, func(line model.Span, at int) int {
			if line.End <= at {
				return -1
			}
			return 1
		})
		if i = min(i, len(p.lines)-1); i != last && i >= 0 {
			last = i
			out = append(out, fmt.Sprint(i+1))
		}
	}
	return strings.Join(out, ", ")
}
