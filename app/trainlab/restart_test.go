package trainlab

import (
	"testing"

	"stridelab/app/lang"
	"stridelab/train"
)

// A worker that takes over begins at a checkpoint, so it sends the points after it again.
func TestPointsThatComeAgainAreNotNew(t *testing.T) {
	var s Store
	snapshot := func(points ...int) train.Snapshot {
		m := train.Snapshot{Run: 1, State: train.Running}
		for _, step := range points {
			m.Step = step
			m.LossPoints = append(m.LossPoints, train.Point{Step: step, Loss: float32(step)})
			if step%2 == 0 {
				m.TestPoints = append(m.TestPoints, train.Point{Step: step, Accuracy: float32(step) / 10})
			}
		}
		return m
	}
	for _, m := range []train.Snapshot{snapshot(1, 2, 3), snapshot(4, 5), {Run: 1, Step: 3, State: train.Running}, snapshot(4, 5, 6), snapshot(7)} {
		s.Apply(m)
	}
	var steps []int
	for _, l := range s.Recent.AppendTo(nil) {
		steps = append(steps, l.Step)
	}
	n := 0
	for _, b := range s.Loss.Buckets() {
		n += b.N
	}
	if len(steps) != 7 || steps[6] != 7 || n != 7 || len(s.Tests.Points()) != 3 || s.Snap.Step != 7 {
		t.Errorf("losses of steps %v, %d in the curve, %d tests; want 7, 7 and 3", steps, n, len(s.Tests.Points()))
	}
}

func TestRestartOfTheTrainerIsSaid(t *testing.T) {
	lab := mounted(t)
	lab.sayRestarted(0)
	if lab.notice != (notice{}) {
		t.Errorf("at step 0 is said: %q", lab.notice.sentence(lang.En))
	}
	tell(lab, train.Snapshot{Run: 1, State: train.Running, Step: 1234})
	lab.sayRestarted(1200)
	for _, l := range lang.All() {
		if got, want := lab.notice.sentence(l), text.RunResumed.With(l, "1,200"); got != want {
			t.Errorf("%s: got %q, want %q", l.Tag(), got, want)
		}
	}
	if lab.restartable() || lab.stateWord() != "running" {
		t.Error("the run is shown as lost")
	}
}
