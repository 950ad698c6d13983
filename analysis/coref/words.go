package coref

import (
	"strings"
	"sync"

	"lectern/analysis/lexicon"
	"lectern/model"
)

// A noun is what a word tells of those it names.
type noun struct {
	kind   model.ActorKind
	gender gender
}

var (
	nouns     = sync.OnceValue(readNouns)
	titles    = sync.OnceValue(func() map[string]gender { return readGenders("titles") })
	given     = sync.OnceValue(func() map[string]gender { return readGenders("given-names") })
	saying    = lexicon.Named("saying-verbs")
	countries = sync.OnceValue(readCountries)
)

// An atlas knows countries by what they are called.
type atlas struct {
	demonyms map[string]string // belarusian → belarus
	seats    map[string]string // minsk → belarus
	lands    map[string]string // belarus, byelorussia → belarus
}

func readCountries() *atlas {
	a := &atlas{map[string]string{}, map[string]string{}, map[string]string{}}
	for _, e := range lexicon.Named("countries").Entries() {
		name := strings.Join(e.Words, " ")
		a.lands[name] = name
		parts := strings.Split(e.Gloss, ";")
		for k, table := range []map[string]string{a.demonyms, a.seats, a.lands} {
			for word := range strings.SplitSeq(parts[k], ",") {
				if word = strings.TrimSpace(word); word != "" && table[word] == "" {
					table[word] = name
				}
			}
		}
	}
	return a
}

// readNouns joins the lists of nouns; a word in several keeps the first kind.
func readNouns() map[string]noun {
	all := map[string]noun{}
	for _, l := range []struct {
		list string
		kind model.ActorKind
	}{
		{"group-nouns", model.Group}, {"person-nouns", model.Person}, {"body-nouns", model.Organization},
		{"place-nouns", model.Place}, {"paper-nouns", model.Paper},
	} {
		for _, e := range lexicon.Named(l.list).Entries() {
			word := strings.Join(e.Words, " ")
			if _, twice := all[word]; !twice {
				all[word] = noun{l.kind, genderOf(e.Gloss)}
			}
		}
	}
	return all
}

func readGenders(list string) map[string]gender {
	all := map[string]gender{}
	for _, e := range lexicon.Named(list).Entries() {
		all[strings.Join(e.Words, " ")] = genderOf(e.Gloss)
	}
	return all
}

func genderOf(gloss string) gender {
	switch gloss {
	case "f":
		return woman
	case "m":
		return man
	}
	return anyGender
}

// A pronoun is what its form tells.
type pronoun struct {
	person     int
	gender     gender
	number     number
	possessive bool
	reflexive  bool
}

var pronounForms = map[string]pronoun{
	"i": {1, anyGender, one, false, false}, "me": {1, anyGender, one, false, false}, "my": {1, anyGender, one, true, false}, "mine": {1, anyGender, one, true, false}, "myself": {1, anyGender, one, false, true},
	"we": {1, anyGender, many, false, false}, "us": {1, anyGender, many, false, false}, "our": {1, anyGender, many, true, false}, "ours": {1, anyGender, many, true, false}, "ourselves": {1, anyGender, many, false, true},
	"you": {2, anyGender, anyNumber, false, false}, "your": {2, anyGender, anyNumber, true, false}, "yours": {2, anyGender, anyNumber, true, false}, "yourself": {2, anyGender, one, false, true},
	"he": {3, man, one, false, false}, "him": {3, man, one, false, false}, "his": {3, man, one, true, false}, "himself": {3, man, one, false, true},
	"she": {3, woman, one, false, false}, "her": {3, woman, one, false, false}, "hers": {3, woman, one, true, false}, "herself": {3, woman, one, false, true},
	"it": {3, thing, one, false, false}, "its": {3, thing, one, true, false}, "itself": {3, thing, one, false, true},
	"they": {3, anyGender, many, false, false}, "them": {3, anyGender, many, false, false}, "their": {3, anyGender, many, true, false}, "theirs": {3, anyGender, many, true, false}, "themselves": {3, anyGender, many, false, true},
}

func lower(lemma, word string) string {
	if lemma == "" {
		lemma = word
	}
	return strings.ToLower(lemma)
}
