package coref_test

import (
	"testing"

	"lectern/analysis/coref"
)

// TestWhole checks that no bracket and no quotation is left open in a name.
func TestWhole(t *testing.T) {
	for given, want := range map[string]string{
		"Bank for Ports (BP":       "Bank for Ports",
		"Bank for Ports (BP)":      "Bank for Ports (BP)",
		"host of “Morning Tide":    "host of Morning Tide",
		"host of “Morning Tide”":   "host of “Morning Tide”",
		`Little Ana"`:              "Little Ana",
		"the [sic] harbour office": "the [sic] harbour office",
	} {
		if got := coref.Whole(given); got != want {
			t.Errorf("%q became %q, want %q", given, got, want)
		}
	}
}
