package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"lectern/analysis/syntax"
	"lectern/analysis/tag"
)

// lemmas learns the suffix rules: from short suffixes to long ones, and last
// whole words, a rule is kept where it differs from what the shorter ones say.
func (t *trainer) lemmas() error {
	type form struct{ base, lemma string }
	counts := make([]map[form]int, syntax.Tags)
	for _, g := range t.golds() {
		for i, tok := range g.Tokens {
			if tok.Lemma == "_" || tok.Lemma == "" {
				continue
			}
			if counts[tok.Tag] == nil {
				counts[tok.Tag] = map[form]int{}
			}
			counts[tok.Tag][form{tag.Base(g.Word(i), tok.Tag), tok.Lemma}]++
		}
	}
	var out strings.Builder
	for n, seen := range counts {
		forms := slices.SortedFunc(maps.Keys(seen), func(a, b form) int {
			return cmp.Or(cmp.Compare(a.base, b.base), cmp.Compare(seen[b], seen[a]), cmp.Compare(a.lemma, b.lemma))
		})
		forms = slices.CompactFunc(forms, func(a, b form) bool { return a.base == b.base })
		rules := map[string]tag.Edit{}
		for k := 0; k <= tag.LongestSuffix+1; k++ {
			votes := map[string]map[tag.Edit]int{}
			for _, f := range forms {
				key := "^" + f.base
				if k <= tag.LongestSuffix {
					if len(f.base) <= k {
						continue
					}
					key = f.base[len(f.base)-k:]
				}
				if votes[key] == nil {
					votes[key] = map[tag.Edit]int{}
				}
				votes[key][edit(f.base, f.lemma)]++
			}
			learnt := map[string]tag.Edit{}
			for _, key := range slices.Sorted(maps.Keys(votes)) {
				best, n, total := tag.Edit{}, 0, 0
				for _, e := range slices.SortedFunc(maps.Keys(votes[key]), func(a, b tag.Edit) int {
					return cmp.Or(cmp.Compare(a.Cut, b.Cut), cmp.Compare(a.Add, b.Add))
				}) {
					total += votes[key][e]
					if votes[key][e] > n {
						best, n = e, votes[key][e]
					}
				}
				whole := k > tag.LongestSuffix
				base := strings.TrimPrefix(key, "^")
				if k > 0 && tag.Rewrite(rules, base) == best.Apply(base) {
					continue // shorter rules say so already
				}
				if best.Cut <= 9 && (whole || k == 0 || n > 1 && n*3 > total*2 && len(best.Add) <= 3) {
					learnt[key] = best
				}
			}
			maps.Copy(rules, learnt)
		}
		for _, key := range slices.Sorted(maps.Keys(rules)) {
			fmt.Fprintf(&out, "%s\t%s\t%d\t%s\n", syntax.Tag(n), key, rules[key].Cut, rules[key].Add)
		}
	}
	return t.write("lemmas.tsv", []byte(out.String()), "- Data: UD English EWT and GUM (train): tag, suffix (^ for a whole form), bytes to cut, what to add\n")
}

// edit returns what makes lemma of base.
func edit(base, lemma string) tag.Edit {
	k := 0
	for k < len(base) && k < len(lemma) && base[k] == lemma[k] {
		k++
	}
	for k > 0 && k < len(base) && !utf8.RuneStart(base[k]) || k > 0 && k < len(lemma) && !utf8.RuneStart(lemma[k]) {
		k--
	}
	return tag.Edit{Cut: len(base) - k, Add: lemma[k:]}
}
