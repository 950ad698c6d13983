package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// A person may be introduced by an office and what it is an office of, without a
// comma before the name: chief of staff Ana Ruiz, the ambassador to Chile Ana
// Ruiz. All of it is one mention.

// farOffice is how many tokens before a name its office may stand.
const farOffice = 10

// office returns the token of the office of the person whose name begins at
// token name, or -1.
func (w *world) office(name int) int {
	s := w.text.SentenceOf(name)
	if name <= s.First {
		return -1
	}
	switch pos := w.text.Tokens[name-1].Pos; {
	case pos != syntax.NOUN && pos != syntax.PROPN, w.text.Tokens[name-1].Tag == syntax.TagPOS, w.holds(name - 1):
		return -1 // also: a friend of president Ana Ruiz, who is no friend
	}
	for k := name - 1; k > max(s.First, name-farOffice); k-- {
		tok := w.text.Tokens[k]
		switch word := w.text.Lower(k); {
		case tok.Pos == syntax.ADP:
			if word != "of" && word != "for" && word != "to" && word != "at" && word != "in" {
				return -1
			}
			if w.holds(k - 1) {
				return k - 1
			}
		case tok.Pos == syntax.NOUN, tok.Pos == syntax.PROPN, tok.Pos == syntax.ADJ, tok.Tag == syntax.TagHYPH, word == "the", word == "and":
		default:
			return -1
		}
	}
	return -1
}

// holds reports whether token i names one who holds an office.
func (w *world) holds(i int) bool {
	tok := w.text.Tokens[i]
	return (tok.Pos == syntax.NOUN || tok.Pos == syntax.PROPN) && tok.Tag != syntax.TagNNS && (w.isTitle(i) || nouns()[w.lemma(i)].kind == model.Person)
}

// holder returns where in the run [first, last) the name of a person begins whose
// office is of what the run begins with; first if there is none. n is as for kindOf.
func (w *world) holder(first, last, n int) int {
	for k := n; k < len(w.text.Names) && w.text.Names[k].First < last; k++ {
		x := w.text.Names[k]
		if x.Kind == syntax.Person && x.First > first && x.Last == last && w.office(x.First) >= 0 {
			return x.First
		}
	}
	return first
}
