package export

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"io"
	"math"
	"strconv"
	"time"

	"lectern/model"
)

// The types below are the contract: each key, in this order, is read by other
// programs. New ones may be added; none may change its meaning. Places are code
// points, half-open (see [model.Points]).

type jsonDocument struct {
	Source string `json:"source"`
	SHA256 string `json:"sha256"`
	Title  string `json:"title"`
	Length int    `json:"length"`
	Author string `json:"author,omitempty"`
	Date   string `json:"date,omitempty"`
	Site   string `json:"site,omitempty"`
	Text   string `json:"text,omitempty"` // only where places do not count in the file
}

type jsonRange struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type jsonMention struct {
	jsonRange
	Form string `json:"form"`
}

type jsonActor struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Kind     string        `json:"kind"`
	Unnamed  bool          `json:"unnamed"`
	Mentions []jsonMention `json:"mentions"`
	Role     string        `json:"role,omitempty"`
	Similar  []string      `json:"similar,omitempty"`
}

type jsonClaim struct {
	ID       string      `json:"id"`
	In       string      `json:"in,omitempty"` // the claim around it; only in "nested"
	Speakers []string    `json:"speakers"`
	Source   []jsonRange `json:"source"`
	Cue      []jsonRange `json:"cue"`
	Content  []jsonRange `json:"content"`
	Mode     string      `json:"mode"`
	Stance   string      `json:"stance"`
	Sure     decimal     `json:"sure"`
	Rule     string      `json:"rule"`
	Repeats  []string    `json:"repeats,omitempty"`
	Answers  []string    `json:"answers,omitempty"`
}

type jsonTurn struct {
	ID       string      `json:"id"`
	Speakers []string    `json:"speakers"`
	Label    []jsonRange `json:"label"`
	Content  []jsonRange `json:"content"`
	Sure     decimal     `json:"sure"`
	Rule     string      `json:"rule"`
}

type jsonFinding struct {
	ID     string `json:"id"`
	Device string `json:"device"`
	Family string `json:"family"`
	jsonRange
	Tier  string `json:"tier"`
	Voice string `json:"voice"`
	Claim string `json:"claim,omitempty"`
	Turn  string `json:"turn,omitempty"`
	Rule  string `json:"rule"`
	Why   string `json:"why"`
}

type jsonFrame struct {
	Frame    string      `json:"frame"`
	Score    decimal     `json:"score"`
	Passages []jsonRange `json:"passages"`
}

type jsonVoice struct {
	Voice string  `json:"voice"`
	Share decimal `json:"share"`
}

type jsonEcho struct {
	jsonRange
	Claim string      `json:"claim"`
	Words []jsonRange `json:"words"`
}

type jsonAnchor struct {
	jsonRange
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	Found  string `json:"found"` // exact, moved, needs review, orphan
}

type jsonNote struct {
	ID      string       `json:"id"`
	Anchor  []jsonAnchor `json:"anchor"`
	Body    string       `json:"body"`
	Tags    []string     `json:"tags"`
	Author  string       `json:"author"`
	Time    string       `json:"time"`
	Changed string       `json:"changed,omitempty"`
}

// decimal is a number from 0 to 1, written with at most four decimals so that
// the last bits of a sum do not show.
type decimal float64

// MarshalJSON implements [json.Marshaler].
func (d decimal) MarshalJSON() ([]byte, error) {
	return strconv.AppendFloat(nil, math.Round(float64(d)*1e4)/1e4, 'f', -1, 64), nil
}

// JSON writes a as one object, with every entry on a line of its own. The same
// article gives the same bytes.
func JSON(w io.Writer, a Article) error {
	found, n := a.analysis(), newNumbers(a.Document, a.analysis())
	out := object{w: bufio.NewWriter(w)}
	out.key("lectern", Version)
	out.key("document", n.document(a.Document))
	list(&out, "sentences", found.Sentences, n.span)
	list(&out, "actors", found.Actors, n.actor)
	list(&out, "claims", found.Claims, n.claim)
	list(&out, "nested", n.nested, n.claim)
	list(&out, "turns", found.Turns, n.turn)
	list(&out, "devices", found.Findings, n.finding)
	list(&out, "frames", found.Frames, func(f model.Frame) jsonFrame {
		return jsonFrame{f.ID, decimal(f.Score), n.spans(f.Passages)}
	})
	list(&out, "voices", found.Voices, func(v model.Voice) jsonVoice {
		return jsonVoice{n.voice(v), decimal(v.Share)}
	})
	list(&out, "echoes", found.Echoes, func(e *model.Echo) jsonEcho {
		return jsonEcho{n.span(e.Span), n.claims[e.Claim], n.spans(e.Words)}
	})
	list(&out, "notes", a.Marks, n.note)
	return out.end()
}

// numbers gives every node its ID, and every span its place.
type numbers struct {
	points *model.Points
	actors map[*model.Actor]string
	claims map[*model.Claim]string
	turns  map[*model.Turn]string
	finds  map[*model.Finding]string
	nested []*model.Claim // each before what it holds
}

func newNumbers(d *model.Document, found *model.Analysis) *numbers {
	n := &numbers{
		points: model.NewPoints(d),
		actors: map[*model.Actor]string{},
		claims: map[*model.Claim]string{},
		turns:  map[*model.Turn]string{},
		finds:  map[*model.Finding]string{},
	}
	for i, a := range found.Actors {
		n.actors[a] = "a" + strconv.Itoa(i+1)
	}
	for i, c := range found.Claims {
		n.claims[c] = "c" + strconv.Itoa(i+1)
	}
	for _, c := range found.Claims {
		n.nest(c)
	}
	for i, t := range found.Turns {
		n.turns[t] = "t" + strconv.Itoa(i+1)
	}
	for i, f := range found.Findings {
		n.finds[f] = "f" + strconv.Itoa(i+1)
	}
	return n
}

func (n *numbers) nest(c *model.Claim) {
	for _, in := range c.Nested {
		if _, done := n.claims[in]; done {
			continue
		}
		n.nested = append(n.nested, in)
		n.claims[in] = "n" + strconv.Itoa(len(n.nested))
		n.nest(in)
	}
}

func (n *numbers) span(s model.Span) jsonRange { return jsonRange(n.points.Range(s)) }

func (n *numbers) spans(list []model.Span) []jsonRange {
	out := make([]jsonRange, len(list))
	for i, s := range list {
		out[i] = n.span(s)
	}
	return out
}

// ids returns the IDs of nodes, never nil; a node that is not in the analysis
// has none and is left out.
func ids[T comparable](all map[T]string, nodes []T) []string {
	out := []string{}
	for _, x := range nodes {
		if id, ok := all[x]; ok {
			out = append(out, id)
		}
	}
	return out
}

func (n *numbers) document(d *model.Document) jsonDocument {
	m, s := d.Meta(), d.Source()
	out := jsonDocument{m.Name, hex.EncodeToString(s.Sum[:]), m.Title, n.points.Len(), m.Author, m.Date, m.Site, ""}
	if s.Format != model.Text && s.Format != model.Markdown {
		out.Text = s.Raw
	}
	return out
}

func (n *numbers) actor(a *model.Actor) jsonActor {
	mentions := make([]jsonMention, len(a.Mentions))
	for i, m := range a.Mentions {
		mentions[i] = jsonMention{n.span(m.Span), m.Form.String()}
	}
	return jsonActor{n.actors[a], a.Name, a.Kind.String(), a.Unnamed, mentions, a.Role, ids(n.actors, a.Similar)}
}

func (n *numbers) claim(c *model.Claim) jsonClaim {
	return jsonClaim{
		n.claims[c], n.claims[c.In], ids(n.actors, c.Speakers),
		n.spans(c.Source), n.spans(c.Cue), n.spans(c.Content),
		c.Mode.String(), c.Stance.String(), decimal(c.By.Sure), c.By.Rule,
		ids(n.claims, c.Repeats), ids(n.claims, c.Answers),
	}
}

func (n *numbers) turn(t *model.Turn) jsonTurn {
	return jsonTurn{
		n.turns[t], ids(n.actors, t.Speakers),
		n.spans(t.Label), n.spans(t.Content), decimal(t.By.Sure), t.By.Rule,
	}
}

func (n *numbers) finding(f *model.Finding) jsonFinding {
	return jsonFinding{
		n.finds[f], f.Device.ID, f.Device.Family, n.span(f.Span), f.Tier.String(),
		f.Voice().String(), n.claims[f.Claim], n.turns[f.Turn], f.By.Rule, f.Why,
	}
}

func (n *numbers) voice(v model.Voice) string {
	if v.Kind == model.Spoken {
		return n.actors[v.Actor]
	}
	return v.Kind.String()
}

func (n *numbers) note(m model.Mark) jsonNote {
	anchors := make([]jsonAnchor, len(m.Anchors))
	for i, a := range m.Anchors {
		anchors[i] = jsonAnchor{n.span(a.Span), a.Exact, a.Prefix, a.Suffix, a.Fit.String()}
	}
	out := jsonNote{m.ID, anchors, m.Note, append([]string{}, m.Tags...), m.Author, clock(m.Made), ""}
	if !m.Changed.Equal(m.Made) {
		out.Changed = clock(m.Changed)
	}
	return out
}

func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// object writes one JSON object key by key and keeps the first error.
type object struct {
	w    *bufio.Writer
	keys int
	err  error
}

func (o *object) name(key string) {
	open := ",\n"
	if o.keys == 0 {
		open = "{\n"
	}
	o.keys++
	o.w.WriteString(open + `"` + key + `": `)
}

func (o *object) key(name string, value any) {
	o.name(name)
	o.value(value)
}

func (o *object) value(v any) {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && o.err == nil {
		o.err = err
	}
	o.w.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
}

func list[T, J any](o *object, name string, nodes []T, entry func(T) J) {
	o.name(name)
	for i, x := range nodes {
		if i == 0 {
			o.w.WriteString("[\n")
		} else {
			o.w.WriteString(",\n")
		}
		o.value(entry(x))
	}
	if len(nodes) == 0 {
		o.w.WriteByte('[')
	}
	o.w.WriteByte(']')
}

func (o *object) end() error {
	o.w.WriteString("\n}\n")
	if o.err != nil {
		return o.err
	}
	return o.w.Flush()
}
