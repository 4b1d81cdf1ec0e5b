package window

import (
	"regexp"
	"strings"
	"testing"

	"stridelab/app/trace"
)

func TestTheFormulaHasTheNumbersIn(t *testing.T) {
	tags := regexp.MustCompile(`<[^>]*>`)
	for _, c := range []struct {
		s    trace.Setting
		want string
	}{
		{trace.Setting{Kind: trace.Conv, N: 32, C: 3, F: 5, S: 2, P: trace.Same, D: 1, Filters: 8}, "nout=⌊n+2p−d(f−1)−1s⌋+1=⌊32+2·2−1·(5−1)−12⌋+1=16"},
		{trace.Setting{Kind: trace.Pool, N: 7, C: 9, F: 3, S: 2, P: 1, D: 1, Filters: 1}, "nout=⌊n+2p−fs⌋+1=⌊7+2·1−32⌋+1=4"},
	} {
		math := formula(c.s.MustCheck())
		if got := tags.ReplaceAllString(math, ""); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
		if strings.Count(math, "<mrow>") != strings.Count(math, "</mrow>") {
			t.Errorf("not balanced: %s", math)
		}
	}
}
