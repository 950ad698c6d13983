package coref

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"lectern/analysis/syntax"
	"lectern/model"
)

// actors makes the actors of those chains that a reader would list: whoever is
// named, spoken of twice, or may be a source.
func actors(w *world) []*model.Actor {
	var all []*model.Actor
	var heads []*mention // the first mention of each
	done := map[*chain]bool{}
	for _, m := range w.mentions {
		if done[m.chain] || !m.chain.listed() {
			continue
		}
		done[m.chain] = true
		all, heads = append(all, w.actor(m.chain)), append(heads, m)
	}
	w.similar(all, heads)
	slices.SortStableFunc(all, func(a, b *model.Actor) int { return a.Mentions[0].Span.Compare(b.Mentions[0].Span) })
	return all
}

// similar links actors without names that share what modifies them: the defense
// leadership may be the defense minister.
func (w *world) similar(all []*model.Actor, heads []*mention) {
	by := map[string]int{} // the last actor described with a word
	for i, m := range heads {
		if m.form != model.Nominal || m.reach != definite {
			continue
		}
		for _, x := range m.words[1:] {
			if k, ok := by[x]; ok && k != i && heads[k].words[0] != m.words[0] && !slices.Contains(all[i].Similar, all[k]) {
				all[i].Similar = append(all[i].Similar, all[k])
				all[k].Similar = append(all[k].Similar, all[i])
			}
			by[x] = i
		}
	}
}

// listed reports whether the chain is worth a line.
func (c *chain) listed() bool {
	firm, speaks, pair, pronouns := 0, false, false, 0
	for _, m := range c.mentions {
		switch m.form {
		case model.Name:
			return true
		case model.Nominal:
			if m.pair {
				pair = true
				continue
			}
			firm++
			speaks = speaks || m.speaks
		case model.Pronoun:
			if m.person > 0 || m.speaks {
				pronouns++ // a mere "who" tells nothing more
			}
		}
	}
	if c.kind == model.Paper && !speaks {
		return false // what is in it is somebody's business, but it does nothing
	}
	return firm > 1 || firm > 0 && (speaks || pronouns > 0) || pair && pronouns > 0 || !pair && firm == 0 && pronouns > 1
}

func (w *world) actor(c *chain) *model.Actor {
	slices.SortFunc(c.mentions, func(a, b *mention) int { return cmp.Compare(a.index, b.index) })
	a := &model.Actor{Kind: c.kind, Name: w.fullest(c), Role: w.role(c), Unnamed: c.unnamed()}
	for _, m := range c.mentions {
		by := m.by
		if by.Rule == "" {
			by = model.Evidence{Rule: [...]string{"a name", "a description", "a pronoun", "a word for the country"}[m.form], Words: []model.Span{w.span(m)}, Sure: .8}
		}
		a.Mentions = append(a.Mentions, &model.Mention{Span: w.span(m), Head: w.text.Tokens[m.head].Span, Form: m.form, Actor: a, By: by})
	}
	return a
}

// fullest returns the name with the most words, or else the longest short
// description, as written.
func (w *world) fullest(c *chain) string {
	var best *mention
	count := map[string]int{}
	for _, m := range c.mentions {
		if m.form == model.Name {
			count[m.key()]++
		}
	}
	weight := func(m *mention) int {
		switch m.form {
		case model.Name:
			n := 100 + min(len(m.words), 8)
			if len(m.words) > 1 && count[m.key()] > 1 {
				n += 10
			}
			if isAcronym(m.label) {
				n -= 50
			}
			if m.kind == model.Place && m.country != "" && landOf(m.words) == "" {
				n -= 60
			}
			return n
		case model.Nominal:
			n := min(m.last-m.first, 8)
			if m.reach == definite {
				n += 4
			}
			return n
		}
		return -int(m.form) - b2i(m.person > 0 && m.person < 3)
	}
	for _, m := range c.mentions {
		if best == nil || weight(m) > weight(best) {
			best = m
		}
	}
	if best.form == model.Name {
		return whole(strings.Join(strings.Fields(best.label), " "))
	}
	name := strings.Join(strings.Fields(w.text.Doc.Text(w.span(best))), " ")
	if first, rest, _ := strings.Cut(name, " "); best.form == model.Nominal && !strings.Contains(first, ".") && w.text.Tokens[best.first].Pos == syntax.DET {
		name = strings.TrimSpace(strings.ToLower(first) + " " + rest)
	}
	return whole(name)
}

// whole returns a name or role without a bracket that is not closed in it, and
// without the mark of a quotation that is not.
func whole(s string) string {
	if at := max(strings.LastIndex(s, "("), strings.LastIndex(s, "[")); at > 0 && !strings.ContainsAny(s[at:], ")]") {
		s = strings.TrimSpace(s[:at])
	}
	for _, marks := range [...][2]string{{"“", "”"}, {"”", "“"}} {
		if strings.Count(s, marks[0]) > strings.Count(s, marks[1]) {
			s = strings.Replace(s, marks[0], "", 1)
		}
	}
	if strings.Count(s, `"`) == 1 {
		s = strings.Replace(s, `"`, "", 1)
	}
	return strings.TrimSpace(s)
}

// role returns what a named person is said to be: by an appositive or a title.
func (w *world) role(c *chain) string {
	if c.kind != model.Person {
		return ""
	}
	name, role := false, ""
	for _, m := range c.mentions {
		first := m.first
		if w.text.Tokens[first].Pos == syntax.DET || w.text.Tokens[first].Tag == syntax.TagPRPS {
			first++
		}
		switch {
		case m.form == model.Name:
			name = true
			at := strings.Index(w.text.Doc.Text(w.text.Span(first, m.last)), m.label)
			if at > 0 && role == "" {
				role = strings.TrimSpace(w.text.Doc.Text(w.text.Span(first, m.last))[:at])
				if _, bare := titles()[strings.ToLower(role)]; bare && len(role) <= 5 || strings.HasSuffix(role, "'s") || strings.HasSuffix(role, "’s") {
					role = ""
				}
			}
		case m.form == model.Nominal && m.last-first <= 14 && first < m.last && (role == "" || !strings.Contains(role, " ")):
			role = w.text.Doc.Text(w.text.Span(first, m.last))
		}
	}
	if !name {
		return ""
	}
	words := strings.Fields(role)
	for n := len(words) - 1; n >= 0 && (honorifics[strings.ToLower(words[n])] && n > 0 || words[n] == "and" || words[n] == "or"); n-- {
		words = words[:n]
	}
	role = whole(strings.Join(words, " "))
	if !strings.ContainsFunc(role, unicode.IsLetter) {
		return ""
	}
	return role
}

// unnamed reports whether the chain is people or papers without a name, and no
// holder of an office.
func (c *chain) unnamed() bool {
	office := false
	for _, m := range c.mentions {
		if m.form == model.Name {
			return false
		}
		office = office || m.form == model.Nominal && m.reach == definite && m.number == one
	}
	return !office && c.kind != model.Place
}
