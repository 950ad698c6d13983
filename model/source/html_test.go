package source

import (
	"fmt"
	"strings"
	"testing"

	"lectern/model"
)

// outline shows a document block by block.
func outline(d *model.Document) string {
	kinds := [...]string{"paragraph", "headline", "byline", "heading", "quote", "item", "code", "row", "rule", "caption", "footnote"}
	var out strings.Builder
	for _, k := range d.Blocks() {
		fmt.Fprintf(&out, "%s", kinds[k.Kind])
		if k.Level > 0 {
			fmt.Fprintf(&out, " %d", k.Level)
		}
		if k.Marker != "" {
			fmt.Fprintf(&out, " %s", k.Marker)
		}
		fmt.Fprintf(&out, ": %s\n", strings.NewReplacer("\n", "⏎", "\t", "⇥").Replace(d.Text(k.Span)))
	}
	return out.String()
}

func read(t *testing.T, name, text string) *model.Document {
	t.Helper()
	d, err := Read(strings.NewReader(text), model.Meta{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Notes are told from items of lists by their role, or by the name that their
// marks lead to; the arrow back is no part of them.
func TestHTMLFootnotes(t *testing.T) {
	const body = `<!doctype html><title>Salt</title><body><article><h1>Salt</h1>
<p>The works, which had stood for years, were closed, said the owner, and nobody was told.<a href="#fn1" id="fnref1">1</a> More words stand here, with commas, to be an article.</p>
<ul><li id="notebook-2">A list item that was long enough, and plain, to be kept</li></ul>%s</article>`
	for _, c := range []struct{ name, list, want string }{
		{"Pandoc", `<section role="doc-endnotes"><ol><li id="fn1" role="doc-endnote"><p>The owner, by letter.<a href="#fnref1" role="doc-backlink">↩</a></p><p>Undated.</p></li></ol></section>`,
			"footnote 1.: The owner, by letter.\nfootnote 1.: Undated.\n"},
		{"a wiki", `<ol><li id="cite_note-Salt-1"><a href="#cite_ref-Salt_1-0">^</a> The owner, by letter, to the town and its people.</li></ol>`,
			"footnote 1.: The owner, by letter, to the town and its people.\n"},
		{"a forge", `<ol><li id="user-content-fn-2"><p>The owner, by letter. <a href="#user-content-fnref-2">↩</a></p></li></ol><p>And so on, and on, said all.</p>`,
			"footnote 1.: The owner, by letter.\nparagraph: And so on, and on, said all.\n"},
	} {
		got := outline(read(t, "a.html", fmt.Sprintf(body, c.list)))
		if !strings.HasSuffix(got, "kept\n"+c.want) || !strings.Contains(got, "item 1 •: A list item") {
			t.Errorf("%s: got\n%s", c.name, got)
		}
	}
}

const webPage = `<!doctype html><html><head><title>Bridge shut - The Courier</title>
<meta name="author" content="Ann Writer"><meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2025-03-04T10:00:00Z"></head>
<body><nav><a href=/>Home</a> <a href=/x>News</a></nav><article><h1>Bridge shut</h1>
<p>The bridge was <em>shut</em> on Monday, <a href="http://x.example/a?b">the ministry
 said</a>&nbsp;&mdash; and nobody knew why. It had stood for a hundred years, said the mayor.<script>evil()</script></p>
<blockquote><p>We did not know, she wrote.</p></blockquote>
<h2>What next</h2>
<ul><li>One thing that was long enough to be kept in the article text</li><li><p>Two things</p><p>and more</p></li></ul>
<p>More words are here, to be an article, since readability counts commas, and words, and so on.</p>
<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><pre>x
 y</pre></article><footer>Copyright</footer></body></html>`

func TestHTML(t *testing.T) {
	d := read(t, "a.html", webPage)
	want := `headline 1: Bridge shut
byline: By Ann Writer · 4 March 2025
paragraph: The bridge was shut on Monday, the ministry said — and nobody knew why. It had stood for a hundred years, said the mayor.
quote 1: We did not know, she wrote.
heading 2: What next
item 1 •: One thing that was long enough to be kept in the article text
item 1 •: Two things
item 1: and more
paragraph: More words are here, to be an article, since readability counts commas, and words, and so on.
row 1: a⇥b
row: 1⇥2
code: x⏎ y
`
	if got := strings.ReplaceAll(outline(d), "\u00a0", " "); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	m := d.Meta()
	if m.Title != "Bridge shut" || m.Author != "Ann Writer" || m.Date != "4 March 2025" || m.Site != "The Courier" {
		t.Errorf("meta %+v", m)
	}
	var styles []string
	for _, s := range d.Styles() {
		styles = append(styles, fmt.Sprintf("%d %s %s", s.Style, d.Text(s.Span), s.Link))
	}
	if got := strings.Join(styles, "; "); got != fmt.Sprintf("%d shut ; %d the ministry said http://x.example/a?b", model.Emphasis, model.Link) {
		t.Errorf("styles %s", got)
	}
}

func TestHTMLThatIsNoArticle(t *testing.T) {
	for name, page := range map[string]string{
		"deep": strings.Repeat("<div>", 100_000) + "x",
		"many": strings.Repeat("<p>x", 400_000),
	} {
		_, err := Read(strings.NewReader("<html>"+page), model.Meta{Name: "a.html"})
		if name == "deep" && err == nil {
			continue // the parser cut it down by itself
		}
		if err == nil || !strings.HasPrefix(err.Error(), "its HTML ") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
