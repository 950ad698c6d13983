package coref

import (
	"strings"
	"unicode"

	"lectern/model"
)

// acronym joins a name in capitals to the name that it stands in brackets after,
// or whose initials it spells.
func acronym(w *world, rule string) {
	spelt := map[string]*mention{} // the first name with these initials
	for i, m := range w.mentions {
		if m.form != model.Name || m.kind == model.Person || len(m.words) < 2 {
			continue
		}
		for _, s := range initials(m.words) {
			if spelt[s] == nil {
				spelt[s] = m
			}
		}
		for _, o := range w.mentions[i+1 : min(i+6, len(w.mentions))] {
			if o.form == model.Name && isAcronym(o.label) && o.first == m.last+1 && w.text.Word(o.first-1) == "(" {
				w.join(o, m, rule, 1)
			}
		}
	}
	w.initialed(rule)
	for _, m := range w.mentions {
		if m.form != model.Name || len(m.words) != 1 || !isAcronym(m.label) || countries().lands[m.words[0]] != "" {
			continue
		}
		if o := spelt[strings.ReplaceAll(m.words[0], ".", "")]; o != nil && m.kind != model.Person && sameKind(m.kind, o.kind) {
			w.join(m, o, rule, .9)
		}
	}
}

// initialed joins labels that are initials to the person that they are of: AB,
// after Anna Berg.
func (w *world) initialed(rule string) {
	label := map[int]bool{} // by the byte where it starts
	for _, t := range w.text.Turns {
		label[t.Label.Start] = true
	}
	if len(label) == 0 {
		return
	}
	person := map[string]*mention{}
	for _, m := range w.mentions {
		if m.form != model.Name || m.kind != model.Person {
			continue
		}
		switch {
		case len(m.words) > 1:
			if s := initials(m.words)[0]; person[s] == nil {
				person[s] = m
			}
		case isAcronym(m.label) && label[w.text.Tokens[m.first].Start]:
			if o := person[strings.ReplaceAll(m.words[0], ".", "")]; o != nil {
				w.join(m, o, rule, .9)
			}
		}
	}
}

// isAcronym reports whether most letters of a short word are capitals.
func isAcronym(word string) bool {
	upper, n := 0, 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return n >= 2 && n <= 10 && upper*3 >= n*2 && !strings.ContainsRune(word, ' ')
}

// initials returns the initials of words with and without the small words.
func initials(words []string) []string {
	var all, main strings.Builder
	for _, x := range words {
		all.WriteString(x[:1])
		switch x {
		case "of", "the", "for", "and", "in", "on", "to", "de", "la", "&", "at":
		default:
			main.WriteString(x[:1])
		}
	}
	if all.String() == main.String() || main.Len() < 2 {
		return []string{all.String()}
	}
	return []string{main.String(), all.String()}
}
