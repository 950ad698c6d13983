package coref

import "strings"

// farDash is how many tokens after its place a dateline may go on: a date, an
// agency in brackets.
const farDash = 9

// dateline returns the end of the place in capitals with which an article from
// there begins, as in "PORT RUIZ, 3 May (Reuters) —"; i if no paragraph begins
// so at token i.
func (w *world) dateline(i int) int {
	if p := w.paragraph(i); w.text.Sentences[w.text.Paragraphs[p].First].First != i {
		return i
	}
	end := i
	for end < len(w.text.Tokens) && end < i+4 {
		word := w.text.Word(end)
		if len(word) < 2 || strings.ToUpper(word) != word || strings.ToLower(word) == word {
			break
		}
		end++
	}
	if end == i || end == len(w.text.Tokens) {
		return i
	}
	if next := w.text.Word(end); next != "," && next != "(" && !dashes[next] {
		return i
	}
	for k := end; k < min(end+farDash, len(w.text.Tokens)); k++ {
		if dashes[w.text.Word(k)] && !w.text.Glued(k) && !w.text.Glued(k-1) {
			return end
		}
	}
	return i
}

var dashes = set("—", "–", "-", "--")
