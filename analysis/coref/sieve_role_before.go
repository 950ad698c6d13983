package coref

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// roleBefore joins a role with the article to the last person who was given that
// role: in the title, in apposition, or as a phrase of their own.
func roleBefore(w *world, rule string) {
	held := map[string][]*mention{}
	for _, m := range w.mentions {
		switch {
		case m.form == model.Name && m.kind == model.Person:
			for _, x := range strings.Fields(m.title) {
				held[x] = append(held[x], m)
			}
		case m.form == model.Nominal && m.kind == model.Person && m.number == one && m.reach != unbound:
			if of := held[m.words[0]]; m.reach == definite && w.opens(m) {
				for k := len(of) - 1; k >= max(0, len(of)-12); k-- {
					if o := of[k]; o.chain != m.chain && disjoint(m, o) && m.chain.agree(o.chain) && fits(m, o) && w.samePossessor(m, o) {
						w.join(m, o, rule, .8)
						break
					}
				}
			}
			held[m.words[0]] = append(held[m.words[0]], m)
		}
	}
}

// fits reports whether what modifies m is known of the one in the role o.
func fits(m, o *mention) bool {
	for _, x := range m.words[1:] {
		if slices.Contains(o.words, x) || slices.Contains(strings.Fields(o.title), x) {
			continue
		}
		return false
	}
	return m.country == "" || o.country == "" || m.country == o.country
}

func isPossessive(r syntax.Rel) bool { return r == syntax.NmodPoss }
