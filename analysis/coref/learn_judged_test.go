package coref_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"lectern/model"
	"lectern/model/source"
)

// judgedExamples reads the pronouns of further training articles, whose antecedents
// were judged by reading (testdata/judged.tsv, without the articles' words).
func judgedExamples(t *testing.T) (out []example) {
	rows, err := os.ReadFile("testdata/judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(rows)) {
		if line[0] == '#' {
			continue
		}
		fields := strings.Fields(line)
		text := judgedText(t, fields[0])
		doc, err := source.Read(strings.NewReader(text), model.Meta{Name: fields[0] + ".txt"})
		if err != nil {
			t.Fatal(err)
		}
		at := codePoints(text)
		var gold []placed
		entity := -1
		for _, f := range fields[1:] {
			first, last, span := strings.Cut(f, "-")
			start, err := strconv.Atoi(first)
			if err != nil {
				t.Fatal(err)
			}
			if !span {
				entity = start
				continue
			}
			length, err := strconv.Atoi(last)
			if err != nil {
				t.Fatal(err)
			}
			gold = append(gold, placed{Span: doc.FromSource(model.Span{Start: at[start], End: at[start+length]}), chain: entity})
		}
		out = append(out, choices(t, doc, foldOf(fields[0]), fromJudged, exactly(gold), most(gold), func(model.Span) int { return 0 })...)
	}
	return out
}

// judgedText returns the text of an article of PolNeAR train, or of the newswire that
// has names annotated, put together from its tokens.
func judgedText(t *testing.T, name string) string {
	raw, err := os.ReadFile("../../../shared/data/polnear/train/text/" + name + ".txt")
	if err == nil {
		return string(raw)
	}
	raw, err = os.ReadFile("../../../shared/data/ner/wwn/" + name + ".txt.tsv")
	if err != nil {
		t.Skip("the corpora are not here")
	}
	var paragraphs []string
	var p strings.Builder
	glued, inQuote := true, false
	for line := range strings.Lines(string(raw) + "\n") {
		word, _, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if word == "" {
			if p.Len() > 0 {
				paragraphs = append(paragraphs, p.String())
			}
			p.Reset()
			glued, inQuote = true, false
			continue
		}
		closes := closing(word) || word == `"` && inQuote
		if !glued && !closes {
			p.WriteByte(' ')
		}
		p.WriteString(word)
		glued = strings.Contains(" ( [ $ “ ‘ `` £ € # ", " "+word+" ") || word == `"` && !inQuote
		inQuote = inQuote != (word == `"`)
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}

// closing reports whether a token stands close to the one before it.
func closing(word string) bool {
	if strings.Contains(" . , ; : ? ! ) ] % ... ’ '' ” ", " "+word+" ") {
		return true
	}
	for _, start := range []string{"s", "re", "ve", "ll", "d", "m"} {
		if strings.HasPrefix(word, "'"+start) || strings.HasPrefix(word, "’"+start) {
			return true
		}
	}
	return strings.HasPrefix(word, "n't") || strings.HasPrefix(word, "n’t")
}
