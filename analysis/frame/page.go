package frame

import (
	"sort"
	"strings"

	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/model"
)

// page is a Page with what the rules ask of it again and again.
type page struct {
	*syntax.Text
	actors        []*model.Actor
	claims        []*model.Claim
	about         [][]*model.Claim // the claims that touch each paragraph
	turns         []*model.Turn
	lemmas, forms []string // in lower case
	inName        []bool
	said          []saying // filled by sayings
	charged       *charge  // filled by charge
	kids          []int32  // dependents of token i: kids[from[i]:from[i+1]], in text order
	from          []int32
}

func newPage(in Page) *page {
	n := len(in.Text.Tokens)
	p := &page{Text: in.Text, actors: in.Actors, claims: in.Claims, turns: in.Turns,
		lemmas: make([]string, n), forms: make([]string, n), inName: make([]bool, n),
		kids: make([]int32, n), from: make([]int32, n+1)}
	for i := range p.Tokens {
		p.forms[i] = plain(p.Word(i))
		p.lemmas[i] = plain(p.Tokens[i].Lemma)
		if h := int(p.Tokens[i].Head); h != i {
			p.from[h+1]++
		}
	}
	for i := range n {
		p.from[i+1] += p.from[i]
	}
	next := append([]int32(nil), p.from[:n]...)
	for i := range p.Tokens {
		if h := p.Tokens[i].Head; int(h) != i {
			p.kids[next[h]] = int32(i)
			next[h]++
		}
	}
	for _, name := range p.Names {
		for k := name.First; k < name.Last; k++ {
			p.inName[k] = true
		}
	}
	if p.monologue() {
		p.turns = nil
	}
	p.about = make([][]*model.Claim, len(p.Paragraphs))
	for _, c := range p.claims {
		for _, s := range c.Spans() {
			for k := p.paragraphAt(s.Start); k < len(p.Paragraphs) && p.Tokens[p.Sentences[p.Paragraphs[k].First].First].Start < s.End; k++ {
				if n := len(p.about[k]); n == 0 || p.about[k][n-1] != c {
					p.about[k] = append(p.about[k], c)
				}
			}
		}
	}
	return p
}

// paragraphAt returns the last paragraph that begins at or before offset, or 0.
func (p *page) paragraphAt(offset int) int {
	return max(0, sort.Search(len(p.Paragraphs), func(i int) bool {
		return p.Tokens[p.Sentences[p.Paragraphs[i].First].First].Start > offset
	})-1)
}

// plain returns s in lower case with straight apostrophes.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToLower(s), "’", "'")
}

// children returns the dependents of token i in text order.
func (p *page) children(i int) []int {
	kids := p.kids[p.from[i]:p.from[i+1]]
	out := make([]int, len(kids))
	for k, c := range kids {
		out[k] = int(c)
	}
	return out
}

// child returns the first dependent of token i with one of the relations, or -1.
func (p *page) child(i int, rels ...syntax.Rel) int {
	for _, c := range p.kids[p.from[i]:p.from[i+1]] {
		for _, r := range rels {
			if p.Tokens[c].Rel == r {
				return int(c)
			}
		}
	}
	return -1
}

// tokens returns the tokens [first, last) that stand in s.
func (p *page) tokens(s model.Span) (first, last int) {
	first = sort.Search(len(p.Tokens), func(i int) bool { return p.Tokens[i].Start >= s.Start })
	last = first
	for last < len(p.Tokens) && p.Tokens[last].End <= s.End {
		last++
	}
	return first, last
}

// allClaims returns the claims and the claims inside them.
func (p *page) allClaims() []*model.Claim {
	var all []*model.Claim
	var add func([]*model.Claim)
	add = func(claims []*model.Claim) {
		for _, c := range claims {
			all = append(all, c)
			add(c.Nested)
		}
	}
	add(p.claims)
	return all
}

// inList returns how many tokens from i on are the longest entry of the list; 0
// if none is. A word of an entry is a lemma or the very form.
func (p *page) inList(l *lexicon.List, i, end int) int {
	best := 0
	for _, e := range l.From(p.lemmas[i]) {
		best = max(best, p.entry(e, i, end))
	}
	if p.forms[i] != p.lemmas[i] {
		for _, e := range l.From(p.forms[i]) {
			best = max(best, p.entry(e, i, end))
		}
	}
	return best
}

func (p *page) entry(e *lexicon.Entry, i, end int) int {
	if i+len(e.Words) > end {
		return 0
	}
	for k, w := range e.Words {
		if p.lemmas[i+k] != w && p.forms[i+k] != w {
			return 0
		}
	}
	return len(e.Words)
}

// gloss returns the gloss of the first list entry that the hit's words hold.
func (p *page) gloss(pt *pattern, h *hit) string {
	for _, e := range pt.elements {
		for _, c := range e.any {
			for _, f := range c {
				if f.kind != inList || f.not {
					continue
				}
				for _, k := range h.words {
					best, gloss := 0, ""
					for _, form := range [2]string{p.lemmas[k], p.forms[k]} {
						for _, e := range f.list.From(form) {
							if n := p.entry(e, k, len(p.Tokens)); n > best {
								best, gloss = n, e.Gloss
							}
						}
					}
					if gloss != "" {
						return gloss
					}
				}
			}
		}
	}
	return ""
}
