package main

import (
	"os"
	"path/filepath"
	"strings"

	"lectern/analysis/train/claims"
)

// claims trains analysis/quote on the articles as the embedded weights of the
// stages before it read them: run it after those have been built in.
func (t *trainer) claims() error {
	silver := filepath.Join(t.data, "..", "silver")
	if _, err := os.Stat(silver); err != nil {
		silver = ""
	}
	weights, figures, err := claims.Train(claims.Options{Data: t.data, Silver: silver, Cache: t.cache, Log: os.Stderr})
	if err != nil {
		return err
	}
	t.say("%s", figures)
	return t.write("claims.bin", weights, `- Data: PolNeAR (train, 840 news articles, no licence stated: weights only), silver/train (42 articles, annotated for this project, with twice the weight), sentences written for this project (analysis/train/claims/examples.txt)
- Method: two linear-chain conditional random fields (cues; then the source and content of each cue), a log-linear ranker of the second one's twelve best labellings and a logistic judge, AdaGrad with dropout, jackknifed in four parts; proper names masked
- polnear dev, raw text, as score_claims.py counts:

`+"\t"+strings.ReplaceAll(strings.TrimSpace(figures), "\n", "\n\t")+"\n")
}
