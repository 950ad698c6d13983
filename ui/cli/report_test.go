package cli

import (
	"regexp"
	"strings"
	"testing"

	"charm.land/glamour/v2/styles"
	"github.com/charmbracelet/x/ansi"

	"lectern/model"
	"lectern/model/export"
)

// The report of an article that is all markup and payloads shows them, and
// nothing reaches the terminal but colours: Glamour decodes references and makes
// links of its own.
func TestReportOnATerminal(t *testing.T) {
	evil := "&#27;]52;c;ZXZpbA==&#7; &#155;2J http://evil.example/x <a href=x>y</a> [z](http://evil.example) `c` *d* # e | f ![g](h)"
	d := model.FromText(evil + "\n\n" + evil)
	note := model.NewMark(d, []model.Span{{Start: 0, End: len(evil)}}, evil, model.Mark{}.Made)
	note.Note, note.Tags = evil+"\n\n# x\n\n<script>", []string{evil}
	actor := &model.Actor{Name: evil, Role: evil}
	claim := &model.Claim{Cue: []model.Span{{Start: 0, End: len(evil)}}, Speakers: []*model.Actor{actor}}
	actor.Claims = []*model.Claim{claim}
	found := &model.Analysis{Document: d, Actors: []*model.Actor{actor}, Claims: []*model.Claim{claim}}
	var text strings.Builder
	if err := export.Markdown(&text, export.Article{Document: d, Analysis: found, Marks: []model.Mark{note}}, export.References); err != nil {
		t.Fatal(err)
	}
	out, err := rendered([]byte(text.String()), styles.DarkStyleConfig, 80)
	if err != nil {
		t.Fatal(err)
	}
	left := regexp.MustCompile(`\x1b\[[0-9;:]*m`).ReplaceAllString(out, "")
	if i := strings.IndexFunc(left, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }); i >= 0 {
		t.Errorf("%q reaches the terminal", left[i:min(len(left), i+40)])
	}
	words := strings.Join(strings.Fields(ansi.Strip(out)), "")
	if !strings.Contains(words, strings.ReplaceAll("&#27;]52;c;ZXZpbA==&#7; &#155;2J http://evil.example/x <a href=x>y</a> [z](http://evil.example) `c` *d*", " ", "")) {
		t.Errorf("the words are not shown as they stand:\n%s", ansi.Strip(out))
	}
}

func TestOnlyColours(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[1;31mb\x1b[m":                    "a\x1b[1;31mb\x1b[m",
		"\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\": "y",
		"a\x1b[2Jb\x1bcc\rd\x07e\u009b1mf":      "abcde1mf",
		"é 👩\u200d🚀\te\u0301\n":                 "é 👩\u200d🚀\te\u0301\n",
	} {
		if got := onlyColours(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// On a terminal the lines of an item stand below its first word, and none is wider
// than the terminal.
func TestItemsHangInTheReport(t *testing.T) {
	out, err := rendered([]byte("- one two three four five six seven\n- eight\n\nAfter that comes a paragraph of words.\n"), styles.DarkStyleConfig, 30)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(ansi.Strip(out)) {
		if line = strings.TrimRight(line, " \n"); line != "" {
			got = append(got, line)
		}
		if w := ansi.StringWidth(line); w > 30 {
			t.Errorf("%q is %d cells wide", line, w)
		}
	}
	want := "  • one two three four\n    five six seven\n  • eight\n  After that comes a\n  paragraph of words."
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("printed:\n%s\nwant:\n%s", s, want)
	}
}
