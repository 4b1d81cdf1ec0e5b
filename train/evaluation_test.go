package train

import (
	"slices"
	"testing"
)

func TestEvaluationFollowsTheStepCount(t *testing.T) {
	cases := []struct {
		train, batch int
		steps        []int // within each epoch
	}{
		{90, 20, []int{5}},
		{6000, 64, []int{47, 94}},
		{60000, 64, []int{63, 126, 188, 251, 313, 376, 438, 501, 563, 626, 688, 751, 813, 876, 938}},
		{8000, 1024, []int{4, 8}},
		// No batch is that large, but it must not evaluate more often than once a step.
		{40000, 40000, []int{1}},
	}
	for _, c := range cases {
		l := &Loader{batch: c.batch, info: newStripes(c.train, 50, false).info}
		var got []int
		for step := 1; step <= 2*l.StepsPerEpoch(); step++ {
			if evaluationDue(step, l.StepsPerEpoch(), c.train, 50) {
				got = append(got, step)
			}
		}
		want := slices.Clone(c.steps)
		for _, step := range c.steps {
			want = append(want, step+l.StepsPerEpoch())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d samples by %d: evaluates after %v, want %v", c.train, c.batch, got, want)
		}
	}
}

// An evaluation after every step of 60 samples would take most of the time.
func TestEvaluationOfATinySetTakesTheSmallerPart(t *testing.T) {
	for _, c := range []struct{ train, batch, tests, steps, most int }{
		{60, 64, 1000, 249, 15}, // 1 step an epoch: 14,940 samples are trained on
		{60, 8, 60, 800, 100},   // as many tests as training samples: at each end of an epoch
		{999, 64, 1000, 160, 10},
	} {
		l := &Loader{batch: c.batch, info: newStripes(c.train, c.tests, false).info}
		per, first, evaluations, quiet := l.StepsPerEpoch(), 0, 0, 0
		for step := 1; step <= c.steps; step++ {
			quiet++
			if evaluationDue(step, per, c.train, c.tests) {
				if step%per != 0 {
					t.Errorf("%+v: evaluates after step %d, in the middle of an epoch", c, step)
				}
				if first == 0 {
					first = step
				}
				evaluations, quiet = evaluations+1, 0
			}
		}
		if first != per || evaluations < c.most-1 || evaluations > c.most || quiet > c.steps/c.most+per {
			t.Errorf("%+v: %d evaluations, the first after step %d, %d steps after the last; want about %d, the first after %d", c, evaluations, first, quiet, c.most, per)
		}
	}
}

func TestEvaluationIsSlicedAndSpreadOverTheTestSet(t *testing.T) {
	for _, endless := range []bool{false, true} {
		s, err := NewSession(smallConfig(t), newStripes(90, 5003, endless))
		if err != nil {
			t.Fatal(err)
		}
		s.RunEpoch()
		slices, last := 0, 0
		for s.Running() {
			s.Advance(never)
			if s.State() != Evaluating {
				continue
			}
			if did := s.test.done - last; did > maxShard {
				t.Fatalf("%d test samples in one shard", did)
			}
			last = s.test.done
			slices++
		}
		if slices != 125 { // the last one ends it, the first comes with the last step
			t.Errorf("endless %v: evaluation took %d slices, want 125", endless, slices)
		}
		var snap Snapshot
		s.Snapshot(&snap)
		if snap.Tested != 1000 || len(snap.TestPoints) != 1 || snap.TestPoints[0].Accuracy != snap.TestAccuracy {
			t.Errorf("endless %v: %d tested, points %v, accuracy %v", endless, snap.Tested, snap.TestPoints, snap.TestAccuracy)
		}

		// The naive twin counts one sample at a time.
		correct := 0
		pixels := make([]float32, 64)
		for i := range 1000 {
			label := s.loader.source.TestSample(i*5003/1000, pixels)
			probs, err := s.Predict(nil, 1, 8, 8, pixels)
			if err != nil {
				t.Fatal(err)
			}
			best := 0
			for k, p := range probs {
				if p > probs[best] {
					best = k
				}
			}
			if best == label {
				correct++
			}
		}
		if want := float32(correct) / 1000; snap.TestAccuracy != want {
			t.Errorf("endless %v: test accuracy %v, want %v", endless, snap.TestAccuracy, want)
		}
	}
}

func TestPausedEvaluationGoesOnWhereItStood(t *testing.T) {
	s := newSmall(t, nil)
	s.RunEpoch()
	for s.State() != Evaluating {
		s.Advance(never)
	}
	s.Advance(never)
	s.Pause()
	done := s.test.done
	var snap Snapshot
	s.Snapshot(&snap)
	if s.State() != Paused || snap.Evaluated != done || snap.EvaluateTotal != 50 {
		t.Errorf("%v, %d of %d evaluated; want paused, %d of 50", s.State(), snap.Evaluated, snap.EvaluateTotal, done)
	}
	s.Run(0)
	_, tests := finish(s, always)
	other := newSmall(t, nil)
	other.Run(0)
	_, want := finish(other, always)
	if !slices.Equal(tests, want) {
		t.Errorf("got %v, want %v", tests, want)
	}
}

func TestDatasetWithoutTestSamplesIsNotEvaluated(t *testing.T) {
	s, err := NewSession(smallConfig(t), newStripes(90, 0, false))
	if err != nil {
		t.Fatal(err)
	}
	s.Run(0)
	losses, tests := finish(s, always)
	if len(losses) != 10 || len(tests) != 0 {
		t.Errorf("%d minibatches, %d evaluations; want 10 and 0", len(losses), len(tests))
	}
}
