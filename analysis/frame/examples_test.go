package frame_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/frame"
	"lectern/model"
)

// TestExamples reads every device's examples and counter-examples with the
// whole engine: the device must be found at the bracketed spans and nowhere
// else.
func TestExamples(t *testing.T) {
	for id, lines := range frame.Misses() {
		for _, d := range frame.Devices() {
			if d.ID == id {
				lines = append(slices.Clone(d.Examples), lines...)
			}
		}
		t.Run(id, func(t *testing.T) {
			for _, line := range lines {
				if got := bracketed(t, id, strings.NewReplacer("[", "", "]", "").Replace(line)); got != line {
					t.Errorf("\n got %s\nwant %s", got, line)
				}
			}
		})
	}
}

// bracketed returns the text with the findings of one device in brackets.
func bracketed(t *testing.T, id, text string) string {
	t.Helper()
	a, err := analysis.Analyze(context.Background(), model.FromText(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	out, end := "", 0
	for _, f := range a.Findings {
		if f.Device.ID == id {
			out += fmt.Sprintf("%s[%s]", text[end:f.Start], text[f.Start:f.End])
			end = f.End
		}
	}
	return out + text[end:]
}
