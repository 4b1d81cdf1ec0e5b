package poollab

import (
	"regexp"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
)

func TestTheCourseIsWhole(t *testing.T) {
	fault := Course().Check(func(id string) bool { _, ok := trace.PresetOf(trace.Pool, id); return ok })
	if fault != "" {
		t.Error(fault)
	}
}

// A stop says what it has to say in three to six sentences.
func TestEveryStopIsShort(t *testing.T) {
	end := regexp.MustCompile(`[.?](\s|$)`)
	for _, s := range Course().Stops {
		for _, l := range lang.All() {
			if n := len(end.FindAllString(s.Text.In(l), -1)); n < 3 || n > 6 {
				t.Errorf("%s: %d sentences: %s", s.Title.En, n, s.Text.In(l))
			}
		}
	}
}
