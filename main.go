// Command lectern is a reading desk for the terminal: an article in one pane
// and, in the other, who says what in it and how it is put.
package main

import (
	"os"

	"lectern/ui/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
