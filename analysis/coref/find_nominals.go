package coref

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// findNominals makes a mention of each noun phrase about people, bodies, groups,
// places or speaking documents, and of whatever else is the subject of a verb of
// saying.
func findNominals(w *world) {
	covered := make([]bool, len(w.text.Tokens))
	for _, m := range w.mentions {
		if m.form == model.Name {
			for i := m.first; i < m.last; i++ {
				covered[i] = true
			}
		}
	}
	for i := range w.text.Tokens {
		if w.at[i] < 0 && w.employer(i) {
			continue
		}
		if covered[i] || w.at[i] >= 0 {
			continue
		}
		tok := w.text.Tokens[i]
		switch tok.Pos {
		case syntax.NOUN, syntax.PROPN:
			w.nominal(i)
		case syntax.ADJ, syntax.NUM, syntax.PRON, syntax.DET:
			if w.ourselves(i) || w.ofAge(i) {
				continue
			}
			if tok.Pos == syntax.ADJ && tok.Rel != syntax.Amod && i > 0 && w.text.Tokens[i-1].Pos == syntax.ADJ && nouns()[w.text.Lower(i)].kind == model.Person {
				w.nominal(i) // the chief executive, taken for an adjective
				continue
			}
			if w.speaks(i) && crowd(w.text.Lower(i)) && (i == 0 || w.text.Lower(i-1) != "no") {
				m := mention{first: w.leftEdge(i), last: w.rightEdge(i), head: i, form: model.Nominal, kind: model.Group, number: many, reach: indefinite, words: []string{w.lemma(i)}}
				if w.single(i) {
					m.kind, m.number = model.Person, one
				}
				w.add(m)
			}
		}
	}
}

// single reports whether token i, a word without a noun, stands for one person:
// somebody, or one of the dockers but not one of us.
func (w *world) single(i int) bool {
	switch w.text.Lower(i) {
	case "another", "someone", "somebody":
		return true
	case "one":
		if i+2 >= len(w.text.Tokens) || w.text.Lower(i+1) != "of" {
			return false
		}
		of := w.text.Tokens[i+2]
		return of.Pos != syntax.PRON || isPossessive(of.Rel)
	}
	return false
}

// ledBodies are the bodies that are called after those who lead them.
var ledBodies = set("campaign", "administration", "government")

// employer makes a mention of "Ruiz campaign" in "Ruiz campaign spokesman Peter Holm",
// whose "campaign" token i is.
func (w *world) employer(i int) bool {
	if i == 0 || !ledBodies[w.text.Lower(i)] || w.text.Tokens[i-1].Pos != syntax.PROPN || !w.isCapital(i-1) {
		return false
	}
	end := w.text.Sentences[w.text.Tokens[i].Sentence].Last
	for k := i + 1; k < min(end, i+titleTokens); k++ {
		if pos := w.text.Tokens[k].Pos; pos != syntax.NOUN && pos != syntax.ADJ {
			return false
		}
		if n, known := w.kindOfNoun(k); known && n.kind == model.Person {
			first := i - 1
			if name, ok := w.text.NameOver(first); ok && name.Last == i {
				first = name.First
			}
			words := []string{w.text.Lower(i)}
			for j := first; j < i; j++ {
				words = append(words, w.lemma(j))
			}
			return w.add(mention{first: first, last: i + 1, head: i, form: model.Nominal, kind: model.Organization, gender: thing, number: one, words: words, reach: definite}) != nil
		}
	}
	return false
}

// ourselves makes a mention of "all of us" or "us all" where token i is its
// quantifier: a description that "we" can be joined to.
func (w *world) ourselves(i int) bool {
	us, first, last := -1, i, i+1
	switch word := w.text.Lower(i); {
	case word != "all" && word != "both" && word != "most" && word != "each":
		return false
	case i+2 < len(w.text.Tokens) && w.text.Lower(i+1) == "of" && w.text.Lower(i+2) == "us":
		us, last = i+2, i+3
		if last < len(w.text.Tokens) && w.text.Lower(last) == "here" {
			last++
		}
	case i > 0 && w.text.Lower(i-1) == "us":
		us, first = i-1, i-1
	}
	if us < 0 || w.text.Tokens[us].Pos != syntax.PRON {
		return false
	}
	return w.add(mention{first: first, last: last, head: i, form: model.Nominal, kind: model.Group, number: many, reach: definite, words: []string{"us"}, ours: us}) != nil
}

// aged is the head of a description by age.
const aged = "year-old"

// ofAge makes a mention of "the 46-year-old" whose "old" token i is.
func (w *world) ofAge(i int) bool {
	if w.text.Lower(i) != "old" || i < 5 || w.text.Lower(i-2) != "year" || w.text.Tokens[i].Rel == syntax.Amod {
		return false
	}
	first := w.leftEdge(i)
	m := mention{first: first, last: i + 1, head: i, form: model.Nominal, kind: model.Person, number: one, words: []string{aged, w.text.Lower(i - 4)}, reach: indefinite}
	if w.text.Tokens[first].Pos != syntax.DET {
		return false
	}
	if w.text.Lower(first) == "the" {
		m.reach = definite
	}
	return w.add(m) != nil
}

// crowd reports whether a word without a noun stands for people.
func crowd(word string) bool {
	switch word {
	case "some", "many", "others", "several", "most", "both", "few", "everyone", "everybody", "someone", "somebody", "one", "another", "two", "three", "all":
		return true
	}
	return false
}

func (w *world) nominal(i int) {
	tok := w.text.Tokens[i]
	switch tok.Rel {
	case syntax.Compound, syntax.Flat, syntax.Fixed, syntax.Goeswith, syntax.NmodDesc:
		return
	}
	of := i
	if k := w.countedBy(i); k >= 0 {
		of = k // thousands of fans
	} else if tok.Rel == syntax.Nmod && w.countedBy(int(tok.Head)) == i {
		return
	}
	n, known := w.kindOfNoun(of)
	if demonym := countries().demonyms[strings.TrimSuffix(w.text.Lower(i), "s")]; !known && demonym != "" && w.isCapital(i) {
		n, known = noun{model.Group, anyGender}, true
	}
	if !known && tok.Rel == syntax.Vocative && w.kid(i, syntax.NmodDesc) >= 0 {
		n, known = noun{model.Person, anyGender}, true // Madam Chair
	}
	if !known && (!w.speaks(i) || tok.Pos == syntax.PROPN || !plainSaying[w.lemma(int(tok.Head))]) {
		return
	}
	if n.kind == model.Person && w.secondRole(i) {
		return
	}
	m := mention{first: w.leftEdge(i), last: w.rightEdge(i), head: i, form: model.Nominal, kind: n.kind, gender: n.gender, number: one, words: []string{w.lemma(of)}, reach: bare}
	if of != i {
		m.reach, tok = indefinite, w.text.Tokens[of]
	}
	if tok.Tag == syntax.TagNNS || tok.Tag == syntax.TagNNPS || n.kind == model.Group && pluralGroup(w.lemma(i)) {
		m.number = many
		if m.kind == model.Person {
			m.kind = model.Group
		}
	}
	if m.kind != model.Person && m.kind != model.Group && m.kind != model.UnknownActor {
		m.gender = thing
	}
	for _, k := range w.kids[i] {
		if int(k) > i {
			if w.text.Tokens[k].Rel == syntax.Nmod {
				if c := countries().lands[w.text.Lower(int(k))]; c != "" && m.country == "" {
					m.country = c
				}
			}
			continue
		}
		w.modifier(&m, int(k))
	}
	w.add(m)
}

// counts are the nouns that say how many of what follows "of".
var counts = set("thousand", "hundred", "dozen", "score", "million", "billion", "majority", "number", "handful", "variety", "lot", "bunch", "plenty", "couple", "minority", "ten", "cohort", "crowd", "throng", "host", "array")

// countedBy returns the noun that token i counts, -1 if it counts none.
func (w *world) countedBy(i int) int {
	if !counts[w.lemma(i)] {
		return -1
	}
	k := w.kid(i, syntax.Nmod)
	if k < i || w.text.Tokens[k].Pos != syntax.NOUN {
		return -1
	}
	if c := w.kid(k, syntax.Case); c < 0 || w.text.Lower(c) != "of" || c != i+1 {
		return -1
	}
	return k
}

// secondRole reports whether token i is another role of the one described before
// it: founder and president, a lawyer and former judge.
func (w *world) secondRole(i int) bool {
	tok := w.text.Tokens[i]
	h := int(tok.Head)
	if tok.Rel != syntax.Conj || h >= i || i-h > 6 || tok.Tag != syntax.TagNN || w.text.Tokens[h].Tag != syntax.TagNN || w.kid(i, syntax.Det, syntax.NmodPoss, syntax.Nummod) >= 0 {
		return false
	}
	cc := w.kid(i, syntax.Cc)
	o := w.mentionOf(h)
	if cc < 0 || w.text.Lower(cc) != "and" || o == nil || o.form != model.Nominal || o.kind != model.Person {
		return false
	}
	o.last = max(o.last, w.rightEdge(i))
	o.words = append(o.words, w.lemma(i))
	return true
}

// mentionOf returns the mention added last if token i heads it.
func (w *world) mentionOf(i int) *mention {
	for k := len(w.mentions) - 1; k >= max(0, len(w.mentions)-4); k-- {
		if w.mentions[k].head == i {
			return w.mentions[k]
		}
	}
	return nil
}

// plainSaying are verbs whose subjects speak whatever they are.
var plainSaying = set("say", "tell", "argue", "warn", "add", "explain", "insist", "claim", "announce", "deny", "write", "state", "stress", "reply", "ask", "tweet")

// modifier notes what a word before the head tells.
func (w *world) modifier(m *mention, k int) {
	word := w.text.Lower(k)
	switch w.text.Tokens[k].Rel {
	case syntax.Det, syntax.DetPredet:
		switch word {
		case "the", "this", "that", "these", "those", "both":
			m.reach = definite
		case "no", "any", "every", "each", "what", "whatever", "neither", "either":
			m.reach = unbound
		case "which":
			if k == 0 || w.text.Tokens[k-1].Pos != syntax.ADP {
				m.reach = unbound // not: the jobs for which workers came
			}
		default:
			m.reach = indefinite
		}
	case syntax.NmodPoss:
		m.reach = definite
		if c := countries().lands[word]; c != "" {
			m.country = c
		}
	case syntax.Nummod:
		if m.reach == bare {
			m.reach = indefinite
		}
	case syntax.Amod, syntax.Compound, syntax.NmodDesc, syntax.NmodUnmarked:
		if k > 0 && countries().demonyms[w.text.Lower(k-1)+" "+word] != "" {
			m.country = countries().demonyms[w.text.Lower(k-1)+" "+word] // South Korean
		} else if c := countries().demonyms[word]; c != "" {
			m.country = c
		} else if c := countries().lands[word]; c != "" {
			m.country = c
		} else if !idleModifiers[word] {
			for j := int(w.left[k]); j <= k; j++ {
				if w.text.Tokens[j].Pos != syntax.PUNCT {
					m.words = append(m.words, w.lemma(j))
				}
			}
		}
		if m.reach == bare && (word == "other" || word == "many" || word == "several" || word == "some") {
			m.reach = indefinite
		}
	}
}

// idleModifiers do not tell one from another.
var idleModifiers = map[string]bool{"former": true, "new": true, "current": true, "late": true, "senior": true, "other": true, "same": true, "own": true, "top": true, "whole": true, "entire": true, "then": true}

// relativeHead returns the noun that the relative clause of the subject "who" at
// token i modifies, or -1.
func (w *world) relativeHead(i int) int {
	tok := w.text.Tokens[i]
	verb := int(tok.Head)
	for tok.Rel.Base() == syntax.Nsubj && w.text.Tokens[verb].Rel == syntax.Conj {
		verb = int(w.text.Tokens[verb].Head)
	}
	if rel := w.text.Tokens[verb].Rel; tok.Rel.Base() == syntax.Nsubj && (rel == syntax.AclRelcl || rel == syntax.Acl) {
		return int(w.text.Tokens[verb].Head)
	}
	if i > w.text.SentenceOf(i).First && tok.Rel.Base() == syntax.Nsubj {
		return i // the tree does not tell
	}
	return -1
}

func pluralGroup(lemma string) bool {
	switch lemma {
	case "people", "men", "women", "troops", "authorities", "personnel", "children", "police", "nationals", "folk", "media", "everyone", "everybody":
		return true
	}
	return false
}

// findPronouns makes a mention of each personal pronoun and of each relative
// pronoun that speaks. An "it" that seems to be an expletive is one that may be
// nobody: the ranker hears of it.
func findPronouns(w *world) {
	for i := range w.text.Tokens {
		tok := w.text.Tokens[i]
		if tok.Pos != syntax.PRON {
			continue
		}
		word := w.text.Lower(i)
		if p, ok := pronounForms[word]; ok && (tok.Rel != syntax.Expl || word == "it") && w.text.Word(i) != "US" {
			m := mention{first: i, last: i + 1, head: i, form: model.Pronoun, person: p.person, gender: p.gender, number: p.number, possessive: tok.Tag == syntax.TagPRPS || tok.Rel == syntax.NmodPoss}
			if p.gender == woman || p.gender == man {
				m.kind = model.Person
			}
			w.add(m)
		} else if word == "who" && w.relativeHead(i) >= 0 {
			w.add(mention{first: i, last: i + 1, head: i, form: model.Pronoun})
		}
	}
}
