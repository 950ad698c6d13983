// Package cli is the command line: it joins reading, analysis, keeping and the
// screen, and hands each to the other as plain functions.
//
// The rules here:
//   - What was asked for goes to standard output, everything else to standard
//     error. A closed pipe ends the program quietly.
//   - An error is one line in lower case that says what was being done and to
//     which file, then a hint where there is one. The status is 1, and 2 where
//     the command line itself is wrong.
//   - Words from outside, file names in errors included, pass source.Safe
//     before anybody sees them.
//   - Nothing here asks the terminal anything; only Bubble Tea does, and it
//     does not wait for the answer.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"lectern/model/export"
)

// Main runs the command line and returns the exit status: 0, 1 for an error, 2
// for wrong usage.
func Main(args []string, stdin *os.File, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	// A reader who closes the pipe has seen enough: a write that fails is an
	// error like any other, instead of a signal.
	signal.Ignore(syscall.SIGPIPE)

	root := newRoot(&terminal{stdin: stdin, stdout: stdout, stderr: stderr})
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var wrong usageError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return 0
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "lectern: %v\nhint: lectern %s\n", err, "--help")
		return 2
	default:
		fmt.Fprintf(stderr, "lectern: %v\n", err)
		return 1
	}
}

// terminal is where a command reads and writes.
type terminal struct {
	stdin          *os.File
	stdout, stderr io.Writer
}

// usageError is a command line that does not say what to do.
type usageError struct{ error }

// options are the flags that every way of reading shares.
type options struct {
	noAnalysis bool
	theme      string
	width      int
	plain      bool
	tour       bool
}

var themes = []string{"auto", "dark", "light", "mono"}

// check refuses flags that do not say anything.
func (o *options) check() error {
	if !slices.Contains(themes, o.theme) {
		return usageError{fmt.Errorf("unknown theme %q; there are %s", safe(o.theme), strings.Join(themes, ", "))}
	}
	return nil
}

// cells is the flag for a width.
type cells int

func (c *cells) String() string { return strconv.Itoa(int(*c)) }
func (c *cells) Type() string   { return "cells" }

func (c *cells) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 20 || n > 500 {
		return errors.New("it must be a number from 20 to 500")
	}
	*c = cells(n)
	return nil
}

func newRoot(t *terminal) *cobra.Command {
	var o options
	root := &cobra.Command{
		Use:   "lectern [flags] [FILE|-]",
		Short: "Read an article: who says what in it, and how it is put",
		Long: `Read an article: who says what in it, and how it is put. Plain text, Markdown
and HTML are read; without a FILE it is a sample. On the screen ? shows the
keys and q leaves; where standard output is no terminal, the report is printed.`,
		Example: `  lectern article.txt
  lectern - < article.html
  lectern article.md > report.md`,
		Version:       export.Version,
		Args:          atMost(1),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(c *cobra.Command, args []string) error {
			return t.read(c.Context(), &o, args)
		},
	}
	root.SetVersionTemplate("lectern {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{errors.New(safe(err.Error()))} })
	root.PersistentFlags().BoolVar(&o.noAnalysis, "no-analysis", false, "only the text and the notes, nothing found by the engine")
	root.PersistentFlags().StringVar(&o.theme, "theme", "auto", strings.Join(themes, ", "))
	o.width = 76
	root.PersistentFlags().Var((*cells)(&o.width), "width", "widest line of text, in cells")
	root.Flags().BoolVar(&o.plain, "plain", false, "print a linear, numbered reading instead of the screen")
	root.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(themes, cobra.ShellCompDirectiveNoFileComp))
	root.AddCommand(newReport(t, &o), newExport(t, &o), newDevices(t, &o), newTour(t, &o))
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		c.Args, c.RunE = cobra.ArbitraryArgs, completion
	}
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return o.check() }
	return root
}

// completion runs where no shell was named that it knows.
func completion(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	return usageError{fmt.Errorf("no completions for %q; there are bash, fish, powershell and zsh", safe(args[0]))}
}

func none(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s takes no FILE", c.Name())}
	}
	return nil
}

func atMost(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) > n {
			return usageError{fmt.Errorf("one FILE at a time, not %d", len(args))}
		}
		return nil
	}
}
