package coref

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// findNames makes a mention of each name: of the name with its title and
// article where it heads its noun phrase, of the bare name inside a longer one.
func findNames(w *world) {
	names := w.names()
	kinds := w.kindsOfNames(names)
	for n, name := range names {
		kind := kinds[n]
		words := w.nameWords(name.First, name.Last)
		if len(words) == 0 || kind == model.UnknownActor {
			continue
		}
		if demonyms[strings.Join(words, " ")] != "" && lands[strings.Join(words, " ")] == "" {
			continue // findDemonyms has these
		}
		top := w.top(name.First, name.Last)
		m := mention{first: name.First, last: name.Last, head: top, form: model.Name, kind: kind, reach: named, number: one, words: words}
		m.first = w.before(name, top, kind)
		m.label = w.text.Doc.Text(w.text.Span(name.First, name.Last))
		for i := m.first; i < name.First; i++ {
			if pos := w.text.Tokens[i].Pos; pos != syntax.DET && pos != syntax.PUNCT {
				m.title = strings.TrimSpace(m.title + " " + w.text.Lower(i))
				if c := demonyms[w.text.Lower(i)]; c != "" {
					m.country = c
				}
			}
		}
		if kind == model.Person {
			m.words, m.title = splitTitle(m.words, m.title)
			m.gender = genderOfWords(strings.Fields(m.title))
			if m.gender == anyGender && len(m.words) > 1 {
				m.gender = given[m.words[0]]
			}
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
		if _, ok := titles[words[0]]; !ok {
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
func (w *world) before(name syntax.Name, top int, kind model.ActorKind) int {
	first := name.First
	h := top
	if w.text.Tokens[top].Rel == syntax.Flat && int(w.text.Tokens[top].Head) < top && name.First-int(w.text.Tokens[top].Head) < 8 {
		h = int(w.text.Tokens[top].Head)
	}
	switch rel := w.text.Tokens[h].Rel; {
	case kind != model.Person && (rel == syntax.Compound || rel == syntax.Amod || rel == syntax.Flat || rel == syntax.NmodDesc):
		if first > 0 && w.text.Tokens[first-1].Pos == syntax.DET && w.owns(name, first-1) {
			first--
		}
		return first
	case rel == syntax.Compound && int(w.text.Tokens[h].Head) >= name.Last:
		return first
	}
	if edge := w.leftEdge(h); edge < first && first-edge <= 10 && w.plain(edge, first) {
		first = edge
	}
	if kind == model.Person {
		for first > 0 && w.text.Tokens[first-1].Sentence == w.text.Tokens[first].Sentence && w.titled(first-1) {
			first--
		}
	} else if first > 0 && first == name.First && w.text.Tokens[first-1].Pos == syntax.DET && w.owns(name, first-1) {
		first--
	}
	return first
}

// owns reports whether token i hangs on a token of the name.
func (w *world) owns(name syntax.Name, i int) bool {
	h := int(w.text.Tokens[i].Head)
	return w.text.Tokens[i].Sentence == w.text.Tokens[name.First].Sentence && name.First <= h && h < name.Last
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

// titled reports whether token i is a title or a role before a name.
func (w *world) titled(i int) bool {
	if _, ok := titles[w.text.Lower(i)]; ok && w.isCapital(i) {
		return true
	}
	tok := w.text.Tokens[i]
	return (tok.Pos == syntax.PROPN || tok.Pos == syntax.NOUN) && tok.Tag != syntax.TagNNS && nouns[w.lemma(i)].kind == model.Person
}

// kindsOfNames returns the kind of each name. Names of the same words are of the
// kind that most of them were given, and the last name of a person seen before
// is a person.
func (w *world) kindsOfNames(names []syntax.Name) []model.ActorKind {
	kinds := make([]model.ActorKind, len(names))
	keys := make([]string, len(kinds))
	votes := map[string]*[4]int{}
	family := map[string]int{}
	for n, name := range names {
		words := w.nameWords(name.First, name.Last)
		keys[n] = strings.Join(words, " ")
		if votes[keys[n]] == nil {
			votes[keys[n]] = new([4]int)
		}
		votes[keys[n]][name.Kind]++
		if words, _ := splitTitle(words, ""); name.Kind == syntax.Person && len(words) > 1 {
			for _, x := range words {
				if _, seen := family[x]; !seen && len(x) > 2 {
					family[x] = n
				}
			}
		}
	}
	for n, name := range names {
		v := votes[keys[n]]
		best := name.Kind
		for _, k := range []syntax.NameKind{syntax.Person, syntax.Organization, syntax.Location} {
			if v[k] > v[best] {
				best = k
			}
		}
		if at, ok := family[keys[n]]; ok && at < n && lands[keys[n]] == "" && (seats[keys[n]] == "" || name.Kind == syntax.Person) {
			best = syntax.Person
		}
		if lands[keys[n]] != "" && best != syntax.Person {
			best = syntax.Location
		}
		kinds[n] = [...]model.ActorKind{syntax.Person: model.Person, syntax.Organization: model.Organization, syntax.Location: model.Place, syntax.Misc: model.UnknownActor}[best]
	}
	return kinds
}

// landOf returns the country that words name, "State of Qatar" included.
func landOf(words []string) string {
	all := strings.Join(words, " ")
	if c := lands[all]; c != "" {
		return c
	}
	for _, form := range []string{"state of ", "republic of ", "kingdom of ", "government of ", "islamic republic of ", "federal republic of "} {
		if c := lands[strings.TrimPrefix(all, form)]; c != "" {
			return c
		}
	}
	return ""
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
			if two := w.text.Lower(i-1) + " " + word; demonyms[two] != "" {
				word, first = two, i-1
			}
		}
		country := demonyms[word]
		if country == "" || lands[word] != "" {
			continue
		}
		if tok.Rel == syntax.Amod || tok.Rel == syntax.Compound || tok.Pos == syntax.ADJ || tok.Rel == syntax.Flat {
			w.add(mention{first: first, last: i + 1, head: i, form: model.Demonym, kind: model.Place, gender: thing, country: country, words: []string{word}})
		}
	}
}
