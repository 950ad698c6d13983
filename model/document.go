package model

import (
	"crypto/sha256"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Document is the readable text of one article: markup and control
// characters gone, in UTF-8, cut into blocks, with the map from it back to the
// source it was read from. It never changes once [Builder.Document] has made
// it; what is learnt or noted about it points back at it by [Span].
//
// Blocks are apart by "\n\n" (or "\n" inside a list, a table or verse). Inside
// a block a newline is a line break that the author meant; soft line ends of
// the source have become spaces.
type Document struct {
	text   string
	blocks []Block
	styles []Styled
	meta   Meta
	source Source
	pieces []piece
}

// Meta is what is known about an article besides its text. Every field is safe
// to show and may be empty.
type Meta struct {
	Title  string // the headline; the file's name where the article has none
	Author string
	Date   string // as the source gives it
	Site   string // the publication
	Name   string // the file's name, or "standard input", or the sample's name
	Path   string // where the sidecar belongs; empty for input without a file. Not safe to show.
}

// Source is what a document was read from.
type Source struct {
	Format Format
	Raw    string   // decoded to UTF-8, a leading BOM gone, newlines and markup untouched; for formats other than Text and Markdown the readable text itself
	Sum    [32]byte // SHA-256 of the bytes on disk
}

// Format is the kind of file a document was read from.
type Format uint8

const (
	Text Format = iota
	Markdown
	HTML
)

// A Block is a stretch of the document that a newspaper would set apart.
type Block struct {
	Span
	Kind   BlockKind
	Level  int    // heading level from 1; nesting depth of quotes and list items from 1; 1 for a table's header row
	Marker string // what stands before a list item or footnote: "•", "3.", "[x]"; not part of the text
}

// BlockKind says what a [Block] is for.
type BlockKind uint8

const (
	Paragraph BlockKind = iota
	Headline            // the article's title
	Byline              // author, date, place line
	Heading
	Quote    // a paragraph of a block quotation
	ListItem // a paragraph of a list item; Marker is empty on its second and later paragraphs
	Code     // shown as it stands, line by line
	TableRow // cells apart by one tab
	Rule     // a separator; its span is empty
	Caption
	Footnote
)

// A Styled is a stretch of text with an inline style. Styles may overlap.
type Styled struct {
	Span
	Style Style
	Link  string // the target of a Link, made safe to show
}

// Style is an inline style.
type Style uint8

const (
	Emphasis Style = iota
	Strong
	Monospace
	Strike
	Link
)

// piece says that text[at:] up to the next piece comes from raw[from:to]. Where
// both are as long as each other they are the same bytes.
type piece struct{ at, from, to int }

// Len returns the length of the text in bytes.
func (d *Document) Len() int { return len(d.text) }

// Text returns the text under s, a part of the document's own memory.
func (d *Document) Text(s Span) string { return d.text[s.Start:s.End] }

// All returns the span of the whole text.
func (d *Document) All() Span { return Span{0, len(d.text)} }

// Blocks returns the blocks in order. The caller must not change them.
func (d *Document) Blocks() []Block { return d.blocks }

// BlockAt returns the index of the last block that starts at or before offset,
// or 0.
func (d *Document) BlockAt(offset int) int {
	return max(0, sort.Search(len(d.blocks), func(i int) bool { return d.blocks[i].Start > offset })-1)
}

// Styles returns the inline styles, sorted by [Span.Compare]. The caller must
// not change them.
func (d *Document) Styles() []Styled { return d.styles }

// Meta returns what is known about the article.
func (d *Document) Meta() Meta { return d.meta }

// Source returns what the document was read from.
func (d *Document) Source() Source { return d.source }

// Head returns d as far as the end of the block that holds the byte at offset.
// Places in it are those in d.
func (d *Document) Head(offset int) *Document {
	if len(d.blocks) == 0 {
		return d
	}
	n := d.BlockAt(offset) + 1
	h := *d
	h.blocks = d.blocks[:n:n]
	h.text = d.text[:d.blocks[n-1].End]
	cut := sort.Search(len(d.styles), func(i int) bool { return d.styles[i].Start >= len(h.text) })
	h.styles = d.styles[:cut:cut]
	return &h
}

// ToSource returns the bytes of Source().Raw that s was made from, markup
// inside s included, markup at its edges not.
func (d *Document) ToSource(s Span) Span {
	if s.IsEmpty() {
		p := d.toSource(s.Start, false)
		return Span{p, p}
	}
	return Span{d.toSource(s.Start, false), d.toSource(s.End, true)}
}

// toSource maps one offset; as an end it belongs to the byte before it.
func (d *Document) toSource(at int, end bool) int {
	probe := at
	if end {
		probe--
	}
	i := sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].at > probe }) - 1
	if i < 0 {
		return 0
	}
	p, next := d.pieces[i], len(d.text)
	if i+1 < len(d.pieces) {
		next = d.pieces[i+1].at
	}
	switch {
	case p.to-p.from == next-p.at:
		return p.from + at - p.at
	case end || at >= next:
		return p.to
	default:
		return p.from
	}
}

// FromSource returns the readable text that was made from the bytes s of
// Source().Raw: everything that came from a byte inside s.
func (d *Document) FromSource(s Span) Span {
	first := sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].to > s.Start })
	out := Span{len(d.text), len(d.text)}
	for i := first; i < len(d.pieces) && d.pieces[i].from < s.End; i++ {
		p, next := d.pieces[i], len(d.text)
		if i+1 < len(d.pieces) {
			next = d.pieces[i+1].at
		}
		part := Span{p.at, next}
		if p.to-p.from == part.Len() {
			part = Span{p.at + max(0, s.Start-p.from), p.at + min(p.to, s.End) - p.from}
		}
		if part.IsEmpty() {
			continue
		}
		if out.IsEmpty() {
			out = part
		} else {
			out.End = part.End
		}
	}
	return out
}

// A Builder makes a [Document] block by block. What it is given must have
// passed the gate of package source.
type Builder struct {
	marks  int // how many code points are piled up at the end of the text
	text   strings.Builder
	doc    Document
	open   bool
	pieces []piece
}

// NewBuilder starts a document with the given meta and source. Source.Raw may
// be empty: then the readable text becomes it.
func NewBuilder(m Meta, s Source) *Builder {
	b := &Builder{doc: Document{meta: m, source: s}}
	b.text.Grow(len(s.Raw)) // about what is left when markup is gone
	return b
}

// Len returns the length of the text so far, in bytes.
func (b *Builder) Len() int { return b.text.Len() }

// Open starts a block. gap is what stands between it and the one before, "\n\n"
// or "\n"; before the first block nothing does.
func (b *Builder) Open(k Block, gap string) {
	b.Close()
	if len(b.doc.blocks) > 0 {
		b.Write(gap, Span{b.end(), b.end()})
	}
	k.Span = Span{b.Len(), b.Len()}
	b.doc.blocks = append(b.doc.blocks, k)
	b.open = true
}

// Close ends the open block, if there is one.
func (b *Builder) Close() {
	if b.open {
		b.doc.blocks[len(b.doc.blocks)-1].End = b.Len()
		b.open = false
	}
}

// Write adds text that was made from the bytes raw of Source.Raw. Where both
// have the same length they are taken to correspond byte by byte.
func (b *Builder) Write(text string, raw Span) {
	if text == "" {
		return
	}
	if text = b.level(text); text == "" {
		return
	}
	at := b.Len()
	b.text.WriteString(text)
	if n := len(b.pieces); n > 0 {
		last := b.pieces[n-1]
		if last.to == raw.Start && last.to-last.from == at-last.at && raw.Len() == len(text) {
			b.pieces[n-1].to = raw.End
			return
		}
	}
	b.pieces = append(b.pieces, piece{at, raw.Start, raw.End})
}

// MostMarks is how many code points may pile up on one letter, as many as the
// Stream-Safe Text Format of Unicode allows.
const MostMarks = 30

// Piles reports whether r adds to the letter before it and takes no place of its
// own: combining marks, joiners, skin tones.
func Piles(r rune) bool {
	return r >= 0x300 && (unicode.In(r, unicode.Mn, unicode.Me) || r == 0x200c || r == 0x200d || r >= 0x1f3fb && r <= 0x1f3ff)
}

// level cuts off a pile of marks that has grown over several writes.
func (b *Builder) level(text string) string {
	lead := 0
	for lead < len(text) {
		r, n := utf8.DecodeRuneInString(text[lead:])
		if !Piles(r) {
			break
		}
		if b.marks >= MostMarks {
			text = text[:lead] + text[lead+n:]
			continue
		}
		b.marks++
		lead += n
	}
	if lead < len(text) {
		b.marks = 0
		for rest := text; rest != ""; b.marks++ {
			r, n := utf8.DecodeLastRuneInString(rest)
			if !Piles(r) {
				break
			}
			rest = rest[:len(rest)-n]
		}
	}
	return text
}

// Style marks what was written since start.
func (b *Builder) Style(start int, s Style, link string) {
	if start < b.Len() {
		b.doc.styles = append(b.doc.styles, Styled{Span{start, b.Len()}, s, link})
	}
}

// Meta lets a reader of a format fill in what it finds on the way.
func (b *Builder) Meta() *Meta { return &b.doc.meta }

// Document closes the open block and returns what was built. The builder must
// not be used again.
func (b *Builder) Document() *Document {
	b.Close()
	d := &b.doc
	d.text, d.pieces = b.text.String(), b.pieces
	if d.source.Raw == "" && d.text != "" {
		d.source.Raw = d.text
		d.pieces = []piece{{0, 0, len(d.text)}}
	}
	sort.SliceStable(d.styles, func(i, j int) bool { return d.styles[i].Compare(d.styles[j].Span) < 0 })
	return d
}

// At returns the byte of Source.Raw up to which text was written: the place of
// what comes from nowhere in the source.
func (b *Builder) At() int { return b.end() }

func (b *Builder) end() int {
	if n := len(b.pieces); n > 0 {
		return b.pieces[n-1].to
	}
	return 0
}

// Sum returns the SHA-256 of b.
func Sum(b []byte) [32]byte { return sha256.Sum256(b) }

// FromText makes a document of plain paragraphs, apart by blank lines, without
// any of the care of package source. It is meant for tests and examples.
func FromText(text string) *Document {
	b := NewBuilder(Meta{Name: "text", Title: "text"}, Source{Raw: text, Sum: Sum([]byte(text))})
	at := 0
	for _, para := range strings.Split(text, "\n\n") {
		if para != "" {
			b.Open(Block{Kind: Paragraph}, "\n\n")
			b.Write(strings.ReplaceAll(para, "\n", " "), Span{at, at + len(para)})
		}
		at += len(para) + 2
	}
	return b.Document()
}
