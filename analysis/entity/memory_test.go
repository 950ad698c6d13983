package entity

import (
	"testing"

	"lectern/analysis/segment"
	"lectern/analysis/syntax"
	"lectern/analysis/tag"
	"lectern/analysis/weights"
	"lectern/model"
)

func read(text string) *syntax.Text { return segment.Text(model.FromText(text)) }

// place returns the n-th token that is word.
func place(t *testing.T, x *syntax.Text, word string, n int) int {
	t.Helper()
	for i := range x.Tokens {
		if x.Word(i) == word {
			if n--; n < 0 {
				return i
			}
		}
	}
	t.Fatalf("no %q", word)
	return 0
}

func TestMemoryLeavesOutThePlaceItself(t *testing.T) {
	x := read("Olga Brandt spoke first. Nobody asked Brandt twice. Then Brandt left with Sorel.")
	labels := make([]Label, len(x.Tokens))
	first := place(t, x, "Olga", 0)
	labels[first], labels[first+1] = LabelOf(syntax.Person, 0, 2), LabelOf(syntax.Person, 1, 2)
	labels[place(t, x, "Brandt", 1)] = LabelOf(syntax.Organization, 0, 1)
	in := Input{Memory: Remember(x, labels)}
	recall := func(word string, n int) recollection {
		i := place(t, x, word, n)
		s := x.SentenceOf(i)
		in.Read(x, s.First, s.Last)
		return in.recall(i - s.First)
	}
	person, body, none := weights.Atom(9600+int(syntax.Person)), weights.Atom(9600+int(syntax.Organization)), weights.Atom(9600+4)
	for _, c := range []struct {
		word string
		n    int
		kind uint64
	}{
		{"Brandt", 0, body}, // of a body and none, the one that is listed first
		{"Brandt", 1, person},
		{"Brandt", 2, person},
		{"Sorel", 0, 0},
		{"Olga", 0, 0},
		{"left", 0, 0},
	} {
		if got := recall(c.word, c.n).kind; got != c.kind {
			t.Errorf("%s %d is remembered as %x, want %x", c.word, c.n, got, c.kind)
		}
	}
	labels[first+1], labels[place(t, x, "Brandt", 1)] = Outside, Outside
	in.Memory = Remember(x, labels)
	if got := recall("Brandt", 2).kind; got != none {
		t.Errorf("what is twice no name is remembered as %x", got)
	}
}

func TestLabelsOfSpellTheNames(t *testing.T) {
	x := read("Olga Brandt met Sorel in Upper Lyme.")
	names := []syntax.Name{{First: 0, Last: 2, Kind: syntax.Person}, {First: 3, Last: 4, Kind: syntax.Person}, {First: 5, Last: 7, Kind: syntax.Location}}
	got := Spans(LabelsOf(x, names))
	if len(got) != len(names) {
		t.Fatalf("%d names, want %d", len(got), len(names))
	}
	for i := range got {
		if got[i] != names[i] {
			t.Errorf("name %d is %v, want %v", i, got[i], names[i])
		}
	}
}

func TestRunsGoOverSmallWords(t *testing.T) {
	x := read("The Bank of Upper Lyme and nobody else paid.")
	var in Input
	in.Read(x, 0, len(x.Tokens))
	for _, c := range []struct {
		word                string
		first, last         int
		wideFirst, wideLast int
	}{
		{"The", 0, 2, 0, 5},
		{"Bank", 0, 2, 0, 5},
		{"of", 2, 2, 0, 5},
		{"Lyme", 3, 5, 0, 5},
		{"and", 5, 5, 5, 5},
		{"nobody", 6, 6, 6, 6},
	} {
		want := run{c.first, c.last, c.wideFirst, c.wideLast}
		if got := in.runs[place(t, x, c.word, 0)]; got != want {
			t.Errorf("the run of %q is %v, want %v", c.word, got, want)
		}
	}
}

// TestSecondReading reads a sentence that does not tell whose name it holds after
// others that do.
func TestSecondReading(t *testing.T) {
	const (
		lawyer  = "The lawyer Ilmar Zhadeni said that he would appeal. Mr Zhadeni, who is 54, was born here. "
		town    = "The town of Zhadeni lies in northern Moldova. Thousands live in Zhadeni. Snow fell in Zhadeni. "
		company = "The company Zhadeni Ltd said that its shares fell. The board of Zhadeni Ltd met. "
	)
	for _, c := range []struct {
		before, alone string
		kind          syntax.NameKind
	}{
		{lawyer, "Nobody blames Zhadeni.", syntax.Person},
		{town, "Nobody blames Zhadeni.", syntax.Location},
		{lawyer, "Zhadeni will wait.", syntax.Person},
		{company, "Zhadeni will wait.", syntax.Organization},
	} {
		x := read(c.before + c.alone)
		tag.Words(x)
		Names(x)
		last := x.Names[len(x.Names)-1]
		if got := x.Doc.Text(x.Span(last.First, last.Last)); got != "Zhadeni" || last.Kind != c.kind {
			t.Errorf("%q ends with %s, a %v, want a %v", c.before+c.alone, got, last.Kind, c.kind)
		}
	}
}

// TestNoNameEndsWithASmallWord reads bodies that the corpora would cut at a place
// inside of them.
func TestNoNameEndsWithASmallWord(t *testing.T) {
	x := read("The University of Turku hired her. Turku is cold. She left the Ministry of Justice for the Bank of Zhadeni and the Institute for the Study of Turku.")
	tag.Words(x)
	Names(x)
	if len(x.Names) < 4 {
		t.Errorf("%d names, want 4 or more", len(x.Names))
	}
	for _, n := range x.Names {
		if w := weights.See(x.Word(n.Last - 1)); !w.Capital {
			t.Errorf("%q is taken for a name", x.Doc.Text(x.Span(n.First, n.Last)))
		}
	}
}
