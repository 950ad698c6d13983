package coref

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// reachBack is how many mentions a description looks back, in mentions.
const reachBack = 120

// description joins a definite description to the last one that it describes:
// a body whose name holds the noun, or the last one of the kind that the noun
// names.
func description(w *world, rule string) {
	for i, m := range w.mentions {
		if m.form != model.Nominal || m.reach != definite || !w.opens(m) {
			continue
		}
		if realms[m.words[0]] && len(m.words) == 1 && m.number == one && m.country == "" {
			if o := w.foremost(i); o != nil {
				w.join(m, o, rule, .5)
			}
			continue
		}
		if w.kid(m.head, syntax.NmodPoss) >= 0 {
			continue // the seamen's union is not the firm
		}
		found := w.contender(i)
		if anyBodies[m.words[0]] {
			found = w.lastDescribed(i, func(o *mention) bool {
				return m.sentence-o.sentence <= 2 && o.form == model.Name && w.isMainSubject(o) && !w.otherBody(o, m.words[0])
			})
		}
		if found == nil {
			found = w.lastDescribed(i, func(o *mention) bool { return true })
		}
		if found == nil {
			found = w.renamed(i)
		}
		if found != nil {
			w.join(m, found, rule, .6)
		}
	}
}

// renamed returns the person who was heard last before the mention with that index, if
// that is another way to speak of somebody known: Ruiz said … the former actress said.
func (w *world) renamed(i int) *mention {
	m := w.mentions[i]
	if m.kind != model.Person || m.number != one || !m.speaks || m.quote >= 0 || m.last > m.head+1 || !renames[m.words[0]] {
		return nil
	}
	for k := i - 1; k >= max(0, i-reachBack) && m.sentence-w.mentions[k].sentence <= renamedSentences; k-- {
		o := w.mentions[k]
		if o.quote >= 0 || !w.isMainSubject(o) || o.chain.kind != model.Person || o.chain.number == many || o.form == model.Pronoun || o.sentence == m.sentence {
			continue
		}
		if o.form == model.Name && o.speaks && m.chain.agree(o.chain) {
			return o
		}
		return nil
	}
	return nil
}

// renamedSentences is how far back somebody may have been heard who is called otherwise.
const renamedSentences = 4

// renames are the nouns by which writers vary the name of somebody known.
var renames = set("legend", "politician", "leader", "widow", "veteran", "lawmaker", "legislator", "senator", "congressman", "congresswoman", "musician", "comedian", "novelist", "filmmaker", "neurosurgeon", "surgeon", "physician", "businessman", "businesswoman", "billionaire", "mogul", "tycoon", "magnate", "statesman", "conservative", "liberal", "socialist", "libertarian", "democrat", "republican", "native", "diplomat", "economist", "scientist", "professor", "academic", "activist", "campaigner", "philanthropist", "champion", "governor", "mayor", "minister", "premier", "chancellor", "secretary", "adviser", "advisor", "envoy", "ambassador", "general", "pontiff", "cleric", "bishop", "documentarian", "radioman", "frontrunner", "front-runner", "nominee", "candidate", "contender", "hopeful", "incumbent", "challenger", "mother", "father", "entrepreneur", "rapper", "golfer", "boxer", "footballer", "midfielder", "striker", "goalkeeper", "coach", "skipper", "captain")

// lastDescribed returns the last mention before the one with that index that it can
// stand for and that fits.
func (w *world) lastDescribed(i int, fits func(*mention) bool) *mention {
	m := w.mentions[i]
	for k := i - 1; k >= max(0, i-reachBack); k-- {
		if o := w.mentions[k]; o.form != model.Pronoun && o.form != model.Demonym && disjoint(m, o) && m.chain.agree(o.chain) && m.number == o.number && fits(o) && !w.toldOf(m, o) && w.describes(m, o) {
			return o
		}
	}
	return nil
}

// toldOf reports whether what the mention m stands in is said to o: nobody is told of
// himself as of another.
func (w *world) toldOf(m, o *mention) bool {
	if o.sentence != m.sentence {
		return false
	}
	tok := w.text.Tokens[o.site]
	switch tok.Rel.Base() {
	case syntax.Iobj, syntax.Obj:
	case syntax.Obl:
		if !w.isTo(o.site) {
			return false
		}
	default:
		return false
	}
	verb := int(tok.Head)
	return informing[w.lemma(verb)] && w.text.Under(m.head, verb) && o.last <= m.first
}

// informing are the verbs whose object hears what is said.
var informing = set("tell", "inform", "remind", "assure", "warn", "notify", "say", "explain", "write", "complain", "suggest")

// contender returns the person for whom a description by candidacy stands, at the
// mention with that index: the last one who was said to stand for election, with
// the same modifiers if there is one.
func (w *world) contender(i int) *mention {
	m := w.mentions[i]
	if m.kind != model.Person || m.number != one || !contenders[m.words[0]] {
		return nil
	}
	var best *mention
	top := 0
	for k := i - 1; k >= max(0, i-reachBack); k-- {
		o := w.mentions[k]
		if o.form != model.Name || o.kind != model.Person || best != nil && o.chain == best.chain || !disjoint(m, o) || !m.chain.agree(o.chain) {
			continue
		}
		if n := standsAs(o.chain, m); n > top {
			best, top = o, n
		}
	}
	return best
}

// standsAs counts what of the description m of a contender is said of c; 0 if c
// is not said to be one.
func standsAs(c *chain, m *mention) int {
	is, n := false, 1
	for _, x := range m.words {
		for _, o := range c.mentions[:min(len(c.mentions), 20)] {
			if o.form == model.Nominal && slices.Contains(o.words, x) || o.form == model.Name && slices.Contains(strings.Fields(o.title), x) {
				n++
				break
			}
		}
	}
	for _, o := range c.mentions[:min(len(c.mentions), 20)] {
		is = is || o.form == model.Nominal && contenders[o.words[0]] || o.form == model.Name && slices.ContainsFunc(strings.Fields(o.title), func(x string) bool { return contenders[x] })
	}
	if !is {
		return 0
	}
	return n
}

// contenders are those who stand for election.
var contenders = set("candidate", "nominee", "contender", "hopeful", "challenger", "frontrunner", "front-runner")

// opens reports whether no mention of m's chain stands before m.
func (w *world) opens(m *mention) bool {
	for _, o := range m.chain.mentions {
		if o.index < m.index {
			return false
		}
	}
	return true
}

// realms are the nouns for the country that an article is about.
var realms = set("country", "nation", "republic", "kingdom")

// foremost returns the last mention before the one with that index of the
// country that has been spoken of most.
func (w *world) foremost(index int) *mention {
	var best *mention
	for k := index - 1; k >= max(0, index-3*reachBack); k-- {
		o := w.mentions[k]
		if o.form == model.Name && o.kind == model.Place && landOf(o.words) != "" && (best == nil || len(o.chain.mentions) > len(best.chain.mentions)) {
			best = o
		}
	}
	return best
}

// describes reports whether the phrase m can stand for o.
func (w *world) describes(m, o *mention) bool {
	head := m.words[0]
	near := m.sentence-o.sentence <= 4
	switch m.kind {
	case model.Organization, model.Group:
		if o.form == model.Name && o.kind == model.Organization {
			if slices.Contains(o.words, head) {
				return fitsName(m, o)
			}
			return near && len(m.words) == 1 && firms[head] && (anyBodies[head] || !w.otherBody(o, head))
		}
		return o.form == model.Nominal && o.words[0] == head && m.sentence-o.sentence <= farDescription && narrows(o, m)
	case model.Place:
		if o.form != model.Name || o.kind != model.Place || len(m.words) > 1 {
			return false
		}
		isLand := landOf(o.words) != ""
		switch head {
		case "city", "capital", "town", "village", "island", "islet":
			return !isLand && near || slices.Contains(o.words, head)
		}
		return slices.Contains(o.words, head)
	case model.Person:
		if o.kind != model.Person || m.number != one {
			return false
		}
		if o.form == model.Nominal {
			return m.sentence-o.sentence <= 2 && o.reach == indefinite && (general[o.words[0]] && shareModifier(m, o) || o.words[0] == head && len(m.words) == 1)
		}
		if (candidacies[head] || head == aged) && (o.subject || w.asked(o)) && m.sentence-o.sentence <= 3 {
			return true
		}
		return len(m.words) == 1 && m.last == m.head+1 && m.sentence-o.sentence <= 2 && (persons[head] || nouns()[head].gender != anyGender && o.chain.gender == nouns()[head].gender && !kin[head])
	case model.Paper:
		return o.kind == model.Paper && o.words[0] == head && len(m.words) == 1
	}
	return false
}

// asked reports whether o is asked something.
func (w *world) asked(o *mention) bool {
	tok := w.text.Tokens[o.site]
	if base := tok.Rel.Base(); base != syntax.Obj && base != syntax.Iobj {
		return false
	}
	switch w.lemma(int(tok.Head)) {
	case "ask", "press", "question", "interview", "challenge":
		return true
	}
	return false
}

// fitsName reports whether the modifiers of m are words of the name o.
func fitsName(m, o *mention) bool {
	for _, x := range m.words[1:] {
		if !slices.Contains(o.words, x) {
			return false
		}
	}
	return true
}

// otherBody reports whether the name o says that it is something else than head.
func (w *world) otherBody(o *mention, head string) bool {
	for _, x := range o.words {
		if n, ok := nouns()[x]; ok && n.kind == model.Organization && x != head && !slices.Contains(calledSo[head], x) {
			return true
		}
	}
	return false
}

// farDescription is how many sentences back the longer phrase may stand of which
// a description repeats the noun: six small unions … these unions.
const farDescription = 12

// narrows reports whether all that modifies m modifies o too.
func narrows(o, m *mention) bool {
	for _, x := range m.words[1:] {
		if !slices.Contains(o.words[1:], x) {
			return false
		}
	}
	return true
}

func shareModifier(m, o *mention) bool {
	for _, x := range m.words[1:] {
		if slices.Contains(o.words[1:], x) {
			return true
		}
	}
	return false
}

// societies are the nouns for bodies of people who joined them.
var societies = []string{"foundation", "association", "union", "charity", "institute", "league", "society", "alliance", "coalition", "fund", "network", "club", "trust", "federation", "campaign"}

// calledSo are the bodies that a noun may be said of, by that noun.
var calledSo = map[string][]string{
	"group":        societies,
	"organization": append(societies, "group"),
	"agency":       {"department", "bureau", "administration", "office", "service", "authority", "commission", "ministry", "center", "centre"},
	"regulator":    {"commission", "authority", "agency", "office", "administration"},
	"union":        {"federation", "association", "guild", "brotherhood"},
	"charity":      {"foundation", "trust", "fund"},
	"company":      {"group", "bank", "airline", "studio", "network"},
	"firm":         {"group", "bank"},
	"network":      {"channel", "news", "broadcasting"},
}

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, x := range words {
		m[x] = true
	}
	return m
}

var (
	firms       = set("company", "firm", "group", "organization", "organisation", "agency", "corporation", "manufacturer", "retailer", "bank", "airline", "club", "team", "newspaper", "daily", "paper", "broadcaster", "website", "party", "giant", "maker", "operator", "regulator", "ngo", "charity", "university", "institution", "outlet", "magazine", "startup", "developer", "alliance", "union", "bloc", "body", "network", "channel", "station", "site", "chain", "lender", "insurer", "carrier", "foundation", "museum", "studio", "watchdog", "business", "association", "federation", "institute", "league", "publication", "brand", "supplier", "conglomerate", "automaker", "carmaker", "chipmaker", "drugmaker")
	anyBodies   = set("group", "organization", "organisation", "body", "institution", "outlet") // may be said of all
	general     = set("official", "leader", "politician", "figure", "man", "woman", "person", "executive", "officer", "lawmaker", "diplomat")
	persons     = set("man", "woman", "politician", "leader", "official", "suspect", "victim", "author", "singer", "actor", "actress", "player", "boy", "girl", "businessman", "lawmaker", "senator", "teenager", "youth", "gentleman", "scholar", "expert", "striker", "midfielder", "defendant", "former president")
	candidacies = set("candidate", "nominee", "contender", "hopeful", "challenger", "incumbent", "billionaire", "businessman", "tycoon", "magnate", "mogul", "frontrunner", "front-runner", "newcomer", "veteran", "native", "democrat", "republican", "lawmaker", "senator", "congressman", "congresswoman")
	kin         = set("father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "mum", "mom", "dad", "uncle", "aunt", "niece", "nephew", "girlfriend", "boyfriend", "grandfather", "grandmother", "widow", "king", "queen")
)
