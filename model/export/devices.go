package export

import (
	"bufio"
	"fmt"
	"io"

	"lectern/model"
)

// Catalogue writes the list of devices as Markdown, family by family.
func Catalogue(w io.Writer, all []*model.Device, escape func(string) string) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# Framing devices\n")
	family := ""
	for _, d := range all {
		if d.Family != family {
			family = d.Family
			fmt.Fprintf(out, "\n## %s\n\n", model.Capital(family))
		}
		fmt.Fprintf(out, "- **%s** (%s): %s\n", escape(d.Title), escape(d.ID), escape(oneLine(d.About)))
	}
	return out.Flush()
}

// Device writes the page of one device as Markdown: what it is, what it should
// make a reader ask, where it is described, and its examples.
func Device(w io.Writer, d *model.Device, escape func(string) string) error {
	out := bufio.NewWriter(w)
	weight := "shown on demand"
	if d.Core {
		weight = "shown unasked"
	}
	fmt.Fprintf(out, "# %s\n\n%s · %s · %s\n\n%s\n", escape(d.Title), escape(d.ID), d.Family, weight, escape(oneLine(d.About)))
	if d.Asks != "" {
		fmt.Fprintf(out, "\n*%s*\n", escape(oneLine(d.Asks)))
	}
	if len(d.Examples) > 0 {
		fmt.Fprintf(out, "\n## Examples\n\n")
	}
	for _, e := range d.Examples {
		fmt.Fprintf(out, "- %s\n", escape(oneLine(e)))
	}
	if d.Rate > 0 {
		fmt.Fprintf(out, "\nIn ordinary news: %.1f in 1,000 words.\n", d.Rate)
	}
	if d.Source != "" {
		fmt.Fprintf(out, "\nAfter %s\n", escape(oneLine(d.Source)))
	}
	return out.Flush()
}
