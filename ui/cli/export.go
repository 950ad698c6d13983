package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"lectern/analysis"
	"lectern/analysis/syntax"
	"lectern/model"
	"lectern/model/export"
	"lectern/model/store"
)

// A format is one way to write a document.
type format struct {
	name  string
	about string
	write func(ctx context.Context, t *terminal, o *options, d *model.Document) error
}

var formats = []format{
	{"json", "actors, claims, framing, voices and notes, with places in code points", writeJSON},
	{"conllu", "sentences, words, tags and trees, as Universal Dependencies has them", writeCoNLLU},
	{"md", "the report as Markdown", writeMarkdown},
}

func newExport(t *terminal, o *options) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:   "export --format json|conllu|md FILE",
		Short: "Write everything found in an article for other programs",
		Long:  "Write everything found in an article to standard output, in one of these formats:\n",
		Args:  exactlyOne,
		RunE: func(c *cobra.Command, args []string) error {
			for _, f := range formats {
				if f.name == name {
					doc, err := t.open(args[0])
					if err != nil {
						return err
					}
					return f.write(c.Context(), t, o, doc)
				}
			}
			return usageError{fmt.Errorf("export: unknown format %q; there are json, conllu and md", safe(name))}
		},
	}
	var names []string
	for _, f := range formats {
		c.Long += fmt.Sprintf("\n  %-7s %s", f.name, f.about)
		names = append(names, f.name)
	}
	c.Flags().StringVarP(&name, "format", "f", "json", "json, conllu or md")
	c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func writeJSON(ctx context.Context, t *terminal, o *options, d *model.Document) error {
	a, err := t.article(ctx, o, d)
	if err != nil {
		return err
	}
	return export.JSON(t.stdout, a)
}

func writeMarkdown(ctx context.Context, t *terminal, o *options, d *model.Document) error {
	a, err := t.article(ctx, o, d)
	if err != nil {
		return err
	}
	return export.Markdown(t.stdout, a, export.Backslashes)
}

func writeCoNLLU(ctx context.Context, t *terminal, _ *options, d *model.Document) error {
	text, err := analysis.Parse(ctx, d, nil)
	if err != nil {
		return err
	}
	points := model.NewPoints(d)
	return syntax.WriteCoNLLU(t.stdout, text, func(s model.Span) (start, end int) {
		r := points.Range(s)
		return r.Start, r.End
	})
}

// article gathers what there is to write about d: what the engine finds, and
// the reader's notes. Notes that cannot be read are told of and left out.
func (t *terminal) article(ctx context.Context, o *options, d *model.Document) (export.Article, error) {
	a := export.Article{Document: d}
	if kept, marks, err := store.Open(d, store.NewState()); err != nil {
		t.tell(err.Error())
	} else {
		a.Marks = marks
		t.tell(kept.Notices()...)
	}
	if o.noAnalysis {
		return a, nil
	}
	var err error
	a.Analysis, err = analysis.Analyze(ctx, d, nil)
	return a, err
}

// tell says something beside what was asked for.
func (t *terminal) tell(what ...string) {
	for _, s := range what {
		fmt.Fprintln(t.stderr, "lectern: "+s)
	}
}

func exactlyOne(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usageError{fmt.Errorf("%s takes one FILE, or - for standard input", c.Name())}
	}
	return nil
}
