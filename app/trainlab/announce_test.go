package trainlab

import (
	"math"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// spoken returns a lab, and the sentences that it announces.
func spoken(t *testing.T) (*Lab, *[]string) {
	t.Helper()
	lab := mounted(t)
	said := &[]string{}
	lab.painter.speech.say = func(s string) { *said = append(*said, s) }
	lab.painter.now = epochSaidEvery
	return lab, said
}

// tell gives a lab a message as if its worker had sent it.
func tell(lab *Lab, m train.Message) {
	change := lab.store.Apply(m)
	lab.painter.received(change)
	lab.react(change)
}

func TestAnnouncements(t *testing.T) {
	nan := float32(math.NaN())
	lab, said := spoken(t)
	for _, c := range []struct {
		what string
		snap train.Snapshot
		want string
	}{
		{"settings changed at step 0", train.Snapshot{Run: 2, TestAccuracy: nan}, ""},
		{"start", train.Snapshot{Run: 2, State: train.Running, TestAccuracy: nan}, "Training."},
		{"first steps", train.Snapshot{Run: 2, State: train.Running, Step: 3, StepsPerEpoch: 10, TestAccuracy: nan}, ""},
		{"pause before any test", train.Snapshot{Run: 2, State: train.Paused, Step: 4, StepsPerEpoch: 10, TestAccuracy: nan, LossPoints: []train.Point{{Step: 4, Loss: 2}}}, "Paused at step 4: training loss 2.0000."},
		{"continue", train.Snapshot{Run: 2, State: train.Running, Step: 5, StepsPerEpoch: 10, TestAccuracy: nan}, "Training goes on from step 4."},
		{"epoch done, not measured", train.Snapshot{Run: 2, State: train.Evaluating, Step: 10, Epoch: 1, StepsPerEpoch: 10, TestAccuracy: 0.11}, ""},
		{"measured", train.Snapshot{Run: 2, State: train.Running, Step: 11, Epoch: 1, StepsPerEpoch: 10, TestAccuracy: 0.5, TestPoints: []train.Point{{Step: 10, Accuracy: 0.5}}}, "test accuracy 50.0%"},
		{"pause", train.Snapshot{Run: 2, State: train.Paused, Step: 14, Epoch: 1, StepsPerEpoch: 10, LastLoss: 1, TestAccuracy: 0.5}, "Test accuracy 50.0% (step 10)."},
		{"reset", train.Snapshot{Run: 3, TestAccuracy: nan}, "Back at step 0."},
	} {
		*said = nil
		tell(lab, c.snap)
		if got := strings.Join(*said, "|"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: announced %q; want %q", c.what, got, c.want)
		}
	}
}

func TestPauseGetsTheFocusOfTheButtonItReplaces(t *testing.T) {
	for _, c := range []struct {
		at       string
		busy     bool
		from     string
		to, back string
	}{
		{"train-start", true, "", "train-pause", "train-start"},
		{"train-epoch", true, "", "train-pause", "train-epoch"},
		{"train-step", true, "", "", ""},
		{"train-pause", false, "train-epoch", "train-epoch", ""},
		{"train-pause", false, "", "train-start", ""},
		{"draw-pad", true, "", "", ""},
	} {
		if to, back := focusAfter(c.at, c.busy, c.from); to != c.to || back != c.back {
			t.Errorf("from %q, busy %v: to %q, back to %q; want %q, %q", c.at, c.busy, to, back, c.to, c.back)
		}
	}
}

func TestNoticeOfAFaultEndsWithTheRunItIsAbout(t *testing.T) {
	fail := func(t *testing.T) *Lab {
		lab, _ := spoken(t)
		tell(lab, train.Snapshot{Run: 1, State: train.Failed, Step: 5})
		tell(lab, train.Fault{Code: "train-diverged", Args: []string{"6", "5", "0.1"}})
		if lab.notice.fault == nil {
			t.Fatal("no notice of the fault")
		}
		return lab
	}
	for what, act := range map[string]func(*Lab){
		"start": (*Lab).start, "step": (*Lab).step, "epoch": (*Lab).epoch, "reset": (*Lab).reset,
	} {
		lab := fail(t)
		if act(lab); lab.notice != (notice{}) || lab.store.Fault != nil {
			t.Errorf("after %s the notice still reads %q", what, lab.notice.sentence(lang.En))
		}
	}
	lab := fail(t)
	lab.SetNumber(app.Context{}, idBatch, 32)
	if html := app.HTMLString(lab.Render()); !strings.Contains(html, text.PendingFailed.In(lang.En)) {
		t.Error("the pending sentence says a run that has failed goes on")
	}
}

func TestPadIsReadOutOnceItRests(t *testing.T) {
	lab, said := spoken(t)
	p := lab.painter
	lab.padKey(" ")
	lab.padKey("ArrowUp")
	lab.padKey("ArrowUp")
	after(p, 100)
	if len(*said) != 0 {
		t.Fatalf("said %q while the pen moves", *said)
	}
	after(p, settledPlace)
	if len(*said) != 1 || (*said)[0] != "Row 9, column 11" {
		t.Fatalf("said %q; want the pen's place once", *said)
	}
	*said = nil
	// This answer is for the drawing before the stroke.
	tell(lab, train.Prediction{ID: lab.pad.id, Probs: []float32{1}})
	lab.padKey(" ")
	after(p, 500)
	tell(lab, train.Prediction{ID: lab.pad.id, Probs: []float32{0, 0, 0.25, 0.2}})
	for range 5 {
		after(p, settledReading)
	}
	if len(*said) != 1 || (*said)[0] != "Read as 2, probability 25.0%." {
		t.Errorf("said %q; want the reading once", *said)
	}
}

// after lets a painter work after some milliseconds, as in a browser.
func after(p *painter, ms float64) {
	ms += p.now
	p.due(ms)
	p.frame(ms)
	p.due(ms)
}

func TestChosenSampleIsReadOut(t *testing.T) {
	lab, said := spoken(t)
	lab.moveSample(1)
	lab.moveSample(1)
	snap := train.Snapshot{Run: 1, Sample: train.Sample{Index: 1, Label: 7, Probs: []float32{0, 1}}}
	tell(lab, snap)
	after(lab.painter, settledPlace)
	if len(*said) != 0 {
		t.Errorf("said %q of a sample that is passed by", *said)
	}
	snap.Sample.Index = 2
	tell(lab, snap)
	after(lab.painter, 1)
	after(lab.painter, 1)
	if len(*said) != 1 || (*said)[0] != "Test sample 2: label 7, read as 1 with probability 99.9%." {
		t.Errorf("said %q; want sample 2 once", *said)
	}
}

func TestSamplesEndWithTheTestSet(t *testing.T) {
	lab := mounted(t)
	if got := lab.lastSample(); got != 999 {
		t.Errorf("the last of 1000 test samples is %d", got)
	}
	lab.state.Sample = 2500
	lab.configure(lab.state)
	tell(lab, train.Snapshot{Run: 2})
	if lab.state.Sample != 500 {
		t.Errorf("sample %d of a link is shown as %d; want 500, as the trainer does", 2500, lab.state.Sample)
	}
}

func TestChartsSayThatThereIsNoCurveYet(t *testing.T) {
	var s Store
	s.Apply(train.Snapshot{Run: 1, LastLoss: float32(math.NaN())})
	for _, l := range lang.All() {
		loss, accuracy := curvesSummary(l, &s)
		if loss != text.CurveEmpty.In(l) || accuracy != loss {
			t.Errorf("%s: %q, %q", l.Tag(), loss, accuracy)
		}
		if svg := curveScene(&s, l, lossChart(&s, l, 400, 200, 12)).SVG(); !strings.Contains(svg, text.CurveEmpty.In(l)) {
			t.Errorf("%s: blank axes do not say why", l.Tag())
		}
	}
	s.Apply(train.Snapshot{Run: 1, Step: 1, LossPoints: []train.Point{{Step: 1, Loss: 2}}, TestPoints: []train.Point{{Step: 1}}})
	if loss, _ := curvesSummary(lang.En, &s); !strings.Contains(loss, "(step 1)") {
		t.Errorf("the summary reads %q", loss)
	}
}
