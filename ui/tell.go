package ui

import (
	"fmt"
	"slices"
	"strings"

	"lectern/model"
)

// This file says in words what things are: in a line to somebody who looks at
// another, and in full for the card.

// label says in one line what a node is, to somebody who looks at from.
func label(d *model.Document, from any, n model.Node) string {
	switch n := n.(type) {
	case *model.Actor:
		return n.Name
	case *model.Mention:
		return n.Actor.Name
	case *model.Claim:
		if speaks(from, n.Speakers) {
			return n.Says(d)
		}
		return model.Speaker(d, n) + ": " + n.Says(d)
	case *model.Turn:
		if speaks(from, n.Speakers) {
			return model.Words(d, n.Content)
		}
		return model.Names(n.Speakers, "somebody") + ": " + model.Words(d, n.Content)
	case *model.Echo:
		return model.Words(d, n.Spans())
	case *model.Finding:
		if f, ok := from.(*model.Finding); ok && f.Device == n.Device {
			return model.Words(d, n.Spans())
		}
		return n.Device.Title + ": " + model.Words(d, n.Spans())
	}
	return ""
}

// speaks reports whether somebody who looks at from knows who the speakers are.
func speaks(from any, speakers []*model.Actor) bool {
	switch from := from.(type) {
	case *model.Actor:
		return slices.Contains(speakers, from)
	case *model.Claim:
		return len(speakers) > 0 && slices.Equal(from.Speakers, speakers)
	case *model.Turn:
		return len(speakers) > 0 && slices.Equal(from.Speakers, speakers)
	}
	return false
}

// tell says in Markdown what there is to know about an item.
func tell(i *model.Item, r *model.Reading) string {
	d := r.Document
	var b strings.Builder
	line := func(format string, words ...any) { fmt.Fprintf(&b, format+"\n", words...) }
	switch n := i.Node.(type) {
	case *model.Actor:
		line("**%s**", literal(n.Name))
		about := []string{n.Kind.String()}
		if n.Kind == model.UnknownActor {
			about = nil
		}
		if s := n.Nameless(); s != "" {
			about = append(about, s)
		}
		if n.Role != "" {
			about = append(about, literal(n.Role))
		}
		line("%s", strings.Join(append(about, model.Count(len(n.Mentions), "mention")), " · "))
		if said := len(n.Claims) + len(n.Turns); said > 0 {
			share := ""
			if i.Share > 0 {
				share = ", " + model.Percent(i.Share) + " of the article's words"
			}
			line("Says %s%s.", model.Count(said, "thing"), share)
		} else {
			line("Spoken of, never heard. *What would they say?*")
		}
	case *model.Claim:
		line("**%s** · %s · %s", literal(model.Speaker(d, n)), n.Stance.Verb(), n.Mode)
		why := "found by: " + literal(n.By.Rule)
		if len(n.Cue) > 0 {
			why = "cue: “" + literal(model.Words(d, n.Cue)) + "” · " + why
		}
		line("%s%s", why, sure(n.By))
		if len(n.Source) == 0 && len(n.Speakers) == 0 {
			line("*Who says so? The article names nobody.*")
		}
	case *model.Turn:
		line("**%s** · speaks without a cue", literal(model.Names(n.Speakers, "somebody")))
		line("found by: %s%s", literal(n.By.Rule), sure(n.By))
	case *model.Echo:
		line("**%s** · after **%s**", "A source's words in the narrator's mouth", literal(model.Speaker(d, n.Claim)))
		line("Shared: “%s”", literal(model.Words(d, n.Words)))
		line("*Does the article adopt what it was told, or only repeat it?*")
	case *model.Finding:
		tier := ""
		if n.Tier == model.Minor {
			tier = " · minor"
		}
		line("**%s** · in the words of **%s**%s", literal(n.Device.Title), literal(model.Whose(d, n)), tier)
		if n.Why != "" {
			line("%s", literal(n.Why))
		}
		if n.Device.Asks != "" {
			line("*%s*", literal(n.Device.Asks))
		}
	default:
		tellRest(line, i, r)
	}
	return b.String()
}

// tellRest is tell for what is no node: a device, a mark, a group, a share.
func tellRest(line func(string, ...any), i *model.Item, r *model.Reading) {
	switch {
	case i.Device != nil:
		line("**%s** · %s · %s here", literal(i.Device.Title), literal(i.Device.Family), model.Count(len(i.Items), "use"))
		line("%s", literal(i.Device.About))
		if i.Device.Asks != "" {
			line("*%s*", literal(i.Device.Asks))
		}
		if len(i.Device.Examples) > 0 {
			line("\n> %s\n", literal(i.Device.Examples[0]))
		}
		if i.Device.Source != "" {
			line("%s", literal(i.Device.Source))
		}
	case i.Mark != "":
		m, _ := r.Mark(i.Mark)
		if len(m.Tags) > 0 {
			line("**%s**", literal(strings.Join(m.Tags, " · ")))
		}
		if m.Note != "" {
			line("%s", noted(m.Note))
		}
		exact := make([]string, len(m.Anchors))
		for n, a := range m.Anchors {
			exact[n] = literal(a.Exact)
		}
		line("“%s”", strings.Join(exact, " … "))
		switch m.Fit() {
		case model.Moved:
			line("The article has changed; these words were found elsewhere in it.")
		case model.Doubtful:
			line("The article has changed; this is the likeliest place. *Is it the right one?* Select the passage (**v**) and press **c** to say so.")
		case model.Orphan:
			line("The article has changed; these words are gone from it. To put the note elsewhere, select a passage (**v**) and press **c**.")
		}
		by := []string{m.Changed.Format("2 January 2006")}
		if m.Author != "" {
			by = append([]string{literal(m.Author)}, by...)
		}
		line("%s", strings.Join(by, " · "))
	default:
		line("**%s** %s", literal(i.Label), literal(i.Aside))
		if i.Who != "" {
			line("%s", literal(i.Who))
		}
		if i.Why != "" {
			line("%s", literal(i.Why))
		}
		if n := len(i.Items); n > 0 {
			line("%s below; **o** folds or unfolds", model.Count(n, "line"))
		}
		if n := len(i.Spans); n > 1 {
			line("%s; **n** walks them", model.Count(n, "passage"))
		}
	}
}

// sure says how sure the engine is, in whole percent rounded down, so that what is
// unsure never reads as even.
func sure(e model.Evidence) string {
	percent := int(e.Sure*1000+.5) / 10
	switch {
	case percent <= 0 || e.Sure >= .995:
		return ""
	case e.Unsure():
		return fmt.Sprintf(" · **unsure**: %d%%", percent)
	}
	return fmt.Sprintf(" · sure: %d%%", percent)
}
