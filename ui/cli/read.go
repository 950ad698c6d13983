package cli

import (
	"context"
	"errors"
	"os"

	"lectern/model/export"
	"lectern/samples"
)

// read opens an article to be read: on the screen if there is one, else as the
// report. Without an article it is the first of the samples.
func (t *terminal) read(ctx context.Context, o *options, args []string) error {
	name := samples.First
	if len(args) > 0 {
		name = args[0]
	}
	doc, err := t.open(name)
	if err != nil {
		return err
	}
	switch {
	case o.plain:
		a, err := t.article(ctx, o, doc)
		if err != nil {
			return err
		}
		return export.Plain(t.stdout, a)
	case !isTerminal(t.stdout), os.Getenv("TERM") == "dumb":
		return t.report(ctx, o, doc)
	}
	return errors.New("no screen yet\nhint: lectern report FILE")
}
