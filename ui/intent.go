package ui

// An Intent is something the reader can want. Keys, the mouse and the palette
// all end in one; what acts on it never sees a key. Tests speak in intents.
type Intent interface{ intent() }

type (
	// Move moves the cursor of a pane by Step units; with a selection open in
	// the article it widens that.
	Move struct {
		By   Unit
		Step int
	}
	// Switch gives the keyboard to the other pane.
	Switch struct{}
	// Show opens a tab of the outline.
	Show struct{ Tab Tab }
	// Follow goes to the other pane: from an item to its first passage, from a
	// passage to its item, and again to the item of the next passage out.
	Follow struct{}
	// FollowLink follows a link of the card by its name, of one letter or two.
	FollowLink struct{ Name string }
	// Place goes to the next (+1) or the previous (-1) place of the selected
	// thing or of the search, whichever is newer.
	Place struct{ Step int }
	// Next goes to the next or the previous mark of the tab.
	Next struct{ Step int }
	// Back and Forward walk the jumps.
	Back    struct{}
	Forward struct{}
	// Search and Filter open a prompt; Palette lists every intent by name.
	Search  struct{}
	Filter  struct{}
	Palette struct{}
	// SearchWord searches for the word at the cursor.
	SearchWord struct{}
	// Concordance lists the hits of the search with their surroundings.
	Concordance struct{}
	// Fold opens or closes an item, FoldAll all of them.
	Fold    struct{}
	FoldAll struct{}
	// Unfold opens an item or goes to the first below it; with Open unset it
	// closes it or goes to the one above.
	Unfold struct{ Open bool }
	// Sort takes the next order of the tab.
	Sort struct{}
	// Spotlight dims all but the selected thing, Layers marks what every tab
	// would mark, Zoom gives the pane in focus the whole width.
	Spotlight struct{}
	Layers    struct{}
	Zoom      struct{}
	// Minor shows or hides the findings that are only traces.
	Minor struct{}
	// Select begins or ends a selection at the cursor.
	Select struct{}
	// Note, Tag, Delete and Change work on the selection or on the note under
	// the cursor; Undo and Redo take back and do again.
	Note   struct{}
	Tag    struct{}
	Delete struct{}
	Change struct{}
	Undo   struct{}
	Redo   struct{}
	// Remember gives the place a letter, Return goes there.
	Remember struct{ Letter rune }
	Return   struct{ Letter rune }
	// Copy puts the passage on the clipboard as a quotation with its source.
	Copy struct{}
	// Help shows the keys of the pane, Tour what is on the screen.
	Help struct{}
	Tour struct{}
	// Pause stops the analysis, or begins it again.
	Pause struct{}
	// Scroll moves what a pane shows and leaves its cursor in sight.
	Scroll struct {
		Pane Pane
		Rows int
	}
	// Drag widens a selection, from where the mouse was pressed to where it is.
	Drag struct{ X, Y int }
	// Redraw draws the whole screen anew, where something else wrote over it.
	Redraw struct{}
	// Suspend gives the terminal back to the shell until the program is resumed.
	Suspend struct{}
	// Click puts the cursor where the mouse is, in cells from the pane's corner.
	Click struct {
		Pane Pane
		X, Y int
	}
	// Close closes the top layer, and ends the program where there is none and
	// Quit is set. Leave ends it at once.
	Close struct{ Quit bool }
	Leave struct{}
)

func (Move) intent()        {}
func (Switch) intent()      {}
func (Show) intent()        {}
func (Follow) intent()      {}
func (FollowLink) intent()  {}
func (Place) intent()       {}
func (Next) intent()        {}
func (Back) intent()        {}
func (Forward) intent()     {}
func (Search) intent()      {}
func (Filter) intent()      {}
func (Palette) intent()     {}
func (SearchWord) intent()  {}
func (Concordance) intent() {}
func (Fold) intent()        {}
func (FoldAll) intent()     {}
func (Unfold) intent()      {}
func (Sort) intent()        {}
func (Spotlight) intent()   {}
func (Layers) intent()      {}
func (Zoom) intent()        {}
func (Minor) intent()       {}
func (Select) intent()      {}
func (Note) intent()        {}
func (Tag) intent()         {}
func (Delete) intent()      {}
func (Change) intent()      {}
func (Undo) intent()        {}
func (Redo) intent()        {}
func (Remember) intent()    {}
func (Return) intent()      {}
func (Copy) intent()        {}
func (Help) intent()        {}
func (Tour) intent()        {}
func (Pause) intent()       {}
func (Scroll) intent()      {}
func (Click) intent()       {}
func (Drag) intent()        {}
func (Redraw) intent()      {}
func (Suspend) intent()     {}
func (Close) intent()       {}
func (Leave) intent()       {}

// Unit is what a [Move] counts.
type Unit uint8

const (
	Letter Unit = iota
	Word
	Line
	Sentence
	Block // paragraph or heading; in the outline the next item of the top level
	HalfPage
	Page
	Whole // to the beginning or to the end
	Edge  // to the beginning or to the end of the line on the screen
)

// Pane names a part of the screen.
type Pane uint8

const (
	Article Pane = iota
	Outline
	Card
)

// Tab names a part of the outline.
type Tab uint8

const (
	Actors Tab = iota
	Claims
	Framing
	Notes
)
