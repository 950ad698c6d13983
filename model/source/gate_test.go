package source

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lectern/model"
)

// What article text must not do to a terminal, as it stands in a file and as a
// reader sees it.
var payloads = []struct{ name, in, want string }{
	{"clear the screen", "a\x1b[2Jb", "a␛[2Jb"},
	{"set the title", "a\x1b]0;evil\x07b", "a␛]0;evil␇b"},
	{"an OSC that never ends", "a\x1b]2;evil b c", "a␛]2;evil b c"},
	{"a link", "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\", "␛]8;;http://evil.example␛\\here␛]8;;␛\\"},
	{"write to the clipboard", "\x1b]52;c;ZXZpbA==\x07", "␛]52;c;ZXZpbA==␇"},
	{"a device control string", "\x1bP+q544e\x1b\\", "␛P+q544e␛\\"},
	{"reset", "\x1bc", "␛c"},
	{"the other screen", "\x1b[?1049h", "␛[?1049h"},
	{"C1 in UTF-8", "a\u009b2Jb\u009d0;x\u009c", "a�2Jb�0;x�"},
	{"overwrite the line", "good\revil", "good\nevil"},
	{"overwrite a letter", "a\bb", "a␈b"},
	{"shift out", "a\x0eb\x0f", "a␎b␏"},
	{"delete", "a\x7fb", "a␡b"},
	{"NUL", "a\x00b", "a␀b"},
	{"turn the text around", "a\u202etxet\u202c b", "a�txet� b"},
	{"isolates", "a\u2066b\u2069c", "a�b�c"},
	{"nothing to see", "pass\u200bword\ufeff\u2060", "pass�word��"},
	{"a joiner between Latin letters", "pass\u200dword", "pass�word"},
	{"bad UTF-8", "a\xffb\xc3", "a�b�"},
	{"hidden tags", "a\U000e0041\U000e0042", "a��"},
	{"an emoji of three", "👩\u200d🚀", "👩\u200d🚀"},
	{"Persian with a joiner", "می\u200cخواهم", "می\u200cخواهم"},
	{"the flag of Scotland", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"},
	{"all kinds of newlines", "a\r\nb\rc\u0085d\u2028e\u2029f\ng", "a\nb\nc\nd\ne\nf\ng"},
	{"a tower of marks", "e" + strings.Repeat("\u0301", 1000) + "x", "e" + strings.Repeat("\u0301", 30) + "�x"},
}

func TestSafe(t *testing.T) {
	for _, p := range payloads {
		if got := Safe(p.in); got != p.want {
			t.Errorf("%s: %q became %q, want %q", p.name, p.in, got, p.want)
		}
	}
}

// Nowhere in a document, however the payload got there, does anything stand
// that a terminal would obey.
func TestNothingPassesTheGate(t *testing.T) {
	for _, p := range payloads {
		if strings.ContainsRune(p.in, 0) {
			continue // then it is not text at all
		}
		refs := ""
		for _, r := range p.in {
			refs += "&#" + itoa(int(r)) + ";"
		}
		for _, in := range []string{p.in, refs} {
			for _, name := range []string{"a.txt", "a.md", "a.html", p.in} {
				for _, page := range []string{
					"# " + in + "\n\nBy " + in + "\n\nText " + in + " [" + in + "](http://x/" + in + ") `" + in + "`\n\n- " + in + "\n\n> " + in + "\n\n```\n" + in + "\n```\n\n| " + in + " |\n|---|\n| " + in + " |\n",
					"---\ntitle: " + in + "\nauthor: " + in + "\n---\n" + in,
					"<!doctype html><title>" + in + "</title><meta name=author content='" + in + "'><article><h1>" + in + "</h1><p>" + strings.Repeat("Some words, some more words. ", 20) + in + "</p></article>",
				} {
					d, err := Read(strings.NewReader(page), model.Meta{Name: name})
					if err != nil {
						if e := err.Error(); Safe(e) != e {
							t.Errorf("%s: the error %q", p.name, e)
						}
						continue
					}
					m := d.Meta()
					all := []string{d.Text(d.All()), m.Title, m.Author, m.Date, m.Site, m.Name}
					for _, s := range d.Styles() {
						all = append(all, s.Link)
					}
					for _, s := range all {
						checkSafe(t, p.name, s)
					}
				}
			}
		}
	}
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func checkSafe(t *testing.T, name, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%s: bad UTF-8 in %q", name, s)
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' {
			t.Errorf("%s: %U passed in %q", name, r, s)
		}
	}
}

// Whatever the bytes are, a document is safe and in order, and each of its
// places leads to the source and back.
func FuzzRead(f *testing.F) {
	for _, p := range payloads {
		f.Add([]byte("# "+p.in+"\n\n"+p.in+" *x* &amp; \\* `y`\n\n1. a\n   - b\n"), "a.md")
		f.Add([]byte(p.in), "a.txt")
	}
	f.Add([]byte("<p>a<p>b&#x202e;<table><tr><td>c<td>d</table>"), "a.html")
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		d, err := Read(strings.NewReader(string(b)), model.Meta{Name: name})
		if err != nil {
			return
		}
		checkSafe(t, "text", d.Text(d.All()))
		checkSafe(t, "title", d.Meta().Title)
		raw := d.Source().Raw
		at := 0
		for i, k := range d.Blocks() {
			if k.Start < at || k.End < k.Start || k.End > d.Len() {
				t.Fatalf("block %d is %v after %d of %d", i, k.Span, at, d.Len())
			}
			at = k.End
			if s := d.ToSource(k.Span); s.Start < 0 || s.End < s.Start || s.End > len(raw) {
				t.Fatalf("block %d stands at %v of %d bytes", i, s, len(raw))
			}
		}
		for _, s := range d.Styles() {
			if s.Start < 0 || s.End > d.Len() || s.IsEmpty() {
				t.Fatalf("style %v of %d", s.Span, d.Len())
			}
		}
	})
}
