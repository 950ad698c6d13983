package quote

import (
	"cmp"

	"lectern/analysis/syntax"
	"lectern/model"
)

// modeOf says how much of the content stands between quotation marks: nearly
// all, some, or none of its words.
func modeOf(text *syntax.Text, content []run) model.Mode {
	words, quoted := 0, 0
	for _, r := range content {
		for i := r.first; i < r.last; i++ {
			if t := text.Tokens[i]; t.Pos != syntax.PUNCT && !isMark(text.Word(i)) {
				words++
				if t.Quote >= 0 {
					quoted++
				}
			}
		}
	}
	switch {
	case quoted == 0:
		return model.Indirect
	case quoted*10 >= words*9:
		return model.Direct
	}
	return model.Mixed
}

// isMark reports whether w has no letter or digit in it.
func isMark(w string) bool {
	for _, r := range w {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 0x2fff || r >= 0xc0 && r < 0x2000 {
			return false
		}
	}
	return true
}

// stanceOf reads what the source does with the content off the cue: the last
// of its words that has a stance of its own, turned round where it is negated.
// A question for content makes of plain speech an asking.
func stanceOf(text *syntax.Text, d *draft) model.Stance {
	stance, verbal, negated := model.Assert, false, false
	for _, r := range d.cue {
		for i := r.first; i < r.last; i++ {
			if v, ok := verbs()[text.Lower(i)]; ok {
				stance, verbal = v.stance, true
			} else if s, ok := nounStances[cmp.Or(text.Tokens[i].Lemma, text.Lower(i))]; ok && !verbal {
				stance = s
			}
			negated = negated || negations[text.Lower(i)]
		}
	}
	if negated {
		switch stance {
		case model.Assert:
			return model.Deny
		case model.Deny:
			return model.Assert
		}
	}
	if stance == model.Assert && len(d.content) > 0 && asks(text, d.content) {
		return model.Ask
	}
	return stance
}

func asks(text *syntax.Text, content []run) bool {
	last := content[len(content)-1].last
	for i := last - 1; i >= content[0].first && isMark(text.Word(i)); i-- {
		if text.Word(i) == "?" {
			return true
		}
	}
	return false
}

var negations = set(`not n't n’t never no nor neither without`)

var nounStances = map[string]model.Stance{
	"denial": model.Deny, "rejection": model.Deny, "refusal": model.Deny, "opposition": model.Deny, "rebuttal": model.Deny, "dismissal": model.Deny,
	"doubt": model.Doubt, "skepticism": model.Doubt, "scepticism": model.Doubt, "suspicion": model.Doubt, "doubtful": model.Doubt, "skeptical": model.Doubt, "sceptical": model.Doubt, "unsure": model.Doubt,
	"demand": model.Demand, "request": model.Demand, "appeal": model.Demand, "plea": model.Demand, "order": model.Demand, "call": model.Demand, "recommendation": model.Demand, "proposal": model.Demand,
	"promise": model.Promise, "pledge": model.Promise, "vow": model.Promise, "commitment": model.Promise, "guarantee": model.Promise, "threat": model.Promise,
	"question": model.Ask, "inquiry": model.Ask,
}
