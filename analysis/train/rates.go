package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lectern/analysis"
	"lectern/analysis/frame"
	"lectern/model"
)

// rates counts how often each framing device is found in ordinary news, the
// articles of BASIL, and writes the uses in 1,000 words, both tiers, to
// rates.tsv of analysis/frame. It must run again when a rule has changed.
func (t *trainer) rates() error {
	files, err := filepath.Glob(filepath.Join(t.data, "framing", "basil", "articles", "*", "*.json"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no articles of BASIL: %w", err)
	}
	uses, core, words := map[string]int{}, 0, 0
	all := 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var article struct {
			Body [][]string `json:"body-paragraphs"`
		}
		if err := json.Unmarshal(b, &article); err != nil {
			return fmt.Errorf("reading %s: %w", file, err)
		}
		var paragraphs []string
		for _, p := range article.Body {
			paragraphs = append(paragraphs, strings.Join(p, " "))
		}
		a, err := analysis.Analyze(context.Background(), model.FromText(strings.Join(paragraphs, "\n\n")), nil)
		if err != nil {
			return err
		}
		words += len(a.Words)
		for _, f := range a.Findings {
			uses[f.Device.ID]++
			all++
			if f.Tier == model.Core {
				core++
			}
		}
	}
	per := func(n int) float64 { return 1000 * float64(n) / float64(words) }
	t.say("in 1,000 words of ordinary news: core %.1f, all tiers %.1f", per(core), per(all))
	var out strings.Builder
	fmt.Fprintf(&out, "# Uses of each device in 1,000 words of ordinary news, both tiers.\n# Counted by analysis/train in %d articles (%d words) of BASIL (Fan et al. 2019): numbers only.\n", len(files), words)
	for _, d := range frame.Devices() {
		fmt.Fprintf(&out, "%s\t%.3f\n", d.ID, per(uses[d.ID]))
	}
	return os.WriteFile(filepath.Join(t.out, "..", "frame", "rates.tsv"), []byte(out.String()), 0o644)
}
