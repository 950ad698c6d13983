package coref_test

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lectern/model"
)

// treebankExamples reads the entities of the treebank.
func treebankExamples(t *testing.T) (out []example) {
	f, err := os.Open("../../../shared/data/ud/en_gum-open-train.conllu")
	if err != nil {
		t.Skip("the treebank is not here")
	}
	defer f.Close()
	var text strings.Builder
	var gold []placed
	var open []placed
	var until, inside int // the last word of a token of several words, and where the next one begins
	doc := ""
	flush := func() {
		if text.Len() > 0 {
			out = append(out, choices(t, model.FromText(text.String()), foldOf(doc), fromTreebank, exactly(gold), most(gold), smallest(gold))...)
		}
		text.Reset()
		gold, open = nil, nil
	}
	skip := false
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		line := in.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			flush()
			doc = line[strings.LastIndexByte(line, ' ')+1:]
			skip = strings.Contains(line, "GUM_vlog") || strings.Contains(line, "GUM_textbook")
		case skip:
		case strings.HasPrefix(line, "# newpar id"), line == "# newpar":
			if text.Len() > 0 {
				text.WriteString("\n\n")
			}
		case line == "":
			until = 0
		case line[0] != '#':
			row := strings.Split(line, "\t")
			first, last, several := strings.Cut(row[0], "-")
			id, err := strconv.Atoi(first)
			if err != nil {
				continue
			}
			start := text.Len()
			if several || id > until {
				text.WriteString(row[1])
			}
			if several {
				until, _ = strconv.Atoi(last)
			}
			end := text.Len()
			if several {
				inside = start
			} else if id <= until {
				start, end = inside, inside+len(row[1]) // words of a contraction, one after another
				inside = end
			}
			entities(row[9], start, end, &open, &gold)
			if (several || id > until) && !strings.Contains(row[9], "SpaceAfter=No") {
				text.WriteString(" ")
			}
		}
	}
	flush()
	return out
}

// entities opens and closes what the last column says of a token.
func entities(misc string, start, end int, open, gold *[]placed) {
	for field := range strings.SplitSeq(misc, "|") {
		value, ok := strings.CutPrefix(field, "Entity=")
		if !ok {
			continue
		}
		for i := 0; i < len(value); {
			k := i
			if value[i] == '(' {
				k++
			}
			n := 0
			for k < len(value) && value[k] >= '0' && value[k] <= '9' {
				n, k = n*10+int(value[k]-'0'), k+1
			}
			opens := value[i] == '('
			for k < len(value) && value[k] != ')' && value[k] != '(' {
				k++
			}
			closes := k < len(value) && value[k] == ')'
			if closes {
				k++
			}
			if opens {
				*open = append(*open, placed{Span: model.Span{Start: start}, chain: n})
			}
			if closes {
				for j := len(*open) - 1; j >= 0; j-- {
					if (*open)[j].chain == n {
						g := (*open)[j]
						g.End = end
						*gold = append(*gold, g)
						*open = slices.Delete(*open, j, j+1)
						break
					}
				}
			}
			if k == i {
				break
			}
			i = k
		}
	}
}
