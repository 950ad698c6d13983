package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"lectern/analysis/weights"
)

// clusters lays out the word clusters.
func (t *trainer) clusters() error {
	f, err := os.Open(filepath.Join(t.data, "clusters.tsv"))
	if err != nil {
		return err
	}
	defer f.Close()
	var words []string
	var clusters []int
	for in := bufio.NewScanner(f); in.Scan(); {
		word, path, _ := strings.Cut(in.Text(), "\t")
		c, err := strconv.ParseUint(path, 2, 16)
		if err != nil {
			return err
		}
		words, clusters = append(words, word), append(clusters, int(c))
	}
	return t.write("clusters.bin", weights.PackClusters(words, clusters), "- Data: 60,000 words in 12-bit clusters, cut by two-means from GloVe 6B vectors (PDDL)\n")
}
