package frame

import (
	"fmt"
	"slices"
	"strings"

	"lectern/analysis/lexicon"
	"lectern/analysis/syntax"
	"lectern/model"
)

// The pattern language. A line of a match section is
//
//	tier: element element … > rel element ~ why
//
// The tier is core, minor or weighed: a weighed match is core, minor or nothing
// as the device's filter decides (see filter.go). Elements stand next to each other in one sentence:
//
//	call                 a word: the lemma, or the very form
//	may|might|could      one of several
//	{VERB}               a part of speech (UD), or a tag (PTB): {VBN}
//	{VERB list:doubt}    all of: part of speech or tag, lemma:say, form:clear,
//	                     list:NAME (an entry of analysis/lexicon/NAME.txt, of
//	                     one word or more; its part of speech is not asked if it
//	                     is hyphenated), from:NAME (made with -ly or -ness from an
//	                     entry), rel:nsubj, name, quoted, capital
//	{!NOUN}              not so; {} is any word
//	{ADJ}?               may be missing
//
// Brackets hold what is reported; without them all of it is.
//
// One dependency step may follow: "> obj|ccomp {NOUN}" asks that the phrase has
// such a dependent outside it, "< amod {NOUN}" that it depends so on such a
// word, and "!>" and "!<" that there is none. The phrase's head is its first
// word whose head is outside it. In brackets, "> obj [{NOUN}]", the report reaches
// over the whole subtree of the dependent. What follows ~ is the line shown to
// the reader; {1} in it stands for the words found, {gloss} for the gloss of the
// list entry.
type pattern struct {
	tier     model.Tier
	weighed  bool
	text     string // as it stands in the file, up to the line for the reader
	elements []element
	from, to int // elements [from, to) are reported
	step     *step
	why      string
	line     int // in its file
}

// An element is the alternatives for one place.
type element struct {
	any      []class
	optional bool
}

// A class is conditions that all must hold of one token.
type class []condition

type condition struct {
	kind kind
	not  bool
	pos  syntax.Pos
	tag  syntax.Tag
	rel  syntax.Rel
	word string
	list *lexicon.List
}

type kind uint8

const (
	isWord kind = iota // lemma or form
	isLemma
	isForm
	isPos
	isTag
	isRel
	inList
	fromList
	inName
	inQuote
	isCapital
)

// A step is the dependency step of a pattern.
type step struct {
	down, not, reach bool
	rels             []syntax.Rel
	to               element
}

func parsePattern(line string) (p pattern, err error) {
	body, why, _ := strings.Cut(line, "~")
	p.why = strings.TrimSpace(why)
	p.text = strings.TrimSpace(body)
	tier, body, ok := strings.Cut(body, ":")
	switch {
	case ok && tier == "core":
	case ok && tier == "minor":
		p.tier = model.Minor
	case ok && tier == "weighed":
		p.tier, p.weighed = model.Minor, true
	default:
		return p, fmt.Errorf("a pattern begins with %q, %q or %q", "core:", "minor:", "weighed:")
	}
	p.from, p.to = -1, -1
	words, err := pieces(body)
	if err != nil {
		return p, err
	}
	for i := 0; i < len(words); i++ {
		switch w := words[i]; {
		case slices.Contains([]string{">", "<", "!>", "!<"}, w):
			if len(words) < i+3 {
				return p, fmt.Errorf("%s needs relations and a word", w)
			}
			if p.step, err = parseStep(w, words[i+1], words[i+2:]); err != nil {
				return p, err
			}
			i = len(words)
		case w == "[" && p.from < 0:
			p.from = len(p.elements)
		case w == "]" && p.from >= 0 && p.to < 0:
			p.to = len(p.elements)
		case w == "[" || w == "]":
			return p, fmt.Errorf("brackets do not pair")
		default:
			e, err := parseElement(w)
			if err != nil {
				return p, err
			}
			p.elements = append(p.elements, e)
		}
	}
	if p.from < 0 {
		p.from, p.to = 0, len(p.elements)
	}
	if p.to <= p.from {
		return p, fmt.Errorf("nothing to report, or a bracket left open")
	}
	if !slices.ContainsFunc(p.elements, func(e element) bool { return !e.optional }) {
		return p, fmt.Errorf("all of it may be missing")
	}
	return p, nil
}

// pieces cuts a pattern at blanks outside braces, and at brackets.
func pieces(s string) (out []string, err error) {
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	depth := 0
	for _, r := range s {
		switch {
		case r == '{':
			depth++
			b.WriteRune(r)
		case r == '}':
			depth--
			b.WriteRune(r)
		case depth == 0 && (r == ' ' || r == '\t'):
			flush()
		case depth == 0 && (r == '[' || r == ']'):
			flush()
			out = append(out, string(r))
		default:
			b.WriteRune(r)
		}
		if depth < 0 || depth > 1 {
			return nil, fmt.Errorf("braces do not pair")
		}
	}
	flush()
	if depth != 0 {
		return nil, fmt.Errorf("braces do not pair")
	}
	return out, nil
}

func parseStep(op, rels string, to []string) (*step, error) {
	s := &step{down: strings.HasSuffix(op, ">"), not: op[0] == '!'}
	for _, name := range strings.Split(rels, "|") {
		r, ok := syntax.ParseRel(name)
		if !ok {
			return nil, fmt.Errorf("no relation %q", name)
		}
		s.rels = append(s.rels, r)
	}
	if len(to) == 3 && to[0] == "[" && to[2] == "]" {
		s.reach, to = true, to[1:2]
	}
	if len(to) != 1 {
		return nil, fmt.Errorf("a step has one word, in brackets or not, and ends the pattern")
	}
	var err error
	s.to, err = parseElement(to[0])
	if err == nil && (s.to.optional || s.not && s.reach) {
		err = fmt.Errorf("a step cannot be optional, nor reach what must not be there")
	}
	return s, err
}

func parseElement(w string) (e element, err error) {
	w, e.optional = strings.CutSuffix(w, "?")
	for _, alt := range alternatives(w) {
		inner, ok := strings.CutPrefix(alt, "{")
		if !ok {
			if alt == "" || alt != strings.ToLower(alt) || strings.ContainsAny(alt, "{}") {
				return e, fmt.Errorf("%q is no lower-case word", alt)
			}
			e.any = append(e.any, class{{kind: isWord, word: alt}})
			continue
		}
		c := class{}
		for _, f := range strings.Fields(strings.TrimSuffix(inner, "}")) {
			cond, err := parseCondition(f)
			if err != nil {
				return e, err
			}
			c = append(c, cond)
		}
		e.any = append(e.any, c)
	}
	return e, nil
}

// alternatives cuts at the bars outside braces.
func alternatives(w string) (out []string) {
	depth, from := 0, 0
	for i := range len(w) {
		switch w[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '|':
			if depth == 0 {
				out, from = append(out, w[from:i]), i+1
			}
		}
	}
	return append(out, w[from:])
}

func parseCondition(f string) (c condition, err error) {
	f, c.not = strings.CutPrefix(f, "!")
	name, value, ok := strings.Cut(f, ":")
	pos, isP := syntax.ParsePos(f)
	tag, isT := syntax.ParseTag(f)
	switch {
	case ok && name == "lemma":
		c.kind, c.word = isLemma, value
	case ok && name == "form":
		c.kind, c.word = isForm, value
	case ok && name == "rel":
		c.kind = isRel
		if c.rel, ok = syntax.ParseRel(value); !ok {
			err = fmt.Errorf("no relation %q", value)
		}
	case ok && (name == "list" || name == "from"):
		c.kind, c.list = inList, lexicon.Named(value)
		if name == "from" {
			c.kind = fromList
		}
		if c.list == nil {
			err = fmt.Errorf("no list %q in analysis/lexicon", value)
		}
	case f == "name":
		c.kind = inName
	case f == "quoted":
		c.kind = inQuote
	case f == "capital":
		c.kind = isCapital
	case isP:
		c.kind, c.pos = isPos, pos
	case isT:
		c.kind, c.tag = isTag, tag
	default:
		err = fmt.Errorf("%q is no condition", f)
	}
	return c, err
}
