package frame

import (
	"strings"
	"testing"
)

func TestDeviceFileErrors(t *testing.T) {
	good := "-- title --\nT\n-- family --\ncertainty\n-- about --\nA\n-- asks --\nQ?\n-- source --\nS\n-- tier --\ncore\n-- match --\ncore: may {VERB}\n" +
		"-- examples --\n[a]\n[b]\n[c]\n[d]\n[e]\n-- not --\na\nb\nc\nd\ne\n"
	if _, err := parseDevice("devices/x.txt", good); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"certainty", "mood", `devices/x.txt:4: no family "mood"`},
		{"-- about --", "-- abuot --", `devices/x.txt:5: section "abuot" is out of place`},
		{"core: may", "may", "devices/x.txt:14: a pattern begins with \"core:\", \"minor:\" or \"weighed:\""},
		{"{VERB}", "{VERBS}", `devices/x.txt:14: "VERBS" is no condition`},
		{"{VERB}", "{list:nowhere}", `devices/x.txt:14: no list "nowhere"`},
		{"{VERB}", "{VERB", "devices/x.txt:14: braces do not pair"},
		{"{VERB}", "> sobj {VERB}", `devices/x.txt:14: no relation "sobj"`},
		{"may", "[may", "devices/x.txt:14: nothing to report, or a bracket left open"},
		{"may", "May", `devices/x.txt:14: "May" is no lower-case word`},
		{"may {VERB}", "may? {VERB}?", "devices/x.txt:14: all of it may be missing"},
		{"[c]", "c", "devices/x.txt:18: no [brackets]"},
		{"[e]\n", "", "devices/x.txt:25: 4 examples and 5 counter-examples; both need five"},
	} {
		_, err := parseDevice("devices/x.txt", strings.Replace(good, c.old, c.new, 1))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s for %s: %v, want %s", c.new, c.old, err, c.want)
		}
	}
}

func FuzzParseDevice(f *testing.F) {
	files, _ := deviceFiles.ReadDir("devices")
	for _, e := range files {
		text, _ := deviceFiles.ReadFile("devices/" + e.Name())
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := parseDevice("devices/x.txt", text)
		if err == nil && (len(d.Examples) < 5 || d.Family == "") {
			t.Errorf("an unfinished device was taken for good")
		}
	})
}
