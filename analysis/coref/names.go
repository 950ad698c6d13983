package coref

import (
	"strings"

	"lectern/analysis/syntax"
)

// names returns the names of the text as mentions take them: those that were
// found, made whole where they are a part of a run of proper nouns, and runs
// whose words tell what they name.
func (w *world) names() []syntax.Name {
	var out []syntax.Name
	n := 0
	for i := 0; i < len(w.text.Tokens); {
		for n < len(w.text.Names) && w.text.Names[n].First < i {
			n++
		}
		if n < len(w.text.Names) && w.text.Names[n].First == i && !w.proper(i) {
			name := w.text.Names[n]
			if w.hasCapital(name) {
				out = append(out, name)
				i = name.Last
			} else {
				i++
			}
			continue
		}
		if !w.proper(i) {
			i++
			continue
		}
		last := w.run(i)
		var inside []syntax.Name
		for k := n; k < len(w.text.Names) && w.text.Names[k].First < last; k++ {
			inside = append(inside, w.text.Names[k])
			last = max(last, w.text.Names[k].Last)
		}
		out = append(out, w.whole(i, last, inside)...)
		i = last
	}
	return out
}

// proper reports whether token i is a capitalised proper noun.
func (w *world) proper(i int) bool {
	return w.text.Tokens[i].Pos == syntax.PROPN && w.isCapital(i)
}

func (w *world) hasCapital(n syntax.Name) bool {
	for i := n.First; i < n.Last; i++ {
		if w.isCapital(i) && w.text.Tokens[i].Pos != syntax.DET {
			return true
		}
	}
	return false
}

// run returns the end of the run of proper nouns that begins at i: particles
// and hyphens between two of them included.
func (w *world) run(i int) int {
	s := w.text.SentenceOf(i)
	last := i + 1
	for k := last; k < s.Last && k-i < 12; k++ {
		switch {
		case w.proper(k):
			last = k + 1
		case k == last && (w.text.Tokens[k].Tag == syntax.TagHYPH || particles[w.text.Word(k)]):
		default:
			return last
		}
	}
	return last
}

var particles = set("de", "da", "dos", "del", "della", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ben", "la", "le", "du")

// whole returns the names in the run [first, last): the found ones, widened to
// the run if they are of one kind, or the run itself if its words tell its kind.
func (w *world) whole(first, last int, inside []syntax.Name) []syntax.Name {
	for first < last-1 && w.isTitle(first) {
		first++
	}
	if len(inside) == 0 {
		if kind, ok := w.kindOfRun(first, last); ok {
			return []syntax.Name{{First: first, Last: last, Kind: kind}}
		}
		return nil
	}
	for _, n := range inside[1:] {
		if n.Kind != inside[0].Kind {
			return inside
		}
	}
	a, b := inside[0], inside[len(inside)-1]
	if a.Kind == syntax.Location && len(inside) > 1 {
		return inside // Paris Texas
	}
	for i := a.First - 1; i >= first; i-- {
		if demonyms[w.text.Lower(i)] != "" || lands[w.text.Lower(i)] != "" {
			first = max(first, i+1)
			break
		}
	}
	for i := b.Last; i < last; i++ {
		if w.isTitle(i) {
			last = i
		}
	}
	if a.Kind == syntax.Location && b.Last < last {
		if kind, ok := w.kindOfRun(first, last); ok {
			a.Kind = kind
		}
	}
	return []syntax.Name{{First: min(first, a.First), Last: max(last, b.Last), Kind: a.Kind, Sure: a.Sure}}
}

// isTitle reports whether token i is a title or a capitalised role.
func (w *world) isTitle(i int) bool {
	word := w.text.Lower(i)
	if _, ok := titles[word]; ok {
		return true
	}
	_, given := given[word]
	return !given && nouns[word].kind == personKind
}

// kindOfRun tells what a run of proper nouns names, if its words tell.
func (w *world) kindOfRun(first, last int) (syntax.NameKind, bool) {
	head := w.text.Lower(last - 1)
	all := strings.Join(w.nameWords(first, last), " ")
	switch {
	case demonyms[all] != "":
		return 0, false
	case lands[all] != "" || seats[all] != "":
		return syntax.Location, true
	case nouns[head].kind == bodyKind && last-first > 1:
		return syntax.Organization, true
	case nouns[head].kind == placeKind && last-first > 1:
		return syntax.Location, true
	case given[w.text.Lower(first)] != anyGender && last-first <= 4:
		return syntax.Person, true
	case first > 0 && w.isTitle(first-1) && w.isCapital(first-1) && last-first <= 4:
		return syntax.Person, true
	case w.speaks(last-1) || w.speaks(first):
		if isAcronym(w.text.Word(first)) {
			return syntax.Organization, true
		}
		return syntax.Person, true
	case last-first == 1 && isAcronym(w.text.Word(first)):
		return syntax.Organization, true
	}
	return 0, false
}
