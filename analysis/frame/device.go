package frame

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"lectern/model"
)

//go:embed devices/*.txt
var deviceFiles embed.FS

// families are the seven families in the order of the catalogue.
var families = []string{"contrast", "wording", "sourcing", "certainty", "agency", "justification", "pattern"}

// A device is one file of devices/: what readers are told of it, and its rule.
type device struct {
	model.Device
	patterns []pattern
	misses   []string // counter-examples
	find     finder   // further matches, by the Go file of the device's name
	keep     keeper   // what the patterns found and should not have
}

// sections a device file must have, in this order. "match" may be empty where
// a Go file finds the device.
var sections = []string{"title", "family", "about", "asks", "source", "tier", "match", "examples", "not"}

// parseDevice reads one device file. The error names the file and the line.
//
// The file is cut by lines "-- section --". In match, one line is one pattern
// (see pattern.go); in examples and not, one line is one piece of running text,
// with [brackets] around what must be found in examples. Empty lines and lines
// that begin with # are skipped.
func parseDevice(file, text string) (*device, error) {
	d := &device{}
	d.ID = strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".txt")
	bad := func(line int, format string, a ...any) (*device, error) {
		return nil, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, a...))
	}
	at, n := -1, 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(name, " --") {
			name = strings.TrimSuffix(name, " --")
			if at++; at >= len(sections) || sections[at] != name {
				return bad(n, "section %q is out of place; the order is %s", name, strings.Join(sections, ", "))
			}
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		if at < 0 {
			return bad(n, "text before the first section")
		}
		switch sections[at] {
		case "title":
			d.Title = joined(d.Title, line)
		case "family":
			if !slices.Contains(families, line) {
				return bad(n, "no family %q; there are %s", line, strings.Join(families, ", "))
			}
			d.Family = line
		case "about":
			d.About = joined(d.About, line)
		case "asks":
			d.Asks = joined(d.Asks, line)
		case "source":
			d.Source = joined(d.Source, line)
		case "tier":
			if line != "core" && line != "minor" {
				return bad(n, "no tier %q; there are core and minor", line)
			}
			d.Core = line == "core"
		case "match":
			p, err := parsePattern(line)
			if err != nil {
				return bad(n, "%v", err)
			}
			p.line = n
			d.patterns = append(d.patterns, p)
		case "examples":
			if _, _, err := unbracket(line); err != nil {
				return bad(n, "%v", err)
			}
			d.Examples = append(d.Examples, line)
		case "not":
			d.misses = append(d.misses, line)
		}
	}
	for i, has := range []bool{d.Title != "", d.Family != "", d.About != "", d.Asks != "", d.Source != ""} {
		if !has {
			return bad(n, "section %q is missing or empty", sections[i])
		}
	}
	if len(d.Examples) < 5 || len(d.misses) < 5 {
		return bad(n, "%d examples and %d counter-examples; both need five", len(d.Examples), len(d.misses))
	}
	return d, nil
}

func joined(a, b string) string { return strings.TrimSpace(a + " " + b) }

// unbracket returns an example without its brackets and the spans they held.
func unbracket(line string) (text string, spans []model.Span, err error) {
	var b strings.Builder
	open := -1
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '[' && open < 0:
			open = b.Len()
		case c == ']' && open >= 0 && b.Len() > open:
			spans = append(spans, model.Span{Start: open, End: b.Len()})
			open = -1
		case c == '[' || c == ']':
			return "", nil, fmt.Errorf("brackets do not pair in %q", line)
		default:
			b.WriteByte(c)
		}
	}
	if open >= 0 || len(spans) == 0 {
		return "", nil, fmt.Errorf("no [brackets], or one left open, in %q", line)
	}
	return b.String(), spans, nil
}

// loadDevices reads the embedded catalogue in the order of families, and by
// title inside one. It is part of the program, so a bad file is a bug.
func loadDevices() []*device {
	files, err := deviceFiles.ReadDir("devices")
	if err != nil {
		panic(err)
	}
	rates := readRates()
	var all []*device
	for _, f := range files {
		text, err := deviceFiles.ReadFile("devices/" + f.Name())
		if err != nil {
			panic(err)
		}
		d, err := parseDevice("devices/"+f.Name(), string(text))
		if err != nil {
			panic(err)
		}
		if slices.Contains(Filtered, d.ID) {
			d.About = joined(d.About, filteredAbout)
		}
		d.find, d.keep, d.Rate = finders[d.ID], keepers[d.ID], rates[d.ID]
		all = append(all, d)
	}
	slices.SortStableFunc(all, func(a, b *device) int {
		return slices.Index(families, a.Family) - slices.Index(families, b.Family)
	})
	return all
}
