package coref

import (
	"strings"

	"lectern/model"
)

// ruling are the nouns, "government" aside, for those who govern a country that is
// named with them.
var ruling = set("authority", "authorities", "regime", "state")

// country joins a country with its demonyms, with the seat of its government
// where that acts or speaks, and with its government.
func country(w *world, rule string) {
	anchor := map[string]*mention{} // the first name or demonym of each country
	count := map[string]int{}
	best := ""
	for _, m := range w.mentions {
		c := ""
		switch {
		case m.form == model.Name && m.kind == model.Place:
			c = landOf(m.words)
		case m.form == model.Demonym:
			c = m.country
		}
		if c == "" {
			continue
		}
		if o := anchor[c]; o == nil || o.form == model.Demonym && m.form == model.Name {
			anchor[c] = m
		}
		if count[c]++; count[c] > count[best] {
			best = c
		}
	}
	for _, m := range w.mentions {
		switch {
		case m.form == model.Demonym:
			if o := anchor[m.country]; o != nil && o != m {
				w.join(m, o, rule, .9)
			}
		case m.form == model.Name && m.kind != model.Person && landOf(m.words) == "":
			c := countries().seats[strings.Join(m.words, " ")]
			if o := anchor[c]; o != nil && c != "" && (m.subject || m.speaks) {
				w.join(m, o, rule, .7)
				m.chain.country = c
			}
		case m.form == model.Nominal && ruling[m.words[0]] && m.reach != unbound && m.reach != indefinite && len(m.words) == 1 && m.country != "":
			if o := anchor[m.country]; o != nil {
				w.join(m, o, rule, .7)
			}
		case m.form == model.Nominal && m.words[0] == "government" && m.reach != unbound && m.number == one:
			c := m.country
			if c == "" && (m.reach == definite || m.reach == bare) && len(m.words) == 1 && count[best] > 1 {
				c = best
			}
			if o := anchor[c]; o != nil {
				w.join(m, o, rule, .7)
			}
		}
	}
}
