package ui

import "strings"

// A link of the card is called by a letter. Where there are more links than
// letters, the last letters of the alphabet each begin as many names of two as
// are needed, so that the nearest links keep theirs of one and no name is the
// beginning of another.

// letters are what the name of a link can begin with; g is taken by gg.
const letters = "abcdefhijklmnopqrstuvwxyz"

// seconds are what may follow.
const seconds = "abcdefghijklmnopqrstuvwxyz"

// singles returns how many of n links have a name of one letter.
func singles(n int) int {
	double := 0
	for len(letters)-double+double*len(seconds) < n && double < len(letters) {
		double++
	}
	return len(letters) - double
}

// linkCells returns how many cells the names of n links take.
func linkCells(n int) int {
	if singles(n) < len(letters) {
		return 2
	}
	return 1
}

// linkLabel returns the name of link i of n, or "" where there are no more names.
func linkLabel(i, n int) string {
	one := singles(n)
	if i < one {
		return letters[i : i+1]
	}
	first, second := one+(i-one)/len(seconds), (i-one)%len(seconds)
	if first >= len(letters) {
		return ""
	}
	return letters[first:first+1] + seconds[second:second+1]
}

// linkCalled returns which of n links has that name, or -1; more says that the
// name is the beginning of longer ones.
func linkCalled(name string, n int) (i int, more bool) {
	if name == "" {
		return -1, true
	}
	one := singles(n)
	first := strings.IndexByte(letters, name[0])
	switch {
	case first < 0:
		return -1, false
	case first < one:
		i = first
		if len(name) > 1 {
			return -1, false
		}
	case len(name) == 1:
		return -1, one+(first-one)*len(seconds) < n
	default:
		second := strings.IndexByte(seconds, name[1])
		if second < 0 || len(name) > 2 {
			return -1, false
		}
		i = one + (first-one)*len(seconds) + second
	}
	if i >= n {
		return -1, false
	}
	return i, false
}
