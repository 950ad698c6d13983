package analysis

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"lectern/analysis/entity"
	"lectern/analysis/parse"
	"lectern/analysis/syntax"
	"lectern/analysis/tag"
)

// Tags, trees and names look at one sentence at a time, so sentences are read by
// all processors at once, in stretches. Each stretch is done by one worker from
// beginning to end and keeps its names to itself until all are joined in order:
// the result does not depend on how many workers there were.

const stretch = 64 // sentences

// read tags, parses and names all sentences of t.
func read(ctx context.Context, t *syntax.Text, progress Progress) error {
	stretches := (len(t.Sentences) + stretch - 1) / stretch
	names := make([][]syntax.Name, stretches)
	done := make(chan int, stretches)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), stretches) {
		wait.Go(func() {
			var w worker
			for ctx.Err() == nil {
				n := int(next.Add(1)) - 1
				if n >= stretches {
					return
				}
				names[n] = w.read(t, n*stretch, min((n+1)*stretch, len(t.Sentences)))
				done <- n
			}
		})
	}
	for n := range stretches {
		select {
		case <-ctx.Done():
			wait.Wait()
			return ctx.Err()
		case <-done:
			if progress != nil {
				progress(float64(n+1) / float64(stretches))
			}
		}
	}
	wait.Wait()
	for _, n := range names {
		t.Names = append(t.Names, n...)
	}
	return nil
}

// A worker is the working memory of one goroutine.
type worker struct {
	tagger tag.Tagger
	parser parse.Parser
	finder entity.Finder
}

func (w *worker) read(t *syntax.Text, first, last int) (names []syntax.Name) {
	for s := first; s < last; s++ {
		w.tagger.Sentence(t, s)
		w.parser.Sentence(t, s)
		names = w.finder.Sentence(names, t, s)
		runtime.Gosched() // who waits for a key has waited for a sentence at most
	}
	return names
}
