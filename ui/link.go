package ui

import "lectern/model"

// This file holds the following of the links of a card.

// moreOfLink reports whether want is the first letter of a link's name of two.
func (a *App) moreOfLink(want Intent) bool {
	f, ok := want.(FollowLink)
	if !ok {
		return false
	}
	_, more := linkCalled(f.Name, len(a.card.ties))
	return more
}

// followLink goes where a link of the card leads.
func (a *App) followLink(name string) {
	i, _ := linkCalled(name, len(a.card.ties))
	if i < 0 {
		if len(a.card.ties) == 0 {
			a.say("the card has no links")
		} else {
			a.say("no link of the card is called " + name)
		}
		return
	}
	t := a.card.ties[i]
	from := a.spot()
	if !a.reach(t.To) {
		a.say("it is not in the outline")
		return
	}
	a.jumps.leave(from)
	a.say(t.How + ": " + label(a.desk.Document, from.key, t.To))
	a.reader.jump(nearest(a.picked.Spans, from.at).Start)
}

// nearest returns the span that begins nearest to a byte; spans must not be
// empty.
func nearest(spans []model.Span, at int) model.Span {
	best := spans[0]
	for _, s := range spans {
		if abs(s.Start-at) < abs(best.Start-at) {
			best = s
		}
	}
	return best
}
