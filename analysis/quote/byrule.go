package quote

import (
	"strings"

	"lectern/analysis/syntax"
)

// byRule finds claims by their words alone: a verb of cues.txt beside a
// quotation or before "that", and "according to". It needs no trees.
func byRule(text *syntax.Text) []draft {
	var drafts []draft
	for s := range text.Sentences {
		r := rules{text, text.Sentences[s].First, text.Sentences[s].Last}
		for i := r.first; i < r.last; i++ {
			if d, ok := r.at(i); ok {
				drafts = append(drafts, d)
				i = max(i, d.cue[len(d.cue)-1].last-1)
			}
		}
	}
	return drafts
}

// rules looks at the sentence [first, last).
type rules struct {
	text        *syntax.Text
	first, last int
}

func (r rules) word(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.text.Lower(i)
}

// quoted reports whether token i stands inside a quotation or is a mark of one.
func (r rules) quoted(i int) bool { return i >= r.first && i < r.last && r.text.Tokens[i].Quote >= 0 }

func (r rules) at(i int) (draft, bool) {
	if r.quoted(i) {
		return draft{}, false
	}
	if r.word(i) == "according" && r.word(i+1) == "to" {
		return r.accordingTo(i)
	}
	if _, ok := verbs[r.word(i)]; !ok || i == r.first {
		return draft{}, false
	}
	source := r.before(i)
	cue := run{max(source.last, r.first), i + 1}
	if source.first == source.last {
		cue.first = i
	}
	d := draft{cue: []run{cue}, rule: "verb", sure: .5}
	if source.first < source.last {
		d.source = []run{source}
	}
	switch next := r.word(i + 1); {
	case next == "that" || next == "whether":
		d.content, d.rule, d.sure = []run{{i + 1, r.end(i + 1)}}, "verb that", .8
	case r.quoted(source.first - 1), r.word(source.first-1) == "," && r.quoted(source.first-2), r.quoted(i - 1):
		d.rule, d.sure = "verb after quotation", .9
		from := min(source.first, cue.first)
		for !r.quoted(from - 1) {
			from--
		}
		d.content = []run{{r.open(from - 1), from}}
		if r.quoted(i - 1) { // "…," said the minister
			d.source = nil
			if after := r.after(i + 1); after.first < after.last {
				d.source = []run{after}
			}
		}
		rest := i + 1
		if len(d.source) > 0 {
			rest = max(rest, d.source[0].last)
		}
		for k := rest; k < r.last; k++ {
			if r.quoted(k) {
				d.content = append(d.content, run{k, r.end(k)})
				break
			}
		}
	case r.quoted(i+1) || (next == ":" || next == ",") && r.quoted(i+2):
		from := i + 1
		for !r.quoted(from) {
			from++
		}
		d.content, d.rule, d.sure = []run{{from, r.end(from)}}, "verb before quotation", .8
	default:
		return draft{}, false
	}
	return d, len(d.source) > 0 && size(d.content) > 0
}

func (r rules) accordingTo(i int) (draft, bool) {
	source := r.after(i + 2)
	d := draft{cue: []run{{i, i + 2}}, source: []run{source}, rule: "according to", sure: .9}
	end := r.end(i)
	switch {
	case source.first == source.last:
		return draft{}, false
	case i == r.first && r.word(source.last) == ",":
		d.content = []run{{source.last + 1, end}}
	case i > r.first:
		last := i
		if r.word(i-1) == "," {
			last--
		}
		d.content = []run{{r.first, last}}
	}
	return d, size(d.content) > 0
}

// before returns the noun phrase that ends before the verb at i and its
// auxiliaries, as far back as a mark or a conjunction.
func (r rules) before(i int) run {
	last := i
	for last > r.first && skipped[r.word(last-1)] || last > r.first+1 && strings.HasSuffix(r.word(last-1), "ly") {
		last--
	}
	first := last
	for first > r.first && !r.quoted(first-1) && !bounds[r.word(first-1)] {
		first--
	}
	return run{first, last}
}

// after returns the noun phrase that starts at i.
func (r rules) after(i int) run {
	last := i
	for last < r.last && !r.quoted(last) && !bounds[r.word(last)] && r.word(last) != "." && r.word(last) != "in" && r.word(last) != "on" {
		last++
	}
	return run{i, last}
}

// open returns the start of the quotation that holds i, or of the sentence.
func (r rules) open(i int) int {
	return max(r.first, r.text.Quotes[r.text.Tokens[i].Quote].First)
}

// end returns where the sentence ends, its full stop left out if it is not quoted.
func (r rules) end(int) int {
	if w := r.word(r.last - 1); !r.quoted(r.last-1) && (w == "." || w == "!" || w == "?") {
		return r.last - 1
	}
	return r.last
}

var bounds = set(`, ; : — – -- ( ) that and but while as when because who which where if although after before`)
var skipped = set(`has have had also later then never not did does do is was will would may n't 's again still earlier`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
