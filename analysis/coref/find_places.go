package coref

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// dividedLand returns the country of which the text names the north or the south,
// so that it may say "the North" later; "" if there is none.
func (w *world) dividedLand(names []run) string {
	for _, r := range names {
		words := w.nameWords(r.first, r.last)
		if len(words) == 2 && (words[0] == "north" || words[0] == "south") && landOf(words) != "" {
			return words[1]
		}
	}
	return ""
}

// whence returns where the mention of a person's name ends: after the body or
// place that "of" says they are of.
func (w *world) whence(name run, top int) int {
	h := top
	if tok := w.text.Tokens[top]; tok.Rel == syntax.Flat {
		h = int(tok.Head)
	}
	for _, k := range w.kids[h] {
		if w.text.Tokens[k].Rel == syntax.Nmod && int(w.left[k]) == name.last && w.text.Lower(name.last) == "of" && w.text.Tokens[k].Pos == syntax.PROPN {
			return w.trimRight(name.last, int(w.right[k]))
		}
	}
	return name.last
}

// placeBeside returns the noun that says what kind of place a name is, if it
// stands beside it: the Lombardy region, the town of Salo. -1 if none does.
func (w *world) placeBeside(name run, top int, kind model.ActorKind) int {
	tok := w.text.Tokens[top]
	h := int(tok.Head)
	if kind != model.Place || w.at[h] >= 0 || w.text.Tokens[h].Pos != syntax.NOUN && w.text.Tokens[h].Pos != syntax.PROPN || w.text.Tokens[h].Tag == syntax.TagNNS || nouns()[w.lemma(h)].kind != model.Place {
		return -1
	}
	switch {
	case tok.Rel == syntax.Compound && (h == name.last || h == name.last+1 && w.text.Tokens[name.last].Rel == syntax.Amod):
		return h
	case tok.Rel == syntax.Nmod && h+1 < name.first && w.text.Lower(h+1) == "of" && name.first-h <= 3:
		return h
	}
	return -1
}

// landOf returns the country that words name, "State of Qatar" included.
func landOf(words []string) string {
	all := strings.Join(words, " ")
	if c := countries().lands[all]; c != "" {
		return c
	}
	for _, form := range []string{"state of ", "republic of ", "kingdom of ", "government of ", "islamic republic of ", "federal republic of "} {
		if c := countries().lands[strings.TrimPrefix(all, form)]; c != "" {
			return c
		}
	}
	return ""
}
