package claims

import (
	_ "embed"
	"fmt"
	"strings"

	"lectern/model"
)

//go:embed examples.txt
var exampleText string

// examples reads the bracketed sentences of examples.txt, an article each.
func (t *trainer) examples() ([]*article, error) {
	var out []*article
	for n, p := range strings.Split(strings.TrimSpace(exampleText), "\n\n") {
		if strings.HasPrefix(p, "#") {
			continue
		}
		plain, roles, err := bracketed(p)
		if err != nil {
			return nil, fmt.Errorf("reading example %d: %w", n, err)
		}
		a := &article{name: fmt.Sprintf("example-%d", n), weight: example, text: t.analysed(document("example", plain), "example")}
		a.words = cut(a.text.Doc)
		for _, r := range roles {
			a.add(r)
		}
		out = append(out, a)
	}
	return out, nil
}

// bracketed takes the brackets out of a text and returns what they mark: for
// each claim its source, cue and content, in bytes.
func bracketed(text string) (string, [][3][]model.Span, error) {
	var plain strings.Builder
	var roles [][3][]model.Span
	for text != "" {
		before, rest, found := strings.Cut(text, "[")
		plain.WriteString(before)
		if !found {
			break
		}
		body, after, closed := strings.Cut(rest, "]")
		labels, words, spaced := strings.Cut(body, " ")
		if !closed || !spaced {
			return "", nil, fmt.Errorf("bracket %.40q", rest)
		}
		at := model.Span{Start: plain.Len(), End: plain.Len() + len(words)}
		plain.WriteString(words)
		for label := range strings.SplitSeq(labels, ",") {
			var claim int
			role := strings.IndexByte("skc", label[0])
			if _, err := fmt.Sscan(label[1:], &claim); err != nil || role < 0 || claim < 1 {
				return "", nil, fmt.Errorf("label %q", label)
			}
			for len(roles) < claim {
				roles = append(roles, [3][]model.Span{})
			}
			roles[claim-1][role] = append(roles[claim-1][role], at)
		}
		text = after
	}
	return plain.String(), roles, nil
}
