package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lectern/model/export"
)

func newExport(t *terminal, o *options) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "export --format json|conllu|md FILE",
		Short: "Write everything found in an article for other programs",
		Args:  exactlyOne,
		RunE: func(c *cobra.Command, args []string) error {
			switch format {
			case "json", "md", "conllu":
			default:
				return usageError{fmt.Errorf("export: unknown format %q; there are json, conllu and md", format)}
			}
			doc, err := t.open(args[0])
			if err != nil {
				return err
			}
			a := export.Article{Document: doc}
			if a.Analysis, err = o.analyze(c.Context(), doc); err != nil {
				return err
			}
			return export.JSON(t.stdout, a)
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "json", strings.Join([]string{"json", "conllu", "md"}, ", "))
	return c
}

func exactlyOne(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usageError{fmt.Errorf("%s takes one FILE, or - for standard input", c.CommandPath())}
	}
	return nil
}
