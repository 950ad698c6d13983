package quote_test

import (
	"strings"
	"testing"

	"lectern/model"
)

// TestAnswers checks that a denial is linked to what it denies.
func TestAnswers(t *testing.T) {
	_, a := attribute(document(`The union said that the pension fund had been emptied by its managers.

The managers denied the accusation.

A judge said that the pension fund had been emptied by its managers.`))
	if len(a.Claims) != 3 {
		t.Fatalf("%d claims", len(a.Claims))
	}
	if c := a.Claims[1]; len(c.Answers) != 1 || c.Answers[0] != a.Claims[0] {
		t.Errorf("the denial answers %d claims", len(c.Answers))
	}
	if c := a.Claims[0]; len(c.Repeats) != 1 || c.Repeats[0] != a.Claims[2] {
		t.Errorf("the first claim is repeated by %d", len(c.Repeats))
	}
}

// TestEchoes checks that the narrator is caught with a source's words.
func TestEchoes(t *testing.T) {
	d := document(`The minister said that the deployment of troops was a measured and proportional response.

It rained in the hills.

The deployment remains a measured, proportional response.`)
	_, a := attribute(d)
	if len(a.Echoes) != 1 || len(a.Claims) != 1 || a.Echoes[0].Claim != a.Claims[0] {
		t.Fatalf("%d echoes of %d claims", len(a.Echoes), len(a.Claims))
	}
	if got := d.Text(a.Echoes[0].Span); got != "The deployment remains a measured, proportional response" {
		t.Errorf("echo %q", got)
	}
}

// TestTurns checks that a transcript's labels give its turns their speakers,
// that one label is one speaker, and that what is said counts as their voice.
func TestTurns(t *testing.T) {
	_, a := attribute(document(`Reporter: How did the winter treat your bees?

Anna Roth: Better than last year. We lost two hives of thirty.

Reporter: What did you do differently?

Anna Roth: Nothing clever. A dry hive is a warm hive.`))
	if len(a.Turns) != 4 {
		t.Fatalf("%d turns", len(a.Turns))
	}
	for i, turn := range a.Turns {
		if len(turn.Speakers) != 1 || turn.Speakers[0] != a.Turns[i%2].Speakers[0] {
			t.Errorf("turn %d has %d speakers", i, len(turn.Speakers))
		}
	}
	if a.Turns[0].Speakers[0] == a.Turns[1].Speakers[0] {
		t.Error("one speaker for both labels")
	}
	for _, v := range a.Voices {
		if v.Kind == model.Narrator && v.Share > .3 {
			t.Errorf("the narrator has %.2f of a transcript", v.Share)
		}
	}
}

// TestSpeakers checks who speaks: pronouns, several at once, relatives, and
// sources that nobody is.
func TestSpeakers(t *testing.T) {
	for _, c := range []struct {
		text    string
		claim   int
		names   []string
		unnamed bool
	}{
		{`Maria Santos runs the bakery. She said that flour was scarce.`, 0, []string{"Maria Santos"}, false},
		{`Analysts expect that prices will fall.`, 0, []string{"Analysts"}, true},
		{`Coastwatch International said that it had counted the ships. Coastwatch's Ana Ruiz said that there were nine.`, 1, []string{"Ana Ruiz"}, false},
		{`Two people familiar with the matter said the deal was off.`, 0, []string{"Two people familiar with the matter"}, true},
		{`Army-run health officials in Port Ruiz said at least 30 people were hurt.`, 0, []string{"health officials in Port Ruiz"}, true},
		{`Both the NRA and Gun Owners of America oppose the bill.`, 0, []string{"NRA", "Gun Owners of America"}, false},
		{`The senator's office said that she was ill.`, 0, []string{"the senator's office"}, false},
		{`Nobody from the ministry said that the bridge was closed.`, 0, nil, false},
		{`They depend on the older voters, who say that prices will fall.`, 0, []string{"the older voters"}, true},
		{`Officials familiar with the grant, who asked not to be named, said that the talks had failed.`, 0, []string{"Officials familiar with the grant"}, true},
		{`Officials familiar with the grant, who asked not to be named, said that the talks had failed.`, 1, []string{"Officials familiar with the grant"}, true},
		{`World number one Ana Ruiz said that she was tired.`, 0, []string{"Ana Ruiz"}, false},
		{`A senior harbour official, who asked not to be named, said that the talks had failed.`, 0, []string{"a senior harbour official"}, true},
		{`Norway and Denmark said that the talks had failed.`, 0, []string{"Norway", "Denmark"}, false},
	} {
		_, a := attribute(document(c.text))
		if len(a.Claims) <= c.claim {
			t.Errorf("%s: %d claims", c.text, len(a.Claims))
			continue
		}
		got := a.Claims[c.claim].Speakers
		if len(got) != len(c.names) {
			t.Errorf("%s: %d speakers", c.text, len(got))
			continue
		}
		for i, s := range got {
			if s.Name != c.names[i] || s.Unnamed != c.unnamed {
				t.Errorf("%s: speaker %q, unnamed %v", c.text, s.Name, s.Unnamed)
			}
		}
	}
}

// TestOwn checks that the one who is found to say something is "I" and "we" in it,
// also where that was not clear before claims were found.
func TestOwn(t *testing.T) {
	for _, c := range []struct{ text, who, words string }{
		{"\"I have an old car,\" sighed the woman from the harbour, Ana Ruiz. \"I live with my mother.\"", "Ana Ruiz", "I I my"},
		{"Holm: 'We are going to win so much.'\n\nPeter Holm was glad on Tuesday.", "Peter Holm", "We"},
		{"\"He told me, 'I am late,'\" Ana Ruiz said of Peter Holm.", "Ana Ruiz", "me"},
	} {
		d, a := attribute(document(c.text))
		var words []string
		for _, x := range a.Actors {
			if len(x.Mentions) == 0 {
				t.Errorf("%s: %s is never mentioned", c.text, x.Name)
			}
			for _, m := range x.Mentions {
				if m.Actor != x {
					t.Errorf("%s: %s is a mention of %s too", c.text, d.Doc.Text(m.Span), m.Actor.Name)
				}
				if x.Name == c.who && m.Form == model.Pronoun {
					words = append(words, d.Doc.Text(m.Span))
				}
			}
		}
		if got := strings.Join(words, " "); got != c.words {
			t.Errorf("%s: %s is %q", c.text, c.who, got)
		}
	}
}
