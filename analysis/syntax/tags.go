package syntax

import "strings"

// Pos is a universal part of speech (UD v2).
type Pos uint8

const (
	X Pos = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var posNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

// Tag is a Penn Treebank part of speech with the additions of the English web
// treebank (HYPH, NFP, ADD, AFX, GW). Their Go names begin with Tag.
type Tag uint8

const (
	TagFW Tag = iota
	TagNN
	TagNNS
	TagNNP
	TagNNPS
	TagIN
	TagDT
	TagPDT
	TagWDT
	TagJJ
	TagJJR
	TagJJS
	TagPRP
	TagPRPS
	TagWP
	TagWPS
	TagEX
	TagRB
	TagRBR
	TagRBS
	TagWRB
	TagVB
	TagVBD
	TagVBG
	TagVBN
	TagVBP
	TagVBZ
	TagMD
	TagCC
	TagCD
	TagTO
	TagRP
	TagUH
	TagPOS
	TagAFX
	TagADD
	TagGW
	TagLS
	TagNFP
	TagSYM
	TagHYPH
	TagDollar
	TagComma
	TagStop
	TagColon
	TagOpenQuote
	TagCloseQuote
	TagLRB
	TagRRB
)

var tagNames = [...]string{"FW", "NN", "NNS", "NNP", "NNPS", "IN", "DT", "PDT", "WDT", "JJ", "JJR", "JJS", "PRP", "PRP$", "WP", "WP$", "EX", "RB", "RBR", "RBS", "WRB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "CC", "CD", "TO", "RP", "UH", "POS", "AFX", "ADD", "GW", "LS", "NFP", "SYM", "HYPH", "$", ",", ".", ":", "``", "''", "-LRB-", "-RRB-"}

// Rel is a universal dependency relation with the subtypes of the English
// treebanks. [Rel.Base] takes the subtype away.
type Rel uint8

const (
	Root Rel = iota
	Nsubj
	NsubjPass
	NsubjOuter
	Obj
	Iobj
	Csubj
	CsubjPass
	CsubjOuter
	Ccomp
	Xcomp
	Obl
	OblAgent
	OblUnmarked
	Vocative
	Expl
	Dislocated
	Advcl
	AdvclRelcl
	Advmod
	Discourse
	Aux
	AuxPass
	Cop
	Mark
	Nmod
	NmodPoss
	NmodUnmarked
	NmodDesc
	Appos
	Nummod
	Acl
	AclRelcl
	Amod
	Det
	DetPredet
	Case
	Conj
	Cc
	CcPreconj
	Fixed
	Flat
	List
	Parataxis
	Compound
	CompoundPrt
	Orphan
	Goeswith
	Reparandum
	Punct
	Dep
)

var relNames = [...]string{"root", "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "csubj", "csubj:pass", "csubj:outer", "ccomp", "xcomp", "obl", "obl:agent", "obl:unmarked", "vocative", "expl", "dislocated", "advcl", "advcl:relcl", "advmod", "discourse", "aux", "aux:pass", "cop", "mark", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "nummod", "acl", "acl:relcl", "amod", "det", "det:predet", "case", "conj", "cc", "cc:preconj", "fixed", "flat", "list", "parataxis", "compound", "compound:prt", "orphan", "goeswith", "reparandum", "punct", "dep"}

// Counts of the sets, for tables indexed by them.
const (
	Poses = len(posNames)
	Tags  = len(tagNames)
	Rels  = len(relNames)
)

var (
	posOf = index[Pos](posNames[:])
	tagOf = index[Tag](tagNames[:])
	relOf = index[Rel](relNames[:])
	bases = baseRels()
)

func index[T ~uint8](names []string) map[string]T {
	m := make(map[string]T, len(names))
	for i, n := range names {
		m[n] = T(i)
	}
	return m
}

func baseRels() (b [Rels]Rel) {
	for i, n := range relNames {
		base, _, _ := strings.Cut(n, ":")
		b[i] = relOf[base]
	}
	return b
}

func (p Pos) String() string { return posNames[p] }
func (t Tag) String() string { return tagNames[t] }
func (r Rel) String() string { return relNames[r] }

// Base returns r without its subtype: nsubj for nsubj:pass.
func (r Rel) Base() Rel { return bases[r] }

// ParsePos returns the part of speech of that name, and X and false if there is none.
func ParsePos(name string) (Pos, bool) { p, ok := posOf[name]; return p, ok }

// ParseTag returns the tag of that name, and FW and false if there is none.
func ParseTag(name string) (Tag, bool) { t, ok := tagOf[name]; return t, ok }

// ParseRel returns the relation of that name, without its subtype if the subtype
// is unknown, and Dep and false if there is none.
func ParseRel(name string) (Rel, bool) {
	if r, ok := relOf[name]; ok {
		return r, true
	}
	base, _, _ := strings.Cut(name, ":")
	if r, ok := relOf[base]; ok {
		return r, true
	}
	return Dep, false
}
