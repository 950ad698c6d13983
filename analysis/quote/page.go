package quote

import (
	"strings"

	"lectern/analysis/syntax"
	"lectern/analysis/weights"
)

// A page is a text as the models see it: every token a handful of small
// integers. Proper names are masked: the models see that a name stands there
// and of what kind, never whose it is, so that they cannot learn by heart who
// said what in the years their corpus was written.
type page struct {
	*syntax.Text
	words    []word
	subjects []int32 // of each token, the first of its subjects, or -1
	// of each token, the constituent that it heads, and the heads of the largest
	// ones that begin and end with it, or -1
	from, to, opens, closes []int32
}

// A word is one token of a page.
type word struct {
	form, lemma uint32 // hashed; of a name, its kind alone
	low         uint64 // as package weights knows it; 0 of a name
	tag, rel    uint32
	kind        uint32 // 0: not in a name; else 1 + its syntax.NameKind
	state       uint32 // where it stands to a quotation
	grade       uint32 // how often its lemma is (part of) a cue, from 0 to 4
	listed      uint32 // 1 + its stance if its lemma is in cues.txt, else 0
	cluster     uint32 // 12 bits of meaning, 0 if unknown
	shape       uint32
	suffix      uint32
	frame       uint32 // what depends on it and stands around it: its complements
	kids        uint64 // the base relations of its dependents, a bit each
}

// The states of quotation.
const (
	outside uint32 = iota
	within
	opening
	closing
)

// newPage looks at every token of text once.
func newPage(text *syntax.Text, lex *lexicon) *page {
	p := &page{Text: text, words: make([]word, len(text.Tokens)), subjects: make([]int32, len(text.Tokens))}
	for i := range p.subjects {
		p.subjects[i] = -1
	}
	var seen weights.Reader
	for i := range text.Tokens {
		t := &text.Tokens[i]
		w := &p.words[i]
		form := text.Word(i)
		w.tag, w.rel = uint32(t.Tag), uint32(t.Rel)
		w.form, w.shape, w.suffix = hashLower(form), shapeOf(form), hashLower(form[max(0, len(form)-3):])
		w.lemma = w.form
		if t.Lemma != "" {
			w.lemma = hashLower(t.Lemma)
		}
		if t.Pos == syntax.PROPN {
			w.mask(0)
		} else {
			if v, ok := verbs()[t.Lemma]; ok {
				w.listed = 1 + uint32(v.stance)
			}
			w.grade, w.cluster, w.low = lex.grade(w.lemma), uint32(weights.Cluster(form)), seen.See(form).Low
		}
		if h := int(t.Head); h != i {
			p.words[h].kids |= 1 << t.Rel.Base()
			if t.Rel.Base() == syntax.Nsubj && p.subjects[h] < 0 {
				p.subjects[h] = int32(i)
			}
			if t.Rel == syntax.NsubjPass || t.Rel == syntax.AuxPass {
				p.words[h].kids |= passive
			}
		}
		w.state = stateOf(text, i)
	}
	for _, n := range text.Names {
		for i := n.First; i < n.Last; i++ {
			p.words[i].kind = 1 + uint32(n.Kind)
			if text.Tokens[i].Pos == syntax.PROPN {
				p.words[i].mask(1 + uint32(n.Kind))
			}
		}
	}
	p.extents()
	for i := range p.words {
		p.words[i].frame = p.frameOf(i)
	}
	return p
}

// passive stands among the relations of a word's dependents for a passive
// subject or auxiliary.
const passive = 1 << 63

func (w *word) mask(kind uint32) { w.form, w.lemma, w.suffix = kind, kind, kind }

// stateOf says how token i stands to the quotation that holds it.
func stateOf(text *syntax.Text, i int) uint32 {
	q := text.Tokens[i].Quote
	switch {
	case q < 0:
		return outside
	case text.Quotes[q].First == i && isMark(text.Word(i)):
		return opening
	case text.Quotes[q].Last == i+1 && text.Quotes[q].Closed && isMark(text.Word(i)):
		return closing
	}
	return within
}

// frameOf packs what tells a verb of saying from others of its form: subject,
// objects and clauses, the passive, and the words on either side.
func (p *page) frameOf(i int) uint32 {
	var f uint32
	for b, rels := range [...]uint64{1<<syntax.Nsubj | 1<<syntax.Csubj, 1 << syntax.Obj, 1 << syntax.Ccomp, 1 << syntax.Xcomp, passive, 1 << syntax.Cop} {
		if p.words[i].kids&rels != 0 {
			f |= 1 << b
		}
	}
	return f | p.class(i+1, i)<<6 | p.class(i-1, i)<<10
}

// class sorts the word at k, a neighbour of token i, into one of sixteen.
func (p *page) class(k, i int) uint32 {
	if s := p.SentenceOf(i); k < s.First || k >= s.Last {
		return 1
	}
	w := &p.words[k]
	if w.state >= opening {
		return w.state // 2 or 3
	}
	switch p.Word(k) {
	case "that", "That":
		return 4
	case "to":
		return 5
	case ",":
		return 6
	case ":":
		return 7
	}
	switch t := p.Tokens[k]; t.Pos {
	case syntax.PRON:
		if t.Tag == syntax.TagWP || t.Tag == syntax.TagWDT {
			return 8
		}
		return 9
	case syntax.PROPN:
		return 10
	case syntax.NOUN:
		return 11
	case syntax.VERB, syntax.AUX:
		return 12
	case syntax.ADP:
		return 13
	case syntax.PUNCT:
		return 14
	case syntax.DET, syntax.ADJ:
		return 15
	}
	return 0
}

// hashLower hashes a word without regard to the case of its ASCII letters (FNV-1a).
func hashLower(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// shapeOf hashes a word's capitals, digits and marks, runs cut to two.
func shapeOf(s string) uint32 {
	h, last, run := uint32(0), byte(0), 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c = 'X'
		case '0' <= c && c <= '9':
			c = 'd'
		case 'a' <= c && c <= 'z' || c >= 0x80:
			c = 'x'
		}
		if c != last {
			run = 0
		}
		if run++; run <= 2 {
			h = h*31 + uint32(c)
		}
		last = c
	}
	return h
}

// isVerb reports whether token i is a verb of any form, auxiliaries included.
func (p *page) isVerb(i int) bool {
	return p.Tokens[i].Pos == syntax.VERB || p.Tokens[i].Pos == syntax.AUX
}

func (p *page) isComma(i int) bool { return strings.HasPrefix(p.Word(i), ",") }
