package ui

import (
	"strings"

	"lectern/model"
)

// The article of the screenplays, and what a careful reader finds in it, drawn
// up by hand: two named speakers, unnamed ones, an impersonal report, a claim
// inside a claim, a denial that answers a claim, an echo, framing in every
// voice.
const ferry = `# The night ferry stops in May

By Ines Aldana, 3 March

The harbour board will end the night ferry in May, its chair Oda Brandt said on Tuesday. The line is old and costly, and the step is not a cut but a renewal.

“Nobody will be stranded,” Brandt told the council. She said that the operator, Nordline, had promised two morning boats.

Residents of the outer islands say the board never asked them. The plan is seen as a favour to Nordline.

Mayor Theo Falk denied that the town had known of the plan. He demanded a hearing “before a single boat is sold”.

According to critics, the costs were made up. Nordline did not answer.

The step is a renewal, safe, sober and fair, and it must be understood as a response to falling numbers.`

func ferryDocument() *model.Document {
	b := model.NewBuilder(model.Meta{Title: "The night ferry stops in May", Author: "Ines Aldana", Date: "3 March", Site: "The Quay", Name: "ferry.md"}, model.Source{})
	for n, para := range strings.Split(ferry, "\n\n") {
		k := model.Block{Kind: model.Paragraph}
		switch n {
		case 0:
			k, para = model.Block{Kind: model.Headline, Level: 1}, strings.TrimPrefix(para, "# ")
		case 1:
			k.Kind = model.Byline
		}
		b.Open(k, "\n\n")
		b.Write(para, model.Span{})
	}
	return b.Document()
}

// ferryAnalysis is what the engine would find in d.
func ferryAnalysis(d *model.Document) *model.Analysis {
	text := d.Text(d.All())
	at := func(words string, n int) model.Span { // the nth occurrence
		from := 0
		for {
			i := strings.Index(text[from:], words)
			if i < 0 {
				panic("the article does not say " + words)
			}
			if n--; n == 0 {
				return model.Span{Start: from + i, End: from + i + len(words)}
			}
			from += i + len(words)
		}
	}
	one := func(words string) []model.Span { return []model.Span{at(words, 1)} }
	a := &model.Analysis{Document: d}
	actor := func(name, role string, kind model.ActorKind, unnamed bool, spans ...model.Span) *model.Actor {
		x := &model.Actor{Name: name, Role: role, Kind: kind, Unnamed: unnamed}
		for _, s := range spans {
			x.Mentions = append(x.Mentions, &model.Mention{Span: s, Head: s, Actor: x, By: model.Evidence{Rule: "name", Sure: 1}})
		}
		a.Actors = append(a.Actors, x)
		return x
	}
	board := actor("the harbour board", "", model.Organization, false, at("The harbour board", 1), at("the board", 1))
	brandt := actor("Oda Brandt", "chair", model.Person, false, at("its chair Oda Brandt", 1), at("Brandt", 2), at("She", 1))
	nordline := actor("Nordline", "operator", model.Organization, false, at("the operator, Nordline", 1), at("Nordline", 2), at("Nordline", 3))
	residents := actor("residents", "", model.Group, true, at("Residents of the outer islands", 1))
	falk := actor("Theo Falk", "mayor", model.Person, false, at("Mayor Theo Falk", 1), at("He", 1))
	critics := actor("critics", "", model.Group, true, at("critics", 1))
	brandt.Similar = []*model.Actor{board}

	claim := func(in *model.Claim, source, cue, content []model.Span, mode model.Mode, stance model.Stance, rule string, by ...*model.Actor) *model.Claim {
		c := &model.Claim{Source: source, Cue: cue, Content: content, Speakers: by, Mode: mode, Stance: stance, In: in, By: model.Evidence{Rule: rule, Sure: .9}}
		if in != nil {
			in.Nested = append(in.Nested, c)
		} else {
			a.Claims = append(a.Claims, c)
		}
		for _, x := range by {
			x.Claims = append(x.Claims, c)
		}
		return c
	}
	end := claim(nil, one("its chair Oda Brandt"), []model.Span{at("said", 1)}, one("The harbour board will end the night ferry in May"), model.Indirect, model.Assert, "reporting verb", brandt)
	claim(nil, []model.Span{at("Brandt", 2)}, one("told"), one("“Nobody will be stranded,”"), model.Direct, model.Assert, "quotation", brandt)
	boats := claim(nil, one("She"), []model.Span{at("said", 2)}, one("that the operator, Nordline, had promised two morning boats"), model.Indirect, model.Assert, "reporting verb", brandt)
	claim(boats, one("the operator, Nordline"), one("had promised"), one("two morning boats"), model.Indirect, model.Promise, "reporting verb", nordline)
	asked := claim(nil, one("Residents of the outer islands"), one("say"), one("the board never asked them"), model.Indirect, model.Assert, "reporting verb", residents)
	favour := claim(nil, nil, one("is seen as"), []model.Span{at("The plan", 1), at("a favour to Nordline", 1)}, model.Indirect, model.Assert, "impersonal passive")
	known := claim(nil, one("Mayor Theo Falk"), one("denied"), one("that the town had known of the plan"), model.Indirect, model.Deny, "reporting verb", falk)
	hearing := claim(nil, one("He"), one("demanded"), one("a hearing “before a single boat is sold”"), model.Mixed, model.Demand, "reporting verb", falk)
	costs := claim(nil, one("critics"), one("According to"), one("the costs were made up"), model.Indirect, model.Assert, "according to", critics)
	costs.By.Sure = .35 // shown as unsure
	known.Answers = []*model.Claim{asked}
	hearing.Repeats = []*model.Claim{asked}

	device := func(id, family, title, about, asks string, rate float64) *model.Device {
		x := &model.Device{ID: id, Family: family, Title: title, About: about, Asks: asks, Core: true, Rate: rate, Examples: []string{"It is [not a wall but a welcome]."}}
		a.Devices = append(a.Devices, x)
		return x
	}
	antithesis := device("antithesis", "contrast", "Antithesis", "Rejects one reading and supplies the approved one.", "Who had put it the other way?", .46)
	unnamed := device("unnamed-source", "sourcing", "Unnamed source", "Somebody speaks who has no name.", "Who is it, and how would they know?", .46)
	impersonal := device("impersonal-report", "sourcing", "Impersonal report", "Something is seen or said by nobody.", "Who sees it so?", .34)
	necessity := device("necessity", "certainty", "Necessity", "Says what must be thought or done.", "Must it? Who says so?", 0)
	reactive := device("reactive", "justification", "Cast as a response", "The act is only an answer to others.", "Who moved first?", 0)
	triplet := device("triplet", "pattern", "Rule of three", "Three of a kind, for the sound of it.", "Would two have done?", .49)
	finding := func(d *model.Device, s model.Span, c *model.Claim, tier model.Tier, why string) {
		a.Findings = append(a.Findings, &model.Finding{Span: s, Device: d, Claim: c, Tier: tier, Why: why, By: model.Evidence{Rule: d.ID}})
	}
	finding(antithesis, at("not a cut but a renewal", 1), nil, model.Core, "not … but, with the same article on both sides")
	finding(unnamed, at("Residents of the outer islands", 1), asked, model.Core, "a group speaks and no person in it is named")
	finding(impersonal, at("is seen as", 1), favour, model.Core, "a passive of seeing without by")
	finding(unnamed, at("critics", 1), costs, model.Core, "a group speaks and no person in it is named")
	finding(triplet, at("safe, sober and fair", 1), nil, model.Core, "three adjectives in a row")
	finding(necessity, at("must be understood", 1), nil, model.Core, "must with a verb of thinking")
	finding(reactive, at("a response to falling numbers", 1), nil, model.Minor, "response to")

	a.Frames = []model.Frame{{ID: "economic", Title: "Economic", Score: .4, Passages: append(one("old and costly"), at("the costs were made up", 1))}}
	var told []model.Span
	voice := func(k model.VoiceKind, x *model.Actor, share float64, spans ...model.Span) {
		a.Voices = append(a.Voices, model.Voice{Kind: k, Actor: x, Share: share, Spans: spans})
		told = append(told, spans...)
	}
	voice(model.Narrator, nil, .52, d.All())
	voice(model.Spoken, brandt, .22, end.Content[0], at("“Nobody will be stranded,”", 1), boats.Content[0])
	voice(model.Spoken, falk, .12, known.Content[0], hearing.Content[0])
	voice(model.Spoken, residents, .06, asked.Content[0])
	voice(model.Impersonal, nil, .05, favour.Content...)
	voice(model.Spoken, critics, .03, costs.Content[0])
	a.Voices[0].Spans = without(d, told[1:])
	a.Echoes = []*model.Echo{{Span: at("The step is a renewal", 1), Claim: end, Words: one("renewal")}}

	for _, b := range d.Blocks() {
		from := b.Start
		for i, s := range strings.SplitAfter(d.Text(b.Span), ". ") {
			_ = i
			a.Sentences = append(a.Sentences, trimmed(d, model.Span{Start: from, End: from + len(s)}))
			from += len(s)
		}
	}
	for i := 0; i < len(text); {
		j := skip(i, text, isWord)
		if j > i {
			a.Words = append(a.Words, model.Span{Start: i, End: j})
		}
		i = skip(j, text, notWord)
	}
	return a
}

// without returns what is left of the document.
func without(d *model.Document, spans []model.Span) (rest []model.Span) {
	for _, r := range model.Runs(d.All(), spans) {
		if len(r.Marks) == 0 {
			rest = append(rest, r.Span)
		}
	}
	return rest
}
