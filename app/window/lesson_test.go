package window

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestTheLessonKnowsWhenThePictureIsAnother(t *testing.T) {
	course := Course{Name: "lab", Stops: []Stop{{Preset: "vertical-edge"}, {Preset: "blur"}, {Preset: "vertical-edge", Tab: Backward}},
		Captions: []Caption{{"sharpen", lang.Text{lang.En: "Five times the middle.", lang.Ko: "가운데의 다섯 배."}}}}
	for _, c := range []struct {
		query    string
		stop     int
		stands   standing
		previous int
		caption  string
	}{
		{"", 0, atStop, -1, ""},
		{"v=1&preset=blur&step=3", 1, atStop, 0, ""},
		{"v=1&preset=blur&w=4:2", 1, changedAtStop, 0, ""},
		{"v=1&n=8", 0, changedAtStop, -1, ""},
		{"v=1&from=d3", 0, elsewhere, 0, "a built-in digit"},
		{"v=1&preset=sharpen", 1, elsewhere, 1, "Five times the middle."},
		{"v=1&preset=sharpen&w=4:2", 1, elsewhere, 1, "You have changed"},
		{"v=1&preset=blur&tab=backward", 1, elsewhere, 1, "each output sends its dout"},
		{"v=1&tab=backward", 2, atStop, 1, ""},
	} {
		l := New(ui.Page{Lang: lang.En, Path: "/lab"}, trace.Conv, course)
		l.OnInit()
		l.Restore(c.query)
		if got := l.stands(); l.stop != c.stop || got != c.stands || l.previous() != c.previous {
			t.Errorf("%s: stop %d, stands %d, before it %d; want %d, %d, %d", c.query, l.stop, got, l.previous(), c.stop, c.stands, c.previous)
		}
		if c.caption != "" && !strings.Contains(l.caption(), c.caption) {
			t.Errorf("%s: caption %q, want %q in it", c.query, l.caption(), c.caption)
		}
		if got, other := l.heading().In(lang.En), strings.Contains(c.query, "from="); c.stands == elsewhere && (got == "Another input") != other {
			t.Errorf("%s: the heading is %q", c.query, got)
		}
	}
}

// Choosing the other direction leaves the stop that was followed. Another stop about going back is
// not taken for it.
func TestTurningTheDirectionLeavesOnlyTheStopFollowed(t *testing.T) {
	course := Course{Name: "lab", Stops: []Stop{{Preset: "4x4"}, {Preset: "channels"}, {Preset: "channels"}, {Preset: "ties", Tab: Backward}}}
	for _, c := range []struct{ at, back, forth int }{{0, 0, 0}, {1, 1, 1}, {3, 3, 3}} {
		l := New(ui.Page{Lang: lang.En, Path: "/lab"}, trace.Pool, course)
		l.OnInit()
		l.goToStop(c.at)
		was := l.state.Tab
		l.SetChoice(app.Context{}, "tab", map[Tab]string{Forward: "backward", Backward: "forward"}[was])
		if l.stop != c.back || l.stands() != elsewhere {
			t.Errorf("from stop %d: stop %d, stands %d; want %d, left", c.at, l.stop, l.stands(), c.back)
		}
		l.SetChoice(app.Context{}, "tab", map[Tab]string{Forward: "forward", Backward: "backward"}[was])
		if l.stop != c.forth || l.stands() != atStop {
			t.Errorf("from stop %d and back: stop %d, stands %d; want %d, as it began", c.at, l.stop, l.stands(), c.forth)
		}
	}
}
