// Package syntax holds the words of a document: tokens, sentences, the tree
// over each sentence, names, quotations and turns. The stages of the analysis
// fill it in and lean on it; nothing outside the analysis sees it.
package syntax

import (
	"sort"
	"strings"

	"lectern/model"
)

// A Text is a document cut into words. Tokens, sentences, paragraphs and
// quotations are in text order; they refer to each other by index.
type Text struct {
	Doc        *model.Document
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
	Quotes     []Quote
	Turns      []Turn
	Names      []Name
}

// A Token is one syntactic word or mark, as Universal Dependencies cuts them:
// "don't" is "do" and "n't".
type Token struct {
	model.Span
	Lemma    string // lower case except for proper nouns
	Head     int32  // index of the governing token; its own index at the root
	Sentence int32  // index of its sentence
	Quote    int32  // index of the innermost quotation that holds it, marks included; -1 if none
	Pos      Pos
	Tag      Tag
	Rel      Rel
}

// A Sentence is the tokens [First, Last) of one sentence; never empty.
type Sentence struct {
	First, Last int
	Paragraph   int // index of its paragraph
}

// A Paragraph is the sentences [First, Last) of one block of the document (of
// one cell, in a table).
type Paragraph struct {
	First, Last int
	Block       int // index into Doc.Blocks()
}

// A Quote is one quotation: the tokens [First, Last), its marks included. One
// that is reopened at the start of each paragraph is one Quote a paragraph,
// linked by Next.
type Quote struct {
	First, Last int
	Outer       int  // index of the quotation around it; -1 if none
	Next        int  // index of the quotation that continues it in the next paragraph; -1 if none
	Closed      bool // has its closing mark (or is continued)
	Single      bool // set in single marks
}

// A Turn is what one speaker says in an interview, transcript or signed speech.
type Turn struct {
	Label       model.Span // the speaker's label; may be empty
	First, Last int        // tokens of what is said, over as many paragraphs as it takes
}

// A Name is the name of somebody or something: the tokens [First, Last).
type Name struct {
	First, Last int
	Kind        NameKind
	Sure        float32 // 0 to 1
}

// NameKind says what a [Name] names.
type NameKind uint8

const (
	Person NameKind = iota
	Organization
	Location
	Misc
)

// String returns PER, ORG, LOC or MISC.
func (k NameKind) String() string { return [...]string{"PER", "ORG", "LOC", "MISC"}[k] }

// Word returns the text of token i.
func (t *Text) Word(i int) string { return t.Doc.Text(t.Tokens[i].Span) }

// Lower returns the text of token i in lower case.
func (t *Text) Lower(i int) string { return strings.ToLower(t.Word(i)) }

// Span returns the text span of the tokens [first, last); empty if there are none.
func (t *Text) Span(first, last int) model.Span {
	if first >= last {
		return model.Span{}
	}
	return model.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// IsRoot reports whether token i is the root of its sentence's tree.
func (t *Text) IsRoot(i int) bool { return int(t.Tokens[i].Head) == i }

// SentenceOf returns the sentence that holds token i.
func (t *Text) SentenceOf(i int) Sentence { return t.Sentences[t.Tokens[i].Sentence] }

// NameOver returns the name that holds token i, if one does.
func (t *Text) NameOver(i int) (Name, bool) {
	n := sort.Search(len(t.Names), func(n int) bool { return t.Names[n].Last > i })
	if n == len(t.Names) || t.Names[n].First > i {
		return Name{}, false
	}
	return t.Names[n], true
}

// Subtree returns the tokens [first, last) from the leftmost to the rightmost
// descendant of token i, itself included. In a projective tree they are just
// its descendants.
func (t *Text) Subtree(i int) (first, last int) {
	s := t.SentenceOf(i)
	first, last = i, i+1
	for k := s.First; k < s.Last; k++ {
		if (k < first || k >= last) && t.Under(k, i) {
			first, last = min(first, k), max(last, k+1)
		}
	}
	return first, last
}

// Under reports whether token k is i or a descendant of i.
func (t *Text) Under(k, i int) bool {
	for k != i {
		h := int(t.Tokens[k].Head)
		if h == k {
			return false
		}
		k = h
	}
	return true
}

// Child returns the first dependent of token i with one of the relations, or -1.
func (t *Text) Child(i int, rels ...Rel) int {
	s := t.SentenceOf(i)
	for k := s.First; k < s.Last; k++ {
		if k != i && int(t.Tokens[k].Head) == i {
			for _, r := range rels {
				if t.Tokens[k].Rel == r {
					return k
				}
			}
		}
	}
	return -1
}
