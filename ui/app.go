// Package ui is the screen and the keyboard.
//
// A key becomes an [Intent] by way of one table; the App carries it out, or
// hands it to the pane that has the keyboard. Whatever is slow or outside the
// program is a command and comes back as a message. View only draws. The
// package knows no disk and no engine: a [Desk] brings them as functions.
package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
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
	Theme     string                 // auto, dark, light or mono
	Width     int                    // widest line of text in cells; 0: 76
	Tour      bool                   // begin with the tour
	SeenTour  func() error           // called when the reader closes the tour
}

// App is the one model of the program: the reading, the panes, and what lies
// over them.
type App struct {
	desk    Desk
	reading *model.Reading
	w, h    int
}

// New returns an App that shows desk.Document.
func New(desk Desk) *App {
	if desk.Width <= 0 {
		desk.Width = 76
	}
	return &App{desk: desk, reading: model.NewReading(desk.Document, desk.Kept)}
}

// Reading returns what is being read, with all that has become of it.
func (a *App) Reading() *model.Reading { return a.reading }

// Init implements [tea.Model].
func (a *App) Init() tea.Cmd { return nil }

// Update implements [tea.Model].
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		return a, tea.Quit
	}
	return a, nil
}

// View implements [tea.Model].
func (a *App) View() tea.View { return tea.NewView("") }
