package segment

import (
	"strings"
	"unicode/utf8"
)

// lean returns the lengths of the parts of w but the last, if w is a word and
// others that lean on it: do|n't, they|'ve, can|not, gon|na.
func lean(w string) []int {
	low := strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(w, "’", "'"), "`", "'"))
	if n, ok := welded[low]; ok {
		return inBytes(w, n)
	}
	cut := strings.LastIndexByte(low, '\'')
	if cut < 0 {
		return nil
	}
	switch tail := low[cut:]; tail {
	case "'t":
		if cut > 0 && low[cut-1] == 'n' && cut > 1 {
			return leanTwice(w, len(w)-tailBytes(w)-1)
		}
	case "'s", "'m", "'re", "'ve", "'ll", "'d":
		if cut > 0 {
			return leanTwice(w, len(w)-tailBytes(w))
		}
	}
	return nil
}

// inBytes returns lengths in code points of w as bytes: an apostrophe may be one
// or three.
func inBytes(w string, lengths []int) []int {
	out := make([]int, len(lengths))
	for i, n := range lengths {
		for range n {
			_, size := utf8.DecodeRuneInString(w)
			out[i] += size
			w = w[size:]
		}
	}
	return out
}

// tailBytes returns the length of what follows the last apostrophe of w,
// the apostrophe included.
func tailBytes(w string) int {
	i := strings.LastIndexAny(w, "'’`")
	return len(w) - i
}

// leanTwice cuts w at n, and the part before it once more if it leans too:
// would|n't|'ve.
func leanTwice(w string, n int) []int {
	first := lean(w[:n])
	for _, k := range first {
		n -= k
	}
	return append(append([]int(nil), first...), n)
}

// holdsHyphen reports whether the hyphen between word and after is part of one
// word: after a prefix (re-elect, non-profit), in a name with small parts, or a
// spelled-out sound.
func holdsHyphen(word, after string) bool {
	low := strings.ToLower(word)
	if i := strings.LastIndexAny(low, "-'’"); i >= 0 {
		low = low[i+1:]
	}
	if prefixes[low] {
		return true
	}
	r, _ := utf8.DecodeRuneInString(after)
	return codes(word) && (isDigit(after[0]) || r < utf8.RuneSelf && codes(after[:1]) && len(after) <= 4 && strings.ContainsAny(word, "0123456789"))
}

// codes reports whether w looks like the code of a thing, A1 or x3: letters and
// digits, or capitals only, up to four.
func codes(w string) bool {
	if len(w) > 4 {
		return false
	}
	for i := range len(w) {
		if !isDigit(w[i]) && (w[i] < 'A' || w[i] > 'Z') && !(len(w) > 1 && isDigit(w[len(w)-1])) {
			return false
		}
	}
	return true
}

// set makes a set of the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

var (
	// welded holds words that are two without an apostrophe, and where to cut, in
	// code points.
	welded = map[string][]int{
		"cannot": {3}, "gonna": {3}, "wanna": {3}, "gotta": {3}, "gimme": {3}, "lemme": {3}, "whatcha": {4}, "d'ye": {2},
		"dont": {2}, "doesnt": {4}, "didnt": {3}, "wont": {2}, "cant": {2}, "couldnt": {5}, "wouldnt": {5}, "shouldnt": {6},
		"isnt": {2}, "arent": {3}, "wasnt": {3}, "werent": {4}, "hasnt": {3}, "havent": {4}, "hadnt": {3},
		"im": {1}, "ive": {1}, "youre": {3}, "youve": {3}, "theyre": {4}, "theyve": {4}, "thats": {4}, "whats": {4}, "theres": {5},
		"'tis": {2}, "'twas": {2},
	}

	prefixes = set(`a anti arch bi bio bye by centi circum co contra counter cross de demi di dis e eco electro em en euro ex extra
		fore geo hemi hyper il im in infra inter intra ir kilo macro mal mega meta micro mid milli mini mis mono multi nano neo non
		omni over pan para per poly post pre pro proto pseudo psycho quasi re retro semi socio sub super supra sur tele trans tri
		ultra un under uni vice`)

	slashed  = set("w/o w/out w/e l/c b/c b/t i/s s/he n/a c/o i/c a/c")
	elisions = set("em til cause bout round n tis twas cuz ere neath tween")
	units    = set(`am pm mm cm km m kg g mg lb lbs oz ft in mi mph kph kmh hz khz mhz ghz kb mb gb tb kw mw gw kwh mwh k b bn mil mn tn c f
		hrs hr h min mins sec secs s yr yrs x hh px dpi p ml l pc kb/s deg usd eur gbp acre acres a p`)
)
