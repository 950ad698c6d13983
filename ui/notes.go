package ui

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// This file holds what the reader does to notes. Every act goes through the
// Reading, so that it can be undone, and to disk at once.

// A draft is a mark that is being written: a new one, or one that changes.
type draft struct {
	model.Mark
	is  bool   // it is kept already
	did string // what undo will call it
}

func (a *App) now() time.Time { return a.desk.Now().UTC().Truncate(time.Second) }

// selection returns the text between where the selection began and the cursor,
// both included, without spaces at its ends. After a motion to the beginning of
// what follows, a word, sentence or paragraph, it ends before that.
func (a *App) selection() model.Span {
	if a.anchor < 0 {
		return model.Span{}
	}
	d := a.desk.Document
	s := model.Span{Start: min(a.anchor, a.reader.cursor()), End: max(a.anchor, a.reader.cursor())}
	if s.End < d.Len() && !(a.before && a.anchor < a.reader.cursor()) {
		s.End += a.brush.measure.Next(d.Text(model.Span{Start: s.End, End: d.Len()})).Bytes
	}
	return trimmed(d, s)
}

func trimmed(d *model.Document, s model.Span) model.Span {
	text := d.Text(s)
	s.End -= len(text) - len(strings.TrimRight(text, " \n\t"))
	s.Start += len(text) - len(strings.TrimLeft(text, " \n\t"))
	return model.Span{Start: min(s.Start, s.End), End: s.End}
}

// passage returns what a note or a quotation would be on: the selection, else
// the passages of the item where the outline has the keyboard, else the sentence
// at the cursor.
func (a *App) passage() []model.Span {
	if s := a.selection(); !s.IsEmpty() {
		return []model.Span{s}
	}
	if i := a.outline.list().item(); a.mode.focus == Outline && i != nil && len(i.Spans) > 0 {
		if _, whole := i.Node.(*model.Actor); whole || i.Group || i.Device != nil {
			return i.Spans[:1]
		}
		return joined(i.Spans)
	}
	return []model.Span{a.sentence()}
}

// joined returns spans in order, with those that touch made one.
func joined(spans []model.Span) []model.Span {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, model.Span.Compare)
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.Start <= last.End+1 {
			*last = last.Join(s)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// sentence returns the sentence at the cursor; the paragraph, as long as nobody
// knows about sentences.
func (a *App) sentence() model.Span {
	d, at := a.desk.Document, a.reader.cursor()
	if found := a.reading.Analysis; found != nil {
		for _, s := range found.Sentences {
			if s.Has(at) {
				return trimmed(d, s)
			}
		}
	}
	if len(d.Blocks()) == 0 {
		return model.Span{}
	}
	return trimmed(d, d.Blocks()[d.BlockAt(at)].Span)
}

// here returns the mark that is meant: the one selected in the outline, or the
// shortest one at the cursor.
func (a *App) here() (model.Mark, bool) {
	if i := a.outline.list().item(); a.mode.focus == Outline {
		if i == nil || i.Mark == "" {
			return model.Mark{}, false
		}
		return a.reading.Mark(i.Mark)
	}
	best, size := model.Mark{}, 0
	for _, m := range a.reading.Marks() {
		for _, s := range m.Spans() {
			if s.Has(a.reader.cursor()) && (size == 0 || s.Len() < size) {
				best, size = m, s.Len()
			}
		}
	}
	return best, size > 0
}

// note opens a prompt for a note on the passage, or on the mark that is meant.
func (a *App) note() {
	if m, ok := a.here(); ok && a.mode.focus == Outline {
		a.change(m)
		return
	}
	a.write(noting, "add a note")
}

// tag opens a prompt for tags: of the mark that is meant, or of a new one.
func (a *App) tag() {
	if m, ok := a.here(); ok && a.selection().IsEmpty() {
		a.prompt = &prompt{purpose: tagging, draft: &draft{m, true, "change tags"}}
		a.prompt.field.insert(strings.Join(m.Tags, ", "), false)
		return
	}
	a.write(tagging, "add a tag")
}

func (a *App) write(p purpose, did string) {
	spans := a.passage()
	if len(spans) == 0 || spans[0].IsEmpty() {
		a.say("there is nothing here to mark")
		return
	}
	m := model.NewMark(a.desk.Document, spans, a.desk.Author, a.now())
	a.prompt = &prompt{purpose: p, draft: &draft{m, false, did}}
}

// change opens a prompt with the note of m.
func (a *App) change(m model.Mark) {
	a.prompt = &prompt{purpose: noting, draft: &draft{m, true, "change a note"}}
	a.prompt.field.insert(m.Note, true)
}

// changing opens the note that is meant. With a selection open, the note that
// is selected in the outline comes to stand on it instead.
func (a *App) changing() tea.Cmd {
	if s := a.selection(); !s.IsEmpty() && a.picked != nil && a.picked.Mark != "" {
		m, _ := a.reading.Mark(a.picked.Mark)
		m.Anchors = []model.Anchor{model.AnchorAt(a.desk.Document, s)}
		m.Changed = a.now()
		a.reading.Put(m, "move a note")
		a.anchor = -1
		a.reader.put(s.Start)
		cmd := a.noted("the note stands here now; u takes that back")
		a.outline.lists[Notes].reach(m.ID, nil)
		a.picked = a.outline.lists[Notes].item()
		return cmd
	}
	m, ok := a.here()
	if !ok {
		a.say("no note here to change; a makes one")
		return nil
	}
	a.change(m)
	return nil
}

// put keeps what was written in a prompt.
func (a *App) put(p *prompt) tea.Cmd {
	m := p.draft.Mark
	text := strings.TrimSpace(p.field.text())
	if p.purpose == tagging {
		m.Tags = nil
		for _, t := range strings.Split(text, ",") {
			if t = strings.TrimSpace(t); t != "" && !slices.Contains(m.Tags, t) {
				m.Tags = append(m.Tags, t)
			}
		}
	} else {
		m.Note = text
	}
	if m.Note == "" && len(m.Tags) == 0 && !p.draft.is {
		a.say("nothing written, nothing kept")
		return nil
	}
	if p.draft.is {
		m.Changed = a.now()
	}
	a.reading.Put(m, p.draft.did)
	if a.anchor >= 0 { // as after any act on a selection, the cursor stands where it begins
		a.anchor = -1
		a.reader.put(m.Anchors[0].Start)
	}
	cmd := a.noted("")
	a.outline.lists[Notes].reach(m.ID, nil)
	return cmd
}

// remove deletes the mark that is meant.
func (a *App) remove() tea.Cmd {
	m, ok := a.here()
	if !ok {
		a.say("no note here; ] in the Notes tab (4) goes to the next one")
		return nil
	}
	a.reading.Delete(m.ID, "delete a note")
	return a.noted("deleted; u brings it back")
}

// undo takes back or does again, with step as the verb of the Reading.
func (a *App) undo(step func() (string, bool), done, none string) tea.Cmd {
	did, ok := step()
	if !ok {
		a.say(none)
		return nil
	}
	return a.noted(done + did)
}

// noted follows every change of the marks: the tab is made anew, and they go to
// disk, one save after the other.
func (a *App) noted(words string) tea.Cmd {
	a.say(words)
	a.relist(Notes)
	a.card.forget()
	a.stale = true
	a.warned = false
	if a.desk.Save == nil {
		a.status.keeping = nowhere
		return nil
	}
	a.status.keeping = unsaved
	if a.saving {
		a.again = true
		return nil
	}
	a.saving = true
	return save(a.desk, a.reading.Marks())
}

// settled takes up what was saved and saves again if there was an act meanwhile.
func (a *App) settled(msg saved) tea.Cmd {
	a.saving = false
	a.reading.Adopt(msg.sent, msg.kept)
	a.relist(Notes)
	a.stale = true
	if a.again {
		a.again, a.saving = false, true
		return save(a.desk, a.reading.Marks())
	}
	a.status.keeping = allSaved
	a.notify(msg.notices)
	if a.leaving {
		return a.leave()
	}
	return nil
}

// quotation returns the passage as a quotation with its source.
func (a *App) quotation() (string, bool) {
	spans := a.passage()
	if len(spans) == 0 || spans[0].IsEmpty() {
		return "", false
	}
	meta := a.desk.Document.Meta()
	var from []string
	for _, s := range []string{meta.Author, meta.Title, meta.Site, meta.Date} {
		if s != "" {
			from = append(from, s)
		}
	}
	q := "“" + model.Words(a.desk.Document, spans) + "”"
	if len(from) > 0 {
		q += " — " + strings.Join(from, ", ")
	}
	return q, true
}
