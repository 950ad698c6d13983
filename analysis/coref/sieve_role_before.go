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
	var early []*mention // roles that nobody was given before
	for _, m := range w.mentions {
		switch {
		case m.form == model.Name && m.kind == model.Person:
			for _, x := range strings.Fields(m.title) {
				for _, role := range rolesOf(x) {
					held[role] = append(held[role], m)
				}
			}
		case m.form == model.Nominal && m.kind == model.Person && m.number == one && m.reach != unbound:
			if of := held[m.words[0]]; m.reach == definite && w.opens(m) {
				for k := len(of) - 1; k >= max(0, len(of)-12); k-- {
					if o := of[k]; o.chain != m.chain && disjoint(m, o) && m.chain.agree(o.chain) && w.fits(m, o) && w.samePossessor(m, o) {
						w.join(m, o, rule, .8)
						break
					}
				}
				if m.by.Rule == "" {
					early = append(early, m)
				}
			}
			held[m.words[0]] = append(held[m.words[0]], m)
		}
	}
	for _, m := range early {
		if len(m.words) < 2 || m.by.Rule != "" {
			continue // the minister may be another's
		}
		for _, o := range held[m.words[0]] {
			if o.index > m.index && o.form == model.Name && m.chain.agree(o.chain) && w.fits(m, o) && w.samePossessor(m, o) {
				w.join(m, o, rule, .7)
				break
			}
		}
	}
}

// fits reports whether what modifies m is known of the one in the role o.
// Where a legislator or governor with a title is from need not have been said:
// Sen. Ruiz … the Maine senator.
func (w *world) fits(m, o *mention) bool {
	elected := o.form == model.Name && seated[m.words[0]]
	for _, x := range m.words[1:] {
		if elected && w.fromPlace(m, x) {
			continue
		}
		if slices.Contains(o.words, x) || slices.Contains(strings.Fields(o.title), x) {
			continue
		}
		return false
	}
	return m.country == "" || o.country == "" || m.country == o.country
}

func isPossessive(r syntax.Rel) bool { return r == syntax.NmodPoss }

// rolesOf returns the roles that a word of a title gives.
func rolesOf(title string) []string {
	if roles := inFull[strings.TrimSuffix(title, ".")]; roles != nil {
		return roles
	}
	return []string{title}
}

var (
	inFull = map[string][]string{
		"gov": {"governor"}, "sen": {"senator", "lawmaker"}, "rep": {"representative", "congressman", "congresswoman", "lawmaker"},
		"senator": {"senator", "lawmaker"}, "representative": {"representative", "congressman", "congresswoman", "lawmaker"},
		"justice": {"justice", "judge"}, "pope": {"pope", "pontiff"}, "pres": {"president"}, "gen": {"general"}, "col": {"colonel"}, "maj": {"major"}, "capt": {"captain"}, "lt": {"lieutenant"},
		"sgt": {"sergeant"}, "prof": {"professor"}, "dr": {"doctor"}, "sec": {"secretary"}, "rev": {"reverend", "pastor"}, "amb": {"ambassador"},
	}
	seated = set("senator", "governor", "representative", "congressman", "congresswoman", "lawmaker", "mayor", "legislator")
)

// fromPlace reports whether the modifier x of m is a name.
func (w *world) fromPlace(m *mention, x string) bool {
	for i := m.first; i < m.head; i++ {
		if w.text.Tokens[i].Pos == syntax.PROPN && w.lemma(i) == x {
			return true
		}
	}
	return false
}
