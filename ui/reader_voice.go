package ui

import (
	"cmp"
	"slices"
	"sort"

	"lectern/model"
)

// A voiceLine answers in whose voice a line of the article stands. It is made
// once for an analysis.
type voiceLine struct {
	made  []model.Voice // what it was made from
	parts []voicePart   // in text order, apart
}

type voicePart struct {
	model.Span
	sign sign
}

// A sign tells the voices apart in the gutter, by its shape; colour would add
// nothing but bytes on every line.
type sign struct {
	shown string
	role  role
}

var (
	signNamed      = sign{"▌", roleText}
	signUnnamed    = sign{"░", roleText}
	signImpersonal = sign{"┊", roleText}
	signNarrator   = sign{" ", roleText}
)

// of returns the line of voices, anew where they are others than before.
func (v *voiceLine) of(voices []model.Voice) []voicePart {
	if len(voices) == len(v.made) && (len(voices) == 0 || &voices[0] == &v.made[0]) {
		return v.parts
	}
	v.made, v.parts = voices, nil
	for _, voice := range voices {
		s := signNarrator
		switch {
		case voice.Kind == model.Impersonal:
			s = signImpersonal
		case voice.Kind == model.Spoken && voice.Actor != nil && voice.Actor.Unnamed:
			s = signUnnamed
		case voice.Kind == model.Spoken:
			s = signNamed
		}
		for _, span := range voice.Spans {
			v.parts = append(v.parts, voicePart{span, s})
		}
	}
	slices.SortStableFunc(v.parts, func(a, b voicePart) int { return cmp.Compare(a.Start, b.Start) })
	return v.parts
}

// at returns the sign of the voice that has most of the text under s.
func (v *voiceLine) at(voices []model.Voice, s model.Span) sign {
	parts := v.of(voices)
	i := max(0, sort.Search(len(parts), func(i int) bool { return parts[i].Start > s.Start })-1)
	best, most := signNarrator, s.Len()/2 // what nobody claims is the narrator's
	have := map[sign]int{}
	for ; i < len(parts) && parts[i].Start < s.End; i++ {
		sign := parts[i].sign
		have[sign] += parts[i].Meet(s).Len()
		if have[sign] > most {
			best, most = sign, have[sign]
		}
	}
	return best
}
