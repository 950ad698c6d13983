package frame

import (
	"slices"
	"strings"

	"lectern/analysis/syntax"
)

// unjustified are words whose infinitive is what they are about, not what an act
// is good for: failed to protect, a duty to protect, wants to protect.
var unjustified = map[string]bool{}

func init() {
	for _, w := range []string{"ability", "agree", "aim", "allow", "ambition", "appear", "ask", "attempt", "authority", "bind", "begin", "call", "capacity", "care", "chance", "choose", "come", "commitment", "continue", "decide", "decision", "design", "desire", "determine", "discretion", "do", "duty", "expect", "fail", "failure", "force", "freedom", "get", "go", "hard", "have", "hesitate", "hope", "inability", "inspire", "intend", "intention", "lack", "leave", "license", "like", "manage", "mean", "means", "need", "obligation", "oblige", "offer", "opportunity", "order", "plan", "plead", "pledge", "power", "prepare", "press", "pressure", "proceed", "promise", "push", "readiness", "reason", "refusal", "refuse", "reluctance", "require", "requirement", "responsibility", "right", "seek", "struggle", "swear", "tell", "time", "trust", "try", "unwillingness", "urge", "vote", "vow", "want", "way", "willingness", "wish", "wrong", "interest"} {
		unjustified[w] = true
	}
}

// purposeClause widens a match to the clause that names the goal, up to what
// only says where and when, and drops it where the infinitive is no goal of an
// act, or where "to" stands before a noun or a gerund.
func purposeClause(p *page, h *hit) bool {
	for k := h.first; k < h.last; k++ {
		t := p.Tokens[k]
		if t.Pos != syntax.VERB || !(t.Tag == syntax.TagVB && p.child(k, syntax.Mark) >= h.first || t.Tag == syntax.TagVBG && k > h.first) {
			continue
		}
		if g := int(t.Head); g < h.first && p.forms[h.first] == "to" && (unjustified[p.lemmas[g]] || p.Tokens[g].Pos != syntax.VERB && p.Tokens[g].Pos != syntax.NOUN) {
			return false
		}
		if before := max(0, h.first-1); p.forms[h.first] == "to" && (unjustified[p.lemmas[before]] || p.Tokens[before].Pos == syntax.ADJ || p.forms[max(0, before-1)] == "on") {
			return false
		}
		if object := p.child(k, syntax.Obj, syntax.Ccomp); p.child(k, syntax.Nsubj) >= 0 || object < 0 || selfish(p.forms[object]) {
			return false // for the state to protect; efforts to improve; to save himself
		}
		h.last = max(h.last, p.goalEnd(k, h.first))
		return true
	}
	if p.Tokens[h.head].Rel == syntax.Mark { // so that: the clause is that of its head
		v := int(p.Tokens[h.head].Head)
		h.last = max(h.last, p.goalEnd(v, h.first))
		return v > h.head && slices.Contains([]string{"can", "could", "may", "might", "will", "would", "never", "no"}, p.forms[max(0, p.child(v, syntax.Aux))])
	}
	return h.last-h.first > 2
}

// goalEnd returns the end of the clause of the verb at token k: no further than
// sixteen words, nor to what the tree coordinates with it in another form.
func (p *page) goalEnd(k, first int) int {
	_, last := p.Subtree(k)
	for _, c := range p.children(k) {
		r := p.Tokens[c].Rel
		if c > k && (r == syntax.Conj && p.Tokens[c].Tag != p.Tokens[k].Tag || r == syntax.Advcl || r == syntax.Parataxis) {
			f, _ := p.Subtree(c)
			for f-1 > k && (p.Tokens[f-1].Pos == syntax.PUNCT || p.Tokens[f-1].Pos == syntax.CCONJ) {
				f--
			}
			last = min(last, max(f, k+1))
		}
	}
	return p.trimmed(first, min(p.clipped(k, last), k+16))
}

// selfish reports whether the pronoun turns the deed back on its doer.
func selfish(form string) bool {
	return strings.HasSuffix(form, "self") || strings.HasSuffix(form, "selves")
}
