package quote

import (
	"cmp"

	"lectern/analysis/syntax"
)

// The models are taught outermost claims alone, so claims inside the content
// of another are read off the tree: a verb of cues.txt with a subject of its
// own and a clause for what is said, and "according to".

// inner returns the claims inside the contents of drafts that are not among
// them already.
func inner(text *syntax.Text, drafts []draft) []draft {
	cue := make([]bool, len(text.Tokens))
	for _, d := range drafts {
		for _, r := range d.cue {
			for i := r.first; i < r.last; i++ {
				cue[i] = true
			}
		}
	}
	var out []draft
	for _, d := range drafts {
		for _, r := range d.content {
			for i := r.first; i < r.last; i++ {
				if n, ok := innerAt(text, i, d.content); ok && !cue[i] {
					cue[i] = true
					out = append(out, n)
				}
			}
		}
	}
	return out
}

// innerAt looks for a claim whose cue is the verb at i, all of it inside content.
func innerAt(text *syntax.Text, i int, content []run) (draft, bool) {
	if text.Lower(i) == "according" && i+1 < len(text.Tokens) && text.Lower(i+1) == "to" {
		return innerAccording(text, i, content)
	}
	t := &text.Tokens[i]
	if _, ok := verbs()[cmp.Or(t.Lemma, text.Lower(i))]; !ok || t.Pos != syntax.VERB {
		return draft{}, false
	}
	subject := text.Child(i, syntax.Nsubj)
	clause := text.Child(i, syntax.Ccomp)
	if subject < 0 || clause < 0 {
		return draft{}, false
	}
	source, said := subtree(text, subject), trim(text, subtree(text, clause))
	if said.last <= said.first || said.has(i) || source.has(i) || !lies(content, source) || !lies(content, said) {
		return draft{}, false
	}
	cue := run{i, i + 1}
	for cue.first > source.last && auxiliary(text, cue.first-1, i) {
		cue.first--
	}
	return draft{source: []run{source}, cue: []run{cue}, content: []run{said}, rule: "verb with a clause, inside a claim", sure: .7}, true
}

// innerAccording takes the rest of the sentence, as far as it is content, for
// what is according to somebody.
func innerAccording(text *syntax.Text, i int, content []run) (draft, bool) {
	top := int(text.Tokens[i].Head)
	if top <= i+1 || text.Tokens[top].Sentence != text.Tokens[i].Sentence {
		return draft{}, false
	}
	source := subtree(text, top)
	source.first = i + 2
	s := text.SentenceOf(i)
	d := draft{source: []run{source}, cue: []run{{i, i + 2}}, rule: "according to, inside a claim", sure: .8}
	for _, r := range content {
		for _, side := range []run{{max(r.first, s.First), min(r.last, i)}, {max(r.first, source.last), min(r.last, s.Last)}} {
			if side = trim(text, side); side.last > side.first {
				d.content = append(d.content, side)
			}
		}
	}
	return d, source.last > source.first && lies(content, source) && len(d.content) > 0
}

func subtree(text *syntax.Text, i int) run {
	first, last := text.Subtree(i)
	return run{first, last}
}

// trim takes marks other than quotation marks off both ends.
func trim(text *syntax.Text, r run) run {
	loose := func(i int) bool { return isMark(text.Word(i)) && stateOf(text, i) < opening }
	for r.first < r.last && loose(r.first) {
		r.first++
	}
	for r.last > r.first && loose(r.last-1) {
		r.last--
	}
	return r
}

// lies reports whether r lies in one of the runs.
func lies(runs []run, r run) bool {
	for _, o := range runs {
		if o.first <= r.first && r.last <= o.last {
			return true
		}
	}
	return false
}

// auxiliary reports whether token k is an auxiliary, a negation or an adverb of
// the verb at i.
func auxiliary(text *syntax.Text, k, i int) bool {
	t := &text.Tokens[k]
	if int(t.Head) != i {
		return false
	}
	rel := t.Rel.Base()
	return rel == syntax.Aux || rel == syntax.Advmod
}
