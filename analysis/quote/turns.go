package quote

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// turns gives every turn of an interview, transcript or signed speech to the
// speaker whom its label names; a turn without a label goes to nobody.
func turns(text *syntax.Text, cast *cast) []*model.Turn {
	var turns []*model.Turn
	named := map[string]*model.Actor{} // by the words of the label
	for _, t := range text.Turns {
		if t.First >= t.Last {
			continue
		}
		turn := &model.Turn{By: model.Evidence{Rule: "speaker label", Sure: .9}}
		for s := text.Tokens[t.First].Sentence; s <= text.Tokens[t.Last-1].Sentence; {
			p := text.Sentences[s].Paragraph
			first := max(t.First, text.Sentences[s].First)
			for int(s) < len(text.Sentences) && text.Sentences[s].Paragraph == p {
				s++
			}
			last := min(t.Last, text.Sentences[s-1].Last)
			turn.Content = append(turn.Content, text.Span(first, last))
		}
		if !t.Label.IsEmpty() {
			turn.Label = []model.Span{t.Label}
			turn.By.Words = turn.Label
			label := text.Doc.Text(t.Label)
			a, ok := named[label]
			if !ok {
				a = cast.labelled(t.Label)
				named[label] = a
			}
			turn.Speakers = []*model.Actor{a}
			a.Turns = append(a.Turns, turn)
		}
		turns = append(turns, turn)
	}
	return turns
}
