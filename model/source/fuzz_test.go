package source

import (
	"strings"
	"testing"

	"lectern/model"
)

func fuzz(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add(s)
	}
	for _, p := range payloads {
		f.Add(p.in)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if len(raw) > 20_000 {
			return
		}
		if d, err := Read(strings.NewReader(raw), model.Meta{Name: name}); err == nil {
			check(t, d)
		}
	})
}

func FuzzText(f *testing.F) { fuzz(f, "a.txt", "A title\n\nBy A. Writer\n\n- one\n- two\r\n") }

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "a.md", "---\ntitle: x\n---\n# a\n> b\n> - c &amp; \\*d\n\n| e | f |\n|-|-|\n| g |\n\n[^1] `h` <i>j</i>\n\n[^1]: k\n", "<div>\na\n</div>", "![a](b)\n\n1. c\n   ~~d~~  \n   e")
}

func FuzzHTML(f *testing.F) {
	fuzz(f, "a.html", "<article><h1>a</h1><p>b <em>c</em><br>d<ul><li>e<ol><li>f</ol></ul><table><tr><th>g<td>h</table><pre>i\n j</pre>")
}
