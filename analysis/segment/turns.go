package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A text is read as a conversation if labels open its paragraphs again and
// again: "Q:", "MAYOR ORTEGA:", "Anna Berg:", "Wikinews:". What gives them away
// is that they come back, so a colon after a few capitals is no label by itself.
// The labels of minutes, "Senator Berg." and "The CHAIR.", are a sentence of
// their own and need not come back.

const (
	longestLabel  = 8 // tokens before the colon
	fewestLabels  = 3 // labelled paragraphs that make a conversation
	fewestSharing = 2 // of them under one label
)

// findTurns fills t.Turns.
func findTurns(t *syntax.Text) {
	ends := make([]int, len(t.Paragraphs)) // the token after the label; 0 if there is none
	uses := map[string]int{}
	labelled, most, minuted := 0, 0, false
	for p := range t.Paragraphs {
		first, last := tokensOf(t, p)
		ends[p] = label(t, first, last)
		if ends[p] == 0 {
			ends[p] = minutesLabel(t, p)
			minuted = minuted || ends[p] > 0
		}
		if ends[p] > 0 {
			labelled++
			name := labelName(t, first, ends[p])
			uses[name]++
			most = max(most, uses[name])
		}
	}
	for p := range t.Paragraphs {
		if ends[p] > 0 {
			first, _ := tokensOf(t, p)
			if n := uses[initialsOf(t, first, ends[p])]; n > 0 {
				most = max(most, n+1)
			}
		}
	}
	if !minuted && (labelled < fewestLabels || most < fewestSharing) {
		return
	}
	turn := -1
	for p, para := range t.Paragraphs {
		first, last := tokensOf(t, p)
		switch kind := t.Doc.Blocks()[para.Block].Kind; {
		case ends[p] > 0 && (t.Word(ends[p]-1) == "." || uses[labelName(t, first, ends[p])] > 1 || uses[initialsOf(t, first, ends[p])] > 0 || turn >= 0 || speaks(t, first, ends[p])):
			turn = len(t.Turns)
			t.Turns = append(t.Turns, syntax.Turn{Label: t.Span(first, ends[p]), First: ends[p], Last: last})
		case kind == model.Headline || kind == model.Heading || kind == model.Rule || kind == model.Byline || aside(t, first, last):
			turn = -1
		case turn >= 0:
			t.Turns[turn].Last = last
		}
	}
}

// label returns the token after the speaker's label that opens the paragraph of
// the tokens [first, last), or 0.
func label(t *syntax.Text, first, last int) int {
	for i := first; i < min(last, first+longestLabel+1); i++ {
		w := t.Word(i)
		if w == ":" || w == "." && i == first+1 && i+1 < last && isQA(t.Word(first)) {
			if i == first || i+1 >= last || !named(t, first, i) {
				return 0
			}
			return i + 1
		}
	}
	return 0
}

// minutesLabel returns the token after the title and surname that are the first
// sentence of paragraph p, or 0. Who is called upon so has a role and no name:
// "Mr. Speaker."
func minutesLabel(t *syntax.Text, p int) int {
	para := t.Paragraphs[p]
	if para.Last-para.First < 2 {
		return 0
	}
	s := t.Sentences[para.First]
	n := s.Last - s.First
	if n < 3 || n > longestLabel || t.Word(s.Last-1) != "." || !named(t, s.First, s.Last-1) {
		return 0
	}
	title, name := strings.ToLower(t.Word(s.First)), t.Word(s.Last-2)
	switch {
	case title == "the":
		if strings.ToUpper(name) != name {
			return 0
		}
	case chairs[strings.ToLower(name)] || !ranks[title]:
		return 0
	}
	return s.Last
}

var (
	ranks  = set("mr. mrs. ms. mr mrs ms dr. miss madam senator speaker chairman chairwoman chair president secretary representative congressman congresswoman minister judge justice commissioner governor mayor general ambassador director lord lady sir baroness")
	chairs = set("speaker president chair chairman chairwoman chairperson minister secretary prime mayor ambassador governor justice judge honor excellency")
)

func isQA(w string) bool { return w == "Q" || w == "A" }

// named reports whether the tokens [first, last) can name a speaker: capitals
// or small words between them, with letters enough, and no verb-like tail.
func named(t *syntax.Text, first, last int) bool {
	capitals := 0
	for i := first; i < last; i++ {
		w := t.Word(i)
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !unicode.IsLetter(r):
			if strings.ContainsAny(w, "\"“”?!;") || unicode.IsDigit(r) {
				return false
			}
		case !small[w]:
			return false
		}
	}
	return capitals > 0
}

// labelName is what a label is known by: its words in lower case.
func labelName(t *syntax.Text, first, end int) string {
	return strings.ToLower(t.Doc.Text(t.Span(first, end-1)))
}

// initialsOf is what a label is known by where the further ones are initials.
func initialsOf(t *syntax.Text, first, end int) string {
	var b strings.Builder
	for i := first; i < end-1; i++ {
		if r, _ := utf8.DecodeRuneInString(t.Word(i)); unicode.IsUpper(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if b.Len() < 2 {
		return "-"
	}
	return b.String()
}

// speaks reports whether the label is set in capitals or is a letter, as those
// of transcripts are.
func speaks(t *syntax.Text, first, end int) bool {
	for i := first; i < end-1; i++ {
		if w := t.Word(i); strings.ToUpper(w) != w {
			return false
		}
	}
	return true
}

// aside reports whether a paragraph is a stage direction: all of it in brackets.
func aside(t *syntax.Text, first, last int) bool {
	w, end := t.Word(first), t.Word(last-1)
	return w == "(" && end == ")" || w == "[" && end == "]"
}

var small = set("of the for and de la van von al bin 's ’s")

// tokensOf returns the tokens of paragraph p.
func tokensOf(t *syntax.Text, p int) (first, last int) {
	para := t.Paragraphs[p]
	return t.Sentences[para.First].First, t.Sentences[para.Last-1].Last
}
