package ui

import "lectern/model"

// This file holds how the selection moves in a list, and how a list is folded.

// move moves the selection and reports whether it could.
func (l *list) move(by Unit, n, height int) bool {
	was := l.at
	switch by {
	case Line:
		l.at += n
	case HalfPage:
		l.at += n * max(1, height/2)
	case Page:
		l.at += n * max(1, height-1)
	case Whole:
		l.at = 0
		if n > 0 {
			l.at = len(l.lines) - 1
		}
	case Block:
		if len(l.lines) > 0 {
			depth := l.lines[l.at].depth
			for at := l.at + n; at >= 0 && at < len(l.lines); at += n {
				if l.lines[at].depth <= depth {
					l.at = at
					break
				}
			}
		}
	}
	l.at = max(0, min(l.at, len(l.lines)-1))
	return l.at != was
}

// fold turns the selected item over, or the one that it is in if there is
// nothing below it. It reports whether there was anything to fold.
func (l *list) fold() bool {
	i := l.item()
	if i == nil {
		return false
	}
	if len(i.Items) == 0 {
		if !l.out() {
			return false
		}
		i = l.item()
	}
	l.turn(i, !l.closed(i))
	l.arrange()
	return true
}

// out selects the line that the selected one is below.
func (l *list) out() bool {
	for at := l.at - 1; at >= 0 && l.at < len(l.lines); at-- {
		if l.lines[at].depth < l.lines[l.at].depth {
			l.at = at
			return true
		}
	}
	return false
}

// unfold opens the selected item, or goes in where it is open; with open unset
// it closes it, or goes out.
func (l *list) unfold(open bool) bool {
	i := l.item()
	switch {
	case i == nil:
		return false
	case open && len(i.Items) > 0 && l.closed(i), !open && len(i.Items) > 0 && !l.closed(i):
		l.turn(i, !open)
		l.arrange()
		return true
	case open && len(i.Items) > 0:
		return l.move(Line, 1, 0)
	}
	return !open && l.out()
}

// foldAll closes everything, or opens everything where all is closed. It reports
// whether there was anything to fold.
func (l *list) foldAll() bool {
	any, open := false, false
	for _, i := range l.items {
		any = any || len(i.Items) > 0
		open = open || len(i.Items) > 0 && !l.closed(i)
	}
	outer := l.at
	for outer > 0 && outer < len(l.lines) && l.lines[outer].depth > 0 {
		outer--
	}
	model.All(l.items, func(i *model.Item) bool {
		if len(i.Items) > 0 {
			l.turn(i, open)
		}
		return true
	})
	if open {
		l.at = outer
	}
	l.arrange()
	return any
}

// keep scrolls so that the selected line is among height lines on the screen. It
// scrolls by a third of them at once: what comes next is in sight, and a slow
// line does not carry the whole list for every step.
func (l *list) keep(height int) {
	switch {
	case l.at < l.top:
		l.top = l.at - height/3
	case l.at >= l.top+height:
		l.top = l.at - height*2/3
	}
	l.top = max(0, min(l.top, len(l.lines)-height))
}
