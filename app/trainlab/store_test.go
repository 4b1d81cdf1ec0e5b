package trainlab

import (
	"math"
	"testing"

	"stridelab/data"
	"stridelab/train"
)

func TestStoreStartsItsCurvesAgainWithEveryRun(t *testing.T) {
	var s Store
	s.Apply(train.Snapshot{Run: 1, Step: 2, LossPoints: []train.Point{{Step: 1, Loss: 2}, {Step: 2, Loss: 1}}})
	if n := len(s.Loss.Buckets()); n != 2 {
		t.Fatalf("%d losses; want 2", n)
	}
	change := s.Apply(train.Snapshot{Run: 2})
	if change&ChangedRun == 0 || len(s.Loss.Buckets()) != 0 || len(s.Recent.AppendTo(nil)) != 0 {
		t.Errorf("change %b, %d losses kept; want a new run without any", change, len(s.Loss.Buckets()))
	}
}

func TestStoreAsksForARenderOnlyWhenStructureChanges(t *testing.T) {
	const structural = ^ChangedSnapshot
	var s Store
	s.Apply(train.Snapshot{Run: 1, State: train.Idle})
	cases := []struct {
		name string
		m    train.Message
		want Change
	}{
		{"started", train.Snapshot{Run: 1, State: train.Running}, ChangedState},
		{"first step", train.Snapshot{Run: 1, State: train.Running, Step: 1}, ChangedState},
		{"further on", train.Snapshot{Run: 1, State: train.Running, Step: 9}, 0},
		{"an epoch done", train.Snapshot{Run: 1, State: train.Running, Step: 10, Epoch: 1}, ChangedEpoch},
		{"further on", train.Snapshot{Run: 1, State: train.Running, Step: 11, Epoch: 1}, 0},
		{"paused", train.Snapshot{Run: 1, State: train.Paused, Step: 11, Epoch: 1}, ChangedState},
		{"pad", train.Prediction{ID: 3}, ChangedPad},
		{"reading", train.Progress{ID: 4, Done: 1, Total: 9}, ChangedReading},
		{"other fault", train.Fault{ID: 3}, ChangedFault},
		{"reading failed", train.Fault{ID: 4}, ChangedFault | ChangedReading},
		{"not for a page", train.Pause{}, 0},
	}
	for _, c := range cases {
		if got := s.Apply(c.m) & structural; got != c.want {
			t.Errorf("%s: change %b; want %b", c.name, got, c.want)
		}
	}
}

func TestStoreKeepsTheDatasetWhenFilesAreRefused(t *testing.T) {
	var s Store
	digits := train.Dataset{Kind: train.DigitsGrey, Info: data.Info{Name: "digits-grey", Classes: 10}}
	s.Apply(digits)
	s.Apply(train.Progress{ID: 7})
	s.Apply(train.Fault{ID: 7, Code: "data-truncated"})
	if s.Dataset.Kind != train.DigitsGrey || s.Reading || s.Files.Classes != 0 || s.Fault == nil {
		t.Errorf("after refused files: %+v, reading %v, files %+v", s.Dataset, s.Reading, s.Files)
	}
}

func TestFilesReadDuringARunDoNotDescribeIt(t *testing.T) {
	var s Store
	digits := train.Dataset{Kind: train.DigitsGrey, Info: data.Info{Name: "digits-grey", Test: 1000}}
	s.Apply(digits)
	files := train.Dataset{ID: 3, Kind: train.Files, Info: data.Info{Name: "idx", Test: 77}}
	s.Apply(files)
	if s.Dataset.Info.Test != 1000 || s.Files.Test != 77 || s.FilesID != 3 {
		t.Errorf("the run's dataset is %+v, the files %+v with id %d", s.Dataset, s.Files, s.FilesID)
	}
	files.ID = 0
	s.Apply(files) // a run on them has begun
	if s.Dataset.Info.Test != 77 {
		t.Errorf("after the new run its dataset is %+v", s.Dataset)
	}
	others := train.Dataset{ID: 4, Kind: train.Files, Info: data.Info{Name: "idx", Test: 5}}
	s.Apply(others)
	if s.Dataset.Info.Test != 77 || s.Files.Test != 5 {
		t.Errorf("a run on files is described by others: %+v, files %+v", s.Dataset, s.Files)
	}
}

func TestFreshRunIsOneWithoutASingleStep(t *testing.T) {
	var s Store
	if !s.Fresh() {
		t.Error("no run at all is not fresh")
	}
	for _, c := range []struct {
		snap train.Snapshot
		want bool
	}{
		{train.Snapshot{State: train.Idle}, true},
		{train.Snapshot{State: train.Running}, false},
		{train.Snapshot{State: train.Paused, Step: 3}, false},
		{train.Snapshot{State: train.Paused}, true},
	} {
		s.Apply(c.snap)
		if got := s.Fresh(); got != c.want {
			t.Errorf("state %v, step %d: fresh %v; want %v", c.snap.State, c.snap.Step, got, c.want)
		}
	}
}

func TestTestsKeepTheNewestAndStayBounded(t *testing.T) {
	var tests Tests
	for i := 1; i <= 5000; i++ {
		tests.Add(train.Point{Step: i})
		points := tests.Points()
		if len(points) > testPoints {
			t.Fatalf("%d points after %d; want at most %d", len(points), i, testPoints)
		}
		if points[len(points)-1].Step != i || points[0].Step != 1 {
			t.Fatalf("after %d evaluations the points go from %d to %d", i, points[0].Step, points[len(points)-1].Step)
		}
		for j := 1; j < len(points); j++ {
			if points[j].Step <= points[j-1].Step {
				t.Fatalf("after %d evaluations the points are out of order", i)
			}
		}
	}
	if n := len(tests.Points()); n < testPoints/2 {
		t.Errorf("only %d points kept of 5000", n)
	}
}

func TestBestOfNoClassesIsNone(t *testing.T) {
	if c, _ := Best(nil); c != -1 {
		t.Errorf("class %d of none", c)
	}
	if c, p := Best([]float32{0.2, 0.5, 0.3}); c != 1 || p != 0.5 {
		t.Errorf("got class %d with %g; want 1 with 0.5", c, p)
	}
	if c, _ := Best([]float32{float32(math.NaN()), 1}); c < 0 {
		t.Error("a NaN hides every class")
	}
}
