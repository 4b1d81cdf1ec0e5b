package convlab

import (
	"regexp"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/window"
)

func TestTheCourseIsWhole(t *testing.T) {
	fault := Course().Check(func(id string) bool { _, ok := trace.PresetOf(trace.Conv, id); return ok })
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

// Whoever opens a preset reads something about it, not about its neighbour.
func TestEveryPresetHasItsText(t *testing.T) {
	told := map[string]bool{}
	for _, s := range Course().Stops {
		if s.Tab == window.Forward {
			told[s.Preset] = true
		}
	}
	for _, c := range Course().Captions {
		told[c.Preset] = true
	}
	for _, p := range trace.Presets(trace.Conv) {
		if !told[p.ID] {
			t.Errorf("nothing is said about preset %s", p.ID)
		}
	}
}
