// Package lexicon holds the word lists that the stages share: closed classes of
// English that somebody wrote down, each file with the source of its category
// and its licence in its head. It knows words, not what they are for.
//
// A list is a text file: comment lines begin with #, every other line is one
// entry of one or more lower-case lemmas, optionally followed by " = " and a
// gloss, the plain word or the question that the entry calls for.
package lexicon

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed *.txt
var files embed.FS

// A List is one word list. It is read at its first use: a reader who only wants
// to see an article does not wait for words.
type List struct {
	Name string
	read func() *table
}

// A table is what a list holds, in the order of its file.
type table struct {
	entries []Entry
	at      map[string]int // entry by its words, joined by blanks
	first   map[string][]*Entry
}

// An Entry is one word or phrase of a [List].
type Entry struct {
	Words []string // lemmas, in lower case
	Gloss string   // may be empty
}

var lists = find()

// find returns the embedded lists. They are part of the program, so a bad one is
// a bug of the program.
func find() map[string]*List {
	files, err := files.ReadDir(".")
	if err != nil {
		panic(err)
	}
	all := map[string]*List{}
	for _, f := range files {
		l := &List{Name: strings.TrimSuffix(f.Name(), ".txt")}
		l.read = sync.OnceValue(func() *table { return load(f.Name()) })
		all[l.Name] = l
	}
	return all
}

func load(file string) *table {
	text, err := files.ReadFile(file)
	if err != nil {
		panic(err)
	}
	t, err := parse(file, string(text))
	if err != nil {
		panic(err)
	}
	return t
}

// Parse reads a list from the text of a file. The error names the file and the
// line.
func Parse(file, text string) (*List, error) {
	t, err := parse(file, text)
	if err != nil {
		return nil, err
	}
	return &List{strings.TrimSuffix(path.Base(file), ".txt"), func() *table { return t }}, nil
}

func parse(file, text string) (*table, error) {
	l := &table{at: map[string]int{}, first: map[string][]*Entry{}}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		words, gloss, _ := strings.Cut(line, " = ")
		e := Entry{strings.Fields(words), strings.TrimSpace(gloss)}
		key := strings.Join(e.Words, " ")
		switch _, twice := l.at[key]; {
		case key != strings.ToLower(key):
			return nil, fmt.Errorf("%s:%d: entry %q is not in lower case", file, n, key)
		case twice:
			return nil, fmt.Errorf("%s:%d: entry %q stands there twice", file, n, key)
		}
		l.at[key] = len(l.entries)
		l.entries = append(l.entries, e)
		if apart := strings.Fields(strings.ReplaceAll(words, "-", " - ")); len(apart) > len(e.Words) {
			l.entries = append(l.entries, Entry{apart, e.Gloss}) // as tokens it is mostly three
		}
	}
	if len(l.entries) == 0 {
		return nil, fmt.Errorf("%s: the list is empty", file)
	}
	for i := range l.entries {
		e := &l.entries[i]
		l.first[e.Words[0]] = append(l.first[e.Words[0]], e)
	}
	return l, nil
}

// Named returns the list of that name, and nil if there is none.
func Named(name string) *List { return lists[name] }

// Names returns the names of all lists, sorted.
func Names() []string {
	names := make([]string, 0, len(lists))
	for n := range lists {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// From returns the entries that begin with the word. The caller must not change
// them.
func (l *List) From(word string) []*Entry { return l.read().first[word] }

// Entries returns all entries in the order of the file. The caller must not
// change them.
func (l *List) Entries() []Entry { return l.read().entries }

// Has reports whether the words, lower-case lemmas apart by single blanks, are
// an entry of l.
func (l *List) Has(words string) bool { _, ok := l.read().at[words]; return ok }

// Gloss returns the gloss of an entry; empty if it has none or is no entry.
func (l *List) Gloss(words string) string {
	t := l.read()
	if i, ok := t.at[words]; ok {
		return t.entries[i].Gloss
	}
	return ""
}
