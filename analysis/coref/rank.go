package coref

import (
	"slices"

	"lectern/model"
)

// A pronoun is given to the candidate whose features have the highest sum of
// weights: a log-linear model over all that the pronoun could stand for, after
// Denis and Baldridge (2008). Among the candidates are nouns that are nobody
// ("the bill", for "it") and none at all, so that a pronoun may stay alone.

// How far a pronoun looks back for its antecedent: sentences and tokens; and how
// many tokens ahead.
const (
	farSentences = 5
	farTokens    = 160
	aheadTokens  = 25
)

// A candidate is what a pronoun could stand for.
type candidate struct {
	mention  *mention // nil if it is nobody
	token    int      // the head of it, -1 for none at all
	features []feature
}

// antecedent returns the mention that the pronoun m stands for, or nil if there
// is none or if it is nobody of interest.
func (w *world) antecedent(m *mention) *mention {
	var best *mention
	top := -1 << 30
	all := w.candidates(m)
	if w.watch != nil {
		w.watch(m, all)
	}
	for _, c := range all {
		if s := score(m, c.features); s > top {
			best, top = c.mention, s
		}
	}
	return best
}

// score adds up the weights of the features of a candidate for m.
func score(m *mention, features []feature) int {
	s, row := 0, &worth[classOf(m)]
	for _, f := range features {
		s += int(row[f])
	}
	return s
}

// candidates returns what m could stand for, nearest first; none at all is the
// first.
func (w *world) candidates(m *mention) []candidate {
	w.countRecent(m)
	w.around = w.subjectAround(m)
	out := append(w.found[:0], candidate{nil, -1, w.none(m)})
	nearer := 0 // candidates of other chains between
	var seen []*chain
	for i := m.first - 1; i >= max(0, m.first-farTokens); i-- {
		if w.sentencesBetween(m, i, int(w.text.Tokens[i].Sentence)) > farSentences {
			break
		}
		o := w.mentionAt(i)
		switch {
		case o == nil && w.mute(i, m):
			out = append(out, candidate{nil, i, w.ofNoun(m, i)})
		case o != nil && w.possible(m, o):
			out = append(out, candidate{o, i, w.ofMention(m, o, nearer)})
			if !slices.Contains(seen, o.chain) {
				seen = append(seen, o.chain)
				nearer++
			}
		}
	}
	last := min(len(w.text.Tokens), m.first+aheadTokens, w.text.Sentences[m.sentence].Last)
	for i := m.first + 1; i < last; i++ {
		o := w.mentionAt(i)
		if o == nil || o.form == model.Pronoun || !o.subject || slices.Contains(seen, o.chain) || !w.possible(m, o) || len(seen) > 0 && !w.fronted(m, o) {
			continue
		}
		out = append(out, candidate{o, i, w.ofMention(m, o, nearer)})
	}
	most := 1
	for _, c := range out {
		if c.mention != nil {
			most = max(most, len(c.mention.chain.mentions))
		}
	}
	for i, c := range out {
		if c.mention != nil && most > 1 && len(c.mention.chain.mentions) == most {
			out[i].features = append(c.features, mostMentioned)
		}
	}
	w.found = out
	return out
}
