// Package samples holds articles that were written for this project, to read
// and to test on: news with named and unnamed sources, an official statement,
// an opinion piece, an interview, a science story, and a page of difficult text.
package samples

import "embed"

// FS holds the articles by file name.
//
//go:embed *.md *.txt
var FS embed.FS

// First is the article that opens when none is named.
const First = "harbour.md"
