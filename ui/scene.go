package ui

import "lectern/model"

// A scene is what the article is shown with: everything that the article pane
// draws but does not own. The App makes one for each frame from the tab, the
// selected thing, the search and the reader's marks.
type scene struct {
	layers    []layer       // lower ones first
	places    []model.Span  // the selected thing, wherever it occurs, in text order
	hits      []model.Span  // of the search, in text order
	hit       int           // the hit that the search stands on, or -1
	selection model.Span    // empty if nothing is being selected
	spotlight bool          // everything but places is dimmed
	voices    []model.Voice // for the gutter; nil before the analysis
	notes     []model.Span  // the reader's marks, for the gutter
	focused   bool          // the article has the keyboard
}

// A layer is one kind of mark on the article.
type layer struct {
	role  role
	spans []model.Span // in text order; may overlap
}

// A role is what something on the screen is there for. The theme says how a
// role looks; nothing else knows a colour.
type role uint8

const (
	roleText role = iota
	roleDim
	roleStrong  // what stands out without meaning anything: a name in a list, a title
	roleFrame   // lines between panes, the track of the scrollbar
	roleCursor  // the line or letter under the cursor
	roleChosen  // the places of the selected thing
	rolePicked  // text being selected
	roleActor   // a mention
	roleSource  // the parts of a claim
	roleCue     //
	roleContent //
	roleDevice  // a finding
	roleMinor   // a finding of the lower tier
	roleNote    // the reader's own mark
	roleHit     // found by the search
	roleHere    // the hit that the search stands on
	roleLink    // a letter that can be typed
	roleBar     // shares and progress
	roleProblem // what went wrong
	roleCount   // how many roles there are
)
