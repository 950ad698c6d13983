package quote

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// stretch is how many sentences or candidates a worker takes at a time.
const stretch = 32

// inStretches has all processors do [0, n) in stretches. Each worker asks for a
// function of its own, which may keep working memory; what it does must not depend on
// who does what.
func inStretches(n int, worker func() func(first, last int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+stretch-1)/stretch) {
		wait.Go(func() {
			do := worker()
			for {
				first := int(next.Add(stretch)) - stretch
				if first >= n {
					return
				}
				do(first, min(first+stretch, n))
			}
		})
	}
	wait.Wait()
}
