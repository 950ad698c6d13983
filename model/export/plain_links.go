package export

import (
	"fmt"
	"slices"
	"strings"

	"lectern/model"
)

// links prints where everything is and what it is linked with: the same links as
// the cards of the screen have, in words.
func (p *plain) links() {
	if p.a.Analysis == nil {
		return
	}
	p.chapter("Actors", len(p.found.Actors))
	for _, a := range p.found.Actors {
		about := []string{a.Name}
		if s := a.Nameless(); s != "" {
			about = append(about, s)
		}
		if len(a.Claims)+len(a.Turns) == 0 {
			about = append(about, "silent")
		}
		p.entry(strings.Join(about, ", "), a)
	}
	p.chapter("Claims", len(p.all))
	for _, c := range p.all {
		p.entry(p.speaker(c), c)
	}
	p.chapter("Turns", len(p.found.Turns))
	for _, t := range p.found.Turns {
		p.entry(p.speakers(t.Speakers), t)
	}
	p.devices()
	p.chapter("A source's words in the narrator's mouth", len(p.found.Echoes))
	for _, e := range p.found.Echoes {
		p.entry(Words(p.a.Document, e.Spans()), e)
	}
	p.voices()
}

// chapter prints a title where there is something under it.
func (p *plain) chapter(title string, entries int) {
	if entries > 0 {
		p.line("\n%s", title)
	}
}

// entry prints a node's number, what it is, its sentences, and its links kind by
// kind. What an actor or a device gathers anyway is not said again of each part.
func (p *plain) entry(about string, n model.Node) {
	var out strings.Builder
	fmt.Fprintf(&out, "%s, %s: sentence %s", model.Capital(p.name(n)), about, p.sentences(n.Spans()))
	how := ""
	for _, tie := range p.found.Ties(n) {
		name := p.name(tie.To)
		if name == "" || tie.How == "same speaker" || tie.How == "other use" || tie.How == "speaker" {
			continue
		}
		if tie.How != how {
			how = tie.How
			switch {
			case how == "framing": // the name says so
				out.WriteString("; " + name)
			case strings.HasSuffix(how, "the same"):
				out.WriteString("; " + how + " as " + name)
			default:
				out.WriteString("; " + how + " " + name)
			}
		} else {
			out.WriteString(", " + name)
		}
	}
	p.line("%s.", out.String())
}

// name is what a node is called in this reading; "" for a finding that is not in
// it.
func (p *plain) name(n model.Node) string {
	kind, number := "", 0
	switch n := n.(type) {
	case *model.Actor:
		kind, number = "actor", p.actors[n]
	case *model.Claim:
		kind, number = "claim", p.claims[n]
	case *model.Turn:
		kind, number = "turn", slices.Index(p.found.Turns, n)+1
	case *model.Finding:
		kind, number = "framing", p.finds[n]
	case *model.Echo:
		kind, number = "echo", slices.Index(p.found.Echoes, n)+1
	}
	if number == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d", kind, number)
}

func (p *plain) devices() {
	uses := make(map[*model.Device][]*model.Finding)
	for _, f := range p.core {
		uses[f.Device] = append(uses[f.Device], f)
	}
	p.chapter("Framing devices", len(p.core))
	for _, d := range p.found.Devices {
		if len(uses[d]) == 0 {
			continue
		}
		var where []string
		for _, f := range uses[d] {
			where = append(where, fmt.Sprintf("framing %d in sentence %s", p.finds[f], p.sentences(f.Spans())))
		}
		p.line("%s: %s. %s", d.Title, strings.Join(where, ", "), oneLine(d.Asks))
	}
}

func (p *plain) voices() {
	p.chapter("Voices", len(p.found.Voices))
	for _, v := range p.found.Voices {
		name := "The narrator"
		switch {
		case v.Kind == model.Spoken:
			name = v.Actor.Name
		case v.Kind == model.Impersonal:
			name = "Impersonal reports"
		}
		p.line("%s: %s percent of the words.", name, percent(v.Share))
	}
}
