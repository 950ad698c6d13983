package entity

import (
	"strings"
	"sync"

	"lectern/analysis/weights"
)

// hints says of words that stand in names or beside them which kind of name
// they speak for. It is a feature, not a rule: the model decides what it is worth.
var hints = sync.OnceValue(func() map[uint64]uint64 {
	m := map[uint64]uint64{}
	for n, list := range [...]string{bodies, offices, honorifics, lands, feats} {
		for w := range strings.FieldsSeq(list) {
			m[weights.Text(w)] = weights.Atom(8000 + n)
		}
	}
	return m
})

const (
	bodies = `inc inc. corp corp. ltd ltd. llc plc co co. gmbh ag group holdings university college institute institution academy school faculty council
		ministry department committee commission party bank fund association agency authority court tribunal company corporation union congress senate
		parliament assembly foundation trust federation confederation league club team society center centre bureau office administration organization
		organisation board cabinet government army navy police force forces guard brigade front movement alliance coalition network project partners
		partnership times post news journal gazette tribune herald magazine press agence radio television tv broadcasting airlines airways motors
		industries systems technologies energy electric petroleum hospital museum library observatory secretariat directorate inspectorate chamber`

	offices = `president premier chancellor minister secretary chairman chairwoman chairperson chair chief director head leader spokesman spokeswoman spokesperson
		governor mayor senator congressman congresswoman representative deputy ambassador envoy commissioner officer judge justice prosecutor attorney
		sheriff king queen prince princess emir sheikh pope archbishop bishop imam rabbi professor analyst economist lawyer activist author singer actor
		coach captain manager founder ceo general colonel admiral lieutenant sergeant inspector constable editor reporter correspondent vice`

	honorifics = `mr mr. mrs mrs. ms ms. dr dr. prof prof. sir lady lord dame sen. rep. gov. gen. col. maj. capt. lt. sgt. rev. hon. fr. st. sr. jr. dato datuk haji hajj ayatollah`

	lands = `north south east west northern southern eastern western central new san santa los saint mount mt. fort port lake river street avenue road
		square county province district state city town village island islands republic kingdom bay gulf sea ocean strait peninsula valley desert region
		governorate oblast prefecture municipality airport border territory coast hills heights park bridge plaza boulevard highway`

	feats = `act bill treaty agreement accord convention protocol war revolution festival cup olympics games prize award summit conference day week month
		championship tournament constitution covid operation championships`
)
