package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lectern/analysis"
	"lectern/model"
	"lectern/model/export"
)

func newDevices(t *terminal, o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "devices [NAME]",
		Short: "Show the catalogue of framing devices, or one of them with its examples",
		Args:  atMost(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			for _, d := range analysis.Devices() {
				ids = append(ids, d.ID+"\t"+d.Title)
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			all := analysis.Devices()
			if len(args) == 0 {
				return t.printMarkdown(o, func(w io.Writer, escape func(string) string) error {
					return export.Catalogue(w, all, escape)
				})
			}
			d := deviceNamed(all, args[0])
			if d == nil {
				return fmt.Errorf("devices: no device is called %q\nhint: lectern devices lists them", safe(args[0]))
			}
			return t.printMarkdown(o, func(w io.Writer, escape func(string) string) error {
				return export.Device(w, d, escape)
			})
		},
	}
}

// deviceNamed finds a device by its ID or its title, in any case.
func deviceNamed(all []*model.Device, name string) *model.Device {
	for _, d := range all {
		if strings.EqualFold(d.ID, name) || strings.EqualFold(d.Title, name) {
			return d
		}
	}
	return nil
}
