package claims

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/analysis/quote"
	"lectern/analysis/syntax"
	"lectern/analysis/train/learn"
	"lectern/model"
)

// An article is one annotated text.
type article struct {
	name   string
	group  string // the corpus it comes from
	text   *syntax.Text
	gold   []quote.Gold
	words  []token   // the scorer's
	spans  [][3]bits // of gold, in words: source, cue, content
	weight float32
}

// A token is a word or mark as tools/score_claims.py cuts them, in bytes of
// the readable text.
type token struct {
	model.Span
	word bool
}

// readFolder reads every article of a folder with text/ and ann/.
func (t *trainer) readFolder(dir, group string) ([]*article, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil {
		return nil, err
	}
	sort.Strings(paths)
	out := make([]*article, len(paths))
	errs := make([]error, len(paths))
	learn.Parallel(len(paths), func(i int) { out[i], errs[i] = t.readArticle(dir, paths[i], group) })
	return out, errors.Join(errs...)
}

func (t *trainer) readArticle(dir, path, group string) (*article, error) {
	name := strings.TrimSuffix(filepath.Base(path), ".txt")
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	a := &article{name: name, group: group, weight: 1, text: t.analysed(document(name, string(raw)), group+"-"+name)}
	a.words = cut(a.text.Doc)
	ann, err := os.ReadFile(filepath.Join(dir, "ann", name+".ann"))
	if err != nil {
		return nil, err
	}
	if err := a.annotate(ann); err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return a, nil
}

// base is the article's name without the mark of its annotator.
func (a *article) base() string {
	if i := strings.LastIndexByte(a.name, '_'); i >= 0 && len(a.name)-i == 5 {
		return a.name[:i]
	}
	return a.name
}

// widen gives the cues of articles annotated with the head of the cue alone
// their auxiliaries, negation, adverbs and particle, as PolNeAR has them.
func (a *article) widen() {
	for g := range a.gold {
		for r := range a.gold[g].Cue {
			run := &a.gold[g].Cue[r]
			head := run.First
			belongs := func(i int, rels ...syntax.Rel) bool {
				t := a.text.Tokens[i]
				return int(t.Head) == head && int(t.Head) != i && slices.Contains(rels, t.Rel.Base()) && t.Pos != syntax.PUNCT
			}
			if pos := a.text.Tokens[head].Pos; pos != syntax.VERB && pos != syntax.AUX {
				continue
			}
			for run.First > 0 && belongs(run.First-1, syntax.Aux, syntax.Advmod) {
				run.First--
			}
		}
		var spans []model.Span
		for _, r := range a.gold[g].Cue {
			spans = append(spans, a.text.Span(r.First, r.Last))
		}
		a.spans[g][1] = a.under(spans)
	}
}

// document makes a document of a plain text: a paragraph a line where lines
// are long, else a paragraph between blank lines.
func document(name, raw string) *model.Document {
	raw = strings.TrimPrefix(raw, "\ufeff")
	b := model.NewBuilder(model.Meta{Name: name}, model.Source{Raw: raw})
	long, lines := 0, 0
	for line := range strings.Lines(raw) {
		if n := utf8.RuneCountInString(strings.TrimSpace(line)); n > 0 {
			lines++
			if n > 100 {
				long++
			}
		}
	}
	at, blank := 0, true
	for line := range strings.Lines(raw) {
		body := strings.TrimSpace(line)
		from := at + strings.Index(line, body)
		at += len(line)
		if body == "" {
			blank = true
			continue
		}
		if blank || long*2 > lines {
			b.Open(model.Block{Kind: model.Paragraph}, "\n\n")
		} else {
			b.Write(" ", model.Span{Start: from, End: from})
		}
		blank = false
		b.Write(body, model.Span{Start: from, End: from + len(body)})
	}
	b.Close()
	return b.Document()
}

// annotate reads brat standoff whose offsets are code points of the source.
func (a *article) annotate(ann []byte) error {
	raw := a.text.Doc.Source().Raw
	starts := make([]int, 0, len(raw)+1) // of each code point
	for i := range raw {
		starts = append(starts, i)
	}
	starts = append(starts, len(raw))
	spans := map[string][]model.Span{}
	sc := bufio.NewScanner(bytes.NewReader(ann))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		f := strings.SplitN(sc.Text(), "\t", 3)
		if len(f) < 2 || len(f[0]) < 2 {
			continue
		}
		if _, err := strconv.Atoi(f[0][1:]); err != nil {
			continue
		}
		switch f[0][0] {
		case 'T':
			_, where, _ := strings.Cut(f[1], " ")
			for part := range strings.SplitSeq(where, ";") {
				var from, to int
				if _, err := fmt.Sscan(part, &from, &to); err != nil || to >= len(starts) {
					return fmt.Errorf("offsets %q of %s", part, f[0])
				}
				spans[f[0]] = append(spans[f[0]], a.text.Doc.FromSource(model.Span{Start: starts[from], End: starts[to]}))
			}
		case 'E':
			var roles [3][]model.Span
			for arg := range strings.FieldsSeq(f[1]) {
				role, id, _ := strings.Cut(arg, ":")
				for r, name := range [...]string{"source", "cue", "content"} {
					if strings.TrimRight(strings.ToLower(role), "0123456789") == name {
						roles[r] = append(roles[r], spans[id]...)
					}
				}
			}
			if len(roles[2]) > 0 {
				a.add(roles)
			}
		}
	}
	return sc.Err()
}

// add adds an attribution by the spans of its source, cue and content.
func (a *article) add(roles [3][]model.Span) {
	a.gold = append(a.gold, quote.Gold{Source: tokens(a.text, roles[0]), Cue: tokens(a.text, roles[1]), Content: tokens(a.text, roles[2])})
	a.spans = append(a.spans, [3]bits{a.under(roles[0]), a.under(roles[1]), a.under(roles[2])})
}

// tokens returns the runs of tokens that overlap spans.
func tokens(text *syntax.Text, spans []model.Span) []quote.Run {
	marked := make([]bool, len(text.Tokens))
	for _, s := range spans {
		i := sort.Search(len(text.Tokens), func(i int) bool { return text.Tokens[i].End > s.Start })
		for ; i < len(text.Tokens) && text.Tokens[i].Start < s.End; i++ {
			marked[i] = true
		}
	}
	var runs []quote.Run
	for i, m := range marked {
		if m && i > 0 && marked[i-1] {
			runs[len(runs)-1].Last = i + 1
		} else if m {
			runs = append(runs, quote.Run{First: i, Last: i + 1})
		}
	}
	return runs
}

// cut finds the words and marks of a document.
func cut(d *model.Document) []token {
	var out []token
	s := d.Text(d.All())
	isWord := func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case isWord(r):
			j := i
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !isWord(r) {
					break
				}
				j += n
			}
			out = append(out, token{model.Span{Start: i, End: j}, true})
			i = j
			continue
		case !unicode.IsSpace(r):
			out = append(out, token{model.Span{Start: i, End: i + n}, false})
		}
		i += n
	}
	return out
}
