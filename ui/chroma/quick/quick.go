// Package quick writes source code as it stands.
package quick

import "io"

// Highlight writes source to w, whatever the language, formatter and style.
func Highlight(w io.Writer, source, language, formatter, style string) error {
	_, err := io.WriteString(w, source)
	return err
}
