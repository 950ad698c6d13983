package frame_test

import (
	"context"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"lectern/analysis"
	"lectern/analysis/coref"
	"lectern/analysis/frame"
	"lectern/analysis/quote"
	"lectern/analysis/syntax"
	"lectern/analysis/train/treebank"
	"lectern/model"
)

// The corpora lie outside of the repository; without them there is nothing to
// measure.
const corpora = "../../../shared/data/"

// parsed reads a text as the program does.
func parsed(t *testing.T, text string) *syntax.Text {
	x, err := analysis.Parse(context.Background(), model.FromText(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// count is of sentences that are, that are said to be, and that are both.
type count struct{ gold, said, both int }

func (c *count) add(gold, said bool) {
	for _, x := range []struct {
		is bool
		n  *int
	}{{gold, &c.gold}, {said, &c.said}, {gold && said, &c.both}} {
		if x.is {
			*x.n++
		}
	}
}

func (c count) f() float64 { return 2 * float64(c.both) / float64(max(1, c.gold+c.said)) }

// TestAgentlessPassives measures finite passives without an agent on GUM dev, a
// gold sentence each, from raw text: a sentence is gold if it has an nsubj:pass
// whose head has no obl:agent.
func TestAgentlessPassives(t *testing.T) {
	docs, err := treebank.Read(corpora + "ud/en_gum-open-dev.conllu")
	if err != nil {
		t.Skip("no treebank beside the checkout")
	}
	var c count
	for _, d := range docs {
		for _, s := range d.Gold.Sentences {
			gold := false
			for i := s.First; i < s.Last; i++ {
				head := int(d.Gold.Tokens[i].Head)
				gold = gold || d.Gold.Tokens[i].Rel == syntax.NsubjPass && d.Gold.Child(head, syntax.OblAgent) < 0
			}
			x := parsed(t, d.Gold.Doc.Text(d.Gold.Span(s.First, s.Last)))
			actors := coref.Resolve(x)
			said := false
			for _, f := range frame.Find(frame.Page{Text: x, Actors: actors, Claims: quote.Attribute(x, actors).Claims}).Findings {
				said = said || f.Device.ID == "passive"
			}
			c.add(gold, said)
			if testing.Verbose() && gold != said {
				t.Logf("gold %v said %v: %s", gold, said, d.Gold.Doc.Text(d.Gold.Span(s.First, s.Last)))
			}
		}
	}
	t.Logf("agentless passives on GUM dev: %+v, sentence F %.3f", c, c.f())
	if c.f() < .90 {
		t.Errorf("sentence F %.3f; the floor is .90", c.f())
	}
}

// TestAnyPassive measures passives of every kind, agents and reduced participles
// included, on the sentences that people judged for PassivePy.
func TestAnyPassive(t *testing.T) {
	f, err := os.Open(corpora + "framing/passive/crowd_source_dataset.csv")
	if err != nil {
		t.Skip("no judged sentences beside the checkout")
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var c count
	for _, row := range rows[1:] {
		x := parsed(t, row[0])
		said := false
		for i, tok := range x.Tokens {
			said = said || tok.Rel == syntax.AuxPass || tok.Rel == syntax.NsubjPass || tok.Tag == syntax.TagVBN && tok.Rel == syntax.Acl ||
				tok.Tag == syntax.TagVBN && x.Child(i, syntax.OblAgent) >= 0
		}
		gold := strings.TrimSpace(row[4]) == "1"
		c.add(gold, said)
		if testing.Verbose() && gold != said {
			t.Logf("gold %v said %v: %s", gold, said, row[0])
		}
	}
	t.Logf("any passive, PassivePy's sentences: %+v, sentence F %.3f", c, c.f())
	if c.f() < .90 {
		t.Errorf("sentence F %.3f; the floor is .90", c.f())
	}
}
