package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lectern/model"
)

func BenchmarkHundredThousandMarks(b *testing.B) {
	d, s := article(b, strings.Repeat("The minister said that nothing had happened at all. ", 10_000))
	c, _ := reopen(b, d, s)
	var marks []model.Mark
	for i := range 100_000 {
		m := model.NewMark(d, []model.Span{{Start: i * 5, End: i*5 + 9}}, "Ann", time.Unix(1, 0).UTC())
		m.ID = fmt.Sprint("m", i)
		marks = append(marks, m)
	}
	b.Run("save", func(b *testing.B) {
		for i := range b.N {
			marks[0].Note = fmt.Sprint(i)
			must(b, c, marks...)
		}
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			if _, m := reopen(b, d, s); len(m) != len(marks) {
				b.Fatal(len(m))
			}
		}
	})
}
