package coref

import (
	"lectern/model"
)

// A chain is the mentions that are held to mean the same one, with all that
// they tell together.
type chain struct {
	mentions []*mention // in no order
	kind     model.ActorKind
	gender   gender
	number   number
	country  string
	family   string // a person's last name
	given    string // a person's first name
	firm     bool   // something else than pronouns is in it
}

// newChain gives m a chain of its own.
func newChain(m *mention) {
	m.chain = &chain{mentions: []*mention{m}, kind: m.kind, gender: m.gender, number: m.number, country: m.country, firm: m.form != model.Pronoun}
	if m.form == model.Name && m.kind == model.Person && len(m.words) > 0 {
		m.chain.family = m.words[len(m.words)-1]
		if len(m.words) > 1 && !particles[m.words[0]] {
			m.chain.given = m.words[0]
		}
	}
}

// some returns the mentions of a chain up to so many: enough to look at of a long one.
func (c *chain) some(most int) []*mention { return c.mentions[:min(len(c.mentions), most)] }

// agree reports whether nothing that is known of a and b speaks against their
// being the same.
func (a *chain) agree(b *chain) bool {
	if a.family != "" && b.family != "" && a.family != b.family && a.family != b.given && a.given != b.family {
		return false
	}
	if a.family != "" && a.family == b.family && a.given != "" && b.given != "" && a.given[0] != b.given[0] {
		return false // two of a family
	}
	return sameKind(a.kind, b.kind) && (a.gender == b.gender || a.gender == anyGender || b.gender == anyGender) &&
		(a.number == b.number || a.number == anyNumber || b.number == anyNumber || collective(a.kind) || collective(b.kind)) &&
		(a.country == b.country || a.country == "" || b.country == "" || a.kind == model.Person)
}

// sameKind reports whether two kinds can be one: a place may be a body (its
// government), a body a group.
func sameKind(a, b model.ActorKind) bool {
	if a == b || a == model.UnknownActor || b == model.UnknownActor {
		return true
	}
	body := func(k model.ActorKind) bool { return k == model.Organization || k == model.Group || k == model.Place }
	return body(a) && body(b) && (a == model.Organization || b == model.Organization)
}

func collective(k model.ActorKind) bool { return k == model.Organization || k == model.Group }

// join makes one chain of those of m and to, and signs the link of m.
func (w *world) join(m, to *mention, rule string, sure float32) {
	if m.chain == to.chain {
		return
	}
	if m.by.Rule == "" {
		m.by = model.Evidence{Rule: rule, Words: []model.Span{w.span(to)}, Sure: sure}
	}
	a, b := to.chain, m.chain
	if len(a.mentions) < len(b.mentions) {
		a, b = b, a
	}
	for _, x := range b.mentions {
		x.chain = a
	}
	a.mentions = append(a.mentions, b.mentions...)
	a.kind = firm(a.kind, b.kind)
	a.gender, a.firm = max(a.gender, b.gender), a.firm || b.firm
	if a.number == anyNumber {
		a.number = b.number
	}
	if a.country == "" {
		a.country = b.country
	}
	if a.family == "" || a.given == "" && b.given != "" {
		a.family, a.given = b.family, b.given
	}
}

// firm returns the kind that says more.
func firm(a, b model.ActorKind) model.ActorKind {
	switch {
	case a == model.UnknownActor:
		return b
	case b == model.UnknownActor || a == b:
		return a
	case a == model.Place || b == model.Place:
		return model.Place // a country stays a place, though its government acts
	}
	return model.Organization
}

// disjoint reports whether neither phrase holds a part of the other: nobody is
// part of a description of oneself.
func disjoint(m, o *mention) bool {
	return m.last <= o.first || o.last <= m.first
}
