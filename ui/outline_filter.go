package ui

import (
	"strings"
	"unicode"

	"lectern/model"
)

// This file holds what a filter lets through: an item whose own words, or those of
// what it is in, hold all words of the filter, and what such an item is in.

// passing calls f for every item that the filter lets through, folded or not.
func (l *list) passing(f func(*model.Item)) {
	words := strings.Fields(l.filter)
	var walk func(items []*model.Item, path string, whole bool)
	walk = func(items []*model.Item, path string, whole bool) {
		for _, i := range items {
			own := ""
			if !whole {
				own = path + text(i)
			}
			all := whole || matches(own, words)
			if all {
				f(i)
			}
			walk(i.Items, own, all)
		}
	}
	walk(l.items, "", len(words) == 0)
}

// below reports whether the filter lets something below i through.
func below(i *model.Item, path string, words []string) bool {
	for _, c := range i.Items {
		own := path + text(c)
		if matches(own, words) || below(c, own, words) {
			return true
		}
	}
	return false
}

// text is what a filter looks at.
func text(i *model.Item) string {
	return " " + i.Who + " " + i.Label + " " + i.Aside + " " + i.About
}

// matches reports whether text holds all words; a word in small letters matches
// capitals too.
func matches(text string, words []string) bool {
	folded := strings.ToLower(text)
	for _, w := range words {
		if hasUpper(w) && !strings.Contains(text, w) || !strings.Contains(folded, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }
