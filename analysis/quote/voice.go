package quote

import (
	"cmp"
	"slices"

	"lectern/analysis/syntax"
	"lectern/model"
)

// A speech says in whose voice one token stands. Neither a claim nor a turn:
// the narrator's.
type speech struct {
	claim *model.Claim
	turn  *model.Turn
}

// speeches says for every token whose voice it is in: that of the innermost
// claim whose content holds it, or else of the turn that holds it.
func speeches(text *syntax.Text, a Attribution) []speech {
	said := make([]speech, len(text.Tokens))
	fill := func(spans []model.Span, s speech) {
		for _, span := range spans {
			for i := firstToken(text, span.Start); i < len(said) && text.Tokens[i].Start < span.End; i++ {
				said[i] = s
			}
		}
	}
	for _, t := range a.Turns {
		fill(t.Content, speech{turn: t})
	}
	var claims func([]*model.Claim)
	claims = func(list []*model.Claim) { // inner claims after, and over, the outer ones
		for _, c := range list {
			fill(c.Content, speech{claim: c})
			claims(c.Nested)
		}
	}
	claims(a.Claims)
	return said
}

// firstToken returns the first token that ends after offset.
func firstToken(text *syntax.Text, offset int) int {
	i, _ := slices.BinarySearchFunc(text.Tokens, offset, func(t syntax.Token, at int) int {
		if t.End > at {
			return 1
		}
		return -1
	})
	return i
}

// speakers returns who speaks, and of what kind the voice is. A claim whose
// source is nobody's is as good as impersonal, and so is a turn without a label.
func (s speech) speakers() ([]*model.Actor, model.VoiceKind) {
	switch {
	case s.claim != nil && len(s.claim.Speakers) > 0:
		return s.claim.Speakers, model.Spoken
	case s.turn != nil && len(s.turn.Speakers) > 0:
		return s.turn.Speakers, model.Spoken
	case s.claim != nil:
		return nil, model.Impersonal
	}
	return nil, model.Narrator
}

// A part is what one word weighs, so that it can be shared by up to six
// speakers without a fraction.
const parts = 60

// voices shares the words of the article out among those who speak them. The
// shares add up to 1; an article without words has no voices.
func voices(text *syntax.Text, a Attribution) []model.Voice {
	var voices []model.Voice
	var weights []int
	index := map[*model.Actor]int{}
	plain := [2]int{-1, -1} // the narrator's and the impersonal voice
	voice := func(kind model.VoiceKind, actor *model.Actor) int {
		i, ok := index[actor]
		if kind != model.Spoken {
			i, ok = plain[kind], plain[kind] >= 0
		}
		if !ok {
			i = len(voices)
			voices, weights = append(voices, model.Voice{Kind: kind, Actor: actor}), append(weights, 0)
			if kind == model.Spoken {
				index[actor] = i
			} else {
				plain[kind] = i
			}
		}
		return i
	}
	total := 0
	said := speeches(text, a)
	for i := range text.Tokens {
		if isMark(text.Word(i)) {
			continue
		}
		actors, kind := said[i].speakers()
		actors = actors[:min(len(actors), 6)]
		for _, actor := range actors {
			weights[voice(kind, actor)] += parts / len(actors)
		}
		if len(actors) == 0 {
			weights[voice(kind, nil)] += parts
		}
		total += parts
	}
	for i := range voices {
		voices[i].Share = float64(weights[i]) / float64(total)
	}
	stretches(text, said, func(s speech, r run) {
		actors, kind := s.speakers()
		for _, actor := range actors {
			v := &voices[voice(kind, actor)]
			v.Spans = append(v.Spans, text.Span(r.first, r.last))
		}
		if len(actors) == 0 {
			v := &voices[voice(kind, nil)]
			v.Spans = append(v.Spans, text.Span(r.first, r.last))
		}
	})
	slices.SortStableFunc(voices, func(x, y model.Voice) int { return cmp.Compare(y.Share, x.Share) })
	return voices
}

// stretches calls yield for every longest run of tokens in one voice within
// one paragraph.
func stretches(text *syntax.Text, said []speech, yield func(speech, run)) {
	paragraph := func(i int) int { return text.SentenceOf(i).Paragraph }
	for i := 0; i < len(said); {
		j, words := i, false
		for j < len(said) && said[j] == said[i] && paragraph(j) == paragraph(i) {
			words = words || !isMark(text.Word(j))
			j++
		}
		if words {
			yield(said[i], run{i, j})
		}
		i = j
	}
}
