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
		if o := namesake(full[m.words[len(m.words)-1]], m, func(o *mention) bool { return shortens(m, o) }); o != nil {
			w.join(m, o, rule, .9)
		} else if o := nearest(full[m.words[0]], m, func(o *mention) bool { return shortens(m, o) }); o != nil {
			w.join(m, o, rule, .8)
		}
	}
}

// namesake returns whom the name m means if several have it: of those before it
// the one who was last called by it alone, or else the one spoken of most, and
// first. Without any before it is as for nearest.
func namesake(of []*mention, m *mention, fits func(*mention) bool) *mention {
	if m.kind != model.Person || len(m.words) > 1 {
		return nearest(of, m, fits)
	}
	at, _ := slices.BinarySearchFunc(of, m, func(a, b *mention) int { return a.index - b.index })
	var best *mention
	called, most := -1, 0
	for i := at - 1; i >= max(0, at-20); i-- {
		o := of[i]
		if !fits(o) || o.words[len(o.words)-1] != m.words[0] {
			continue
		}
		last, n := -1, 0
		for _, x := range o.chain.mentions {
			if x.index >= m.index {
				continue
			}
			n++
			if x.form == model.Name && slices.Equal(x.words, m.words) {
				last = max(last, x.index)
			}
		}
		if best == nil || last > called || last == called && (n > most || n == most && o.chain != best.chain) {
			best, called, most = o, last, n
		}
	}
	if best == nil {
		return nearest(of, m, fits)
	}
	return best
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
		if len(m.words) == 1 || particles[m.words[0]] && slices.Equal(m.words, o.words[len(o.words)-len(m.words):]) {
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
