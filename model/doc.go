// Package model holds what the reader sees, marks and keeps: the document, the
// findings of the analysis, and the reader's own marks. It knows nothing of how
// findings are made, shown or stored.
package model
