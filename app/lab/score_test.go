package lab

import "testing"

func TestScoreReadsBackWhatItWrote(t *testing.T) {
	for _, s := range []Score{{}, {0, 3}, {12, 12}, {7, 9}} {
		if got := parseScore(s.String()); got != s {
			t.Errorf("%v was read back as %v", s, got)
		}
	}
}

func TestWhatIsNoScoreIsNone(t *testing.T) {
	for _, kept := range []string{"", "/", "3", "3/", "3/2", "-1/4", "a/b", "1/2/3", `{"Right":1,"Asked":2}`} {
		if got := parseScore(kept); got != (Score{}) {
			t.Errorf("%q was read as %v", kept, got)
		}
	}
}
