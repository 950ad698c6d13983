package syntax

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lectern/model"
)

// WriteCoNLLU writes t in the CoNLL-U format of Universal Dependencies. place
// says at which code points of the exported text a span stands, for TokenRange.
// The only errors are those of w.
func WriteCoNLLU(w io.Writer, t *Text, place func(model.Span) (start, end int)) error {
	out := &conllu{Writer: bufio.NewWriter(w), t: t, place: place, names: t.labels()}
	id := identifier(t.Doc.Meta().Name)
	for p, para := range t.Paragraphs {
		for n := para.First; n < para.Last; n++ {
			if n == 0 {
				fmt.Fprintf(out, "# newdoc id = %s\n", id)
			}
			if n == para.First {
				fmt.Fprintf(out, "# newpar id = %s-p%d\n", id, p+1)
			}
			fmt.Fprintf(out, "# sent_id = %s-%d\n", id, n+1)
			out.sentence(t.Sentences[n])
		}
	}
	return out.Flush()
}

type conllu struct {
	*bufio.Writer
	t     *Text
	place func(model.Span) (int, int)
	names []string
}

func (c *conllu) sentence(s Sentence) {
	c.WriteString("# text = ")
	for i := s.First; i < s.Last; i++ {
		c.WriteString(norm.NFC.String(c.t.Word(i)))
		if i+1 < s.Last && !c.t.Glued(i) {
			c.WriteByte(' ')
		}
	}
	c.WriteByte('\n')
	written := s.First
	for i := s.First; i < s.Last; i++ {
		tok := &c.t.Tokens[i]
		whole := i
		if i >= written {
			for whole+1 < s.Last && c.t.Leans(whole+1) {
				whole++
			}
			if whole > i {
				fmt.Fprintf(c, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i-s.First+1, whole-s.First+1,
					norm.NFC.String(c.t.Doc.Text(c.t.Span(i, whole+1))), c.space(whole, s.Last, "_"))
			}
			written = whole + 1
		}
		head := 0
		if !c.t.IsRoot(i) {
			head = int(tok.Head) - s.First + 1
		}
		start, end := c.place(tok.Span)
		misc := fmt.Sprintf("NER=%s", c.names[i])
		if i == written-1 && !(i > s.First && c.t.Leans(i)) {
			misc = c.space(i, s.Last, misc)
		}
		fmt.Fprintf(c, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s|TokenRange=%d:%d\n", i-s.First+1,
			norm.NFC.String(c.t.Word(i)), c.t.lemma(i), tok.Pos, tok.Tag, head, tok.Rel, misc, start, end)
	}
	c.WriteByte('\n')
}

// space adds SpaceAfter=No to misc if no white space follows token i. At the end
// of the sentence the next one counts, but not the next paragraph.
func (c *conllu) space(i, last int, misc string) string {
	if i+1 >= last && (i+1 >= len(c.t.Tokens) || c.t.SentenceOf(i+1).Paragraph != c.t.SentenceOf(i).Paragraph) || !c.t.Glued(i) {
		return misc
	}
	if misc == "_" {
		return "SpaceAfter=No"
	}
	return misc + "|SpaceAfter=No"
}

// Glued reports whether the token after i follows without white space.
func (t *Text) Glued(i int) bool {
	return i+1 < len(t.Tokens) && t.Tokens[i].End == t.Tokens[i+1].Start
}

// Leans reports whether token i is written together with the word before it as
// one orthographic word: n't, 's, the not of cannot.
func (t *Text) Leans(i int) bool {
	if i == 0 || !t.Glued(i-1) || t.Tokens[i].Sentence != t.Tokens[i-1].Sentence {
		return false
	}
	r, n := utf8.DecodeRuneInString(t.Word(i))
	before, _ := utf8.DecodeLastRuneInString(t.Word(i - 1))
	if r == '\'' || r == '’' || r == '`' {
		return t.Tokens[i].Tag == TagPOS || n < t.Tokens[i].Len()
	}
	return unicode.IsLetter(r) && (unicode.IsLetter(before) || before == '\'' || before == '’')
}

// lemma returns the lemma of token i, or its form if it has none.
func (t *Text) lemma(i int) string {
	if l := t.Tokens[i].Lemma; l != "" {
		return norm.NFC.String(l)
	}
	return norm.NFC.String(t.Word(i))
}

// labels returns B-PER, I-PER and so on for each token, O outside of names.
func (t *Text) labels() []string {
	out := make([]string, len(t.Tokens))
	for i := range out {
		out[i] = "O"
	}
	for _, n := range t.Names {
		for i := n.First; i < n.Last; i++ {
			out[i] = "I-" + n.Kind.String()
		}
		out[n.First] = "B-" + n.Kind.String()
	}
	return out
}

// identifier makes a name fit for a comment: without white space.
func identifier(name string) string {
	id := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return '_'
		}
		return r
	}, norm.NFC.String(name))
	if id == "" {
		return "text"
	}
	return id
}
