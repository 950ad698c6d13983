package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// decode returns b in UTF-8 without a byte order mark. Valid UTF-8 is always
// taken for UTF-8; only otherwise is another charset guessed. What cannot be
// decoded becomes �.
func decode(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		if out, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(b); err == nil {
			return string(out)
		}
	}
	if utf8.Valid(b) {
		return string(b)
	}
	e := guess(b)
	if looksHTML().Match(b[:min(len(b), 1024)]) { // which may say so itself
		e, _, _ = charset.DetermineEncoding(b, "")
	}
	if e != nil {
		if out, err := e.NewDecoder().Bytes(b); err == nil && utf8.Valid(out) {
			return string(out)
		}
	}
	return strings.ToValidUTF8(string(b), replacement)
}

const sample = 64 << 10 // bytes that a guess looks at

// guess returns the encoding that b most likely is in; nil if there is no
// saying. A file that is almost UTF-8 is a damaged UTF-8 file.
func guess(b []byte) encoding.Encoding {
	if len(b) > sample {
		b = b[:sample]
	}
	bad, wide := 0, 0 // stretches of bytes that are no character, characters of several bytes
	in := false
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			if !in {
				bad++
			}
			in = true
		} else {
			in = false
			if n > 1 {
				wide++
			}
		}
		i += n
	}
	if wide > bad {
		return nil
	}
	name := chardet.Detect(b).Encoding
	if strings.EqualFold(name, "ascii") || name == "" || strings.HasPrefix(strings.ToUpper(name), "UTF-8") {
		name = "windows-1252"
	}
	e, _ := charset.Lookup(name)
	return e
}

// binary reports whether b, the beginning of a file, is not text.
func binary(b []byte) bool {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return false
	}
	if bytes.IndexByte(b, 0) >= 0 || bytes.HasPrefix(b, []byte("%PDF-")) || bytes.HasPrefix(b, []byte("\x1f\x8b")) {
		return true
	}
	control := 0
	for _, c := range b {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			control++
		}
	}
	return control*10 > len(b)
}
