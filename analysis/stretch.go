package analysis

import (
	"context"
	"runtime"
	"slices"
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
// the result does not depend on how many workers there were. Names are then read
// once more in the same way, in view of what the whole text called names at first.

const (
	stretch    = 64 // sentences
	firstShare = .8 // of the time
)

// read tags, parses and names all sentences of t.
func read(ctx context.Context, t *syntax.Text, progress Progress) error {
	if progress == nil {
		progress = func(float64) {}
	}
	stretches := (len(t.Sentences) + stretch - 1) / stretch
	readings, names := make([]entity.Reading, stretches), make([][]syntax.Name, stretches)
	workers := make([]worker, min(runtime.GOMAXPROCS(0), stretches))
	register := entity.RegisterOf(t, nil)
	for i := range workers {
		workers[i].finder.Register = register
	}
	err := share(ctx, workers, stretches, func(w *worker, n int) {
		w.read(&readings[n], t, n*stretch, min((n+1)*stretch, len(t.Sentences)))
	}, func(done float64) { progress(firstShare * done) })
	if err != nil {
		return err
	}
	var said []syntax.Name
	for _, r := range readings {
		said = append(said, r.Names...)
	}
	memory := entity.Remember(t, entity.LabelsOf(t, said))
	err = share(ctx, workers, stretches, func(w *worker, n int) {
		w.finder.Memory = memory
		names[n] = w.again(&readings[n], t, n*stretch, min((n+1)*stretch, len(t.Sentences)))
	}, func(done float64) { progress(firstShare + (1-firstShare)*done) })
	t.Names = append(t.Names, slices.Concat(names...)...)
	return err
}

// share has workers do all of n stretches. The only error is that of ctx.
func share(ctx context.Context, workers []worker, n int, do func(w *worker, stretch int), progress Progress) error {
	done := make(chan int, n)
	var next atomic.Int64
	var wait sync.WaitGroup
	defer wait.Wait()
	for i := range workers {
		wait.Go(func() {
			for ctx.Err() == nil {
				k := int(next.Add(1)) - 1
				if k >= n {
					return
				}
				do(&workers[i], k)
				done <- k
			}
		})
	}
	for k := range n {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-done:
			progress(float64(k+1) / float64(n))
		}
	}
	return nil
}

// A worker is the working memory of one goroutine.
type worker struct {
	tagger tag.Tagger
	parser parse.Parser
	finder entity.Finder
}

func (w *worker) read(r *entity.Reading, t *syntax.Text, first, last int) {
	for s := first; s < last; s++ {
		w.tagger.Sentence(t, s)
		w.parser.Sentence(t, s)
		w.finder.First(r, t, s)
		runtime.Gosched() // who waits for a key has waited for a sentence at most
	}
}

func (w *worker) again(r *entity.Reading, t *syntax.Text, first, last int) (names []syntax.Name) {
	for s := first; s < last; s++ {
		names = w.finder.Again(names, r, t, s)
		runtime.Gosched()
	}
	return names
}
