// Package chroma stands in for the library of that name, which Glamour links to
// colour the source code in fenced blocks. No style sheet of ours asks for such
// colours, yet the library reads the grammars of three hundred languages before
// the program begins, a quarter of the time to the first screen. What stands here
// has the few names that Glamour uses, and leaves code as it is.
package chroma

// A TokenType is a kind of token that a style may dress.
type TokenType int

// The kinds that Glamour names.
const (
	Background TokenType = iota
	Text
	Error
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
)

// StyleEntries says how kinds of tokens are dressed.
type StyleEntries map[TokenType]string

// A Style has a name; how it dresses is nobody's question here.
type Style struct{ Name string }

// MustNewStyle returns the style of that name.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{name} }
