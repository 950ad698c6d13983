package coref

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// findLabels makes a mention of each speaker's label in an interview or
// transcript: the name or role before the colon.
func findLabels(w *world) {
	i := 0
	for _, turn := range w.text.Turns {
		if turn.Label.Len() == 0 {
			continue
		}
		for i < len(w.text.Tokens) && w.text.Tokens[i].Start < turn.Label.Start {
			i++
		}
		m := mention{first: -1, form: model.Name, kind: model.Person, reach: named, number: one}
		for ; i < len(w.text.Tokens) && w.text.Tokens[i].End <= turn.Label.End; i++ {
			if w.text.Tokens[i].Pos == syntax.PUNCT && w.text.Tokens[i].Tag != syntax.TagHYPH {
				if m.first >= 0 {
					break
				}
				continue
			}
			if m.first < 0 {
				m.first = i
			}
			m.last, m.head = i+1, i
		}
		if m.first < 0 {
			continue
		}
		m.words, m.title = splitTitle(w.nameWords(m.first, m.last), "")
		m.label = w.text.Doc.Text(w.text.Span(m.first, m.last))
		if len(m.words) == 0 {
			m.words = []string{strings.ToLower(strings.TrimSuffix(m.label, ":"))} // A, taken for an article
		}
		if m.words[0] != "" {
			m.gender = genderOfWords(strings.Fields(m.title))
			if m.gender == anyGender && len(m.words) > 1 {
				m.gender = given()[m.words[0]]
			}
			w.add(m)
		}
	}
}

// findNames makes a mention of each name: of the name with its title and
// article where it heads its noun phrase, of the bare name inside a longer one.
func findNames(w *world) {
	labelled := map[int]bool{}
	for _, m := range w.mentions {
		for i := m.first; i < m.last; i++ {
			labelled[i] = true
		}
	}
	names := w.names()
	w.settleKinds(names)
	divided := w.dividedLand(names)
	for _, name := range names {
		kind := name.kind
		words := w.nameWords(name.first, name.last)
		if divided != "" && len(words) == 1 && (words[0] == "north" || words[0] == "south") && name.first > 0 && w.text.Lower(name.first-1) == "the" && landOf([]string{words[0], divided}) != "" {
			kind, words = model.Place, append(words, divided)
		}
		if len(words) == 0 || kind == model.UnknownActor || labelled[name.first] {
			continue
		}
		if countries().demonyms[strings.Join(words, " ")] != "" && countries().lands[strings.Join(words, " ")] == "" {
			continue // findDemonyms has these
		}
		top := w.top(name.first, name.last)
		if tag := w.text.Tokens[top].Tag; name.last-name.first == 1 && (tag == syntax.TagNNPS || tag == syntax.TagNNS) && nouns()[w.lemma(top)].kind == model.Person {
			continue // Democrats: findNominals has these
		}
		if name.last-name.first == 1 && countries().demonyms[strings.TrimSuffix(words[0], "s")] != "" && strings.HasSuffix(words[0], "ns") && countries().lands[words[0]] == "" {
			continue // Russians: findNominals has these
		}
		m := mention{first: name.first, last: name.last, head: top, form: model.Name, kind: kind, reach: named, number: one, words: words}
		m.first = w.before(name, top, kind)
		office := -1
		if kind == model.Person {
			office = w.office(name.first)
		}
		if office >= 0 {
			if m.first = w.leftEdge(office); w.text.Under(top, office) {
				m.head = office
			}
		} else if h := w.placeBeside(name, top, kind); h > top {
			m.head, m.first, m.last = h, min(m.first, w.leftEdge(h)), h+1
		} else if h >= 0 {
			m.head, m.first = h, w.leftEdge(h)
		}
		m.label = w.text.Doc.Text(w.text.Span(name.first, name.last))
		for i := m.first; i < name.first && m.last == name.last && (m.head >= name.first || office >= 0); i++ {
			if pos := w.text.Tokens[i].Pos; pos != syntax.DET && pos != syntax.PUNCT {
				m.title = strings.TrimSpace(m.title + " " + w.text.Lower(i))
				if c := countries().demonyms[w.text.Lower(i)]; c != "" {
					m.country = c
				}
			}
		}
		if kind == model.Person {
			m.words, m.title = splitTitle(m.words, m.title)
			m.gender = genderOfWords(strings.Fields(m.title))
			if m.gender == anyGender && len(m.words) > 1 {
				m.gender = given()[m.words[0]]
			}
			m.last = w.whence(name, top)
		} else {
			m.gender = thing
			if kind == model.Place {
				m.country = landOf(m.words)
			}
		}
		w.add(m)
	}
}

// splitTitle moves the titles that begin a name to its title.
func splitTitle(words []string, title string) ([]string, string) {
	for len(words) > 1 {
		if _, ok := titles()[words[0]]; !ok {
			break
		}
		title = strings.TrimSpace(title + " " + words[0])
		words = words[1:]
	}
	return words, title
}

// nameWords returns the words of a name in lower case, without article and marks.
func (w *world) nameWords(first, last int) []string {
	var words []string
	for i := first; i < last; i++ {
		tok := w.text.Tokens[i]
		if tok.Pos == syntax.PUNCT || tok.Tag == syntax.TagPOS || tok.Pos == syntax.DET {
			continue
		}
		words = append(words, strings.ReplaceAll(w.text.Lower(i), "’", "'"))
	}
	return words
}

// top returns the token of [first, last) that governs the others.
func (w *world) top(first, last int) int {
	for i := first; i < last; i++ {
		tok := w.text.Tokens[i]
		if h := int(tok.Head); (h < first || h >= last || h == i) && tok.Pos != syntax.PUNCT && tok.Pos != syntax.DET {
			return i
		}
	}
	return last - 1
}

// before returns where the mention of a name begins: at its title and article,
// if they belong to it and not to a longer phrase around it.
func (w *world) before(name run, top int, kind model.ActorKind) int {
	first := name.first
	h := top
	if o := int(w.text.Tokens[top].Head); w.text.Tokens[top].Rel == syntax.Flat && o < top && name.first-o < 8 && w.text.Tokens[o].Pos != syntax.ADP && w.text.Tokens[o].Pos != syntax.SCONJ {
		h = o
	}
	switch rel := w.text.Tokens[h].Rel; {
	case kind != model.Person && (rel == syntax.Compound || rel == syntax.Amod || rel == syntax.Flat || rel == syntax.NmodDesc):
		if first > 0 && w.text.Tokens[first-1].Pos == syntax.DET && w.owns(name, first-1) {
			first--
		}
		return first
	case rel == syntax.Compound && int(w.text.Tokens[h].Head) >= name.last:
		return first
	}
	if edge := w.leftEdge(h); edge < first && first-edge <= 10 && w.plain(edge, first) {
		first = edge
	}
	if kind == model.Person {
		for first > 0 && w.text.Tokens[first-1].Sentence == w.text.Tokens[first].Sentence && name.last-first < 14 && (w.titled(first-1) || first < name.first && w.modifies(first-1, first, name.last)) {
			first--
		}
		if k := first - 1; k > 1 && first < name.first && w.text.Lower(k) == "and" && w.holds(k-1) {
			if edge := w.leftEdge(k - 1); w.text.Tokens[edge].Pos == syntax.DET {
				first = edge // the actress and activist Ana Ruiz
			}
		}
		if k := first - 1; k > 0 && first < name.first && w.text.Tokens[k].Tag == syntax.TagPOS && w.text.Tokens[k].Sentence == w.text.Tokens[first].Sentence {
			first = w.leftEdge(k - 1) // Denmark's minister Ana Ruiz
		}
	} else if first > 0 && first == name.first && w.text.Tokens[first-1].Pos == syntax.DET && w.owns(name, first-1) {
		first--
	}
	return first
}

// owns reports whether token i hangs on a token of the name.
func (w *world) owns(name run, i int) bool {
	h := int(w.text.Tokens[i].Head)
	return w.text.Tokens[i].Sentence == w.text.Tokens[name.first].Sentence && name.first <= h && h < name.last
}

// plain reports whether [first, last) holds no comma, preposition or verb.
func (w *world) plain(first, last int) bool {
	for i := first; i < last; i++ {
		switch tok := w.text.Tokens[i]; {
		case tok.Tag == syntax.TagComma, tok.Tag == syntax.TagColon, tok.Pos == syntax.VERB && tok.Rel != syntax.Amod && tok.Rel != syntax.Compound:
			return false
		}
	}
	return true
}

// modifies reports whether token i modifies one of the tokens [first, last).
func (w *world) modifies(i, first, last int) bool {
	h := int(w.text.Tokens[i].Head)
	switch w.text.Tokens[i].Rel {
	case syntax.Compound, syntax.Amod, syntax.NmodDesc:
		return first <= h && h < last
	}
	return false
}

// titled reports whether token i is a title or a role before a name.
func (w *world) titled(i int) bool {
	if _, ok := titles()[w.text.Lower(i)]; ok && w.isCapital(i) {
		return true
	}
	tok := w.text.Tokens[i]
	return (tok.Pos == syntax.PROPN || tok.Pos == syntax.NOUN) && tok.Tag != syntax.TagNNS && nouns()[w.lemma(i)].kind == model.Person
}

// settleKinds gives names of the same words the kind that most of them were
// given, and makes a word of the full name of a person seen before a person.
func (w *world) settleKinds(names []run) {
	for n := range names[:max(0, len(names)-1)] {
		if w.abbreviated(names[n], names[n+1]) && names[n].kind != model.Place {
			names[n].kind, names[n+1].kind = model.Organization, model.Organization
		}
	}
	keys := make([]string, len(names))
	votes := map[string]*[6]int{}
	first := map[string]model.ActorKind{}
	family := map[string]int{}
	body := map[string]int{} // the first words of names of bodies
	for n, r := range names {
		words, _ := splitTitle(w.nameWords(r.first, r.last), "")
		keys[n] = strings.Join(words, " ")
		if votes[keys[n]] == nil {
			votes[keys[n]] = new([6]int)
		}
		votes[keys[n]][r.kind]++
		if _, ok := first[keys[n]]; !ok && r.kind != model.UnknownActor {
			first[keys[n]] = r.kind
		}
		if r.kind == model.Organization && len(words) > 1 && given()[words[0]] == anyGender && countries().lands[words[0]] == "" {
			body[words[0]]++
		}
		if r.kind == model.Person && len(words) > 1 {
			for _, x := range words {
				if _, seen := family[x]; !seen && len(x) > 2 {
					family[x] = n
				}
			}
		}
	}
	for n := range names {
		v, best := votes[keys[n]], names[n].kind
		for _, k := range []model.ActorKind{model.Person, model.Organization, model.Place} {
			if best == model.UnknownActor && v[k] > 0 || v[k] > v[best] && best != model.UnknownActor {
				best = k
			}
		}
		if k, ok := first[keys[n]]; ok && v[k] == v[best] {
			best = k
		}
		if at, ok := family[keys[n]]; ok && countries().lands[keys[n]] == "" && (at < n || best == model.UnknownActor || best == model.Organization && v[best] < 3) {
			best = model.Person
		}
		if _, kin := family[keys[n]]; !kin && body[keys[n]] > 0 && (best == model.UnknownActor || best == model.Person && v[best] < 2) {
			best = model.Organization // Amnesty, after Amnesty International
		}
		names[n].kind = best
	}
}

// abbreviated reports whether the second name is the acronym of the first in
// brackets after it, as those of bodies have one.
func (w *world) abbreviated(full, short run) bool {
	if short.first != full.last+1 || w.text.Word(full.last) != "(" || full.last-full.first < 2 || short.last-short.first != 1 || !isAcronym(w.text.Word(short.first)) {
		return false
	}
	return slices.Contains(initials(w.nameWords(full.first, full.last)), w.text.Lower(short.first))
}

// findDemonyms makes a mention of each word for the people or things of a
// country: of form demonym where it stands before a noun.
func findDemonyms(w *world) {
	for i := range w.text.Tokens {
		tok := w.text.Tokens[i]
		if tok.Pos != syntax.ADJ && tok.Pos != syntax.PROPN && tok.Pos != syntax.NOUN || !w.isCapital(i) {
			continue
		}
		word, first := w.text.Lower(i), i
		if i > 0 {
			if two := w.text.Lower(i-1) + " " + word; countries().demonyms[two] != "" {
				word, first = two, i-1
			}
		}
		country := countries().demonyms[word]
		if country == "" || countries().lands[word] != "" {
			continue
		}
		if tok.Rel == syntax.Amod || tok.Rel == syntax.Compound || tok.Pos == syntax.ADJ || tok.Rel == syntax.Flat {
			w.add(mention{first: first, last: i + 1, head: i, form: model.Demonym, kind: model.Place, gender: thing, country: country, words: []string{word}})
		}
	}
}
