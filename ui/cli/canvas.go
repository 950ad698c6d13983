package cli

import (
	"context"
	"io"
	"os"
	"sync"
	"time"
)

// canvas is the terminal to draw on. It knows when the first page has been
// drawn, so that the analysis does not take the processor from it.
type canvas struct {
	*os.File
	once  sync.Once
	drawn chan struct{}
}

const (
	firstPage = 400                    // bytes; setting up the terminal takes fewer, a page more
	patience  = 300 * time.Millisecond // for a page so small that it takes fewer
)

func newCanvas(w io.Writer) *canvas {
	f, ok := w.(*os.File)
	if !ok {
		f = os.Stdout
	}
	return &canvas{File: f, drawn: make(chan struct{})}
}

// Write implements [io.Writer].
func (c *canvas) Write(b []byte) (int, error) {
	n, err := c.File.Write(b)
	if n >= firstPage {
		c.once.Do(func() { close(c.drawn) })
	}
	return n, err
}

// wait returns when the first page has been drawn, or ctx is done.
func (c *canvas) wait(ctx context.Context) {
	select {
	case <-c.drawn:
	case <-time.After(patience):
	case <-ctx.Done():
	}
}
