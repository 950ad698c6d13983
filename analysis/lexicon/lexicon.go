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

// A List is one word list, in the order of its file.
type List struct {
	Name    string
	Entries []Entry
	at      map[string]int // entry by its words, joined by blanks
	first   map[string][]*Entry
}

// An Entry is one word or phrase of a [List].
type Entry struct {
	Words []string // lemmas, in lower case
	Gloss string   // may be empty
}

// lists holds a reader for each list, which reads it at its first use: a reader
// who only wants to see an article does not wait for words.
var lists = find()

// find returns the readers of the embedded lists. They are part of the program,
// so a bad one is a bug of the program.
func find() map[string]func() *List {
	files, err := files.ReadDir(".")
	if err != nil {
		panic(err)
	}
	all := map[string]func() *List{}
	for _, f := range files {
		all[strings.TrimSuffix(f.Name(), ".txt")] = sync.OnceValue(func() *List { return load(f.Name()) })
	}
	return all
}

func load(file string) *List {
	text, err := files.ReadFile(file)
	if err != nil {
		panic(err)
	}
	l, err := Parse(file, string(text))
	if err != nil {
		panic(err)
	}
	return l
}

// Parse reads a list from the text of a file. The error names the file and the
// line.
func Parse(file, text string) (*List, error) {
	l := &List{Name: strings.TrimSuffix(path.Base(file), ".txt"), at: map[string]int{}, first: map[string][]*Entry{}}
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
		l.at[key] = len(l.Entries)
		l.Entries = append(l.Entries, e)
		if apart := strings.Fields(strings.ReplaceAll(words, "-", " - ")); len(apart) > len(e.Words) {
			l.Entries = append(l.Entries, Entry{apart, e.Gloss}) // as tokens it is mostly three
		}
	}
	if len(l.Entries) == 0 {
		return nil, fmt.Errorf("%s: the list is empty", file)
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		l.first[e.Words[0]] = append(l.first[e.Words[0]], e)
	}
	return l, nil
}

// Named returns the list of that name, and nil if there is none.
func Named(name string) *List {
	if read, ok := lists[name]; ok {
		return read()
	}
	return nil
}

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
func (l *List) From(word string) []*Entry { return l.first[word] }

// Has reports whether the words, lower-case lemmas apart by single blanks, are
// an entry of l.
func (l *List) Has(words string) bool { _, ok := l.at[words]; return ok }

// Gloss returns the gloss of an entry; empty if it has none or is no entry.
func (l *List) Gloss(words string) string {
	if i, ok := l.at[words]; ok {
		return l.Entries[i].Gloss
	}
	return ""
}
