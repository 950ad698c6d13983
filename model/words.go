package model

import "strings"

// Words returns the words under spans in one line, with "…" where something
// stands between them.
func Words(d *Document, spans []Span) string {
	if len(spans) == 1 {
		return oneLine(d.Text(spans[0]))
	}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = oneLine(d.Text(s))
	}
	return strings.Join(parts, " … ")
}

// Names joins the names of actors, "A, B and C", or says nobody where there are
// none.
func Names(actors []*Actor, nobody string) string {
	if len(actors) == 0 {
		return nobody
	}
	s := actors[0].Name
	for i, x := range actors[1:] {
		join := ", "
		if i == len(actors)-2 {
			join = " and "
		}
		s += join + x.Name
	}
	return s
}
