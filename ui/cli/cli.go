// Package cli is the command line.
package cli

import (
	"fmt"
	"io"
	"os"
)

// Main runs the command line and returns the exit status: 0, 1 for an error, 2
// for wrong usage.
func Main(args []string, stdin *os.File, stdout, stderr io.Writer) int {
	fmt.Fprintln(stderr, "lectern: nothing to read yet")
	return 1
}
