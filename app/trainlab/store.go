package trainlab

import (
	"math"
	"slices"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// Store holds what the worker has reported: the newest snapshot, and the curves of the whole run.
// It is outside go-app: frames read it, and only what Apply returns as a Change may need a render.
// It is used on the page's one thread.
type Store struct {
	Hello   train.Hello
	Ready   bool             // the worker has sent Hello
	Dataset train.Dataset    // the dataset of the present run
	Plan    []nn.LayerPlan   // how the layers of the present run are computed
	Loading FileProgress     // the progress of the files that are being read
	Reading bool             // files are being read
	Snap    train.Snapshot   // the newest snapshot; see HasRun
	HasRun  bool             // there is a snapshot
	Born    train.Filters    // the first filters at step 0 of the run, empty if not seen
	Files   data.Info        // describes the files that the worker has read
	FilesID int              // the request that brought them
	Fault   *Fault           // the newest fault, nil once it is dismissed
	Pad     train.Prediction // the newest answer to the drawing pad

	Loss, Accuracy Curve // of each minibatch
	Tests          Tests
	Recent         Recent
	Figures        Figures
	Moved          Moved // of a weight, in the last step seen before and after
	Stuck          bool  // the loss has been no better than guessing for stuckSteps steps

	// Revisions. One is counted up when its part changes; who draws the part remembers which one
	// was drawn.
	NumbersRev, CurvesRev, PicturesRev, PadRev, LogRev int

	epoch    int  // completed epochs in the newest snapshot
	epochDue bool // the measurement at the end of the last epoch is still to come
	learned  int  // the last step at which the loss was better than guessing
}

// Change says what a message has changed, besides numbers and pictures.
type Change uint

// The changes that the page reacts to.
const (
	ChangedState    Change = 1 << iota // the run's state, or whether it is at step 0
	ChangedRun                         // another run has begun
	ChangedDataset                     // a dataset was read, or a run has begun on one
	ChangedReading                     // files began or ended being read, or made progress
	ChangedFault                       // there is a new fault
	ChangedReady                       // the worker sent Hello
	ChangedEpoch                       // an epoch has ended, its measurement included
	ChangedPad                         // there is a reading of the drawing
	ChangedStuck                       // Stuck has changed
	ChangedSnapshot                    // a snapshot came, which alone is no reason to render
)

// Apply takes a message from the worker, and returns what it has changed. A message that is not for
// the page changes nothing.
func (s *Store) Apply(m train.Message) Change {
	switch m := m.(type) {
	case train.Hello:
		s.Hello, s.Ready = m, true
		return ChangedReady
	case train.Dataset:
		change := ChangedDataset
		if m.ID == 0 { // a run has begun on it
			s.Dataset = m
		}
		if m.Kind == train.Files {
			s.Files, s.FilesID = m.Info, max(m.ID, s.FilesID)
		}
		if m.ID != 0 && s.Reading {
			s.Reading = false
			change |= ChangedReading
		}
		return change
	case train.Plan: // the first snapshot of a new run follows
		s.Plan = m.Layers
	case train.Progress:
		return s.Progressed(FileProgress{ID: m.ID, Done: m.Done, Total: m.Total})
	case train.Prediction:
		s.Pad = m
		s.PadRev++
		return ChangedPad
	case train.Fault:
		return s.Refused(Fault{Fault: m})
	case train.Snapshot:
		return s.applySnapshot(m)
	}
	return 0
}

// Progressed takes the progress of files that are being read.
func (s *Store) Progressed(p FileProgress) Change {
	s.Loading, s.Reading = p, true
	return ChangedReading
}

// Refused takes a fault.
func (s *Store) Refused(f Fault) Change {
	s.Fault = &f
	change := ChangedFault
	if s.Reading && (f.ID == s.Loading.ID || f.Fatal) {
		s.Reading = false
		change |= ChangedReading
	}
	return change
}

// applySnapshot takes a snapshot. That of another run empties the curves.
func (s *Store) applySnapshot(m train.Snapshot) Change {
	change := ChangedSnapshot
	if !s.HasRun || m.Run != s.Snap.Run {
		s.Loss.Reset()
		s.Accuracy.Reset()
		s.Recent.Reset()
		s.Figures.Reset()
		s.Tests.Reset()
		s.epoch, s.epochDue = m.Epoch, false
		s.learned, s.Moved = m.Step, Moved{}
		if len(s.Pad.Probs) != len(m.Sample.Probs) { // the drawing was read as one of other classes
			s.Pad.Probs = nil
			s.PadRev++
		}
		s.CurvesRev++
		s.LogRev++
		s.Born = train.Filters{}
		change |= ChangedRun | ChangedState
	}
	if m.Step == 0 {
		s.Born = m.Filters
		s.Born.Data = slices.Clone(m.Filters.Data)
	}
	if s.Snap.State != m.State || (s.Snap.Step == 0) != (m.Step == 0) {
		change |= ChangedState
	}
	if m.Epoch != s.epoch {
		s.epochDue = m.Epoch > s.epoch
		s.epoch = m.Epoch
	}
	// A worker that has replaced another sends the last points again.
	known, tested := s.Recent.Last(), s.Tests.last()
	for _, p := range m.LossPoints {
		if p.Step <= known {
			continue
		}
		s.Loss.Add(uint64(p.Step), float64(p.Loss))
		s.Accuracy.Add(uint64(p.Step), float64(p.Accuracy))
		s.Recent.Add(p.Step, p.Loss)
		s.Figures.Add(Trained{p.Step, s.Loss.Smooth(), s.Accuracy.Smooth()})
		if classes := float64(len(m.Sample.Probs)); s.Loss.Smooth() < guessingShare*math.Log(classes) {
			s.learned = p.Step
		}
	}
	for _, p := range m.TestPoints {
		if p.Step > tested {
			s.Tests.Add(p)
		}
	}
	if stuck := len(m.Sample.Probs) > 1 && m.State != train.Failed && m.Step-s.learned >= stuckSteps; stuck != s.Stuck {
		s.Stuck = stuck
		change |= ChangedStuck
	}
	if s.epochDue {
		// The next step comes after the measurement, if there is one.
		if end := m.Epoch * m.StepsPerEpoch; s.Tests.last() >= end || m.Step > end || m.State != train.Evaluating && m.EvaluateTotal == 0 {
			s.epochDue = false
			change |= ChangedEpoch
		}
	}
	if len(m.LossPoints)+len(m.TestPoints) > 0 {
		s.CurvesRev++
	}
	if len(m.LossPoints) > 0 {
		s.LogRev++
	}
	s.Moved.update(&s.Snap, &m)
	s.Snap, s.HasRun = m, true
	s.NumbersRev++
	s.PicturesRev++
	return change
}

// Fresh reports whether a new run would lose nothing: there is no run, or it has not made a step
// and is not about to.
func (s *Store) Fresh() bool { return !s.HasRun || (s.Snap.Step == 0 && !s.Busy()) }

// Untouched reports whether a reset would change nothing.
func (s *Store) Untouched() bool { return s.Fresh() && s.Snap.State == train.Idle }

// Busy reports whether the run is training or being measured.
func (s *Store) Busy() bool {
	return s.HasRun && (s.Snap.State == train.Running || s.Snap.State == train.Evaluating)
}

// Tested returns the last measurement up to the step that the page shows. There may be later ones,
// because a failed run goes back to an earlier step. ok is false if there is none.
func (s *Store) Tested() (p train.Point, ok bool) {
	points := s.Tests.Points()
	for i := len(points) - 1; i >= 0; i-- {
		if points[i].Step <= s.Snap.Step {
			return points[i], true
		}
	}
	return train.Point{}, false
}

// Trained returns the training loss and the accuracy at the step that the page shows. ok is false
// if they are not known.
func (s *Store) Trained() (t Trained, ok bool) { return s.Figures.At(s.Snap.Step) }

// Epoch returns the epoch of the last step, counted from 1, and how many steps of the epoch are
// done.
func (s *Store) Epoch() (epoch, done int) {
	per := s.Snap.StepsPerEpoch
	if s.Snap.Step == 0 || per == 0 {
		return 1, 0
	}
	return (s.Snap.Step-1)/per + 1, (s.Snap.Step-1)%per + 1
}

// A smoothed loss of guessingShare·ln(classes) or more is no better than guessing. A run with such
// a loss for stuckSteps steps is reported to the learner. Networks that learn slowly at first take
// fewer.
const (
	guessingShare = 0.9
	stuckSteps    = 300
)

// Classes returns the number of classes of the present run, 0 if it is not known.
func (s *Store) Classes() int { return len(s.Snap.Sample.Probs) }

// ClassName returns the name of class i of the present dataset, or its number if it has no name.
func (s *Store) ClassName(i int) string {
	if names := s.Dataset.Info.ClassNames; i >= 0 && i < len(names) {
		return names[i]
	}
	return ui.Count(int64(i))
}

// Best returns the class with the largest probability, and that probability. For no classes it
// returns -1 and 0.
func Best(probs []float32) (class int, prob float32) {
	if class = lab.Argmax(probs); class >= 0 {
		prob = probs[class]
	}
	return class, prob
}

// testPoints is the most measurements of the test set that are kept for the chart.
const testPoints = 256

// Tests holds the measurements of a run on the test set. If it is full, it drops every second one,
// but never the newest.
type Tests struct {
	points [testPoints]train.Point
	n      int
	every  int // one in every of the measurements to come is kept
	seen   int
}

// Add appends a measurement.
func (t *Tests) Add(p train.Point) {
	if t.every == 0 {
		t.every = 1
	}
	t.seen++
	// The newest measurement is always at the end. The next one replaces it, unless it is one of
	// those that are kept.
	if t.n > 0 && (t.seen-2)%t.every != 0 {
		t.n--
	}
	if t.n == testPoints {
		for i := 0; i < testPoints/2; i++ {
			t.points[i] = t.points[2*i]
		}
		t.n /= 2
		t.every *= 2
	}
	t.points[t.n] = p
	t.n++
}

// Points returns the measurements, oldest first. They are valid until the next Add.
func (t *Tests) Points() []train.Point { return t.points[:t.n] }

// last returns the step of the newest measurement, -1 for none.
func (t *Tests) last() int {
	if t.n == 0 {
		return -1
	}
	return t.points[t.n-1].Step
}

// Reset removes all measurements.
func (t *Tests) Reset() { *t = Tests{} }
