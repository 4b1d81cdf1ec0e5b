// Package coursetest holds the tests that every course of window must pass, for convolution and for
// pooling.
package coursetest

import (
	"regexp"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/window"
)

// Whole tests that a course has all its texts, and that its presets exist.
func Whole(t *testing.T, c window.Course, kind trace.Kind) {
	t.Helper()
	if fault := c.Check(func(id string) bool { _, ok := trace.PresetOf(kind, id); return ok }); fault != "" {
		t.Error(fault)
	}
}

// Short tests that each stop has three to six sentences.
func Short(t *testing.T, c window.Course) {
	t.Helper()
	end := regexp.MustCompile(`[.?](\s|$)|[。？]`)
	for _, s := range c.Stops {
		for _, l := range lang.All() {
			if n := len(end.FindAllString(s.Text.In(l), -1)); n < 3 || n > 6 {
				t.Errorf("%s: %d sentences: %s", s.Title.In(lang.En), n, s.Text.In(l))
			}
		}
	}
}

// Told tests that each preset has a text of its own: a stop or a caption.
func Told(t *testing.T, c window.Course, kind trace.Kind) {
	t.Helper()
	told := map[string]bool{}
	for _, s := range c.Stops {
		if s.Tab == window.Forward {
			told[s.Preset] = true
		}
	}
	for _, caption := range c.Captions {
		told[caption.Preset] = true
	}
	for _, p := range trace.Presets(kind) {
		if !told[p.ID] {
			t.Errorf("nothing is said about preset %s", p.ID)
		}
	}
}
