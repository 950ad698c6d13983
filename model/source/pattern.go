package source

import (
	"regexp"
	"sync"
)

// lazily returns a regular expression that is compiled when it is first asked
// for: no article asks for all of them, and every start would wait.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
