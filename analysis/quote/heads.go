package quote

import (
	"slices"

	"lectern/analysis/syntax"
)

// heads returns the token that governs the rest of the source and those
// coordinated with it.
func heads(text *syntax.Text, source []run) []int {
	top, best := -1, -1
	for _, r := range source {
		for i := r.first; i < r.last; i++ {
			if !leads(text, r, i) {
				continue
			}
			depth := 0
			for k := i; !text.IsRoot(k); k = int(text.Tokens[k].Head) {
				depth++
			}
			if top < 0 || depth < best || depth == best && text.Tokens[top].Pos == syntax.ADJ && text.Tokens[i].Pos == syntax.NOUN {
				top, best = i, depth
			}
		}
	}
	if top < 0 {
		return nil
	}
	if pos := text.Tokens[top].Pos; pos == syntax.ADJ || pos == syntax.VERB { // "two people familiar with the matter", read as a clause
		if k := text.Child(top, syntax.Nsubj); k >= 0 && slices.ContainsFunc(source, func(r run) bool { return r.has(k) }) {
			top = k
		}
	}
	found := []int{top}
	for _, r := range source {
		for i := r.first; i < r.last; i++ {
			if t := text.Tokens[i]; t.Rel == syntax.Conj && int(t.Head) == top && t.Pos != syntax.VERB {
				found = append(found, i)
			}
		}
	}
	return found
}

// leads reports whether token i of a source can be whoever speaks: not where they
// are, whom they belong to, or a part of a word that tells which they are.
func leads(text *syntax.Text, r run, i int) bool {
	switch text.Tokens[i].Pos {
	case syntax.PUNCT, syntax.ADP, syntax.DET, syntax.CCONJ:
		return false
	}
	if i+1 < r.last && hyphened(text, i) || i+2 < r.last && text.Tokens[i+1].Tag == syntax.TagPOS {
		return false
	}
	c := text.Child(i, syntax.Case)
	return c <= r.first || c > i || text.Tokens[c].Pos != syntax.ADP
}

// hyphened reports whether token i is part of a word with a hyphen: the Hamas and
// the run of Hamas-run officials.
func hyphened(text *syntax.Text, i int) bool {
	return text.Glued(i) && text.Word(i+1) == "-" && text.Glued(i+1) || i > 1 && text.Word(i-1) == "-" && text.Glued(i-1) && text.Glued(i-2)
}
