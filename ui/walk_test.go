package ui

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// Every link of every card can be followed to its end, and the card there has
// one that leads back.
func TestEveryLinkLeadsBack(t *testing.T) {
	p := play(ferryDesk(), 120, 40)
	found := p.reading.Analysis
	var nodes []model.Node
	for _, x := range found.Actors {
		nodes = append(nodes, x)
	}
	for _, c := range found.Claims {
		nodes = append(nodes, c)
		for _, n := range c.Nested {
			nodes = append(nodes, n)
		}
	}
	for _, f := range found.Findings {
		nodes = append(nodes, f)
	}
	for _, e := range found.Echoes {
		nodes = append(nodes, e)
	}
	for _, from := range nodes {
		for i := range found.Ties(from) {
			if !p.reach(from) {
				t.Fatalf("%s is not in the outline", label(p.desk.Document, nil, from))
			}
			p.arrange()
			p.send(FollowLink{linkLabel(i, len(p.card.ties))})
			to := p.picked.Node
			if to != found.Ties(from)[i].To {
				t.Fatalf("link %d of %s led to %s", i, label(p.desk.Document, nil, from), label(p.desk.Document, nil, to))
			}
			back := -1
			for n, tie := range p.card.ties {
				if tie.To == from {
					back = n
				}
			}
			if back < 0 {
				t.Fatalf("from %s no link leads back to %s", label(p.desk.Document, nil, to), label(p.desk.Document, nil, from))
			}
			p.send(FollowLink{linkLabel(back, len(p.card.ties))})
			if p.picked.Node != from {
				t.Fatalf("the way back from %s led to %s", label(p.desk.Document, nil, to), label(p.desk.Document, nil, p.picked.Node))
			}
			if !p.reader.sees(p.reader.cursor()) {
				t.Fatal("the cursor is out of sight")
			}
		}
	}
}

// Where a card has more links than there are letters, two letters lead to the
// rest, and the status line asks for the second.
func TestLinksOfTwoLetters(t *testing.T) {
	d := ferryDocument()
	found := ferryAnalysis(d)
	brandt := found.Actors[1]
	for _, w := range found.Words[:30] {
		c := &model.Claim{Source: []model.Span{w}, Speakers: []*model.Actor{brandt}}
		found.Claims, brandt.Claims = append(found.Claims, c), append(brandt.Claims, c)
	}
	desk := ferryDesk()
	desk.Document, desk.Analyze = d, func(context.Context, *model.Document, func(float64)) (*model.Analysis, error) { return found, nil }
	p := play(desk, 80, 24)
	p.reach(brandt)
	p.arrange()
	ties := p.card.ties
	if len(ties) <= len(letters) {
		t.Fatalf("only %d links", len(ties))
	}
	last := linkLabel(len(ties)-1, len(ties))
	p.keys("g " + last[:1])
	if !strings.Contains(p.screen(), "g"+last[:1]+" … the second letter") {
		t.Errorf("the status line does not ask for the second letter:\n%s", p.screen())
	}
	p.keys(last[1:])
	if p.picked == nil || p.picked.Node != ties[len(ties)-1].To {
		t.Errorf("g %s does not lead to the last link", last)
	}
}

// Every passage that a tab marks leads by enter to its item, and from there by
// enter back to a passage of the same thing.
func TestEveryPassageLeadsToItsItem(t *testing.T) {
	for tab := Actors; tab < Notes; tab++ {
		p := play(ferryDesk(), 80, 24)
		p.send(Show{tab})
		marks := 0
		for _, l := range p.outline.layers(tab) {
			for _, s := range l.spans {
				marks++
				p.mode.focus = Article
				p.reader.jump(s.Start)
				at := p.reader.cursor()
				found := false
				for range 8 { // outwards, until all have had their turn
					p.send(Follow{})
					for _, x := range p.picked.Spans {
						found = found || x == s || x.Covers(s)
					}
					if tabOf(p.picked.Node) == tab && found {
						break
					}
				}
				if !found {
					t.Fatalf("tab %d: enter on %q does not lead to its item", tab, p.desk.Document.Text(s))
				}
				p.send(Switch{})
				p.send(Follow{})
				if got := p.reader.cursor(); p.mode.focus != Article || got != p.picked.Spans[0].Start {
					t.Fatalf("enter in the outline led to %d", got)
				}
				p.send(Back{})
				if p.reader.cursor() != at {
					t.Fatalf("back led to %d, not %d", p.reader.cursor(), at)
				}
			}
		}
		if marks == 0 {
			t.Errorf("tab %d marks nothing", tab)
		}
	}
}

func TestPlacesGoRoundAndBack(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	p.send(Switch{}) // the first actor: three mentions
	p.send(Follow{})
	var at []int
	for range 4 {
		at = append(at, p.reader.cursor())
		p.send(Place{+1})
	}
	if at[0] != at[3] || at[0] == at[1] || at[1] == at[2] {
		t.Fatalf("n went to %v", at)
	}
	p.send(Place{-1})
	if p.reader.cursor() != at[0] {
		t.Errorf("N after n is at %d, not %d", p.reader.cursor(), at[0])
	}
	for range 5 {
		p.send(Back{})
	}
	if p.reader.cursor() != at[0] {
		t.Errorf("back is at %d, not %d", p.reader.cursor(), at[0])
	}
	for range 4 {
		p.send(Forward{})
	}
	if p.reader.cursor() != at[0+1] && p.reader.cursor() != at[0] {
		t.Errorf("forward is at %d", p.reader.cursor())
	}
}

// n walks the newer of the search and the selection.
func TestTheNewerIsWalked(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	p.keys(`/ "nordline" enter`)
	first := p.reader.cursor()
	if !strings.HasPrefix(p.desk.Document.Text(model.Span{Start: first, End: p.desk.Document.Len()}), "Nordline") {
		t.Fatal("the search did not find its word")
	}
	p.keys("n n n")
	if p.reader.cursor() != first {
		t.Error("three hits do not go round in three steps")
	}
	p.send(Show{Claims})
	p.send(Switch{})
	p.send(Place{+1})
	if p.searched || p.picked == nil {
		t.Fatal("the selection is newer")
	}
	for _, left := range []string{"/ esc", `/ "ferry" esc`} {
		if p.keys(left); p.searched {
			t.Errorf("a search that was left again is walked after %s", left)
		}
	}
}

// In the palette a key finds itself before any name that holds its letters, and
// up brings the last search back into an empty prompt.
func TestPromptsKnowWhatIsMeant(t *testing.T) {
	for _, key := range []string{"q", "n", "G", "ctrl+r"} {
		p := play(ferryDesk(), 80, 24)
		p.keys(`: "` + key + `"`)
		if c := p.prompt.choices; len(c) == 0 || !slices.Contains(strings.Fields(c[0].keys), key) {
			t.Errorf(":%s finds %v first", key, c)
		}
	}
	p := play(ferryDesk(), 80, 24)
	p.keys(`: "q" enter`)
	if !p.quit {
		t.Error(":q does not quit")
	}
	p = play(ferryDesk(), 80, 24)
	p.keys(`/ "ferry" enter esc / "board" enter / up`)
	if p.prompt.field.text() != "board" || len(p.search.hits) == 0 {
		t.Errorf("up brings back %q", p.prompt.field.text())
	}
}

// Help and tour can be read to their last word, at any size.
func TestSheetsEndOnTheScreen(t *testing.T) {
	for _, size := range [][2]int{{40, 8}, {60, 20}, {80, 24}, {120, 40}, {200, 90}} {
		for want, last := range map[Intent]string{Help{}: "never a verdict.", Tour{}: "leaves out."} {
			p := play(ferryDesk(), size[0], size[1])
			p.send(want)
			p.keys("G")
			rows := strings.Split(strings.TrimSpace(p.screen()), "\n")
			text := strings.Join(strings.Fields(strings.Join(rows[:len(rows)-1], " ")), " ")
			if !strings.HasSuffix(text, last) || !strings.Contains(rows[len(rows)-1], "100%") {
				t.Errorf("at %v the last words of %T are not on the screen:\n%s", size, want, p.screen())
			}
		}
	}
}

// The hits in an article that is one long line are listed without looking through
// the line for each of them.
func TestConcordanceOfOneLongLine(t *testing.T) {
	d := model.FromText("Αrmed ☂ " + strings.Repeat("ferry quay ☂ and so on over the water ", 20000))
	var s search
	s.find(d, "quay")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	items := s.concordance(d)
	runtime.ReadMemStats(&after)
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; len(items) != 20000 || mb > 100 {
		t.Errorf("%d hits, for which %d MB were taken", len(items), mb)
	}
	if i := items[0]; i.Who != "Αrmed ☂ ferry " || i.Label != "quay" || len([]rune(i.About)) != around {
		t.Errorf("the first hit is %+v", i)
	}
	if i := items[len(items)-1]; len([]rune(i.Who)) != around || strings.TrimSpace(i.About) != "☂ and so on over the water" {
		t.Errorf("the last hit is %+v", i)
	}
}

func TestSmartCase(t *testing.T) {
	d := model.FromText("Nord nord NORD ǅ İstanbul istanbul")
	var s search
	for pattern, want := range map[string]int{"nord": 3, "Nord": 1, "istanbul": 1, "x": 0} {
		if s.find(d, pattern); len(s.hits) != want {
			t.Errorf("%q has %d hits, not %d", pattern, len(s.hits), want)
		}
		for _, h := range s.hits {
			if !strings.EqualFold(d.Text(h), pattern) {
				t.Errorf("%q found %q", pattern, d.Text(h))
			}
		}
	}
}

// No key in the table does nothing without a word: the screen changes, or the
// status line says why not.
func TestEveryKeyAnswers(t *testing.T) {
	for _, pane := range []Pane{Article, Outline} {
		for b := range bindings(pane) {
			p := play(ferryDesk(), 80, 24)
			if pane == Outline {
				p.send(Switch{})
			}
			before := p.screen() + caretOf(p)
			p.send(lettered(b.want, "", 'q'))
			if p.screen()+caretOf(p) == before && !p.quit {
				t.Errorf("%q (%s) does nothing and says nothing", b.keys, b.name)
			}
		}
	}
}

func caretOf(p *player) string {
	x, y, _ := p.caret()
	return string(rune('0'+x)) + string(rune('0'+y))
}

// Two bindings of one pane never share a key, and no key is the beginning of a
// chord and complete by itself.
func TestKeysAreApart(t *testing.T) {
	for _, pane := range []Pane{Article, Outline} {
		seen := map[string]string{}
		for b := range bindings(pane) {
			for k := range strings.FieldsSeq(b.keys) {
				if other, ok := seen[k]; ok {
					t.Errorf("%q means both %q and %q", k, other, b.name)
				}
				seen[k] = b.name
			}
		}
		for k := range seen {
			if len(k) == 2 && k != "up" && seen[k[:1]] != "" {
				t.Errorf("%q begins with %q, which is a key", k, k[:1])
			}
		}
	}
}

// The analysis can be stopped and begun again; a word from the one that was
// stopped changes nothing.
func TestAnalysisCanBeStopped(t *testing.T) {
	desk := ferryDesk()
	runs := 0
	desk.Analyze = func(ctx context.Context, d *model.Document, progress func(float64)) (*model.Analysis, error) {
		if runs++; runs > 1 {
			return ferryAnalysis(d), nil
		}
		<-ctx.Done()
		return nil, ctx.Err()
	}
	p := &player{App: New(desk)}
	p.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	first := analyze(p.ctx, p.desk, true)
	if s := p.screen(); !strings.Contains(s, "reading the article") {
		t.Fatalf("it is not said that the article is being read:\n%s", s)
	}
	p.send(Pause{})
	if s := p.screen(); !strings.Contains(s, "there is no analysis") {
		t.Fatalf("it is not said that there is no analysis:\n%s", s)
	}
	late := first()
	p.send(Pause{})
	p.send(late)
	if p.reading.Analysis == nil || p.status.analysis != done || p.status.problem != "" {
		t.Errorf("after a second start: %v %q", p.status.analysis, p.status.problem)
	}
}

// A tab in text order opens where the article is being read, and stays where its
// reader left it.
func TestATabOpensWhereTheArticleIsRead(t *testing.T) {
	p := play(ferryDesk(), 80, 12)
	p.keys("G 2")
	i := p.outline.list().item()
	if i == nil || !p.reader.sees(i.Spans[0].Start) {
		t.Fatalf("at the end of the article the tab opens at %v", i)
	}
	p.keys("tab g g 1 tab g g 2")
	if p.outline.list().at != 0 {
		t.Errorf("a tab that its reader left at its top opens at line %d", p.outline.list().at)
	}
}
