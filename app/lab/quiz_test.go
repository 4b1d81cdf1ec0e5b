package lab

import (
	"testing"

	"stridelab/app/lang"
)

func TestOnlyTheFirstAnswerIsScored(t *testing.T) {
	var score Score
	for _, c := range []struct {
		name    string
		answers []bool
		giveUp  bool
		want    Score // after it
	}{
		{"right at once", []bool{true}, false, Score{1, 1}},
		{"right at the third try", []bool{false, false, true}, false, Score{1, 2}},
		{"given up at once", nil, true, Score{1, 3}},
		{"given up after a miss", []bool{false}, true, Score{1, 4}},
	} {
		var q Quiz
		for _, right := range c.answers {
			if q.Judge(&score, right) != right {
				t.Errorf("%s: %v is not taken as such", c.name, right)
			}
		}
		if c.giveUp {
			q.GiveUp(&score, "30")
			if want := "It is 30."; q.Said.In(lang.En) != want {
				t.Errorf("%s: says %q, want %q", c.name, q.Said.In(lang.En), want)
			}
		}
		if score != c.want || !q.Shown {
			t.Errorf("%s: score %v, want %v; shown %v", c.name, score, c.want, q.Shown)
		}
	}
}
