package cli

import (
	"context"
	"fmt"
	"os"
	"os/user"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"lectern/analysis"
	"lectern/model"
	"lectern/model/export"
	"lectern/model/store"
	"lectern/samples"
	"lectern/ui"
	"lectern/ui/typeset"
)

func newTour(t *terminal, o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "tour",
		Short: "Open a sample article and show what is on the screen",
		Args:  none,
		RunE: func(c *cobra.Command, args []string) error {
			o.tour = true
			return t.read(c.Context(), o, nil)
		},
	}
}

// read opens an article to be read: on the screen if there is one, else as the
// report. Without an article it is the first of the samples.
func (t *terminal) read(ctx context.Context, o *options, args []string) error {
	name := samples.First
	if len(args) > 0 {
		name = args[0]
	}
	if !o.plain && isTerminal(t.stdout) {
		go typeset.Prepare() // while the article is read
	}
	// What an article is read into stays: to look for garbage meanwhile costs a
	// quarter of the time and finds none.
	usual := debug.SetGCPercent(400)
	doc, err := t.open(name)
	debug.SetGCPercent(usual)
	if err != nil {
		return err
	}
	switch {
	case o.plain:
		a, err := t.article(ctx, o, doc)
		if err != nil {
			return err
		}
		return export.Plain(t.stdout, a)
	case !isTerminal(t.stdout), os.Getenv("TERM") == "dumb":
		return t.report(ctx, o, doc)
	}
	state := store.NewState()
	if len(args) == 0 && !state.TourSeen() {
		o.tour = true
	}
	return t.screen(ctx, o, doc, state)
}

// screen shows doc at once; the analysis comes behind it.
func (t *terminal) screen(ctx context.Context, o *options, doc *model.Document, state store.State) error {
	desk := ui.Desk{
		Document:  doc,
		Author:    author(),
		SavePlace: func(at model.Span) error { return state.SetPlace(doc, at) },
		Theme:     o.theme,
		Light:     lightBackground(os.Getenv("COLORFGBG")),
		Width:     o.width,
		Tour:      o.tour,
		SeenTour:  state.SetTourSeen,
	}
	out := newCanvas(t.stdout)
	if !o.noAnalysis {
		desk.Analyze = func(ctx context.Context, d *model.Document, progress func(float64)) (*model.Analysis, error) {
			out.wait(ctx)
			// Words and trees are some hundred bytes for each word of the article and live
			// no longer than its analysis: the heap grows by a quarter over what is in use,
			// and when the outline has been made of it the rest goes back to the system.
			debug.SetGCPercent(25)
			defer time.AfterFunc(settled, debug.FreeOSMemory)
			return analysis.Analyze(ctx, d, progress)
		}
	}
	desk.Place, _ = state.Place(doc)
	sidecar, marks, err := store.Open(doc, state)
	keep := keeper{sidecar: sidecar, saved: marks}
	if err == nil {
		desk.Kept, desk.Save, desk.Notices = marks, keep.save, sidecar.Notices
	} else { // then the article can be read, but nothing noted
		told := []string{err.Error()}
		desk.Notices = func() (now []string) { now, told = told, nil; return now }
	}
	app := ui.New(desk)
	// Signals end ctx. Bubble Tea's own handler must not wait for them as well: a
	// program that is ended both ways at once waits for itself.
	_, err = tea.NewProgram(app, tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithOutput(out), tea.WithFPS(120)).Run()
	if ctx.Err() != nil {
		err = nil // told to end; the terminal is as it was
	}
	if e := keep.last(app.Reading().Marks()); e != nil {
		return e
	}
	if err != nil {
		return fmt.Errorf("the screen: %w", err)
	}
	return nil
}

// author returns the name that signs new marks: nobody's notes are without one,
// or they could not be told apart once they are merged.
func author() string {
	for _, name := range []string{"USER", "LOGNAME"} {
		if s := safe(os.Getenv(name)); s != "" {
			return s
		}
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return safe(u.Username)
	}
	return "reader"
}

// settled is how long after the analysis the outline has surely been made.
const settled = 3 * time.Second

// keeper knows which marks are on disk.
type keeper struct {
	sidecar *store.Sidecar // nil if nothing can be kept
	mu      sync.Mutex
	saved   []model.Mark
}

func (k *keeper) save(marks []model.Mark) ([]model.Mark, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	kept, err := k.sidecar.Save(marks)
	if err == nil {
		k.saved = kept
	}
	return kept, err
}

// last saves what the program did not come to save before it was told to end.
func (k *keeper) last(marks []model.Mark) error {
	k.mu.Lock()
	saved := k.sidecar == nil || slices.EqualFunc(marks, k.saved, model.Mark.Equal)
	k.mu.Unlock()
	if saved {
		return nil
	}
	_, err := k.save(marks)
	if err != nil {
		what, _, _ := strings.Cut(err.Error(), "\nhint:") // which is for as long as the article is open
		return fmt.Errorf("%s\nhint: the last changes to the notes are not on disk", what)
	}
	return nil
}
