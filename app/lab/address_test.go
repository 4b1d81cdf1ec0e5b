package lab

import "testing"

func TestAddressIsTakenUpUnlessItIsTheLabsOwn(t *testing.T) {
	var a address
	for i, c := range []struct {
		query string
		want  bool
	}{
		{"", true}, // the page opens
		{"", false},
		{"v=1&dx=3", true},
		{"v=1&dx=4", false},
		{"", false}, // the language switch
		{"v=1&dx=3", true},
	} {
		if got := a.Comes(c.query); got != c.want {
			t.Errorf("%d: %q: %v, want %v", i, c.query, got, c.want)
		}
		if i == 2 {
			a.Put("v=1&dx=4", true)
		}
	}
}

func TestAddressKeepsWhatWasWrittenBehindALinkWithinThePage(t *testing.T) {
	var a address
	a.Comes("step=1")
	a.Put("step=2", true)
	a.Within()
	a.Put("step=3", false)
	if a.Comes("step=2") || !a.Returns("step=2") {
		t.Error("the way back from the link takes the lab back, too")
	}
	if !a.Comes("step=1") {
		t.Error("an entry before that one is not taken up")
	}
	a.Put("step=4", true)
	if !a.Comes("step=2") {
		t.Error("with an entry of the lab's own in between the query is not taken up")
	}
}

func TestAddressIsWrittenTwiceASecondAtMost(t *testing.T) {
	var a address
	if a.Due(1000) {
		t.Error("written without a change")
	}
	for _, c := range []struct {
		ms   float64
		want bool
	}{{1000, true}, {1016, false}, {1500, false}, {1501, true}} {
		a.Changed()
		if got := a.Due(c.ms); got != c.want {
			t.Errorf("at %v ms: %v, want %v", c.ms, got, c.want)
		} else if got {
			a.Put("v=1", false)
		}
		if a.Behind() == c.want {
			t.Errorf("at %v ms: behind is %v", c.ms, a.Behind())
		}
	}
}
