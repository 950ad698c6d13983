package model

import "fmt"

// Count says how many there are of something: "1 claim", "2 claims".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Heard returns the actors that say something, in the order of the text.
func (a *Analysis) Heard() []*Actor {
	var out []*Actor
	for _, x := range a.Actors {
		if len(x.Claims)+len(x.Turns) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// Counted says how much was found of what is said: voices, claims, and turns where
// there are any. The screen, the report and the plain reading say it in the same
// words.
func (a *Analysis) Counted() []string {
	out := []string{Count(len(a.Heard()), "voice"), Count(len(a.Claims), "claim")}
	if n := len(a.Turns); n > 0 {
		out = append(out, Count(n, "turn"))
	}
	return out
}

// Nameless says of an actor without a name whether it is a source; "" of others.
func (x *Actor) Nameless() string {
	switch {
	case !x.Unnamed:
		return ""
	case len(x.Claims)+len(x.Turns) > 0:
		return "unnamed source"
	}
	return "unnamed"
}

// Inside returns how many claims stand inside others.
func (a *Analysis) Inside() (n int) {
	for c := range a.claims() {
		if c.In != nil {
			n++
		}
	}
	return n
}

// Linked is the sign for a claim that others repeat or answer, or that the narrator
// says again.
const Linked = "⇄"

// NoQuotes is what is said of an article of which [Analysis.Quotes] does not hold.
const NoQuotes = "Nobody is quoted word for word"

// Quotes reports whether anybody is quoted word for word, if only in scraps.
func (a *Analysis) Quotes() bool {
	for c := range a.claims() {
		if c.Mode != Indirect {
			return true
		}
	}
	return len(a.Turns) > 0
}
