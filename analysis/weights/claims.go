package weights

import (
	_ "embed"
	"strings"
)

//go:embed claims.bin
var claimBytes string

//go:embed cuenet.bin
var cueNetBytes string

//go:embed spannet.bin
var spanNetBytes string

// Claims returns the weights of analysis/quote; it knows how they lie.
func Claims() string { return claimBytes }

// CueNet returns the embedded network that reads for cues, SpanNet the one that
// reads for their sources and contents.
var (
	CueNet  = lazy(&cueNetBytes, OpenRecurrent)
	SpanNet = lazy(&spanNetBytes, OpenRecurrent)
)

// Cluster returns the distributional cluster of a word in any case, from 1 to
// 4095, or 0 if it has none.
func Cluster(form string) int { return cluster(Text(lowered(strings.ToLower(form)))) }
