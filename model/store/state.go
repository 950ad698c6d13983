package store

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/rogpeppe/go-internal/lockedfile"

	"lectern/model"
)

// State is the directory for what belongs to the reader and to no article: the
// marks on articles without a file, the last place in each article, whether the
// tour was seen. Nothing in it is ever needed to read.
type State struct{ dir string }

// NewState returns the state directory of the XDG Base Directory
// specification, $XDG_STATE_HOME/lectern or ~/.local/state/lectern. Nothing is
// made on disk before something is kept.
func NewState() State {
	if dir := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return State{filepath.Join(dir, "lectern")}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = os.TempDir()
	}
	return State{filepath.Join(home, ".local", "state", "lectern")}
}

// place is the last place in one article: an anchor, so that it survives
// changes of the article as a mark does.
type place struct {
	Start  int    `json:"start"` // bytes of the readable text
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// Place returns the offset at which the reader last was in d.
func (s State) Place(d *model.Document) (offset int, ok bool) {
	b, err := os.ReadFile(s.placeFile(d))
	if err != nil {
		return 0, false
	}
	var p place
	if json.Unmarshal(b, &p) != nil || p.Start < 0 {
		return 0, false
	}
	was := model.Anchor{Span: model.Span{Start: p.Start, End: p.Start + len(p.Exact)}, Exact: p.Exact, Prefix: p.Prefix, Suffix: p.Suffix}
	found := was.Resolve(d)
	return found.Span.Start, found.Fit != model.Orphan
}

// SetPlace remembers the words under at as the last place in d.
func (s State) SetPlace(d *model.Document, at model.Span) error {
	name := s.placeFile(d)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	a := model.AnchorAt(d, at)
	b, err := json.Marshal(place{a.Start, a.Exact, a.Prefix, a.Suffix})
	if err != nil {
		return err
	}
	temp := name + ".tmp"
	if err := os.WriteFile(temp, append(b, '\n'), 0o600); err != nil {
		return err
	}
	return os.Rename(temp, name)
}

// placeFile goes by the article's path, so that the place outlives changes of
// the text, and by its bytes where there is no path.
func (s State) placeFile(d *model.Document) string {
	key := sumName(d)
	if path := d.Meta().Path; path != "" {
		key = checksum([]byte(follow(path)))
	}
	return filepath.Join(s.dir, "places", key+".json")
}

// TourSeen reports whether the tour was shown before.
func (s State) TourSeen() bool {
	_, err := os.Stat(filepath.Join(s.dir, "tour-seen"))
	return err == nil
}

// SetTourSeen remembers that the tour was shown.
func (s State) SetTourSeen() error {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.dir, "tour-seen"), nil, 0o600)
}

// lock keeps other sessions from saving to name until unlock is called. Where
// there can be no lock, saves still merge; they are only less certain to see
// each other.
func (s State) lock(name string) (unlock func()) {
	dir := filepath.Join(s.dir, "locks")
	if os.MkdirAll(dir, 0o700) != nil {
		return func() {}
	}
	unlock, err := lockedfile.MutexAt(filepath.Join(dir, checksum([]byte(name))[:16])).Lock()
	if err != nil {
		return func() {}
	}
	return unlock
}

// clean makes words that come from disk fit to be shown: control characters
// and those that change the direction of text become visible.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case unicode.IsControl(r), '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
