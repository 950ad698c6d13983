package frame

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A hit is one match of a rule: the tokens [first, last) to report, and why.
type hit struct {
	first, last int
	head        int   // the token that the rule turns on
	words       []int // tokens that fired the rule
	tier        model.Tier
	why         string
	rule        string
	line        int      // of the pattern in the device file; 0 if a Go finder made it
	weighed     bool     // the device's filter decides
	stays       bool     // it is minor at least
	score       int32    // what the filter said
	pattern     *pattern // nil if a Go finder made it
}

// A finder adds matches to those of a device's patterns.
type finder func(*page) []hit

// A keeper says whether a match of a pattern or a finder may stay, and may
// mend it.
type keeper func(*page, *hit) bool

// An index finds the patterns that may begin at a token. A pattern that begins
// with words or lists is filed under each such word, any other under
// every part of speech that it allows, so that most tokens meet few patterns.
type index struct {
	ids    map[string]int32 // every word of a pattern or of a list in one; from 1
	byWord [][]entry
	byPos  [syntax.Poses][]entry
}

type entry struct {
	device *device
	p      *pattern
}

func newIndex(devices []*device) *index {
	x := &index{ids: map[string]int32{}, byWord: make([][]entry, 1)}
	for _, d := range devices {
		for i := range d.patterns {
			x.file(entry{d, &d.patterns[i]})
		}
	}
	return x
}

func (x *index) file(e entry) {
	words, poses := map[int32]bool{}, [syntax.Poses]bool{}
	for _, c := range e.p.beginnings() {
		if firsts := c.firstWords(); firsts != nil {
			for _, w := range firsts {
				id, ok := x.ids[w]
				if !ok {
					id = int32(len(x.byWord))
					x.ids[w], x.byWord = id, append(x.byWord, nil)
				}
				if !words[id] {
					words[id] = true
					x.byWord[id] = append(x.byWord[id], e)
				}
			}
			continue
		}
		only := -1
		for _, f := range c {
			if f.kind == isPos && !f.not {
				only = int(f.pos)
			}
		}
		for p := range poses {
			if (only < 0 || only == p) && !poses[p] {
				poses[p] = true
				x.byPos[p] = append(x.byPos[p], e)
			}
		}
	}
}

// beginnings returns the classes that a match may begin with: those of the
// first element that must be there, and of what may be missing before it.
func (p *pattern) beginnings() (all []class) {
	for _, e := range p.elements {
		all = append(all, e.any...)
		if !e.optional {
			break
		}
	}
	return all
}

// firstWords returns the words with one of which a token of class c begins;
// nil if any word might.
func (c class) firstWords() []string {
	for _, f := range c {
		switch {
		case f.not:
		case f.kind == isWord || f.kind == isLemma || f.kind == isForm:
			return []string{f.word}
		case f.kind == inList:
			words := make([]string, len(f.list.Entries()))
			for i, e := range f.list.Entries() {
				words[i] = e.Words[0]
			}
			return words
		}
	}
	return nil
}

// match calls found for every match of every pattern, in text order.
func (x *index) match(p *page, found func(*device, hit)) {
	for i := range p.Tokens {
		for _, e := range x.byPos[p.Tokens[i].Pos] {
			p.try(e, i, found)
		}
		lemma, form := x.ids[p.lemmas[i]], x.ids[p.forms[i]]
		for _, e := range x.byWord[lemma] {
			p.try(e, i, found)
		}
		if form != lemma {
			for _, e := range x.byWord[form] {
				p.try(e, i, found)
			}
		}
	}
}

func (p *page) try(e entry, i int, found func(*device, hit)) {
	var at [24]int // where each element begins; the last entry is the end
	if len(e.p.elements) >= len(at) {
		return
	}
	end := p.SentenceOf(i).Last
	if !p.elements(e.p.elements, 0, i, end, &at) {
		return
	}
	h := hit{first: at[e.p.from], last: at[e.p.to], tier: e.p.tier, rule: e.device.ID, line: e.p.line, weighed: e.p.weighed, pattern: e.p}
	first, last := at[0], at[len(e.p.elements)]
	if h.last <= h.first {
		return // all that was to be reported is missing
	}
	h.head = p.headOf(h.first, h.last)
	for k := first; k < last; k++ {
		h.words = append(h.words, k)
	}
	if s := e.p.step; s != nil && !p.step(s, p.headOf(first, last), first, last, &h) {
		return
	}
	h.why = p.explain(e.p, &h)
	found(e.device, h)
}

// elements matches the elements from k on at token i, the longest reading of
// what is optional first.
func (p *page) elements(es []element, k, i, end int, at *[24]int) bool {
	at[k] = i
	if k == len(es) {
		return true
	}
	if i < end {
		if n := p.element(&es[k], i, end); n > 0 && p.elements(es, k+1, i+n, end, at) {
			at[k] = i
			return true
		}
	}
	if es[k].optional && p.elements(es, k+1, i, end, at) {
		at[k] = i
		return true
	}
	return false
}

// element returns how many tokens from i on it takes; 0 if it does not match.
func (p *page) element(e *element, i, end int) int {
	for _, c := range e.any {
		if n := p.class(c, i, end); n > 0 {
			return n
		}
	}
	return 0
}

func (p *page) class(c class, i, end int) int {
	n := 1
	hyphenated := i+2 < end && p.Tokens[i+1].Tag == syntax.TagHYPH && slices.ContainsFunc(c, func(f condition) bool {
		return f.kind == inList && !f.not && p.inList(f.list, i, end) > 2
	})
	for k := range c {
		f := &c[k]
		t := &p.Tokens[i]
		ok := false
		if hyphenated && (f.kind == isPos || f.kind == isTag) {
			continue
		}
		switch f.kind {
		case isWord:
			ok = p.lemmas[i] == f.word || p.forms[i] == f.word
		case isLemma:
			ok = p.lemmas[i] == f.word
		case isForm:
			ok = p.forms[i] == f.word
		case isPos:
			ok = t.Pos == f.pos
		case isTag:
			ok = t.Tag == f.tag
		case isRel:
			ok = t.Rel == f.rel
		case inList:
			m := p.inList(f.list, i, end)
			if ok = m > 0; ok && !f.not {
				n = max(n, m)
			}
		case fromList:
			ok = slices.ContainsFunc(stems(p.forms[i]), f.list.Has)
		case inName:
			ok = p.inName[i]
		case inQuote:
			ok = t.Quote >= 0
		case isCapital:
			w := p.Word(i)
			ok = w[0] >= 'A' && w[0] <= 'Z'
		}
		if ok == f.not {
			return 0
		}
	}
	return n
}

// stems returns the adjectives that a word in -ly or -ness may be made from.
func stems(word string) []string {
	base, ok := strings.CutSuffix(word, "ly")
	if !ok {
		base, ok = strings.CutSuffix(word, "ness")
	}
	if !ok || len(base) < 3 {
		return nil
	}
	out := []string{base, base + "le"}
	if stem, ok := strings.CutSuffix(base, "i"); ok {
		out = append(out, stem+"y")
	}
	if stem, ok := strings.CutSuffix(base, "al"); ok {
		out = append(out, stem)
	}
	return out
}

// headOf returns the first of the tokens [first, last) whose head is not one of them.
func (p *page) headOf(first, last int) int {
	for k := first; k < last; k++ {
		if h := int(p.Tokens[k].Head); h == k || h < first || h >= last {
			return k
		}
	}
	return first
}

// step tries the dependency step from head; if it reaches, h grows.
func (p *page) step(s *step, head, first, last int, h *hit) bool {
	if !s.down {
		g := int(p.Tokens[head].Head)
		ok := g != head && p.related(s.rels, head) && p.element(&s.to, g, p.SentenceOf(g).Last) > 0
		if ok && !s.not {
			h.words = append(h.words, g)
			h.reach(p, s, g)
		}
		return ok != s.not
	}
	for _, c := range p.children(head) {
		if c >= first && c < last || !p.related(s.rels, c) || p.element(&s.to, c, p.SentenceOf(c).Last) == 0 {
			continue
		}
		if !s.not {
			h.words = append(h.words, c)
			h.reach(p, s, c)
		}
		return !s.not
	}
	return s.not
}

func (h *hit) reach(p *page, s *step, k int) {
	if s.reach {
		first, last := p.Subtree(k)
		h.first, h.last = min(h.first, first), max(h.last, last)
		h.last = p.trimmed(h.first, h.last)
	}
}

// related reports whether token k has one of the relations; a bare relation
// stands for its subtypes.
func (p *page) related(rels []syntax.Rel, k int) bool {
	for _, r := range rels {
		if t := p.Tokens[k].Rel; t == r || t.Base() == r {
			return true
		}
	}
	return false
}

// trimmed returns last without punctuation at the end of [first, last), closing
// quotation marks that were opened inside excepted.
func (p *page) trimmed(first, last int) int {
	for last > first+1 && p.Tokens[last-1].Pos == syntax.PUNCT {
		if q := p.Tokens[last-1].Quote; q >= 0 && p.Quotes[q].First >= first && p.Quotes[q].Last == last {
			break
		}
		last--
	}
	return last
}

// explain fills the blanks of a pattern's why.
func (p *page) explain(pt *pattern, h *hit) string {
	why := pt.why
	if strings.Contains(why, "{1}") {
		why = strings.ReplaceAll(why, "{1}", p.Doc.Text(p.Span(h.words[0], h.words[0]+min(len(h.words), h.last-h.first))))
	}
	if strings.Contains(why, "{gloss}") {
		why = strings.TrimSpace(strings.ReplaceAll(why, "{gloss}", p.gloss(pt, h)))
	}
	return why
}
