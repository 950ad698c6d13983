package model

import (
	"slices"
	"sync"
)

// An Analysis is everything the engine found in one document. It is built
// once, then only read; its nodes point at each other, and [Document.Text]
// gives their words. Slices are in text order unless they say otherwise.
type Analysis struct {
	Document  *Document
	Sentences []Span
	Words     []Span // without punctuation marks
	Actors    []*Actor
	Claims    []*Claim // outermost; claims inside them are in Nested
	Turns     []*Turn
	Findings  []*Finding
	Devices   []*Device // the whole catalogue, used or not, in the order of families
	Frames    []Frame   // highest score first; only those that reach the threshold
	Voices    []Voice   // largest share first; the shares add up to 1
	Echoes    []*Echo

	once sync.Once
	back *back // what [Analysis.Ties] looks up
}

// A Node is something found in the text: an [*Actor], [*Mention], [*Claim],
// [*Turn], [*Finding] or [*Echo].
type Node interface {
	Spans() []Span // where it shows, in text order; never empty
	node()
}

// An Actor is a person, body, place or group that the article speaks of, or an
// unnamed source that it quotes.
type Actor struct {
	Name     string // the fullest name the article gives it
	Role     string // "defense minister", where the article says so
	Kind     ActorKind
	Unnamed  bool       // a source without a name: analysts, officials, critics
	Mentions []*Mention // never empty
	Claims   []*Claim   // what it says, nested claims included
	Turns    []*Turn
	Similar  []*Actor // may be the same, left apart for want of proof
}

// ActorKind says what sort of thing an [Actor] is.
type ActorKind uint8

const (
	UnknownActor ActorKind = iota
	Person
	Organization
	Place
	Group
	Paper // a report, letter or poll that speaks
)

// A Mention is one expression that refers to an [Actor].
type Mention struct {
	Span
	Head  Span // the word that carries it: "minister" in "the Danish minister"
	Form  Form
	Actor *Actor
	By    Evidence
}

// Form is how a mention refers.
type Form uint8

const (
	Name Form = iota
	Nominal
	Pronoun
	Demonym // Belarusian, for Belarus
)

// A Claim is something that the article says a source said or thought, an
// attribution after PolNeAR's guidelines: source (who), cue (the words that
// bring it in) and content (what).
type Claim struct {
	Source   []Span   // empty if the article names none; may be discontinuous
	Cue      []Span   // "said", "according to"
	Content  []Span   // more than one if something interrupts it
	Speakers []*Actor // empty if nobody could be found, several if several speak
	Mode     Mode
	Stance   Stance
	In       *Claim   // the claim whose content holds this one; nil if outermost
	Nested   []*Claim // the claims inside its content
	Repeats  []*Claim // other claims that say much the same
	Answers  []*Claim // other claims that this one denies, doubts or replies to
	By       Evidence
}

// Mode is how the words of a claim are given.
type Mode uint8

const (
	Indirect Mode = iota // in the reporter's words
	Direct               // word for word
	Mixed                // in the reporter's words, with quoted scraps
)

// Stance is what the source does with the content of a claim.
type Stance uint8

const (
	Assert Stance = iota
	Deny
	Doubt
	Demand
	Promise
	Ask
)

// A Turn is a stretch of an interview, transcript or signed speech that gives
// an actor voice without a cue.
type Turn struct {
	Label    []Span // the speaker's label or the byline; may be empty
	Content  []Span
	Speakers []*Actor
	By       Evidence
}

// A Device is a way of framing: what it is, and what it should make a reader
// ask. Families and devices are those of the catalogue in analysis/frame.
type Device struct {
	ID       string // the name of its file; stable
	Family   string // contrast, wording, sourcing, certainty, agency, justification, pattern
	Title    string
	About    string
	Asks     string
	Source   string   // where in the literature it is described
	Core     bool     // precise enough to be shown unasked
	Rate     float64  // core and minor uses in 1,000 words of ordinary news; 0 if unknown
	Examples []string // with [brackets] around the device
}

// A Finding is one use of a [Device] in the text.
type Finding struct {
	Span
	Device *Device
	Claim  *Claim // in whose words it stands; nil: the narrator's, or a turn's
	Turn   *Turn
	Tier   Tier
	Why    string // one line for the reader: the gloss, or what the rule saw
	By     Evidence
}

// Tier says how much a finding weighs.
type Tier uint8

const (
	Core  Tier = iota // a discourse analyst would defend it in print
	Minor             // a grammatical trace, shown on demand
)

// A Frame is a policy frame (Boydstun et al. 2014) with the passages that
// speak for it.
type Frame struct {
	ID, Title string
	Score     float64 // 0 to 1
	Passages  []Span
}

// A Voice is the share of the article's words that one voice has.
type Voice struct {
	Kind  VoiceKind
	Actor *Actor // nil unless Kind is Spoken
	Share float64
	Spans []Span
}

// VoiceKind says whose voice a stretch of text is in.
type VoiceKind uint8

const (
	Narrator   VoiceKind = iota
	Impersonal           // a claim without a source: it is seen as
	Spoken               // an actor's
)

// An Echo is a stretch in the narrator's voice that repeats a source's words
// without attribution.
type Echo struct {
	Span
	Claim *Claim
	Words []Span // the repeated words, in the echo
}

// Evidence says why the engine believes something: the rule that fired, the
// words it leant on, and how sure it is.
type Evidence struct {
	Rule  string
	Words []Span
	Sure  float32 // 0 to 1
}

// Unsure reports whether what the evidence speaks for is more likely wrong than
// right. Such things are kept, and shown apart.
func (e Evidence) Unsure() bool { return e.Sure > 0 && e.Sure < .5 }

// Spans implements [Node]: the actor's mentions.
func (a *Actor) Spans() []Span {
	s := make([]Span, len(a.Mentions))
	for i, m := range a.Mentions {
		s[i] = m.Span
	}
	return s
}

// Spans implements [Node].
func (m *Mention) Spans() []Span { return []Span{m.Span} }

// Spans implements [Node].
func (f *Finding) Spans() []Span { return []Span{f.Span} }

// Spans implements [Node]: source, cue and content.
func (c *Claim) Spans() []Span {
	s := slices.Concat(c.Source, c.Cue, c.Content)
	slices.SortFunc(s, Span.Compare)
	return s
}

// Spans implements [Node].
func (t *Turn) Spans() []Span {
	s := slices.Concat(t.Label, t.Content)
	slices.SortFunc(s, Span.Compare)
	return s
}

// Spans implements [Node].
func (e *Echo) Spans() []Span { return []Span{e.Span} }

func (*Actor) node()   {}
func (*Mention) node() {}
func (*Claim) node()   {}
func (*Turn) node()    {}
func (*Finding) node() {}
func (*Echo) node()    {}

// Voice returns in whose voice the finding stands.
func (f *Finding) Voice() VoiceKind {
	switch {
	case f.Turn != nil:
		return Spoken
	case f.Claim == nil:
		return Narrator
	case len(f.Claim.Source) == 0:
		return Impersonal
	}
	return Spoken
}

// String returns the word that the exports use for k.
func (k ActorKind) String() string {
	return [...]string{"unknown", "person", "organization", "place", "group", "document"}[k]
}

// String returns the word that the exports use for f.
func (f Form) String() string { return [...]string{"name", "nominal", "pronoun", "demonym"}[f] }

// String returns the word that the exports use for m.
func (m Mode) String() string { return [...]string{"indirect", "direct", "mixed"}[m] }

// String returns the word that the exports use for s.
func (s Stance) String() string {
	return [...]string{"assert", "deny", "doubt", "demand", "promise", "ask"}[s]
}

// String returns the word that the exports use for t.
func (t Tier) String() string { return [...]string{"core", "minor"}[t] }

// String returns the word that the exports use for k.
func (k VoiceKind) String() string { return [...]string{"narrator", "impersonal", "source"}[k] }
