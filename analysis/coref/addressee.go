package coref

import (
	"lectern/analysis/syntax"
	"lectern/model"
)

// Who writes is not who carries: "we" in a letter are those who sent it, and "you"
// those whom it is sent to, or whom the speaker was last said to speak to.

// told returns the one to whom the quotation around the "you" m is said:
//
//	Ruiz told Holm, "You are late."
//	In a letter to Holm, Ruiz wrote: "You are late."
//	Ruiz warned the rebels. "We know who you are," she said.
func (w *world) told(m *mention) *mention {
	who := w.speakers[m.quote]
	if who == nil {
		return nil
	}
	if o := w.addressee(int(w.text.Tokens[who.site].Head), m, who); o != nil {
		return o
	}
	if who.chain.kind == model.Paper {
		for _, x := range who.chain.some(chainLook) {
			if o := w.recipient(x.head, m, who); o != nil {
				return o
			}
			if o := w.addressee(w.sending(x), m, who); o != nil {
				return o
			}
		}
	}
	start := w.text.Quotes[m.quote].First
	for k := m.index - 1; k >= 0 && w.mentions[k].sentence >= int(w.text.Tokens[start].Sentence)-toldSentences; k-- {
		o := w.mentions[k]
		if o.quote < 0 && o.subject && o.chain == who.chain && o.last <= start {
			if to := w.addressee(int(w.text.Tokens[o.site].Head), m, who); to != nil && to.form == model.Nominal { // papers are told by name, and "you" is then anybody
				return to
			}
		}
	}
	return nil
}

const (
	chainLook     = 12 // mentions of a chain
	toldSentences = 3  // how far before a quotation its speaker may be said to speak to somebody
)

// addressee returns the one whom the verb at a token says something to, or sends
// something that says it; -1 is no verb.
func (w *world) addressee(verb int, m, who *mention) *mention {
	if verb < 0 || w.text.Tokens[verb].Pos != syntax.VERB {
		return nil
	}
	for _, k := range w.kids[verb] {
		switch w.text.Tokens[k].Rel.Base() {
		case syntax.Iobj:
			if o := w.party(int(k), m.quote, who); o != nil {
				return o
			}
		case syntax.Obj, syntax.Obl:
			obj := w.text.Tokens[k].Rel.Base() == syntax.Obj
			if obj && addressing[w.lemma(verb)] || !obj && w.isTo(int(k)) {
				if o := w.party(int(k), m.quote, who); o != nil {
					return o
				}
			}
			if n, ok := w.kindOfNoun(int(k)); ok && n.kind == model.Paper {
				if o := w.recipient(int(k), m, who); o != nil {
					return o
				}
			}
		}
	}
	return nil
}

// recipient returns the one to whom the paper at a token goes: a letter to Holm.
func (w *world) recipient(paper int, m, who *mention) *mention {
	for _, k := range w.kids[paper] {
		if w.text.Tokens[k].Rel.Base() == syntax.Nmod && w.isTo(int(k)) {
			return w.party(int(k), m.quote, who)
		}
	}
	return nil
}

func (w *world) isTo(i int) bool { return w.preposition(i) == "to" }

// preposition returns the word that joins token i to its head, "" if none does.
func (w *world) preposition(i int) string { return w.kidWord(i, syntax.Case) }

// kidWord returns the first word that stands in a relation to token i, "" if none does.
func (w *world) kidWord(i int, rel syntax.Rel) string {
	k := w.kid(i, rel)
	if k < 0 {
		return ""
	}
	return w.text.Lower(k)
}

// party returns the mention around a token if it may write to who or be written to,
// outside of what is said in a quotation.
func (w *world) party(i, quote int, who *mention) *mention {
	o := w.mentionAround(i)
	if o == nil || o == who || o.quote >= 0 && o.quote == quote || o.chain == who.chain || o.reach == unbound {
		return nil
	}
	switch o.chain.kind {
	case model.Person, model.Group, model.Organization:
		return o
	case model.Place:
		if o.chain.country != "" {
			return o
		}
	}
	return nil
}

// sending returns the verb by which somebody sends or writes the paper x, -1 if none.
func (w *world) sending(x *mention) int {
	tok := w.text.Tokens[x.site]
	verb := int(tok.Head)
	if base := tok.Rel.Base(); base != syntax.Obj && tok.Rel != syntax.NsubjPass || !sends[w.lemma(verb)] {
		return -1
	}
	return verb
}

// sender returns the one who wrote the paper who, if it is told: Ruiz sent a letter;
// a letter from Ruiz; a letter signed by Ruiz.
func (w *world) sender(who *mention) *mention {
	for _, x := range who.chain.some(chainLook) {
		if x.form == model.Pronoun {
			continue
		}
		if verb := w.sending(x); verb >= 0 {
			if o := w.agent(verb, x, who); o != nil {
				return o
			}
		}
		for _, k := range w.kids[x.head] {
			switch tok := w.text.Tokens[k]; tok.Rel.Base() {
			case syntax.Acl:
				if sends[w.lemma(int(k))] {
					if o := w.agent(int(k), x, who); o != nil {
						return o
					}
				}
			case syntax.Nmod:
				if by := w.preposition(int(k)); by == "from" || by == "by" {
					if o := w.party(int(k), -1, who); o != nil {
						return o
					}
				}
			}
		}
	}
	return nil
}

// agent returns the one who does what a verb says to x.
func (w *world) agent(verb int, x, who *mention) *mention {
	for _, k := range w.kids[verb] {
		tok := w.text.Tokens[k]
		by := tok.Rel.Base() == syntax.Obl && w.preposition(int(k)) == "by"
		if by || tok.Rel == syntax.Nsubj && int(k) != x.site {
			if o := w.party(int(k), -1, who); o != nil {
				return o
			}
		}
	}
	return nil
}

// sends are the verbs for what is done with a paper by those who speak in it.
var sends = set("send", "write", "post", "publish", "release", "issue", "leave", "deliver", "sign", "email", "mail", "circulate", "pen", "draft", "address", "distribute", "upload", "make", "give", "provide", "leak", "share", "broadcast")

// addressing are the verbs of saying whose object is spoken to.
var addressing = set("tell", "ask", "remind", "urge", "warn", "inform", "advise", "assure", "thank", "beg", "order", "congratulate", "address", "implore", "reassure", "instruct", "threaten", "accuse", "challenge", "invite", "welcome", "greet", "email", "text", "message", "caution", "promise", "quiz", "question")
