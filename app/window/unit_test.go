package window

import (
	"strings"
	"testing"

	"stridelab/app/trace"
	"stridelab/viz"
)

// The lab knows after a reload too whether a unit of the network was changed. Once its numbers are
// the old ones again, it counts as unchanged.
func TestAChangedUnitSaysSoAfterAReload(t *testing.T) {
	const opened = "v=1&x=3:0.39&w=1:-0.25&unit=CONV2%2C0%2C5%2C5%2C5%2C5%2C5%2C8"
	l := labOf(t, trace.Conv, opened)
	says := func(l *Lab) bool {
		return strings.Contains(strings.Join(l.unitTexts(), " "), "You have changed it since")
	}
	hold := func(when string, l *Lab, want bool) {
		t.Helper()
		if got := says(l); got != want {
			t.Errorf("%s: says it was changed: %v, want %v; the address is %s", when, got, want, l.state.Query())
		}
	}
	hold("opened", l, false)
	l.walkTo(3)
	hold("walked", l, false)
	hold("walked and reloaded", labOf(t, trace.Conv, l.state.Query()), false)
	at := place{Role: viz.InputCell, Row: 1, Col: 1}
	old, _ := l.state.valueAt(at)
	if err := l.edit(at, "7"); err != nil {
		t.Fatal(err)
	}
	hold("edited", l, true)
	again := labOf(t, trace.Conv, l.state.Query())
	hold("edited and reloaded", again, true)
	if err := again.edit(at, trace.Plain(old)); err != nil {
		t.Fatal(err)
	}
	hold("put back", again, false)
	hold("put back and reloaded", labOf(t, trace.Conv, again.state.Query()), false)
}
