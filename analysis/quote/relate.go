package quote

import (
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// How much two claims must share, in per cent of the weight of both, to say
// much the same, or to be about the same thing.
const (
	sameShare  = 36
	aboutShare = 30
)

// memory is how many claims back a claim or an echo may lean on.
const memory = 300

// relate links claims that repeat each other, and claims that deny, doubt or
// reply to one made before by somebody else.
func relate(text *syntax.Text, claims []*model.Claim) {
	g := newGists(text)
	list := all(claims)
	about := make([]gist, len(list))
	for i, c := range list {
		about[i] = g.of(runsOf(text, c.Content))
	}
	for j, later := range list {
		answers := replies(text, later)
		for i := max(0, j-memory); i < j; i++ {
			earlier := list[i]
			if earlier == later.In || later == earlier.In {
				continue
			}
			common := about[i].shared(about[j])
			share := 0
			if len(common) >= 3 {
				share = 200 * common.weight() / (about[i].weight() + about[j].weight())
			}
			switch {
			case answers && !sameSpeakers(earlier, later) && share >= aboutShare:
				later.Answers = append(later.Answers, earlier)
			case share >= sameShare:
				earlier.Repeats = append(earlier.Repeats, later)
				later.Repeats = append(later.Repeats, earlier)
			}
		}
		if len(later.Answers) == 0 && answers && anaphoric(text, later) {
			if c := lastBy(text, list[:j], later); c != nil {
				later.Answers = []*model.Claim{c}
			}
		}
	}
}

// replies reports whether the claim sets itself against another.
func replies(text *syntax.Text, c *model.Claim) bool {
	if c.Stance == model.Deny || c.Stance == model.Doubt {
		return true
	}
	for _, r := range runsOf(text, c.Cue) {
		for i := r.first; i < r.last; i++ {
			if v, ok := verbs()[text.Lower(i)]; ok && rejoinders[v.lemma] {
				return true
			}
		}
	}
	return false
}

// anaphoric reports whether the content is no more than a word for something
// said before: "the allegation", "that".
func anaphoric(text *syntax.Text, c *model.Claim) bool {
	n, said := 0, false
	for _, r := range runsOf(text, c.Content) {
		for i := r.first; i < r.last; i++ {
			n++
			w := text.Lower(i)
			said = said || sayings[w] || n == 1 && (w == "that" || w == "it" || w == "this" || w == "them")
		}
	}
	return said && n <= 6
}

// lastBy returns the last claim by somebody else no more than three
// paragraphs before c.
func lastBy(text *syntax.Text, before []*model.Claim, c *model.Claim) *model.Claim {
	paragraph := func(c *model.Claim) int { return text.SentenceOf(firstToken(text, c.Cue[0].Start)).Paragraph }
	for _, b := range slices.Backward(before) {
		if paragraph(b) < paragraph(c)-3 {
			return nil
		}
		if b != c.In && !sameSpeakers(b, c) {
			return b
		}
	}
	return nil
}

func sameSpeakers(a, b *model.Claim) bool {
	return slices.ContainsFunc(a.Speakers, func(x *model.Actor) bool { return slices.Contains(b.Speakers, x) })
}

var rejoinders = set(`respond reply answer counter retort rebut`)
var sayings = set(`accusation accusations allegation allegations claim claims charge charges criticism criticisms suggestion suggestions assertion assertions statement statements report reports remark remarks comment comments idea notion rumor rumors rumour rumours implication story proposal demand demands request offer call calls question questions`)
