package invlab

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// loaded returns the lab with the shipped nets, as it is after they were fetched.
func loaded(t *testing.T) *Lab {
	t.Helper()
	_, _, files := shippedNets(t)
	l := New(ui.Page{Lang: lang.En, Path: "/invariance"}, weights.NewStore())
	l.OnInit()
	l.Restore("")
	for net := range netKinds {
		l.fetched(net, files[net], nil)
	}
	if l.seen == nil {
		t.Fatal("the nets are there and nothing was read")
	}
	return l
}

func TestPageTeachesBeforeItsProgramRuns(t *testing.T) {
	for _, in := range lang.All() {
		l := New(ui.Page{Lang: in, Path: "/invariance"}, filledStore(t))
		e := app.NewTestEngine()
		if err := e.Load(l); err != nil {
			t.Fatal(err)
		}
		html := app.HTMLString(l)
		for _, s := range stops() {
			for _, want := range []lang.Text{s.Title, s.Text} {
				if !strings.Contains(html, want.In(in)) {
					t.Errorf("%v: lacks %q", in, want.In(in))
				}
			}
		}
		// The pictures are the digit, both nets' bars, the maps, the reach and the chart.
		if n := strings.Count(html, `class="viz"`); n != 6 {
			t.Errorf("%v: %d pictures, want 6", in, n)
		}
		for _, want := range []string{text.ExactInside.In(in), text.Reads.With(in, 6), text.Beforehand.In(in), "103,510"} {
			if !strings.Contains(html, want) {
				t.Errorf("%v: lacks %q", in, want)
			}
		}
	}
}

func TestLabFollowsItsDigit(t *testing.T) {
	l := loaded(t)
	before := l.seen
	l.Adjust(l.state.move(2, 1))
	if l.seen != before {
		t.Error("a move reads the digit anew from its file")
	}
	s := l.state
	s.Digit = 3
	l.Change(s)
	if l.seen == before || l.search.Done {
		t.Error("another digit is not read")
	}
	if l.seen.dx != s.DX || l.seen.dy != s.DY {
		t.Errorf("another digit stands at (%d, %d), want (%d, %d)", l.seen.dx, l.seen.dy, s.DX, s.DY)
	}
}

func TestRetrainedNetsAreUsedUntilTheShippedOnesAreWantedBack(t *testing.T) {
	l := loaded(t)
	shipped := l.seen.conv
	params := [netKinds]int{}
	for i := range params {
		params[i] = len(l.nets.shipped[i].Params)
	}
	l.retraining.begin(l.specs(), 5)
	for net := range netKinds {
		if l.retraining.progress(net, train.Snapshot{State: train.Running, Step: 10, StepsPerEpoch: 94}) {
			t.Error("weights are asked for before the end")
		}
		if !l.retraining.progress(net, train.Snapshot{State: train.Paused, Step: 94 * retrainEpochs, StepsPerEpoch: 94, TestAccuracy: 0.9}) {
			t.Fatal("weights are not asked for at the end")
		}
		both := l.retraining.take(net, train.Weights{ID: int(net) + 1, Step: 94 * retrainEpochs, Seen: 48_000, Params: make([]float32, params[net])})
		if both != (net == denseNet) {
			t.Fatalf("both are there: %v after the %v net", both, net)
		}
	}
	l.retrained()
	if l.seed() != 5 || l.seen.conv == shipped || l.net(convNet).About.Accuracy < 0.89 || !strings.Contains(l.state.Query(), "retrained=5") {
		t.Errorf("seed %d, %q", l.seed(), l.state.Query())
	}
	l.backToFile()
	if l.seed() != 0 || l.net(convNet) != l.nets.shipped[convNet] {
		t.Error("the shipped nets are not back")
	}
	// An address brings the retrained nets back, as the back button's does. One with another seed
	// does not.
	l.Restore("v=1&retrained=5")
	if l.seed() != 5 {
		t.Error("nets at hand are not used again")
	}
	l.Restore("v=1&retrained=6")
	if l.seed() != 0 || l.notice.text == (lang.Text{}) {
		t.Errorf("seed %d is in use, and the page says %q", l.seed(), l.notice.text.In(lang.En))
	}
}

func TestCancelledRetrainingChangesNothing(t *testing.T) {
	l := loaded(t)
	before := l.seen.conv
	l.retraining.begin(l.specs(), 5)
	l.retraining.progress(convNet, train.Snapshot{State: train.Running, Step: 10, StepsPerEpoch: 94})
	l.cancelAll()
	if l.retraining.Running || l.seen.conv != before || l.seed() != 0 {
		t.Error("a cancelled retraining leaves a trace")
	}
	if l.retraining.take(convNet, train.Weights{}) || l.retraining.progress(convNet, train.Snapshot{State: train.Paused, Step: 9999, StepsPerEpoch: 94}) {
		t.Error("what comes late is taken")
	}
}

func TestNetsAreNamedLayerByLayer(t *testing.T) {
	_, _, files := shippedNets(t)
	for i, want := range []string{"CONV1 5×5×8 → POOL1 2×2 → CONV2 3×3×16 → POOL2 2×2 → CONV3 3×3×32 → POOL3 8×8 → Softmax 10", "FC1 100 → Softmax 10"} {
		if got := layers(files[i].Net); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestEveryLayerIsNamedInTheTable(t *testing.T) {
	l := loaded(t)
	l.seen.shift(3, 0)
	rows := l.changes(l.seen)
	want := []string{"Input", "CONV1", "POOL1", "CONV3", "POOL3", "Classes", "Fully connected network: FC1", "Fully connected network: Classes"}
	if len(rows) != len(want) {
		t.Fatalf("%d rows, want %d", len(rows), len(want))
	}
	for i, r := range rows {
		if r.name != want[i] || r.inPlace == "" || r.move == "" || r.left == "" {
			t.Errorf("row %d: %+v, want %s", i, r, want[i])
		}
	}
	if rows[1].move != "(3, 0)" || !strings.HasPrefix(rows[1].left, "0%") || rows[2].move != "(1.5, 0)" || !strings.Contains(rows[2].left, "% at (") {
		t.Errorf("%+v", rows[1:3])
	}
}
