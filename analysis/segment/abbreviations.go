package segment

// abbreviations are words that keep their stop, in lower case and without it.
// Those that end a sentence as well as stand inside one are told apart by the
// sentence splitter.
var abbreviations = set(`
	mr mrs ms dr prof rev hon sen rep gov gen maj capt cpt cmdr lt sgt cpl pvt adm supt insp sr jr st ste messrs mme mlle msgr fr
	ald asst atty amb dept univ assn assoc bldg intl natl mfg
	inc corp ltd llc bros plc
	vs etc al approx cf viz figs vol vols pp eds chs ibid seq misc tel
	ave blvd rd ft
	ala ariz calif colo conn fla kan minn neb nev okla penn tenn vt wis wyo
	e.g i.e a.m p.m u.s u.k u.n u.s.a d.c ph.d a.k.a m.d b.a m.a
`)

// capitalAbbreviations keep their stop only with a capital and inside a
// paragraph, since they are words or names of their own too.
var capitalAbbreviations = set(`
	jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
	col pres det mt mass miss wash ore ill ind ky la md mich mo mont okla pa tex va ark del ga
	no nos fig sec ed op co art ch para ext est esq cie dist
`)
