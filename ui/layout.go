package ui

// A rect is a part of the screen, in cells.
type rect struct{ x, y, w, h int }

func (r rect) has(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// A mode is what the reader asked of the layout.
type mode struct {
	focus   Pane // Article or Outline
	zoom    bool
	measure int // widest line of the article, in cells
}

// A layout says where everything stands. Parts that have no room are empty.
//
//	80 columns and more              below, or zoomed: the pane in focus only
//	head                             head
//	title            │ tabs          title
//	article          │ outline       article or outline
//	                 ├──────
//	                 │ card          (under the outline: card)
//	status                           status
type layout struct {
	head    rect // one row: what the article is
	title   rect // one row over the article
	article rect
	tabs    rect // one row over the outline
	outline rect
	rule    rect // one row between outline and card
	card    rect
	between rect // one column between article and outline
	status  rect // one row
	small   bool // too small for anything
}

const (
	leastWidth  = 40 // below these the screen says only that it is too small
	leastHeight = 8
	twoPanes    = 80 // columns from which both panes are shown
	widestList  = 60 // cells the outline takes at most
	gutter      = 2  // cells to the left of the text: voice and notes
	bar         = 1  // cells to the right of it: the scrollbar
	leastCard   = 4  // rows, the rule included
)

// lay divides a screen of w×h cells.
func lay(w, h int, m mode) layout {
	var l layout
	if w < leastWidth || h < leastHeight {
		l.small = true
		return l
	}
	l.head = rect{0, 0, w, 1}
	l.status = rect{0, h - 1, w, 1}
	body := rect{0, 1, w, h - 2}
	if w < twoPanes || m.zoom {
		if m.focus == Article {
			l.title, l.article = body.top(1)
			l.article = middle(l.article, m.measure+gutter+bar+2)
			l.title.x, l.title.w = l.article.x, l.article.w
		} else {
			l.right(body)
		}
		return l
	}
	left := w*11/20 - 1 // the text has a little more than half
	text := m.measure + gutter + bar
	if left > text {
		left = text
	}
	list := w - left - 1
	if list > widestList {
		list = widestList
		left = min(w-list-1, text+2)
	}
	margin := max(0, w-left-1-list) / 2
	l.title, l.article = rect{margin, body.y, left, body.h}.top(1)
	l.between = rect{margin + left, body.y, 1, body.h}
	l.right(rect{margin + left + 1, body.y, list, body.h})
	return l
}

// right divides the right pane: tabs, outline, and the card under it, which has
// a little less than half, or nothing where that is too little to be read.
func (l *layout) right(r rect) {
	l.tabs, r = r.top(1)
	card := r.h * 9 / 20
	if card < leastCard {
		card = 0
	}
	l.outline, r = r.top(r.h - card)
	l.rule, l.card = r.top(1)
}

// top cuts n rows off the top of r.
func (r rect) top(n int) (top, rest rect) {
	n = max(0, min(n, r.h))
	return rect{r.x, r.y, r.w, n}, rect{r.x, r.y + n, r.w, r.h - n}
}

// middle returns r with at most w columns, with equal margins.
func middle(r rect, w int) rect {
	if r.w <= w {
		return r
	}
	return rect{r.x + (r.w-w)/2, r.y, w, r.h}
}
