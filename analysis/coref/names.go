package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// A run is a stretch of capitalised words that may name something. The names
// that an earlier stage found are votes on what it names; the words themselves
// are heard first, since titles, given names and nouns like "ministry" tell more
// surely than a guess does.
type run struct {
	first, last int
	kind        model.ActorKind // unknown if nothing tells
}

// names returns the names of the text in order. None overlaps another.
func (w *world) names() []run {
	var out []run
	n := 0
	w.surnames, w.seen = map[string]bool{}, map[string]bool{}
	for i := 0; i < len(w.text.Tokens); {
		for n < len(w.text.Names) && w.text.Names[n].Last <= i {
			n++
		}
		if end := w.dateline(i); end > i {
			out = append(out, run{i, end, model.Place})
			i = end
			continue
		}
		if !w.proper(i) {
			i++
			continue
		}
		end := w.runFrom(i)
		if i > 0 && w.isCapital(i-1) && w.seen[w.text.Lower(i-1)+" "+w.text.Lower(i)] && w.text.Tokens[i-1].Sentence == w.text.Tokens[i].Sentence && (len(out) == 0 || out[len(out)-1].last < i) {
			i-- // Blue Line, which opens the sentence
		}
		for i+1 < end && w.portfolio(i) {
			i++
		}
		if i == w.text.SentenceOf(i).First && i+2 < end && w.nameAt(i+1) == end && given()[w.text.Lower(i)] == anyGender && given()[w.text.Lower(i+1)] != anyGender {
			i++ // Backbencher Tom Reed
		}
		if at := w.holder(i, end, n); at > i {
			if r := (run{first: i, last: at}); landOf(w.nameWords(i, at)) != "" || w.anyBody(r) || isAcronym(w.text.Word(i)) {
				r.kind = w.kindOf(r, n)
				out = append(out, r)
			}
			i = at
		}
		if end == i+1 && w.surnames[w.text.Lower(i)] && (i == 0 || w.text.Tokens[i-1].Pos != syntax.DET) {
			out = append(out, run{i, end, model.Person}) // King, after Peter King
			i = end
			continue
		}
		for _, r := range w.split(i, end) {
			r.kind = w.kindOf(r, n)
			if r.kind == model.Person && r.last > r.first+1 {
				w.surnames[w.text.Lower(r.last-1)] = true
			}
			if r.last > r.first+1 {
				w.seen[w.text.Lower(r.first)+" "+w.text.Lower(r.first+1)] = true
			}
			out = append(out, r)
		}
		i = end
	}
	return out
}

// portfolio reports whether token i belongs to a title and not to the name after
// it: the State in Secretary of State Ana Ruiz.
func (w *world) portfolio(i int) bool {
	if !portfolios[w.text.Lower(i)] || !w.proper(i+1) {
		return false
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		switch word := w.text.Lower(k); {
		case word == "of" || word == "for":
			return k > 0 && w.isTitle(k-1)
		case !portfolios[word] && word != "and":
			return false
		}
	}
	return false
}

var portfolios = set("state", "defense", "defence", "interior", "justice", "finance", "labor", "labour", "health", "education", "commerce", "treasury", "agriculture", "energy", "transportation", "transport", "affairs", "foreign", "security", "homeland", "trade", "environment", "culture", "tourism", "economy", "development", "planning", "industry", "information")

// proper reports whether token i can begin a name.
func (w *world) proper(i int) bool {
	if !w.isCapital(i) || months[w.text.Word(i)] {
		return false
	}
	tok := w.text.Tokens[i]
	if w.surnames[w.text.Lower(i)] && tok.Rel != syntax.Amod && tok.Rel != syntax.Compound {
		return true // whatever else the word may be: Swift, King, Young
	}
	if tok.Pos == syntax.PROPN || isCamel(w.text.Word(i)) || tok.Tag == syntax.TagNNP || tok.Tag == syntax.TagNNPS {
		return true // the part of speech may differ from the tag: the United in United Nations
	}
	s := w.text.SentenceOf(i)
	if tok.Pos == syntax.VERB && tok.Tag == syntax.TagVBN && i+1 < s.Last && w.isCapital(i+1) && w.text.Tokens[i+1].Pos == syntax.PROPN {
		return true // United Nations
	}
	if tok.Pos != syntax.ADJ && tok.Pos != syntax.NOUN && tok.Pos != syntax.X || countries().demonyms[w.text.Lower(i)] != "" {
		return false
	}
	if i > s.First && w.text.Tokens[i-1].Tag != syntax.TagOpenQuote && w.text.Word(i-1) != ":" {
		return !w.shouting(s)
	}
	if i+2 < s.Last && w.isCapital(i+1) && w.text.Tokens[i+1].Pos == syntax.ADP && w.isCapital(i+2) {
		return true // Doctors Without Borders
	}
	if tok.Pos == syntax.NOUN && (isAcronym(w.text.Word(i)) && !w.shouting(s) || w.nameAt(i) > i) {
		return true
	}
	return i+1 < s.Last && w.isCapital(i+1) && w.text.Tokens[i+1].Pos == syntax.PROPN && w.text.Tokens[i+1].Rel == syntax.Flat
}

// shouting reports whether a sentence is a headline in which most words have
// capitals.
func (w *world) shouting(s syntax.Sentence) bool {
	capitals, words := 0, 0
	for i := s.First; i < s.Last; i++ {
		switch w.text.Tokens[i].Pos {
		case syntax.NOUN, syntax.VERB, syntax.ADJ, syntax.ADV:
			words++
			if w.isCapital(i) {
				capitals++
			}
		}
	}
	return words > 3 && capitals*4 >= words*3
}

var months = set("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Covid", "COVID", "Internet")

var particles = set("de", "da", "dos", "del", "della", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ben", "la", "le", "du", "al-")

// lesser are particles that are words of their own as well.
var lesser = set("ten", "ter", "te", "zu", "zur", "af", "av", "do", "das", "los", "las", "san", "abu", "y", "e")

// runFrom returns the end of the run of names that begins at i: particles and
// hyphens between two words included, and what follows "of" in the name of a
// body.
func (w *world) runFrom(i int) int {
	s := w.text.SentenceOf(i)
	last, body := i+1, w.isBody(i)
	for k := last; k < s.Last && k-i < 14; k++ {
		word := w.text.Word(k)
		next := k+1 < s.Last && w.isCapital(k+1)
		switch {
		case w.proper(k), k == last && w.isCapital(k) && w.text.Tokens[k].Rel == syntax.Flat,
			k == last && next && w.proper(k+1) && w.isCapital(k) && w.linking(k):
			last, body = k+1, body || w.isBody(k)
		case k == last && (w.text.Tokens[k].Tag == syntax.TagHYPH || particles[word]):
		case k == last && next && w.isCapital(k) && w.text.Tokens[k].Pos == syntax.ADP && k > s.First && !w.shouting(s):
		case k == last && next && lesser[word] && given()[w.text.Lower(k-1)] != anyGender: // Erik ten Hag
		case k == last+1 && next && w.text.Tokens[k].Tag == syntax.TagHYPH && particles[w.text.Word(k-1)]: // al-Kadhimi
		case k == last && next && w.text.Tokens[k].Tag == syntax.TagPOS && (peoples[w.text.Lower(k-1)] || sites[w.text.Lower(k+1)]):
		case k == last+1 && w.text.Tokens[k-1].Tag == syntax.TagHYPH && w.text.Glued(k-1) && w.text.Glued(k-2) && w.text.Tokens[k].Pos != syntax.VERB && w.text.Tokens[k].Pos != syntax.ADJ:
			last = k + 1 // Yung-cheng
		case k == last && next && (word == "of" || word == "for") && w.across(k):
		case k == last && body && (word == "of" || word == "for" || word == "on" && next || word == "and" && w.inOf(i, k)) && k+1 < s.Last && (next || w.text.Lower(k+1) == "the") && w.text.Tokens[k+1].Pos != syntax.PRON:
		case k == last+1 && body && w.text.Lower(k) == "the" && w.text.Tokens[k-1].Pos == syntax.ADP && next:
			last = k + 1
		default:
			return last
		}
	}
	return last
}

// nameAt returns the end of the name found that begins at token i; 0 if none does.
func (w *world) nameAt(i int) int {
	if x, ok := w.text.NameOver(i); ok && x.First == i {
		return x.Last
	}
	return 0
}

// across reports whether the name of a body that was found goes on over token k.
func (w *world) across(k int) bool {
	x, ok := w.text.NameOver(k)
	return ok && x.First < k && x.Kind == syntax.Organization
}

// linking reports whether token k, with a capital, can stand inside a name: a
// demonym, an adjective, a participle.
func (w *world) linking(k int) bool {
	switch w.text.Tokens[k].Pos {
	case syntax.ADJ, syntax.NOUN, syntax.PROPN:
		return true
	case syntax.VERB:
		return w.text.Tokens[k].Tag == syntax.TagVBG || w.text.Tokens[k].Tag == syntax.TagVBN
	}
	return false
}

// sites stand after a possessive in names of places: St Peter's Square.
var sites = set("square", "cathedral", "church", "basilica", "hospital", "college", "palace", "island", "park", "bay", "cross", "abbey", "chapel", "court", "wharf", "point")

// peoples are the words whose possessive stands inside names of bodies.
var peoples = set("people", "women", "children", "men", "workers", "veterans", "citizens", "farmers", "teachers", "students")

// inOf reports whether "of" or "for" stands in [first, k).
func (w *world) inOf(first, k int) bool {
	for i := first; i < k; i++ {
		if word := w.text.Word(i); word == "of" || word == "for" || word == "on" {
			return true
		}
	}
	return false
}

func (w *world) isBody(i int) bool { return bodyHeads[w.text.Lower(i)] }

// bodyHeads are the nouns that "of" follows in names of bodies.
var bodyHeads = set("government", "university", "ministry", "department", "bank", "college", "institute", "house", "office", "council", "board", "association", "federation", "confederation", "union", "academy", "school", "bureau", "church", "chamber", "court", "commission", "committee", "society", "organization", "organisation", "league", "centre", "center", "party", "brotherhood", "museum", "secretariat", "directorate", "congress", "state", "republic", "kingdom", "division", "faculty", "agency", "administration", "coalition", "alliance", "movement", "army", "fund", "foundation", "campaign", "bishops")

// split cuts a run where a title or role ends in it: what stands before belongs
// to the title, but for the name of a country or body.
func (w *world) split(first, last int) []run {
	if honorifics[w.text.Lower(first)] && last > first+1 && !w.isTitle(first+1) {
		return []run{{first + 1, last, model.Person}} // Ms. Park is no park
	}
	if n, ok := nouns()[w.text.Lower(last-1)]; ok && n.kind != model.Person || w.inOf(first, last) {
		return []run{{first: first, last: last}}
	}
	for last-first > 2 && w.text.Tokens[last-1].Pos == syntax.PROPN && letters[w.text.Word(last-1)] {
		last-- // Peter King KC
	}
	for k := last - 2; k >= first; k-- {
		if !w.isTitle(k) || k > first && given()[w.text.Lower(k-1)] != anyGender || countries().demonyms[w.text.Lower(k+1)] != "" || w.isTitle(k+1) && k+2 < last {
			continue
		}
		var out []run
		if k > first && (isAcronym(w.text.Word(first)) || countries().lands[w.text.Lower(first)] != "") {
			out = append(out, run{first: first, last: first + 1})
		}
		if w.isTitle(k + 1) {
			return out
		}
		return append(out, run{first: k + 1, last: last, kind: model.Person})
	}
	if last-first == 1 && w.isTitle(first) && given()[w.text.Lower(first)] == anyGender {
		return nil // a role with a capital: the President
	}
	if last-first > 1 && w.isTitle(last-1) && given()[w.text.Lower(first)] == anyGender {
		if isAcronym(w.text.Word(first)) || countries().lands[w.text.Lower(first)] != "" {
			return []run{{first: first, last: first + 1}}
		}
		return nil
	}
	return []run{{first: first, last: last}}
}

// honorifics stand before the name of a person and of nothing else.
var honorifics = set("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "mx", "mx.", "prof.", "sen.", "rep.", "gov.")

// letters may stand after the name of a person.
var letters = set("KC", "QC", "SC", "MP", "MEP", "MSP", "MLA", "MBE", "OBE", "CBE", "PhD", "MD", "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "Esq", "Esq.")

// isTitle reports whether token i is a title or a capitalised role.
func (w *world) isTitle(i int) bool {
	word := w.text.Lower(i)
	if _, ok := titles()[word]; ok {
		return true
	}
	return given()[word] == anyGender && nouns()[word].kind == model.Person && w.text.Tokens[i].Rel != syntax.Flat
}
