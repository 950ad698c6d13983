package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lectern/model"
)

// This file alone does what is slow or outside the program. Each command brings
// its result as a message in the past tense, and none of them touches the App.

type (
	progressed struct {
		done float64 // 0 to 1
		news <-chan tea.Msg
	}
	analyzed struct {
		analysis *model.Analysis
		news     <-chan tea.Msg // set where it is of the beginning only, and more will come
	}
	saved struct {
		sent, kept []model.Mark
		notices    []string
	}
	failed struct {
		doing string
		err   error
	}
)

// opening is how many bytes of a long article are read before the whole is, so
// that there is something in the outline after a second.
const opening = 96 << 10

// analyze reads the article in the background and tells of its progress; of a
// long one it reads the opening first, if that is asked for.
func analyze(ctx context.Context, desk Desk, openingFirst bool) tea.Cmd {
	return func() tea.Msg {
		news := make(chan tea.Msg, 1)
		go func() {
			if head := desk.Document.Head(opening); openingFirst && head.Len() < desk.Document.Len()/2 {
				found, err := desk.Analyze(ctx, head, func(float64) {})
				if err == nil {
					found.Document = desk.Document
					news <- analyzed{found, news}
				}
			}
			found, err := desk.Analyze(ctx, desk.Document, func(done float64) {
				select { // a reader who has not looked at the last word needs no newer one
				case news <- progressed{done, news}:
				default:
				}
			})
			if err != nil {
				news <- failed{"reading the article", err}
				return
			}
			news <- analyzed{analysis: found}
		}()
		return <-news
	}
}

// listen waits for more from the same analysis.
func listen(news <-chan tea.Msg) tea.Cmd {
	return func() tea.Msg { return <-news }
}

// save keeps marks.
func save(desk Desk, marks []model.Mark) tea.Cmd {
	return func() tea.Msg {
		kept, err := desk.Save(marks)
		if err != nil {
			return failed{"saving", err}
		}
		s := saved{sent: marks, kept: kept}
		if desk.Notices != nil {
			s.notices = desk.Notices()
		}
		return s
	}
}

// leave keeps the last place and ends the program. That the place could not be
// kept is no reason to stay.
func leave(desk Desk, at model.Span) tea.Cmd {
	return func() tea.Msg {
		if desk.SavePlace != nil {
			_ = desk.SavePlace(at)
		}
		return tea.Quit()
	}
}

// seen remembers that the tour was read.
func seen(desk Desk) tea.Cmd {
	return func() tea.Msg {
		if desk.SeenTour != nil {
			if err := desk.SeenTour(); err != nil {
				return failed{"remembering the tour", err}
			}
		}
		return nil
	}
}
