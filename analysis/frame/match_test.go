package frame

import (
	"strings"
	"testing"

	"lectern/analysis/syntax"
	"lectern/model"
)

// tree makes a text of one sentence from words "form/lemma/POS/head/rel", the
// head counted from 1 as in CoNLL-U, 0 for the root.
func tree(t *testing.T, words string) *syntax.Text {
	t.Helper()
	var forms []string
	text := &syntax.Text{Sentences: []syntax.Sentence{{}}, Paragraphs: []syntax.Paragraph{{First: 0, Last: 1}}}
	at := 0
	for i, w := range strings.Fields(words) {
		f := strings.Split(w, "/")
		pos, ok := syntax.ParsePos(f[2])
		rel, ok2 := syntax.ParseRel(f[4])
		if !ok || !ok2 {
			t.Fatalf("bad word %s", w)
		}
		head := int32(f[3][0]-'0') - 1
		if head < 0 {
			head = int32(i)
		}
		text.Tokens = append(text.Tokens, syntax.Token{Span: model.Span{Start: at, End: at + len(f[0])}, Lemma: f[1], Pos: pos, Head: head, Rel: rel, Quote: -1})
		at += len(f[0]) + 1
		forms = append(forms, f[0])
	}
	text.Doc = model.FromText(strings.Join(forms, " "))
	text.Sentences[0].Last = len(text.Tokens)
	return text
}

func TestMatch(t *testing.T) {
	text := tree(t, "He/he/PRON/3/nsubj flatly/flatly/ADV/3/advmod denied/deny/VERB/0/root the/the/DET/5/det charge/charge/NOUN/3/obj of/of/ADP/7/case theft/theft/NOUN/5/nmod")
	for _, c := range []struct{ pattern, want string }{
		{"core: deny", "denied"},
		{"core: denied the", "denied the"},
		{"core: {VERB} [the {NOUN}]", "the charge"},
		{"core: {VERB} big? the big? {NOUN}", "denied the charge"},
		{"core: {ADV !lemma:soon} {}", "flatly denied"},
		{"core: deny|refute > obj {}", "denied"},
		{"core: deny > obj [{NOUN}]", "denied the charge of theft"},
		{"core: deny !> obj {}", ""},
		{"core: deny !> iobj {}", "denied"},
		{"core: {NOUN} < obj {lemma:deny}", "charge"},
		{"core: {NOUN} !< obj {lemma:deny}", "theft"},
		{"core: {list:denying VERB} the", "denied the"},
		{"core: {rel:nsubj} {}", "He flatly"},
		{"core: {form:deny}", ""},
		{"core: {quoted}", ""},
	} {
		pt, err := parsePattern(c.pattern)
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
			continue
		}
		x := newIndex([]*device{{patterns: []pattern{pt}}})
		p := newPage(Page{Text: text})
		got := ""
		x.match(p, func(_ *device, h hit) { got = p.Doc.Text(p.Span(h.first, h.last)) })
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.pattern, got, c.want)
		}
	}
}
