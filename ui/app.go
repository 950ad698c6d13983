// Package ui is the screen and the keyboard.
//
// A key becomes an [Intent] by way of one table; the App carries it out, or
// hands it to the pane that has the keyboard. Whatever is slow or outside the
// program is a command and comes back as a message. View only draws. The
// package knows no disk and no engine: a [Desk] brings them as functions.
package ui

import (
	"context"
	"errors"
	"image/color"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"lectern/model"
	"lectern/ui/typeset"
)

// A Desk is what the reader is given to read, and with what. Only Document must
// be there.
type Desk struct {
	Document *model.Document
	Kept     []model.Mark // from earlier readings
	Author   string       // signs new marks
	Analyze  func(context.Context, *model.Document, func(done float64)) (*model.Analysis, error)
	// Save keeps the marks and returns what is kept now, which may hold marks
	// from elsewhere. It is called after every act, never twice at once, and not
	// from the goroutine of the screen.
	Save      func([]model.Mark) (kept []model.Mark, err error)
	Notices   func() []string        // what Save has to tell the reader, in plain words
	Place     int                    // the byte at which the reader left off
	SavePlace func(model.Span) error // keeps the words under the cursor as the last place
	Theme     string                 // auto, dark, light, basic or mono
	Light     bool                   // the terminal's ground, as far as is known before it answers
	Width     int                    // widest line of text in cells; 0: 76
	Tour      bool                   // begin with the tour
	SeenTour  func() error           // called when the reader closes the tour
	Now       func() time.Time       // dates new marks; nil: the clock
}

// App is the one model of the program: the reading, the panes, and what lies
// over them.
type App struct {
	desk    Desk
	reading *model.Reading
	brush   brush
	w, h    int
	mode    mode
	layout  layout

	reader  *reader
	outline outline
	card    card
	status  status
	sheet   *leaf   // help or the tour, over everything; nil: none
	prompt  *prompt // nil: none
	pending string  // the first key of a chord

	picked   *model.Item // the selected thing; nil: nothing yet
	search   search
	searched bool // the search is newer than the selection: n walks its hits
	anchor   int  // where a selection began, or -1
	before   bool // it ends before the cursor, not on it
	dragged  bool // it was made with the mouse
	cycle    cycle
	jumps    jumps
	places   map[rune]int // remembered by letter

	spotlight, all bool
	scene          scene // what the article is shown with
	stale          bool  // its layers have to be made anew

	ctx           context.Context
	stop          context.CancelFunc
	saving, again bool // marks are on the way to disk; and have changed since
	leaving       bool
	warned        bool // the reader knows that leaving now loses what is not saved
}

// New returns an App that shows desk.Document.
func New(desk Desk) *App {
	if desk.Width <= 0 {
		desk.Width = 76
	}
	if desk.Now == nil {
		desk.Now = time.Now
	}
	a := &App{desk: desk, reading: model.NewReading(desk.Document, desk.Kept), anchor: -1, stale: true,
		reader: newReader(desk.Document), places: make(map[rune]int)}
	a.brush.theme = newTheme(desk.Theme)
	if desk.Light && (desk.Theme == "" || desk.Theme == "auto") {
		a.brush.theme = newTheme("light")
	}
	a.mode.measure = desk.Width
	a.reader.put(desk.Place)
	a.ctx, a.stop = context.WithCancel(context.Background())
	for t := range Notes + 1 {
		a.outline.fill(t, a.reading)
	}
	if desk.Analyze != nil {
		a.status.analysis = underway
	}
	if desk.Notices != nil {
		a.notify(desk.Notices())
	}
	return a
}

// Reading returns what is being read, with all that has become of it.
func (a *App) Reading() *model.Reading { return a.reading }

// Init implements [tea.Model].
func (a *App) Init() tea.Cmd {
	// Where the terminal is at the far end of a line, Bubble Tea does not ask for
	// synchronized output and grapheme width by itself; it uses the answers.
	ask := []tea.Cmd{tea.Raw(ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore)}
	if a.desk.Theme == "" || a.desk.Theme == "auto" {
		ask = append(ask, tea.RequestBackgroundColor)
	}
	if a.desk.Analyze != nil {
		ask = append(ask, analyze(a.ctx, a.desk, true))
	}
	return tea.Batch(ask...)
}

// Update implements [tea.Model].
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = max(0, min(msg.Width, 500)), max(0, min(msg.Height, 200))
		if a.sheet == nil && a.desk.Tour {
			a.desk.Tour = false
			a.open(tourSheet())
		}
	case tea.KeyPressMsg:
		cmd = a.press(msg.String(), msg.Key().Text)
	case tea.PasteMsg:
		cmd = a.paste(msg.Content)
	case Intent:
		cmd = a.do(msg)
	case progressed:
		a.status.done = msg.done
		cmd = listen(msg.news)
	case analyzed:
		cmd = a.take(msg)
	case saved:
		cmd = a.settled(msg)
	case failed:
		a.fail(msg)
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeUnicodeCore {
			a.brush.measure = typeset.Measure{Graphemes: msg.Value.IsSet() || msg.Value.IsReset()}
		}
	case tea.BackgroundColorMsg:
		a.ground(msg.Color)
	case tea.ColorProfileMsg:
		a.profile(msg.Profile)
	}
	a.arrange()
	return a, cmd
}

// fail says what went wrong. Nothing is lost by it: marks stay where they are
// and go to disk with the next act.
func (a *App) fail(msg failed) {
	switch msg.doing {
	case "saving":
		a.status.keeping = unkept
		a.status.problem = "not saved: " + msg.err.Error()
		if a.leaving {
			a.status.problem += "\nTo leave now loses the last changes; the same key again leaves."
		}
		a.saving, a.again, a.leaving, a.warned = false, false, false, a.leaving
	case "reading the article":
		if errors.Is(msg.err, context.Canceled) {
			return // it was asked for
		}
		a.status.analysis = none
		fallthrough
	default:
		a.status.problem = msg.doing + ": " + msg.err.Error()
	}
}

// profile takes the theme for what the terminal can show.
func (a *App) profile(p colorprofile.Profile) {
	name := a.brush.theme.name
	switch {
	case p == colorprofile.NoTTY, p == colorprofile.ASCII:
		name = "mono"
	case p == colorprofile.ANSI && (a.desk.Theme == "" || a.desk.Theme == "auto"):
		name = "basic"
	}
	if name != a.brush.theme.name {
		a.brush.theme = newTheme(name)
		a.card.forget()
	}
}

// ground takes the theme that fits the terminal's background.
func (a *App) ground(c color.Color) {
	if c == nil || a.brush.theme.name == "basic" || a.brush.theme.name == "mono" {
		return
	}
	name := "dark"
	if r, g, b, _ := c.RGBA(); 299*r+587*g+114*b > 1000*0x8000 {
		name = "light"
	}
	if name != a.brush.theme.name {
		a.brush.theme = newTheme(name)
		a.card.forget()
	}
}

// arrange gives every part its place on the screen and brings up to date what
// the article is shown with. It follows every message, so that View has only to
// draw.
func (a *App) arrange() {
	a.layout = lay(a.w, a.h, a.mode)
	l := a.layout
	if l.small {
		return
	}
	if l.article.w > 0 {
		a.reader.fit(l.article.w, l.article.h, a.brush.measure)
	} else {
		a.reader.fit(max(leastWidth, min(a.w, a.mode.measure)), max(1, l.outline.h), a.brush.measure)
	}
	a.outline.list().keep(l.outline.h)
	if l.card.h > 0 {
		a.card.show(a.brush, a.outline.list().item(), a.outline.hits != nil, a.reading, l.card.w)
	}
	if a.sheet != nil {
		a.sheet.render(a.brush, a.w, a.h-2) // the head and the status line stay
	}
	a.dress()
}
