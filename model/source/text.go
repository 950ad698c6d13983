package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/model"
)

const (
	longLine     = 100 // code points; text with lines longer than this is not wrapped by hand
	longHeadline = 160 // bytes
)

// readText builds the paragraphs of plain text. Where most lines are long each
// line is a paragraph; else paragraphs are apart by blank lines, and the line
// ends inside them are spaces. A short first paragraph that does not end like a
// sentence is the headline.
func readText(b *model.Builder, raw string) {
	lines := cutLines(raw)
	paragraphs := group(raw, lines)
	for i, p := range paragraphs {
		kind := model.Paragraph
		first := raw[p[0].Start:p[len(p)-1].End]
		switch {
		case i == 0 && len(paragraphs) > 1 && headline(first, len(p)):
			kind = model.Headline
			b.Meta().Title = Line(first)
		case i <= 2 && len(p) == 1 && byline(first):
			kind = model.Byline
			noteByline(b.Meta(), first)
		}
		block, gap := model.Block{Kind: kind}, "\n\n"
		if n := marker(first); n > 0 && n < len(first) {
			block = model.Block{Kind: model.ListItem, Level: 1, Marker: Safe(strings.TrimSpace(first[:n]))}
			if block.Marker == "-" || block.Marker == "*" || block.Marker == "·" {
				block.Marker = "•"
			}
			gap = "\n"
			p = slices.Clone(p)
			p[0].Start += n
		}
		b.Open(block, gap)
		for k, line := range p {
			if k > 0 {
				b.Write(" ", model.Span{Start: p[k-1].End, End: line.Start})
			}
			gated(b, raw, line)
		}
	}
}

// cutLines returns the lines of raw without their ends and the spaces around
// them; blank lines are empty spans.
func cutLines(raw string) (lines []model.Span) {
	for at := 0; at < len(raw); {
		end, next := len(raw), len(raw)
		for i := at; i < len(raw); i++ {
			if n := lineEnd(raw[i:]); n > 0 {
				end, next = i, i+n
				break
			}
		}
		lines = append(lines, trim(raw, model.Span{Start: at, End: end}))
		at = next
	}
	return lines
}

// lineEnd returns the length of the line end that s begins with, or 0.
func lineEnd(s string) int {
	switch s[0] {
	case '\r':
		if strings.HasPrefix(s, "\r\n") {
			return 2
		}
		return 1
	case '\n', '\f':
		return 1
	case 0xc2:
		if strings.HasPrefix(s, "\u0085") {
			return 2
		}
	case 0xe2:
		if strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029") {
			return 3
		}
	}
	return 0
}

// trim returns s without the white space at its ends.
func trim(raw string, s model.Span) model.Span {
	left := strings.TrimLeftFunc(raw[s.Start:s.End], unicode.IsSpace)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return s
}

// group puts lines together to paragraphs.
func group(raw string, lines []model.Span) (out [][]model.Span) {
	full, long := 0, 0
	for _, l := range lines {
		if !l.IsEmpty() {
			full++
			if utf8.RuneCountInString(raw[l.Start:l.End]) > longLine {
				long++
			}
		}
	}
	each := 2*long > full
	for at := 0; at < len(lines); at++ {
		end := at
		for end < len(lines) && !lines[end].IsEmpty() {
			end++
		}
		for _, stand := range items(raw, lines[at:end]) {
			if !each && wrapped(raw, stand) {
				out = append(out, stand)
				continue
			}
			for k := range stand {
				out = append(out, stand[k:k+1])
			}
		}
		at = end
	}
	return out
}

// items cuts lines that stand together where items of a list begin; only a
// stretch that begins with one, or has two, is a list.
func items(raw string, lines []model.Span) (out [][]model.Span) {
	if len(lines) == 0 {
		return nil
	}
	begins := func(i int) bool { return marker(raw[lines[i].Start:lines[i].End]) > 0 }
	count := 0
	for i := range lines {
		if begins(i) {
			count++
		}
	}
	from := 0
	for i := 1; i < len(lines); i++ {
		if begins(i) && (begins(0) || count > 1) {
			out = append(out, lines[from:i])
			from = i
		}
	}
	return append(out, lines[from:])
}

// wrapped reports whether lines that stand together are one paragraph that was
// wrapped by hand: about equally long but for the last, few of them ending as if
// nothing followed, or most going on in lower case. Verse and texts with a
// paragraph a line are none.
func wrapped(raw string, lines []model.Span) bool {
	longest, short, stops, lower := 0, 0, 0, 0
	for _, l := range lines {
		longest = max(longest, l.Len())
	}
	last := len(lines) - 1
	for _, l := range lines[:last] {
		if l.Len()*4 < longest*3 {
			short++
		}
		if r, _ := utf8.DecodeLastRuneInString(raw[l.Start:l.End]); strings.ContainsRune(".?!:\"”", r) {
			stops++
		}
	}
	for _, l := range lines[1:] {
		if r, _ := utf8.DecodeRuneInString(raw[l.Start:l.End]); unicode.IsLower(r) {
			lower++
		}
	}
	return lower*2 > last || last == 0 || longest >= 40 && longest <= 2*longLine && short*3 <= last && stops*3 <= last*2
}

// marker returns the length in bytes of what marks s as an item of a list, the
// space after it included; 0 if nothing does.
func marker(s string) int {
	for _, bullet := range []string{"- ", "* ", "• ", "· "} {
		if strings.HasPrefix(s, bullet) {
			return len(bullet)
		}
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if rest := s[digits:]; digits > 0 && digits <= 3 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return digits + 2
	}
	return 0
}

// headline reports whether s, set in that many lines, can be the title.
func headline(s string, lines int) bool {
	if lines > 2 || len(s) > longHeadline || byline(s) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)`))
	return last != '.' && last != ':' && last != ',' && last != ';' && last != '…' && !speaker().MatchString(s)
}

var (
	speaker = lazily(`^[\p{L}\p{M}.' -]{1,40}: \S`)
	signed  = lazily(`^(?:[Bb]y|BY) ([\p{Lu}][^.!?:;]{1,80})$`)
	dated   = lazily(`^(?i:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2})(?:,? \d{1,2}[:.]\d{2}.{0,12})?)$`)
)

// isDate reports whether s is a date and nothing else.
func isDate(s string) bool { return strings.ContainsAny(s, "0123456789") && dated().MatchString(s) }

// byline reports whether s says who wrote the article, or when.
func byline(s string) bool {
	for _, part := range parts(s) {
		if signed().MatchString(part) || isDate(part) {
			return true
		}
	}
	return false
}

// parts cuts a byline where something else begins: at a bar or dot, and at a
// comma before a date.
func parts(s string) []string {
	out := strings.FieldsFunc(s, func(r rune) bool { return r == '|' || r == '·' || r == '—' })
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
		for at, c := range out[i] {
			if rest := strings.TrimSpace(out[i][at+len(string(c)):]); c == ',' && at > 0 && isDate(rest) && !isDate(out[i]) {
				out = append(out, rest)
				out[i] = out[i][:at]
				break
			}
		}
	}
	return out
}

// noteByline fills in what the byline says.
func noteByline(m *model.Meta, s string) {
	for _, part := range parts(s) {
		if by := signed().FindStringSubmatch(part); by != nil && m.Author == "" {
			m.Author = Line(by[1])
		} else if m.Date == "" && isDate(part) {
			m.Date = Line(part)
		}
	}
}
