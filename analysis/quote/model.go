package quote

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"lectern/analysis/syntax"
	"lectern/analysis/weights"
	"lectern/model"
)

// A Model is what was learned from annotated articles: which lemmas are cues,
// a chain that finds cues, one that finds what the source and content of a cue
// may be, a ranker of those, and a judge of what they propose.
type Model struct {
	lex                      *lexicon
	cues, spans, ranks, keep *chain
	nets                     Nets
}

// ReadModel reads the weights that analysis/train has written, of which the networks
// are apart. A model that is still being trained may end after any of its parts.
func ReadModel(data string, nets Nets) (*Model, error) {
	m := Model{nets: nets}
	var err error
	if m.lex, data, err = readLexicon(data); err != nil {
		return nil, err
	}
	for _, c := range []**chain{&m.cues, &m.spans, &m.ranks, &m.keep} {
		if len(data) == 0 {
			break
		}
		if *c, data, err = readChain(data); err != nil {
			return nil, err
		}
	}
	for _, x := range [...]struct {
		chain *chain
		net   *weights.Recurrent
	}{{m.cues, nets.Cues}, {m.spans, nets.Spans}} {
		if x.chain == nil || x.net == nil {
			continue
		}
		if x.chain.labels != x.net.Shape.Labels {
			return nil, fmt.Errorf("reading attribution weights: %d labels beside %d of the network", x.chain.labels, x.net.Shape.Labels)
		}
		x.chain.blend(x.net)
	}
	return &m, nil
}

// learned is the model of the program's own weights, opened when first asked for.
var learned = sync.OnceValue(func() *Model {
	m, err := ReadModel(weights.Claims(), Nets{weights.CueNet(), weights.SpanNet()})
	if err != nil {
		panic("quote: " + err.Error()) // the program was built wrong
	}
	return m
})

// threshold is how likely a proposal must be right to become a claim, as log
// odds. Where right and wrong claims count alike (F1), the best threshold is
// half the F that it reaches.
const threshold = -unit * 3 / 4

// drafts runs all that was learned over text.
func (m *Model) drafts(text *syntax.Text) []draft {
	p := newPage(text, m.lex)
	f := p.cues(m)
	list := p.proposals(f, m)
	p.judge(f, list, m.keep)
	slices.SortStableFunc(list, func(a, b proposal) int { return cmp.Compare(a.first, b.first) })
	var out []draft
	for i := range list {
		if k := &list[i]; k.chance >= threshold && len(k.content) > 0 && !labels(text, k.head) {
			out = append(out, draft{source: k.source, cue: []run{k.run}, content: k.content, rule: ruleOf(text, k), sure: float32(probability(k.chance)) / 1000})
		}
	}
	return out
}

// labels reports whether token i stands between the label of a turn and what
// is said in it: the colon of "Smith: No." makes a turn, not a claim.
func labels(text *syntax.Text, i int) bool {
	for _, t := range text.Turns {
		if !t.Label.IsEmpty() && t.Label.Start <= text.Tokens[i].Start && i < t.First {
			return true
		}
	}
	return false
}

// ruleOf names the kind of cue that the claim was found by, for the reader.
func ruleOf(text *syntax.Text, k *proposal) string {
	head := text.Tokens[k.head]
	rule := "turn of phrase"
	switch {
	case text.Lower(k.first) == "according":
		return "according to"
	case head.Pos == syntax.PUNCT || isMark(text.Word(k.head)):
		return "mark before speech"
	case head.Pos == syntax.VERB || head.Pos == syntax.AUX:
		rule = "verb " + cmp.Or(head.Lemma, text.Lower(k.head))
	case head.Pos == syntax.NOUN:
		rule = "noun " + cmp.Or(head.Lemma, text.Lower(k.head))
	}
	switch modeOf(text, k.content) {
	case model.Direct:
		return rule + " with a quotation"
	case model.Mixed:
		return rule + " with words quoted"
	}
	switch text.Lower(k.content[0].first) {
	case "that", "to", "whether":
		return rule + " with " + text.Lower(k.content[0].first)
	}
	return rule
}
