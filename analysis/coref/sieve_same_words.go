package coref

import (
	"slices"
	"strings"

	"lectern/analysis/lexicon"
	"lectern/model"
)

var anonymous = lexicon.Named("unnamed")

// sameWords joins a noun phrase to the last one of the same head and modifiers.
// Those that speak without a name stay apart when nothing but the noun says that
// they are the same: officials here need not be officials there.
func sameWords(w *world, rule string) {
	last := map[string]*mention{}
	for _, m := range w.mentions {
		if m.form != model.Nominal || m.reach == unbound {
			continue
		}
		words := slices.Clone(m.words)
		slices.Sort(words[1:])
		key := strings.Join(words, " ") + "/" + m.country + "/" + string(rune('0'+m.number))
		o := last[key]
		if o != nil && (m.reach != indefinite || m.kind == model.Organization && len(m.words) > 1 && m.number == one) && m.chain.agree(o.chain) && disjoint(m, o) && !w.crowdOf(m) && w.samePossessor(m, o) {
			w.join(m, o, rule, .7)
		}
		if o == nil || m.reach != bare || o.reach == bare {
			last[key] = m
		}
	}
}

// crowdOf reports whether m is people without a name who are said to speak.
func (w *world) crowdOf(m *mention) bool {
	return m.reach == bare && len(m.words) == 1 && (m.number == many || m.kind == model.Paper) && anonymous.Has(m.words[0])
}

// samePossessor reports whether two phrases belong to the same, if to anybody
// known.
func (w *world) samePossessor(m, o *mention) bool {
	a, b := w.possessor(m), w.possessor(o)
	if a == nil || b == nil {
		return a == b || a == nil && m.reach == definite && b.form != model.Pronoun
	}
	return a.chain == b.chain || a.form == model.Pronoun && b.form == model.Pronoun && w.text.Lower(a.head) == w.text.Lower(b.head)
}

// possessor returns whose m is: his minister, Denmark's minister; or nil.
func (w *world) possessor(m *mention) *mention {
	for _, k := range w.kids[m.head] {
		if int(k) < m.head && isPossessive(w.text.Tokens[k].Rel) {
			return w.mentionAt(int(k))
		}
	}
	return nil
}
