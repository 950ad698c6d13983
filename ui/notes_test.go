package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// Every act of the reader is handed to be saved at once, and what is undone is
// saved as well.
func TestEveryActIsSaved(t *testing.T) {
	var kept [][]model.Mark
	desk := ferryDesk()
	desk.Save = func(marks []model.Mark) ([]model.Mark, error) {
		kept = append(kept, marks)
		return marks, nil
	}
	p := play(desk, 80, 24)
	p.keys(`} } v w w a "Why the board?" enter`)
	p.keys(`t "board, power" enter`)
	p.keys(`c " And who?" enter`)
	p.keys(`x u u ctrl+r`)
	var sizes []int
	for _, k := range kept {
		sizes = append(sizes, len(k))
	}
	if !slices.Equal(sizes, []int{1, 1, 1, 0, 1, 1, 1}) {
		t.Fatalf("saved %v", sizes)
	}
	m := kept[len(kept)-1][0]
	if m.Note != "Why the board? And who?" || !slices.Equal(m.Tags, []string{"board", "power"}) {
		t.Errorf("kept note %q, tags %q", m.Note, m.Tags)
	}
	if got := p.desk.Document.Text(m.Anchors[0].Span); got != "The harbour" {
		t.Errorf("the note is on %q", got)
	}
	if p.status.keeping != allSaved {
		t.Error("the status does not say that all is saved")
	}
}

// A save that fails says so, loses nothing, and is made up for by the next act.
func TestAFailedSaveLosesNothing(t *testing.T) {
	desk := ferryDesk()
	broken := true
	var kept []model.Mark
	desk.Save = func(marks []model.Mark) ([]model.Mark, error) {
		if broken {
			return nil, errors.New("no space left on device")
		}
		kept = marks
		return marks, nil
	}
	p := play(desk, 80, 24)
	p.keys(`a "one" enter`)
	if s := p.screen(); !strings.Contains(s, "not saved: no space left") {
		t.Fatalf("nothing is said of it:\n%s", s)
	}
	broken = false
	p.keys(`} } a "two" enter`)
	if len(kept) != 2 {
		t.Errorf("%d marks kept, not 2", len(kept))
	}
}

// Who leaves while the last changes could not be saved is told so, and the save is
// tried once more; asked again, the program goes.
func TestLeavingWithoutASaveIsAskedTwice(t *testing.T) {
	desk := ferryDesk()
	broken := true
	desk.Save = func(marks []model.Mark) ([]model.Mark, error) {
		if broken {
			return nil, errors.New("no space left on device")
		}
		return marks, nil
	}
	for _, key := range []string{"q", "ctrl+c"} {
		broken = true
		p := play(desk, 80, 24)
		p.keys(`a "one" enter`)
		if s := p.screen(); !strings.Contains(s, "not saved  ") || strings.Contains(s, "saving…") {
			t.Fatalf("the status line says that it is being saved:\n%s", s)
		}
		p.keys("j " + key)
		if s := p.screen(); p.quit || !strings.Contains(s, "loses the last changes") {
			t.Fatalf("%s leaves without a word, or says nothing:\n%s", key, s)
		}
		p.keys(key)
		if !p.quit {
			t.Fatalf("%s asked twice does not leave", key)
		}
		p = play(desk, 80, 24)
		p.keys(`a "one" enter j`)
		broken = false
		p.keys(key)
		if !p.quit || p.status.keeping != allSaved {
			t.Fatalf("%s did not try to save again", key)
		}
	}
}

// Notes that nobody keeps are not lost without a word either.
func TestLeavingNotesThatNobodyKeeps(t *testing.T) {
	desk := ferryDesk()
	desk.Save = nil
	p := play(desk, 80, 24)
	p.keys(`a "one" enter q`)
	if s := p.screen(); p.quit || !strings.Contains(s, "Nobody keeps these notes.") {
		t.Fatalf("q leaves without a word:\n%s", s)
	}
	if p.keys("q"); !p.quit {
		t.Error("q asked twice does not leave")
	}
	p = play(desk, 80, 24)
	if p.keys("q"); !p.quit {
		t.Error("without notes q does not leave at once")
	}
}

// What the store has to tell is read whole, however narrow the window.
func TestNoticesAreShownWhole(t *testing.T) {
	const notice = "notes: /a/long/path/to/a/directory/article.txt.notes.jsonl cannot be written; they are kept in /home/somebody/.local/state"
	desk := ferryDesk()
	told := false
	desk.Notices = func() []string {
		if told {
			return nil
		}
		told = true
		return []string{notice}
	}
	for _, w := range []int{40, 80, 200} {
		told = false
		p := play(desk, w, 24)
		if got := strings.Join(strings.Fields(p.screen()), " "); !strings.Contains(strings.ReplaceAll(got, " ", ""), strings.ReplaceAll(notice, " ", "")) {
			t.Errorf("at %d columns the notice is not there:\n%s", w, p.screen())
		}
		p.keys("j")
		if strings.Contains(p.screen(), "somebody") {
			t.Errorf("at %d columns the notice stays", w)
		}
	}
}

// A note that was deleted is no longer what n walks, nor is its place shown.
func TestADeletedNoteIsNotWalked(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	p.keys(`a "one" enter } } a "two" enter 4 tab`)
	if p.keys("g g x"); p.picked == nil || p.picked.Label != "two" {
		t.Fatalf("after the first of two notes is deleted, n walks %v", p.picked)
	}
	p.keys("x")
	if p.picked != nil || len(p.scene.places) > 0 || strings.Contains(p.screen(), "place") && strings.Contains(p.screen(), "1/1") {
		t.Errorf("a deleted note is still walked:\n%s", p.screen())
	}
	p.keys("u")
	if p.picked = p.outline.list().item(); p.picked == nil || p.picked.Label != "two" {
		t.Errorf("undo does not bring it back")
	}
}

// While a save is under way, leaving waits for it; asked twice, it does not.
func TestLeavingWaitsForTheSave(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	var pending tea.Cmd
	hold := func(key tea.KeyPressMsg) { _, pending = p.Update(key) }
	p.keys(`a "one"`)
	hold(keyPress("enter"))
	p.keys("ctrl+c")
	if p.quit {
		t.Fatal("left before the note was saved")
	}
	p.run(pending)
	if !p.quit {
		t.Error("did not leave after the note was saved")
	}
	p = play(ferryDesk(), 80, 24)
	p.keys(`a "one"`)
	hold(keyPress("enter"))
	p.keys("ctrl+c ctrl+c")
	if !p.quit {
		t.Error("ctrl+c twice does not leave")
	}
}

// What is typed or pasted into a note cannot drive the terminal.
func TestNotesPassTheGate(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	p.keys("a")
	p.send(tea.PasteMsg{Content: "a\x1b]52;c;AAAA\x07b\u009b31mc\u202ed &#27;]0;x&#7; [l](http://x.y) <b>"})
	p.keys("enter 4 tab")
	for _, row := range p.draw() {
		for _, bad := range []string{"\x1b]", "\x07", "\u009b", "\u202e", "\x1b[3m1"} {
			if strings.Contains(row, bad) {
				t.Errorf("%q on the screen: %q", bad, row)
			}
		}
	}
	if s := p.screen(); !strings.Contains(s, "&#27;]0;x&#7;") {
		t.Errorf("the note is not shown as it was written:\n%s", s)
	}
}

func TestCopyIsAQuotationWithItsSource(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	p.keys("} } y")
	want := "“The harbour board will end the night ferry in May, its chair Oda Brandt said on Tuesday.” — Ines Aldana, The night ferry stops in May, The Quay, 3 March"
	if p.copy != want {
		t.Errorf("copied %q", p.copy)
	}
}

// Close takes one layer after the other; only then q quits.
func TestCloseTakesOneLayerAtATime(t *testing.T) {
	p := play(ferryDesk(), 80, 24)
	p.keys(`3 f "narrator" enter / "ferry" enter s L ? q`)
	for _, open := range []func() bool{
		func() bool { return p.outline.hits != nil },
		func() bool { return p.search.pattern != "" },
		func() bool { return p.outline.list().filter != "" },
		func() bool { return p.spotlight },
	} {
		if !open() {
			continue
		}
		p.keys("q")
		if open() || p.quit {
			t.Fatalf("q closed the wrong layer")
		}
	}
	p.keys("q")
	if !p.quit {
		t.Error("q does not quit in the end")
	}
}

// A note whose words are gone is listed, and can be put on other words.
func TestAnOrphanFindsAPlace(t *testing.T) {
	desk := ferryDesk()
	lost := model.NewMark(desk.Document, []model.Span{{Start: 0, End: 3}}, "", desk.Now())
	lost.Note = "lost"
	lost.Anchors[0] = model.Anchor{Exact: "words that were cut", Fit: model.Orphan}
	desk.Kept = []model.Mark{lost}
	p := play(desk, 100, 30)
	p.keys("4 tab")
	if s := p.screen(); !strings.Contains(s, "orphan") {
		t.Fatalf("the screen does not say that the words are gone:\n%s", s)
	}
	p.keys("tab } } v w w c")
	m := p.reading.Marks()[0]
	if got := desk.Document.Text(m.Anchors[0].Span); m.Fit() != model.Same || got != "The harbour" {
		t.Errorf("the note is on %q, %v", got, m.Fit())
	}
	p.keys("u")
	if m := p.reading.Marks()[0]; m.Fit() != model.Orphan {
		t.Error("undo did not take it back")
	}
}
