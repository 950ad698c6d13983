package coref

import (
	"slices"
	"strings"

	"lectern/model"
)

// roleBodies are, by the role of a speaker, the nouns for the body that they speak for.
var roleBodies = func() map[string][]string {
	of := map[string][]string{}
	for _, x := range [...][2]string{
		{"minister", "ministry department"},
		{"secretary", "union federation department ministry"},
		{"commissioner superintendent sheriff", "district department police"},
		{"inspector sergeant constable detective officer", "police department force"},
		{"general colonel commander", "army military navy force command"},
		{"chairman chairwoman chairperson chair", "board commission committee panel council association company"},
		{"mayor councillor councilor alderman", "council city town"},
		{"coach captain striker midfielder defender goalkeeper player quarterback", "team club side squad"},
		{"manager", "team club side campaign company"},
		{"director chief", "institute agency centre center museum foundation department bureau authority company"},
		{"ceo president founder owner executive", "company firm group association union university organisation organization business foundation"},
		{"chancellor rector", "university college"},
		{"principal headmaster headmistress headteacher teacher", "school"},
		{"spokesman spokeswoman spokesperson", "company ministry department police army military party campaign agency group government council"},
		{"editor", "newspaper paper magazine"},
	} {
		for role := range strings.FieldsSeq(x[0]) {
			of[role] = strings.Fields(x[1])
		}
	}
	return of
}()

// bodyOfRole returns the body that goes with the role of the speaker who of the "we" m,
// if the text has spoken of it just before as the only one there is: the minister …
// the ministry.
func (w *world) bodyOfRole(m, who *mention) *mention {
	first := w.text.Quotes[m.quote].First
	for _, x := range who.chain.some(chainLook) {
		for _, role := range x.roles() {
			bodies := roleBodies[role]
			for k := m.index - 1; k >= 0 && bodies != nil && w.paragraph(first)-w.paragraph(w.mentions[k].first) <= 1; k-- {
				o := w.mentions[k]
				if o.quote != m.quote && o.form == model.Nominal && o.kind != model.Person && o.number == one && o.reach == definite && len(o.words) == 1 && slices.Contains(bodies, o.words[0]) {
					return o
				}
			}
		}
	}
	return nil
}
