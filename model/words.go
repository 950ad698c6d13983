package model

import "strings"

// Words returns the words under spans in one line, with "…" where something
// stands between them.
func Words(d *Document, spans []Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = strings.Join(strings.Fields(d.Text(s)), " ")
	}
	return strings.Join(parts, " … ")
}
