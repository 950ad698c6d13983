package source

import (
	"strings"

	"lectern/model"
)

// frontMatter reads the fields between two lines "---" at the top of raw and
// returns where the article begins.
func frontMatter(m *model.Meta, raw string) int {
	if !strings.HasPrefix(raw, "---\n") && !strings.HasPrefix(raw, "---\r\n") {
		return 0
	}
	at := strings.IndexByte(raw, '\n') + 1
	for at < len(raw) {
		line, _, more := strings.Cut(raw[at:], "\n")
		next := at + len(line) + 1
		if strings.TrimRight(line, "\r \t") == "---" {
			return min(next, len(raw))
		}
		key, value, ok := strings.Cut(line, ":")
		nested := strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "#")
		if !ok && !nested && strings.TrimSpace(line) != "" || !more {
			return 0
		}
		if nested { // the items of a list, a comment
			at = next
			continue
		}
		value = Line(strings.Trim(strings.TrimSpace(value), `"'`))
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title":
			m.Title = value
		case "author", "by":
			m.Author = value
		case "date":
			m.Date = value
		case "site", "publication", "source":
			m.Site = value
		}
		at = next
	}
	return 0
}
