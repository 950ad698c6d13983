package ui

import (
	"slices"

	"lectern/model"
)

// A scene is what the article is shown with: everything that the article pane
// draws but does not own. The App makes one for each frame from the tab, the
// selected thing, the search and the reader's marks.
type scene struct {
	layers    []layer       // lower ones first
	marked    []model.Span  // what the tab marks, for whoever asks; nil: not asked for yet
	places    []model.Span  // the selected thing, wherever it occurs, in text order
	here      model.Span    // the first word of the place that n came to; empty if the cursor is at none
	hits      []model.Span  // of the search, in text order
	hit       int           // the hit that the search stands on, or -1
	selection model.Span    // empty if nothing is being selected
	notes     []model.Span  // the passages of the reader's marks, for the gutter
	spotlight bool          // everything but places is dimmed
	voices    []model.Voice // for the gutter; nil before the analysis
}

// A layer is one kind of mark on the article.
type layer struct {
	role  role
	spans []model.Span // in text order; may overlap
}

// A role is what something on the screen is there for. The theme says how a
// role looks; nothing else knows a colour.
type role uint8

const (
	roleText role = iota
	roleDim
	roleStrong  // what stands out without meaning anything: a name in a list, a title
	roleFrame   // lines between panes, the track of the scrollbar
	roleCursor  // the line or letter under the cursor
	roleChosen  // the places of the selected thing
	rolePicked  // text being selected
	roleActor   // a mention
	roleSource  // the parts of a claim
	roleCue     //
	roleContent //
	roleUnsure  // laid over a claim that is more likely wrong than right
	roleEcho    // words of a claim that the narrator says again
	roleDevice  // a finding
	roleMinor   // a finding of the lower tier
	roleNote    // the reader's own mark
	roleHit     // found by the search
	roleHere    // the hit that the search stands on
	roleLink    // a letter that can be typed
	roleBar     // shares and progress
	roleProblem // what went wrong
	roleCount   // how many roles there are
)

// dress brings the scene up to date.
func (a *App) dress() {
	s := &a.scene
	s.selection = a.selection()
	s.spotlight = a.spotlight
	s.hits, s.hit = nil, -1
	if a.search.pattern != "" {
		s.hits, s.hit = a.search.hits, a.search.on(a.reader.cursor())
		if a.outline.hits != nil {
			s.hit = a.outline.hits.at
		}
	}
	s.places = nil
	if a.picked != nil && !a.searched {
		s.places = a.picked.Spans
	}
	s.here = a.firstWord(s.places)
	if !a.stale {
		return
	}
	a.stale = false
	s.notes, s.voices, s.layers, s.marked = nil, nil, nil, nil
	for _, m := range a.reading.Marks() {
		s.notes = append(s.notes, m.Spans()...)
	}
	if a.reading.Analysis != nil {
		s.voices = a.reading.Analysis.Voices
	}
	for t := range Notes + 1 {
		if t == a.outline.tab || a.all {
			s.layers = append(s.layers, a.outline.layers(t)...)
		}
	}
}

// firstWord returns the first word of the place at the cursor: enough to show
// where n has come to while the outline has the keyboard, and cheap to draw.
func (a *App) firstWord(places []model.Span) model.Span {
	at := a.reader.cursor()
	n, ok := slices.BinarySearchFunc(places, at, func(s model.Span, at int) int { return s.Start - at })
	if !ok {
		return model.Span{}
	}
	s := places[n]
	text := a.desk.Document.Text(s)
	end := skip(skip(0, text, notWord), text, isWord)
	return model.Span{Start: s.Start, End: s.Start + end}
}

// layers returns what the tab marks on the article: the passages of all that
// its filter lets through. They are kept until the list is arranged anew.
func (o *outline) layers(t Tab) []layer {
	l := &o.lists[t]
	if l.layers == nil {
		l.layers = o.makeLayers(t)
	}
	return l.layers
}

func (o *outline) makeLayers(t Tab) []layer {
	by := make([][]model.Span, roleCount)
	seen := make(map[any]bool)
	o.lists[t].passing(func(i *model.Item) {
		if i.Node == nil && i.Mark == "" || seen[i.Key()] {
			return
		}
		seen[i.Key()] = true
		switch n := i.Node.(type) {
		case *model.Actor:
			if t == Actors {
				by[roleActor] = append(by[roleActor], i.Spans...)
			}
		case *model.Claim:
			if t == Claims {
				by[roleSource] = append(by[roleSource], n.Source...)
				by[roleCue] = append(by[roleCue], n.Cue...)
				by[roleContent] = append(by[roleContent], n.Content...)
				if i.Unsure {
					by[roleUnsure] = append(by[roleUnsure], i.Spans...)
				}
			}
		case *model.Turn:
			if t == Claims {
				by[roleSource] = append(by[roleSource], n.Label...)
				by[roleContent] = append(by[roleContent], n.Content...)
			}
		case *model.Echo:
			if t == Claims {
				by[roleEcho] = append(by[roleEcho], n.Words...)
			}
		case *model.Finding:
			r := roleDevice
			if n.Tier == model.Minor {
				r = roleMinor
			}
			by[r] = append(by[r], i.Spans...)
		case nil:
			by[roleNote] = append(by[roleNote], i.Spans...)
		}
	})
	out := []layer{}
	for _, r := range [...]role{roleContent, roleEcho, roleSource, roleCue, roleUnsure, roleActor, roleMinor, roleDevice, roleNote} {
		if len(by[r]) > 0 {
			slices.SortFunc(by[r], model.Span.Compare)
			out = append(out, layer{r, by[r]})
		}
	}
	return out
}
