package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// standing is where the reader is: what jumps must bring back.
func standing(p *player) string {
	s := p.spot()
	i := p.outline.list().item()
	label := ""
	if i != nil {
		label = i.Who + ":" + i.Label
	}
	return fmt.Sprintf("byte %d, tab %d, on %q, picked %v, pane %d, search %q %v, hits %v", s.at, s.tab, label, p.picked != nil, s.focus, s.pattern, s.searched, p.outline.hits != nil)
}

func last(did []string) []string { return did[max(0, len(did)-12):] }

// Wherever a reader has come to by any keys, whatever jump comes next is taken
// back by ctrl+o and made again by alt+right.
func TestAnyJumpIsTakenBack(t *testing.T) {
	jumps := []Intent{Place{+1}, Place{-1}, Next{+1}, Next{-1}, Follow{}, FollowLink{"a"}, FollowLink{"c"}, FollowLink{"e"},
		Return{'x'}, Move{Whole, -1}, Move{Whole, +1}, SearchWord{}}
	others := []Intent{Move{Line, +1}, Move{Line, -1}, Move{Word, +1}, Move{Page, +1}, Move{HalfPage, -1}, Move{Block, +1}, Switch{},
		Show{Actors}, Show{Claims}, Show{Framing}, Show{Notes}, Fold{}, FoldAll{}, Unfold{true}, Unfold{false}, Sort{}, Minor{}, Zoom{},
		Scroll{Article, +5}, Scroll{Article, -4}, Remember{'x'}, Concordance{}, Close{}, Spotlight{}, Select{}, Undo{}, Redo{}, Delete{}}
	taken := map[string]int{}
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 11))
		p := play(ferryDesk(), []int{60, 80, 120}[seed%3], 24)
		for range rng.IntN(3) {
			p.keys(`} a "noted" enter`)
		}
		var did []string
		do := func(want tea.Msg) {
			did = append(did, fmt.Sprintf("%T%v", want, want))
			p.send(want)
			if at := p.reader.cursor(); at < 0 || at >= p.desk.Document.Len() {
				t.Fatalf("seed %d: the cursor is at %d after %v", seed, at, last(did))
			}
			if list := p.outline.list(); len(list.lines) > 0 && list.item() == nil {
				t.Fatalf("seed %d: no line is selected after %v", seed, last(did))
			}
			if _, y, ok := p.caret(); p.mode.focus == Article && (!ok || y < 0) && p.sheet == nil && !p.layout.small {
				t.Fatalf("seed %d: the cursor is out of sight after %v", seed, last(did))
			}
			if s := p.scene.places; len(s) > 0 && !slices.IsSortedFunc(s, model.Span.Compare) {
				t.Fatalf("seed %d: the places are not in order after %v", seed, last(did))
			}
		}
		for range 1500 {
			if rng.IntN(3) > 0 {
				do(others[rng.IntN(len(others))])
				continue
			}
			before, n := standing(p), len(p.jumps.before)
			jump := jumps[rng.IntN(len(jumps))]
			do(jump)
			if len(p.jumps.before) == n {
				continue // nowhere to go
			}
			taken[fmt.Sprintf("%T", jump)]++
			after := standing(p)
			do(Back{})
			if got := standing(p); got != before {
				t.Fatalf("seed %d: back from %T%v is at %s, not at %s; before: %v", seed, jump, jump, got, before, last(did))
			}
			do(Forward{})
			if got := standing(p); got != after {
				t.Fatalf("seed %d: forward from %T%v is at %s, not at %s; before: %v", seed, jump, jump, got, after, last(did))
			}
		}
	}
	for _, jump := range jumps {
		if taken[fmt.Sprintf("%T", jump)] < 10 {
			t.Errorf("%T was hardly tried: %v", jump, taken)
		}
	}
}

// Whatever is done while the outline fills in, and whatever then: the cursor stays
// where it is when more is found, and every jump made before can still be taken
// back to the byte that it left.
func TestJumpsOutliveTheAnalysis(t *testing.T) {
	wants := []Intent{Place{+1}, Place{-1}, Next{+1}, Follow{}, Follow{}, FollowLink{"a"}, FollowLink{"b"}, Move{Line, +1}, Move{Line, +1}, Move{Page, +1},
		Switch{}, Show{Actors}, Show{Claims}, Show{Framing}, Fold{}, FoldAll{}, Unfold{true}, Sort{}, Minor{}, SearchWord{}, Concordance{}, Back{}, Spotlight{}}
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 23))
		p := &player{App: New(longDesk())}
		p.send(tea.WindowSizeMsg{Width: 100, Height: 32})
		wander := func() {
			for range rng.IntN(60) {
				p.send(wants[rng.IntN(len(wants))])
			}
		}
		wander()
		msg := analyze(p.ctx, p.desk, true)()
		for msg != nil {
			at := p.reader.cursor()
			found, ok := msg.(analyzed)
			_, more := p.Update(msg)
			if p.reader.cursor() != at {
				t.Fatalf("seed %d: the cursor went from %d to %d when more was found", seed, at, p.reader.cursor())
			}
			wander()
			if msg = nil; more != nil && (!ok || found.news != nil) {
				msg = more()
			}
		}
		if p.status.analysis != done {
			t.Fatalf("seed %d: the analysis did not end", seed)
		}
		for n := len(p.jumps.before); n > 0; n-- {
			s := p.jumps.before[n-1]
			p.send(Back{})
			if p.reader.cursor() != s.at || p.mode.focus != s.focus || p.outline.tab != s.tab {
				t.Fatalf("seed %d: back is at byte %d, tab %d, not at byte %d, tab %d", seed, p.reader.cursor(), p.outline.tab, s.at, s.tab)
			}
			switch s.key.(type) { // groups go with the order, minor findings with M
			case *model.Actor, *model.Claim:
				if i := p.outline.list().item(); s.hit < 0 && (i == nil || i.Key() != s.key) {
					t.Fatalf("seed %d: back is on %v, not on what was selected", seed, i)
				}
			}
		}
	}
}
