package export

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"lectern/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

const text = "Ministry <b>shuts</b> the 😀 bridge\r\n\r\nThe minister said on Monday that “nothing” was *wrong*.\r\n\r\nCritics deny it. It is, he insists, safe; they said he had said so."

// article is a small article in which everything that can be found is found, by
// hand, so that the exports are tested without the engine.
func article() Article {
	b := model.NewBuilder(model.Meta{Title: "Ministry shuts the 😀 bridge", Author: "A. Writer", Name: "bridge.md"},
		model.Source{Format: model.Markdown, Raw: text, Sum: model.Sum([]byte(text))})
	from := 0
	for i, para := range strings.SplitAfter(text, "\r\n\r\n") {
		kind := model.Paragraph
		if i == 0 {
			kind = model.Headline
		}
		b.Open(model.Block{Kind: kind}, "\n\n")
		at := from
		rest := strings.TrimRight(para, "\r\n")
		for rest != "" { // what stands between < and >, and every *, is markup
			i := strings.IndexAny(rest, "<*")
			if i < 0 {
				i = len(rest)
			}
			b.Write(rest[:i], model.Span{Start: at, End: at + i})
			n := i
			if i < len(rest) && rest[i] == '<' {
				n = strings.IndexByte(rest, '>') + 1
			} else if i < len(rest) {
				n = i + 1
			}
			at, rest = at+n, rest[n:]
		}
		from += len(para)
	}
	d := b.Document()
	span := func(words string) model.Span {
		i := strings.Index(d.Text(d.All()), words)
		if i < 0 {
			panic(words)
		}
		return model.Span{Start: i, End: i + len(words)}
	}
	minister := &model.Actor{Name: "the minister", Kind: model.Person, Role: "minister"}
	minister.Mentions = []*model.Mention{
		{Span: span("The minister"), Form: model.Nominal, Actor: minister},
		{Span: span("he"), Form: model.Pronoun, Actor: minister},
	}
	minister.Mentions[1].Span = span("he insists")
	minister.Mentions[1].End = minister.Mentions[1].Start + 2
	critics := &model.Actor{Name: "Critics", Kind: model.Group, Unnamed: true, Similar: []*model.Actor{minister}}
	critics.Mentions = []*model.Mention{{Span: span("Critics"), Form: model.Nominal, Actor: critics}}
	said := &model.Claim{
		Source: []model.Span{span("The minister")}, Cue: []model.Span{span("said")},
		Content: []model.Span{span("that “nothing” was wrong")}, Speakers: []*model.Actor{minister},
		Mode: model.Mixed, By: model.Evidence{Rule: "verb", Sure: .9},
	}
	deny := &model.Claim{
		Source: []model.Span{span("Critics")}, Cue: []model.Span{span("deny")}, Content: []model.Span{span("it")},
		Speakers: []*model.Actor{critics}, Stance: model.Deny, Answers: []*model.Claim{said}, By: model.Evidence{Rule: "verb", Sure: 2. / 3},
	}
	insist := &model.Claim{
		Source: []model.Span{minister.Mentions[1].Span}, Cue: []model.Span{span("insists")},
		Content: []model.Span{span("It is"), span("safe")}, Speakers: []*model.Actor{minister}, By: model.Evidence{Rule: "parenthesis", Sure: .8},
	}
	deny.Content[0] = span("it.")
	deny.Content[0].End--
	they := &model.Claim{Cue: []model.Span{span("they said")}, Content: []model.Span{span("he had said so")}, By: model.Evidence{Rule: "verb", Sure: .5}}
	inner := &model.Claim{Cue: []model.Span{span("had said")}, Content: []model.Span{span("so")}, In: they, Speakers: []*model.Actor{minister}, Repeats: []*model.Claim{insist}, By: model.Evidence{Rule: "verb", Sure: .5}}
	inner.Content[0] = model.Span{Start: d.Len() - 3, End: d.Len() - 1}
	they.Nested = []*model.Claim{inner}
	minister.Claims, critics.Claims = []*model.Claim{said, insist, inner}, []*model.Claim{deny}
	denial := &model.Device{ID: "denial", Family: "contrast", Title: "Denial", About: "Says that something is not so.", Asks: "Who had said so?", Core: true, Examples: []string{"She [denied] it."}}
	turn := &model.Turn{Label: []model.Span{span("Ministry")}, Content: []model.Span{span("shuts")}, Speakers: []*model.Actor{minister}, By: model.Evidence{Rule: "label", Sure: 1}}
	minister.Turns = []*model.Turn{turn}
	a := &model.Analysis{
		Document:  d,
		Sentences: []model.Span{d.Blocks()[0].Span, d.Blocks()[1].Span, span("Critics deny it."), span("It is, he insists, safe; they said he had said so.")},
		Words:     []model.Span{span("Ministry"), span("shuts"), span("The")},
		Actors:    []*model.Actor{minister, critics},
		Claims:    []*model.Claim{said, deny, insist, they},
		Turns:     []*model.Turn{turn},
		Devices:   []*model.Device{denial},
		Findings: []*model.Finding{
			{Span: span("shuts the 😀 bridge"), Device: denial, Why: "the narrator's", By: model.Evidence{Rule: "denial"}},
			{Span: span("“nothing” was wrong"), Device: denial, Claim: said, By: model.Evidence{Rule: "denial"}},
			{Span: span("deny"), Device: denial, Claim: deny, Tier: model.Minor, By: model.Evidence{Rule: "denial"}},
			{Span: span("so."), Device: denial, Claim: they, By: model.Evidence{Rule: "denial"}},
		},
		Frames: []model.Frame{{ID: "security", Title: "Security & defence", Score: .6149999, Passages: []model.Span{span("bridge")}}},
		Voices: []model.Voice{{Kind: model.Narrator, Share: .5}, {Kind: model.Spoken, Actor: minister, Share: 1. / 3}, {Kind: model.Impersonal, Share: 1. / 6}},
		Echoes: []*model.Echo{{Span: span("safe"), Claim: said, Words: []model.Span{span("safe")}}},
	}
	note := model.NewMark(d, []model.Span{span("😀 bridge"), span("wrong")}, "Ann", time.Unix(1e9, 0))
	note.ID, note.Note, note.Tags = "n1", "Which *bridge*? &#27;", []string{"place", "who/official"}
	return Article{Document: d, Analysis: a, Marks: []model.Mark{note}}
}

func TestGolden(t *testing.T) {
	tests := []struct {
		file  string
		write func(io.Writer, Article) error
	}{
		{"bridge.json", JSON},
		{"bridge.md", func(w io.Writer, a Article) error { return Markdown(w, a, Backslashes) }},
		{"bridge.plain", Plain},
	}
	for _, test := range tests {
		var got, again bytes.Buffer
		if err := test.write(&got, article()); err != nil {
			t.Fatal(err)
		}
		test.write(&again, article())
		if !bytes.Equal(got.Bytes(), again.Bytes()) {
			t.Errorf("%s: written twice, two results", test.file)
		}
		file := "testdata/" + test.file
		if *update {
			os.MkdirAll("testdata", 0o755)
			os.WriteFile(file, got.Bytes(), 0o644)
		}
		want, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s: %v\n%s", file, err, got.Bytes())
		}
	}
}

// Every place in the JSON quotes, out of the file as it stands on disk, the
// words that were found, markup inside them included.
func TestPlacesQuoteTheFile(t *testing.T) {
	var out bytes.Buffer
	if err := JSON(&out, article()); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Document struct{ Length int }
		Claims   []struct {
			Content []struct{ Start, End int }
		}
		Devices []struct{ Start, End int }
		Notes   []struct {
			Anchor []struct{ Start, End int }
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	file := []rune(text)
	if got.Document.Length != len(file) {
		t.Errorf("length %d, want %d", got.Document.Length, len(file))
	}
	quote := func(start, end int) string { return string(file[start:end]) }
	for _, test := range []struct {
		got, want string
	}{
		{quote(got.Claims[0].Content[0].Start, got.Claims[0].Content[0].End), "that “nothing” was *wrong"},
		{quote(got.Claims[2].Content[1].Start, got.Claims[2].Content[1].End), "safe"},
		{quote(got.Devices[0].Start, got.Devices[0].End), "shuts</b> the 😀 bridge"},
		{quote(got.Notes[0].Anchor[0].Start, got.Notes[0].Anchor[0].End), "😀 bridge"},
		{quote(got.Notes[0].Anchor[1].Start, got.Notes[0].Anchor[1].End), "wrong"},
	} {
		if test.got != test.want {
			t.Errorf("quotes %q, want %q", test.got, test.want)
		}
	}
}

// Formats with places of their own in the text give the text.
func TestTextOfOtherFormats(t *testing.T) {
	b := model.NewBuilder(model.Meta{Name: "a.html"}, model.Source{Format: model.HTML})
	b.Open(model.Block{Kind: model.Paragraph}, "")
	b.Write("Só 😀 it is", model.Span{End: 13})
	var out bytes.Buffer
	if err := JSON(&out, Article{Document: b.Document()}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `"length":10,"text":"Só 😀 it is"`) {
		t.Errorf("%s", out.String())
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"*a* [b](c) <d> `e` & | ~": `\*a\* \[b\](c) \<d> ` + "\\`e\\` \\& \\| \\~",
		"1. no list":               `1\. no list`,
		"In 1. there":              "In 1. there",
		"- no list\n# nor heading": "\\- no list\n\\# nor heading",
		"plain, words; “quoted”":   "plain, words; “quoted”",
	} {
		if got := Backslashes(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	if got := References("&#27;]8;;x\a é"); got != "&#38;&#35;27&#59;&#93;8&#59;&#59;x\a é" {
		t.Errorf("references: %q", got)
	}
}
