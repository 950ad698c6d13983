package frame

import (
	"fmt"
	"strings"
)

// Table returns the catalogue as a Markdown table, one device a row, for the
// README and the help.
func Table() string {
	var b strings.Builder
	b.WriteString("| family | device | what it is | what to ask |\n| --- | --- | --- | --- |\n")
	family := ""
	for _, d := range catalogue() {
		shown := ""
		if d.Family != family {
			family, shown = d.Family, d.Family
		}
		fmt.Fprintf(&b, "| %s | `%s` | %s | %s |\n", shown, d.ID, cell(d.About), cell(d.Asks))
	}
	return b.String()
}

// cell returns s fit for a cell of a Markdown table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
