package coref

import (
	"slices"
	"strings"

	"lectern/model"
)

// shortName joins a last or first name to the person last named in full with it,
// and the first or last words of the name of a body or place to the whole.
func shortName(w *world, rule string) {
	full := map[string][]*mention{} // names of several words by each of their words, in text order
	for _, m := range w.mentions {
		if m.form != model.Name || len(m.words) < 2 {
			continue
		}
		for k, x := range m.words {
			if m.kind == model.Person && len(x) > 1 || k == 0 || k == len(m.words)-1 {
				full[x] = append(full[x], m)
			}
		}
	}
	for _, m := range w.mentions {
		if m.form != model.Name || m.chain.country != "" && m.kind == model.Place {
			continue
		}
		if o := nearest(full[m.words[len(m.words)-1]], m, func(o *mention) bool { return shortens(m, o) }); o != nil {
			w.join(m, o, rule, .9)
		} else if o := nearest(full[m.words[0]], m, func(o *mention) bool { return shortens(m, o) }); o != nil {
			w.join(m, o, rule, .8)
		}
	}
}

// nearest returns the last of the mentions before m that fits, or else the first
// after it: headlines use short names.
func nearest(of []*mention, m *mention, fits func(*mention) bool) *mention {
	at, _ := slices.BinarySearchFunc(of, m, func(a, b *mention) int { return a.index - b.index })
	for i := at - 1; i >= max(0, at-20); i-- {
		if fits(of[i]) {
			return of[i]
		}
	}
	for _, o := range of[at:min(len(of), at+20)] {
		if o != m && fits(o) {
			return o
		}
	}
	return nil
}

// shortens reports whether the name m is a short form of o.
func shortens(m, o *mention) bool {
	if len(m.words) >= len(o.words) || !m.chain.agree(o.chain) {
		return false
	}
	switch {
	case m.kind == model.Person && o.kind == model.Person:
		if len(m.words) == 1 {
			return true
		}
		return m.words[len(m.words)-1] == o.words[len(o.words)-1] && (m.words[0] == o.words[0] || strings.HasPrefix(o.words[0], strings.TrimSuffix(m.words[0], ".")))
	case m.kind == model.Person || o.kind == model.Person:
		return false
	}
	n := len(m.words)
	prefix, suffix := slices.Equal(m.words, o.words[:n]), slices.Equal(m.words, o.words[len(o.words)-n:])
	if o.kind == model.Place || m.kind == model.Place {
		return m.kind == o.kind && prefix && nouns()[o.words[n]].kind == model.Place && len(o.words) == n+1 || m.kind == o.kind && suffix && nouns()[o.words[0]].kind == model.Place
	}
	if countries().lands[strings.Join(m.words, " ")] != "" || n == 1 && countries().demonyms[m.words[0]] != "" {
		return false
	}
	return prefix || suffix && n > 1 || suffix && nouns()[m.words[0]].kind == model.UnknownActor
}
