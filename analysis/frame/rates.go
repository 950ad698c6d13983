package frame

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed rates.tsv
var rateLines string

// readRates returns how often each device is used in 1,000 words of ordinary
// news, which a whole article is held against.
func readRates() map[string]float64 {
	rates := map[string]float64{}
	for line := range strings.Lines(rateLines) {
		id, n, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		rate, err := strconv.ParseFloat(n, 64)
		if err != nil {
			panic("rates.tsv: " + err.Error()) // the program was built wrong
		}
		rates[id] = rate
	}
	return rates
}
