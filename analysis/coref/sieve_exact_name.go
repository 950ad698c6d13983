package coref

import (
	"strings"

	"lectern/model"
)

// exactName joins names of the same words; a country has one name.
func exactName(w *world, rule string) {
	first := map[string][]*mention{}
	for _, m := range w.mentions {
		if m.form != model.Name {
			continue
		}
		key := m.key()
		found := false
		for _, o := range first[key] {
			if m.chain.agree(o.chain) {
				w.join(m, o, rule, 1)
				found = true
				break
			}
		}
		if !found {
			first[key] = append(first[key], m)
		}
	}
}

// key returns what two names of the same share.
func (m *mention) key() string {
	if m.kind == model.Place && m.country != "" && landOf(m.words) != "" {
		return m.country
	}
	return strings.Join(m.words, " ")
}
