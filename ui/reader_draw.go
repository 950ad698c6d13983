package ui

import (
	"sort"
	"strings"

	"lectern/model"
	"lectern/ui/typeset"
)

// draw returns the pane's rows, each as wide as the pane was fitted.
func (r *reader) draw(s scene, t theme) []string {
	out := make([]string, 0, r.h)
	marks := r.marks(t, s)
	bar := r.bar(t, s)
	for row, gone := r.top, 1; len(out) < r.h; {
		line, ok := r.page.Line(row)
		if gone == 0 {
			ok = false
		}
		var b strings.Builder
		b.WriteString(r.gutter(t, s, row, ok))
		cells := 0
		if ok {
			cells = r.line(&b, t, line, row, marks)
		}
		b.WriteString(strings.Repeat(" ", max(0, r.w-cells)))
		b.WriteString(bar[len(out)])
		out = append(out, b.String())
		row, gone = r.page.Step(row, 1)
	}
	return out
}

// A mark is a span in sight and the look it gives to the text.
type mark struct {
	model.Span
	look
}

// marks returns the marks that touch what is in sight, lower ones first.
func (r *reader) marks(t theme, s scene) []mark {
	last, _ := r.page.Step(r.top, r.h-1)
	sight := model.Span{Start: r.page.Span(r.top).Start, End: r.page.Span(last).End}
	var out []mark
	add := func(spans []model.Span, l look) {
		// Spans are sorted by their start only, so an early one may reach far.
		end := sort.Search(len(spans), func(i int) bool { return spans[i].Start >= sight.End })
		for _, x := range spans[:end] {
			if x.End > sight.Start {
				out = append(out, mark{x, l})
			}
		}
	}
	styles := r.doc.Styles() // none of them reaches beyond its block
	block := r.page.Span(typeset.Row{Block: r.top.Block}).Start
	first := sort.Search(len(styles), func(i int) bool { return styles[i].Start >= block })
	for _, x := range styles[first:] {
		if x.Start >= sight.End {
			break
		}
		if x.End > sight.Start {
			out = append(out, mark{x.Span, t.inline(x.Style)})
		}
	}
	for _, l := range s.layers {
		add(l.spans, t.looks[l.role])
	}
	if s.spotlight && len(s.places) > 0 {
		add(gaps(s.places, sight), look{fg: t.looks[roleDim].fg, faint: true, alone: true})
	}
	add(s.places, t.looks[roleChosen])
	add(s.hits, t.looks[roleHit])
	if !s.here.IsEmpty() {
		add([]model.Span{s.here}, t.looks[roleHere])
	}
	if s.hit >= 0 && s.hit < len(s.hits) {
		add(s.hits[s.hit:s.hit+1], t.looks[roleHere])
	}
	if !s.selection.IsEmpty() {
		add([]model.Span{s.selection}, t.looks[rolePicked])
	}
	return out
}

// gaps returns what is left of whole without spans.
func gaps(spans []model.Span, whole model.Span) []model.Span {
	var out []model.Span
	at := whole.Start
	for _, s := range spans {
		if s.Start > at && at < whole.End {
			out = append(out, model.Span{Start: at, End: min(s.Start, whole.End)})
		}
		at = max(at, s.End)
	}
	if at < whole.End {
		out = append(out, model.Span{Start: at, End: whole.End})
	}
	return out
}

// line draws one line without gutter and padding, and returns its cells.
func (r *reader) line(b *strings.Builder, t theme, l typeset.Line, row typeset.Row, marks []mark) int {
	if l.Rule {
		b.WriteString(t.paint(strings.Repeat("─", r.w), roleFrame))
		return r.w
	}
	cells := 0
	if l.Lead != "" {
		b.WriteString(t.paint(l.Lead, roleDim))
		cells = r.measure.Width(l.Lead)
	}
	base := t.prose(r.doc.Blocks()[row.Block].Kind)
	for _, part := range l.Parts {
		if part.Cell > cells {
			b.WriteString(strings.Repeat(" ", part.Cell-cells))
			cells = part.Cell
		}
		cells += r.part(b, t, model.Span{Start: part.Start, End: part.Shown}, base, marks)
	}
	return cells
}

// part draws a stretch of one line, cut where the marks on it begin and end.
func (r *reader) part(b *strings.Builder, t theme, s model.Span, base look, marks []mark) int {
	var over []mark
	var spans []model.Span
	for _, m := range marks {
		if m.Overlaps(s) {
			over, spans = append(over, m), append(spans, m.Span)
		}
	}
	cells, at := 0, s.Start
	for _, run := range model.Runs(s, spans) {
		here := base
		for _, m := range over { // in the order of layers, whatever the order of runs
			if m.Covers(run.Span) {
				here = m.over(here)
			}
		}
		if run.End <= at {
			continue // inside a glyph that is drawn already
		}
		text, w, end := r.shown(at, run.End, s.End)
		b.WriteString(t.dress(text, here))
		cells, at = cells+w, end
	}
	return cells
}

// shown returns what is drawn of the text from at on, by whole glyphs until to is
// reached, its cells, and where it ends, at most limit.
func (r *reader) shown(at, to, limit int) (text string, cells, end int) {
	var b strings.Builder
	for at < to {
		g := r.measure.Next(r.doc.Text(model.Span{Start: at, End: limit}))
		b.WriteString(g.Shown)
		cells += g.Cells
		at += g.Bytes
	}
	return b.String(), cells, at
}

// gutter draws the two cells before a line: whose voice it stands in, and
// whether a note of the reader's touches it.
func (r *reader) gutter(t theme, s scene, row typeset.Row, ok bool) string {
	if !ok {
		return strings.Repeat(" ", gutter)
	}
	span := r.page.Span(row)
	if span.IsEmpty() {
		return strings.Repeat(" ", gutter)
	}
	voice := r.voices.at(s.voices, span)
	note := " "
	for _, n := range s.notes {
		if n.Overlaps(span) {
			note = t.paint("•", roleNote)
			break
		}
	}
	return t.paint(voice.shown, voice.role) + note
}

// bar returns the scrollbar, a cell a row: where in the whole article the chosen
// places or the hits of the search are, and what part of it is in sight. It is
// empty where there is nothing to point at, so that a page that merely scrolls
// stays cheap to draw.
func (r *reader) bar(t theme, s scene) []string {
	out := make([]string, r.h)
	places, as := s.places, roleChosen
	if len(s.hits) > 0 {
		places, as = s.hits, roleHit
	}
	if len(places) == 0 || r.doc.Len() == 0 {
		for i := range out {
			out[i] = " "
		}
		return out
	}
	last, _ := r.page.Step(r.top, r.h-1)
	from, to := r.barRow(r.page.Span(r.top).Start), r.barRow(max(0, r.page.Span(last).End-1))
	has := make([]bool, r.h)
	for _, p := range places {
		has[r.barRow(p.Start)] = true
	}
	for i := range out {
		seen := i >= from && i <= to
		switch {
		case has[i] && seen:
			out[i] = t.dress("█", look{fg: t.looks[as].fg, bold: true})
		case has[i]:
			out[i] = t.dress("▪", look{fg: t.looks[as].fg})
		case seen:
			out[i] = t.paint("┃", roleFrame)
		default: // no track: each cell of it would cost a slow line more than a letter
			out[i] = " "
		}
	}
	return out
}

// barRow returns the row of the scrollbar for the byte at offset.
func (r *reader) barRow(offset int) int {
	return max(0, min(r.h-1, offset*r.h/max(1, r.doc.Len())))
}

// byteAt returns the byte drawn at a cell of the pane, gutter included.
func (r *reader) byteAt(x, y int) int {
	row, _ := r.page.Step(r.top, y)
	return r.page.ByteAt(row, max(0, x-gutter))
}

// cell returns where in the pane the cursor stands, gutter included; the row is
// negative, or past the last, if it is out of sight.
func (r *reader) cell() (x, y int) {
	return gutter + min(r.page.CellOf(r.place), r.w-1), r.rowsTo(r.place)
}

// percent says how much of the article lies above the end of what is in sight.
func (r *reader) percent() int {
	if r.doc.Len() == 0 {
		return 100
	}
	last, gone := r.page.Step(r.top, r.h-1)
	if gone < r.h-1 || last == r.page.Last() {
		return 100
	}
	return 100 * r.page.Span(last).End / r.doc.Len()
}
