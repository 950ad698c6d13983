package ui

import (
	"context"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// longDesk reads the article of the fixture with so much after it that its
// opening is read first.
func longDesk() Desk {
	b := model.NewBuilder(model.Meta{Title: "Long"}, model.Source{})
	for para := range strings.SplitSeq(ferry, "\n\n") {
		b.Open(model.Block{Kind: model.Paragraph}, "\n\n")
		b.Write(para, model.Span{})
	}
	for b.Len() < 3*opening {
		b.Open(model.Block{Kind: model.Paragraph}, "\n\n")
		b.Write(strings.Repeat("It rained on the quay. ", 40), model.Span{})
	}
	desk := ferryDesk()
	desk.Document = b.Document()
	desk.Analyze = func(_ context.Context, d *model.Document, progress func(float64)) (*model.Analysis, error) {
		progress(.5)
		found := ferryAnalysis(d)
		if d.Len() > 2*opening { // more is found in the whole, before what was found already
			x := &model.Actor{Name: "the quay", Mentions: []*model.Mention{{Span: model.Span{Start: 2, End: 5}}}}
			x.Mentions[0].Actor = x
			found.Actors = append([]*model.Actor{x}, found.Actors...)
			found.Claims = append([]*model.Claim{{Cue: x.Mentions[0].Spans(), Content: []model.Span{{Start: 6, End: 9}}}}, found.Claims...)
		}
		return found, nil
	}
	return desk
}

// Of a long article the opening is in the outline at once, and said to be no
// more than that; when the whole comes, what the reader had selected, opened
// and could go back to is still there.
func TestTheOutlineFillsIn(t *testing.T) {
	p := &player{App: New(longDesk())}
	p.send(tea.WindowSizeMsg{Width: 100, Height: 32})
	part, ok := analyze(p.ctx, p.desk, true)().(analyzed)
	if !ok || part.news == nil {
		t.Fatalf("the opening does not come first: %+v", part)
	}
	_, more := p.Update(part)
	if s := p.screen(); !strings.Contains(s, "first ") || !strings.Contains(s, "analysing 0%") || !strings.Contains(s, "Oda Brandt") {
		t.Fatalf("the opening is not shown as one:\n%s", s)
	}
	p.keys("2 tab j j l j") // opens the claim that holds one, and goes in
	held := p.picked.Node.(*model.Claim)
	row := p.outline.list().at - p.outline.list().top
	p.keys("enter 1 tab j g a")
	at := p.reader.cursor()

	for more != nil {
		msg := more()
		if _, ok := msg.(tea.BatchMsg); ok {
			t.Fatal("listening brought something else")
		}
		_, more = p.Update(msg)
	}
	if s := p.screen(); strings.Contains(s, "first ") || strings.Contains(s, "analysing") {
		t.Errorf("the whole is still said to be the opening:\n%s", s)
	}
	if p.reader.cursor() != at {
		t.Errorf("the cursor went from %d to %d", at, p.reader.cursor())
	}
	whole := p.reading.Analysis
	if p.picked == nil || p.picked.Node == nil || !lives(whole, p.picked.Node) {
		t.Fatalf("the selected thing is not one of the whole: %+v", p.picked)
	}
	p.keys("ctrl+o ctrl+o")
	c, ok := p.picked.Node.(*model.Claim)
	if !ok || c == held || c.Cue[0] != held.Cue[0] || !lives(whole, c) {
		t.Fatalf("back leads to %+v, not to the claim of before", p.picked)
	}
	if got := p.outline.list().at - p.outline.list().top; got != row+1 && got != row {
		t.Errorf("the claim went from row %d to row %d of the pane", row, got)
	}
}

func lives(a *model.Analysis, n model.Node) bool { return a.Twins()(n) == n }

func TestSentencesGoOnAfterTheOpening(t *testing.T) {
	p := &player{App: New(longDesk())}
	p.send(tea.WindowSizeMsg{Width: 100, Height: 32})
	part := analyze(p.ctx, p.desk, true)().(analyzed)
	p.Update(part)
	end := p.reading.Analysis.Sentences
	p.reader.jump(end[len(end)-1].Start)
	from := p.reader.cursor()
	p.keys(")")
	if p.reader.cursor() <= from {
		t.Errorf("the cursor stays at %d of %d", from, p.desk.Document.Len())
	}
	p.stop()
	p.send(Pause{})
	p.arrange()
	if s := p.screen(); !strings.Contains(s, "P begins it again") || !strings.Contains(s, "first ") {
		t.Errorf("what was found before the analysis was stopped is gone:\n%s", s)
	}
}

// Until the terminal says what its ground is like, what the environment says is
// believed; a theme that was asked for is kept.
func TestTheGroundIsGuessed(t *testing.T) {
	for _, x := range []struct {
		theme string
		light bool
		want  string
	}{{"auto", true, "light"}, {"auto", false, "dark"}, {"dark", true, "dark"}, {"mono", true, "mono"}} {
		desk := ferryDesk()
		desk.Theme, desk.Light = x.theme, x.light
		p := play(desk, 80, 24)
		if got := p.brush.theme.name; got != x.want {
			t.Errorf("%s with a light ground %v: the theme is %s", x.theme, x.light, got)
		}
		if x.theme == "auto" {
			if p.send(tea.BackgroundColorMsg{Color: color.Black}); p.brush.theme.name != "dark" {
				t.Error("the terminal's answer is not believed")
			}
		}
	}
}

// A tab that stays empty says what was not found.
func TestNothingFound(t *testing.T) {
	desk := ferryDesk()
	desk.Analyze = func(_ context.Context, d *model.Document, _ func(float64)) (*model.Analysis, error) {
		return &model.Analysis{Document: d}, nil
	}
	p := play(desk, 80, 24)
	for keys, want := range map[string]string{"1": "nobody was found to act", "2": "no claims were found", "3": "M shows minor", "4": "no notes yet"} {
		if p.keys(keys); !strings.Contains(p.screen(), want) {
			t.Errorf("after %s the screen does not say %q:\n%s", keys, want, p.screen())
		}
	}
	if p.keys("3 M"); strings.Contains(p.screen(), "M shows minor") {
		t.Error("M is offered while it is on")
	}
}
