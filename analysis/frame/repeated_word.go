package frame

import (
	"slices"

	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/model"
)

// repeatedWord finds single words that come back where something else could
// stand:
//
//   - one verb twice in coordination, each time with an object: reinforce the
//     wall and reinforce the gate;
//   - one verb in three stretches with other subjects: kings take their land,
//     traders take their bread, thieves take their shoes;
//   - a noun taken up right after it ended a stretch: a promise, a solemn promise;
//   - one adjective before two nouns of a clause: good laws made by good people.
func repeatedWord(p *page) (hits []hit) {
	add := func(first, last int, words ...int) {
		hits = append(hits, hit{first: first, last: p.trimmed(first, last), head: first, words: words, rule: "repetition", why: "the same word comes back", tier: model.Core})
	}
	for i := range p.Tokens {
		switch t := p.Tokens[i]; {
		case t.Pos == syntax.VERB && t.Rel == syntax.Conj:
			v := int(t.Head)
			if v < i && i-v <= 12 && p.lemmas[v] == p.lemmas[i] && p.Tokens[v].Tag == t.Tag && p.child(v, syntax.Obj, syntax.Xcomp) >= 0 && p.child(i, syntax.Obj, syntax.Xcomp) >= 0 && p.lemmas[i] != "say" && (t.Tag != syntax.TagVBD || t.Quote >= 0) {
				_, last := p.Subtree(i)
				add(v, min(p.clipped(i, last), i+10), v, i)
			}
		case t.Pos == syntax.ADJ && t.Rel == syntax.Amod:
			if j := p.sameAdjective(i); j > 0 {
				add(i, int(p.Tokens[j].Head)+1, i, j)
			}
		}
	}
	for _, s := range p.Sentences {
		cola := p.cola(s.First, s.Last)
		for i := 0; i+1 < len(cola); i++ {
			if n := p.takenUp(cola[i], cola[i+1]); n > 0 {
				first := cola[i][1] - 1
				for first > cola[i][0] && p.nominal(first-1) {
					first--
				}
				add(first, n+1, cola[i][1]-1, n)
			}
		}
		for i := 0; i+2 < len(cola); {
			n := p.sameVerb(cola[i:])
			if n >= 3 {
				add(cola[i][0], cola[i+n-1][1], cola[i][0], cola[i+n-1][0])
			}
			i += max(1, n)
		}
	}
	return hits
}

// weighty are the lists of adjectives whose return is heard; that of others is
// grammar.
var weighty = []*lexicon.List{lexicon.Named("approving"), lexicon.Named("loaded"), lexicon.Named("virtue")}

// heard reports whether the adjective at token i weighs enough.
func (p *page) heard(i int) bool {
	switch p.forms[i] {
	case "good", "great", "necessary", "real", "true", "universal", "whole":
		return true
	}
	return slices.ContainsFunc(weighty, func(l *lexicon.List) bool { return l.Has(p.forms[i]) })
}

// sameAdjective returns the next token within seven that is the adjective at
// token i again, before another noun; 0 if there is none.
func (p *page) sameAdjective(i int) int {
	if !p.heard(i) || p.inName[i] || p.Word(i) != p.forms[i] || p.Tokens[i+1].Tag == syntax.TagHYPH {
		return 0
	}
	noun := int(p.Tokens[i].Head)
	for k := i + 2; k < min(i+8, p.SentenceOf(i).Last); k++ {
		t := p.Tokens[k]
		if t.Tag == syntax.TagOpenQuote || t.Tag == syntax.TagCloseQuote {
			return 0
		}
		if p.forms[k] == p.forms[i] && t.Pos == syntax.ADJ && t.Rel == syntax.Amod && int(t.Head) > k && int(t.Head) <= k+2 && noun > i && noun < k && p.lemmas[noun] != p.lemmas[t.Head] {
			return k
		}
	}
	return 0
}

// takenUp returns the noun of b that is the last word of a again, determiners
// and adjectives before it aside; 0 if there is none.
func (p *page) takenUp(a, b [2]int) int {
	end := a[1] - 1
	if p.Tokens[end].Pos != syntax.NOUN || p.inName[end] || b[0]-a[1] != 1 || p.Tokens[a[1]].Pos != syntax.PUNCT || p.Tokens[b[0]-1].Tag == syntax.TagCloseQuote {
		return 0
	}
	for k := b[0]; k < min(b[1], b[0]+4); k++ {
		if p.Tokens[k].Pos == syntax.NOUN {
			if p.forms[k] == p.forms[end] {
				return k
			}
			return 0
		}
		if w := p.forms[k]; !p.nominal(k) || w == "that" || w == "which" || w == "this" {
			return 0
		}
	}
	return 0
}

// sameVerb returns how many stretches in a row have the verb of the first after
// their own subject.
func (p *page) sameVerb(cola [][2]int) int {
	verb := ""
	for k := cola[0][0] + 1; k < min(cola[0][1]-1, cola[0][0]+5); k++ {
		if p.Tokens[k].Pos == syntax.VERB {
			verb = p.forms[k] + " " + p.forms[k+1]
			break
		}
	}
	if verb == "" {
		return 0
	}
	n := 1
	for ; n < len(cola); n++ {
		found := slices.ContainsFunc([]int{1, 2, 3, 4}, func(d int) bool {
			k := cola[n][0] + d
			return k+1 < cola[n][1] && p.forms[k]+" "+p.forms[k+1] == verb
		})
		if !found || !p.follows(cola[n-1], cola[n]) {
			break
		}
	}
	return n
}
