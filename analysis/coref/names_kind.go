package coref

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// kindOf tells what a run names. n is the first name found that ends after its
// beginning.
func (w *world) kindOf(r run, n int) model.ActorKind {
	head, size := w.text.Lower(r.last-1), r.last-r.first
	all := strings.Join(w.nameWords(r.first, r.last), " ")
	flat := size > 1 && size <= 6 && w.text.Tokens[r.last-1].Rel == syntax.Flat
	switch {
	case r.kind != model.UnknownActor:
		return r.kind
	case landOf(strings.Fields(all)) != "" || countries().seats[all] != "":
		return model.Place
	case size > 1 && (w.isBody(r.first) || nouns()[head].kind == model.Organization || nouns()[head].kind == model.Group || w.inOf(r.first, r.last) && w.anyBody(r)):
		return model.Organization
	case size > 2 && w.inOf(r.first, r.last) && w.text.Tokens[w.top(r.first, r.last)].Tag == syntax.TagNNPS:
		return model.Organization // Gun Owners of America
	case size > 1 && nouns()[head].kind == model.Place:
		return model.Place
	case size > 1 && trades[head]:
		return model.Organization
	case size > 1 && w.text.Tokens[r.last-1].Tag == syntax.TagNNPS && nouns()[w.lemma(r.last-1)].kind == model.Person:
		return model.Organization // Christian Democrats
	case given()[w.text.Lower(r.first)] != anyGender && size <= 5 && (size > 1 || w.speaks(r.first)):
		return model.Person
	case r.first > 0 && makers[w.text.Lower(r.first-1)]:
		return model.Organization
	case size == 1 && isCamel(w.text.Word(r.first)):
		return model.Organization // SpaceX
	case r.first > 0 && w.isTitle(r.first-1) && w.text.Tokens[r.first-1].Tag != syntax.TagNNS && size <= 4:
		return model.Person
	}
	the := r.first > 0 && w.text.Tokens[r.first-1].Pos == syntax.DET && w.owns(r, r.first-1)
	vote := [4]int{}
	for k := n; k < len(w.text.Names) && w.text.Names[k].First < r.last; k++ {
		x := w.text.Names[k]
		vote[x.Kind] += min(x.Last, r.last) - max(x.First, r.first)
	}
	best := syntax.Misc
	for _, k := range []syntax.NameKind{syntax.Person, syntax.Organization, syntax.Location} {
		if vote[k] > 0 && (best == syntax.Misc || vote[k] > vote[best]) {
			best = k
		}
	}
	if the && (best == syntax.Person || vote[best] == 0) && (vote[best] > 0 || w.speaks(w.top(r.first, r.last))) {
		return model.Organization // the Guardian: a person has no article
	}
	if flat && !w.heading(r) && (vote[best] == 0 || best == syntax.Person || best == syntax.Location) {
		return model.Person
	}
	switch {
	case best == syntax.Organization && vote[best] > 0:
		return model.Organization
	case best == syntax.Location && vote[best] > 0:
		return model.Place
	case best == syntax.Person && vote[best] > 0:
		return model.Person
	case w.speaks(w.top(r.first, r.last)) && !isAcronym(w.text.Word(r.first)):
		return model.Person
	case size == 1 && isAcronym(w.text.Word(r.first)), size == 1 && len(head) > 6 && (strings.HasSuffix(head, "news") || strings.HasSuffix(head, "bank") || strings.HasSuffix(head, "corp") || strings.HasSuffix(head, "media") || strings.HasSuffix(head, "soft") || strings.HasSuffix(head, "tech")):
		return model.Organization
	}
	return model.UnknownActor
}

// heading reports whether some words of the run are all in capitals and others
// not, as where a heading runs into the text.
func (w *world) heading(r run) bool {
	loud, plain := false, false
	for i := r.first; i < r.last; i++ {
		word := w.text.Word(i)
		if len(word) > 3 {
			loud = loud || strings.ToUpper(word) == word
			plain = plain || strings.ToUpper(word) != word
		}
	}
	return loud && plain
}

func (w *world) anyBody(r run) bool {
	for i := r.first; i < r.last; i++ {
		if w.isBody(i) {
			return true
		}
	}
	return false
}

// isCamel reports whether a capital stands inside a word after two small letters,
// as in names of firms and what they make.
func isCamel(word string) bool {
	small := 0
	for i, r := range word {
		switch {
		case r >= 'a' && r <= 'z':
			small++
		case r >= 'A' && r <= 'Z' && i > 0 && small >= 2:
			return !strings.HasPrefix(word, "Mac") && !strings.ContainsAny(word, "-'’")
		}
	}
	return false
}

// trades are words that end the names of firms, papers and clubs.
var trades = set("steel", "shipping", "motors", "energy", "holdings", "holding", "inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "llc", "plc", "gmbh", "ag", "industries", "technologies", "technology", "systems", "pharmaceuticals", "pharma", "foods", "media", "news", "entertainment", "capital", "partners", "ventures", "airways", "airlines", "electronics", "semiconductor", "semiconductors", "petroleum", "mining", "insurance", "financial", "securities", "telecom", "communications", "networks", "labs", "solutions", "services", "logistics", "times", "tribune", "herald", "ledger", "gazette", "weekly", "observer", "telegraph", "chronicle", "fc", "records", "pictures", "studios", "games", "software", "brothers", "associates", "trust", "charities", "watch", "international", "worldwide", "press", "express", "resources", "minerals", "investments", "broadcasting", "publishing", "aerospace", "automotive")

// makers are nouns before the names of firms rather than of persons.
var makers = set("operator", "maker", "carmaker", "automaker", "chipmaker", "planemaker", "drugmaker", "manufacturer", "retailer", "supplier", "lender", "insurer", "brewer", "carrier", "airline", "broadcaster", "publisher", "distributor", "conglomerate", "startup", "start-up", "housebuilder", "shipbuilder", "chain", "newspaper", "tabloid", "daily", "weekly", "magazine", "charity", "watchdog", "regulator", "pollster", "thinktank", "think-tank", "tank", "utility", "miner", "bookmaker", "parent")
