package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// speaksOn returns the one who goes on speaking where the pronoun m speaks: the
// subject of the sentence just before the quotation that m is said to have
// uttered, or the one who spoke in the sentence before, mere quotations left out,
// or who acts in it as the first person there.
//
//	Ruiz answered her critics. ¶ "It is safe," she said.
//	"It is safe," Ruiz said. "I cross it every day." ¶ She added that …
//	Ruiz has long been a friend of Holm. She says …
func (w *world) speaksOn(m *mention) *mention {
	if !m.speaks || m.quote >= 0 || m.gender != woman && m.gender != man {
		return nil
	}
	from := w.text.Sentences[m.sentence].First
	q := w.lastQuote(m)
	uttered := q >= 0 && w.speakers[q] == m
	if uttered {
		from = w.text.Quotes[q].First
	}
	verb := int(w.text.Tokens[m.head].Head)
	main := uttered || w.text.IsRoot(verb) || w.text.Tokens[verb].Rel == syntax.Parataxis // and not: Ruiz asked what he said
	p := w.paragraph(m.first)
	var found *mention
	sentence := -1
	for k := m.index - 1; k >= 0; k-- {
		o := w.mentions[k]
		if o.first >= from || o.quote >= 0 {
			if o.quote < 0 && o.subject && w.mayBe(m, o) {
				return nil // somebody is spoken of between
			}
			continue
		}
		if p-w.paragraph(o.first) > 1 || sentence >= 0 && o.sentence != sentence {
			break
		}
		if sentence < 0 {
			sentence = o.sentence
			if w.sentencesBetween(m, o.head, o.sentence) > 1 && !uttered {
				return nil
			}
		}
		if o.speaks && !o.subject || w.isMainSubject(o) && (main || o.speaks) {
			found = o // the first of the sentence, whether it speaks or not
		} else if found != nil && !found.speaks && !uttered && o.first < found.first && w.mayBe(m, o) {
			return nil
		}
	}
	if found == nil || !w.mayBe(m, found) {
		return nil
	}
	return found
}

// mayBe reports whether nothing speaks against m being the person o.
func (w *world) mayBe(m, o *mention) bool {
	return o.chain.kind == model.Person && o.form != model.Demonym && w.possible(m, o)
}
