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

// Store holds what the worker has said: the newest snapshot and the curves of the whole run. It
// lives outside go-app; frames read it, and only what Apply reports as a Change is worth a render.
// All of it is used on the page's one thread.
type Store struct {
	Hello   train.Hello
	Ready   bool             // the worker has said hello
	Dataset train.Dataset    // that the present run is made of
	Plan    []nn.LayerPlan   // how the present run's layers are computed
	Loading FileProgress     // how far the files being read have come
	Reading bool             // files are being read
	Snap    train.Snapshot   // the newest; see HasRun
	HasRun  bool             // there is a snapshot
	Born    train.Filters    // the first layer's at step 0 of the run, empty when not seen
	Files   data.Info        // of the learner's files, once read
	FilesID int              // of the request that brought them
	Fault   *Fault           // the newest, nil when dismissed
	Pad     train.Prediction // the newest answer to the drawing pad

	Loss, Accuracy Curve // of minibatches
	Tests          Tests
	Recent         Recent
	Figures        Figures
	Moved          Moved // of one weight in the last step that was seen alone
	Stuck          bool  // the loss has been no better than guessing for stuckSteps

	// Revisions: each part counts up when it changes, and whoever draws it remembers
	// which revision it drew.
	NumbersRev, CurvesRev, PicturesRev, PadRev, LogRev int

	epoch    int  // epochs completed when last looked at
	epochDue bool // the last of them awaits the measurement at its end
	learned  int  // the last step after which the loss was better than guessing
}

// Change tells what a message changed beyond numbers and pictures.
type Change uint

// The changes a page has to react to.
const (
	ChangedState    Change = 1 << iota // what the run is doing, or whether it is at step 0
	ChangedRun                         // another run: its number differs
	ChangedDataset                     // Dataset differs
	ChangedReading                     // files began or ended being read, or came further
	ChangedFault                       // there is a new fault
	ChangedReady                       // the worker said hello
	ChangedEpoch                       // an epoch was completed, and the test set asked after it
	ChangedPad                         // there is an answer to the pad
	ChangedStuck                       // Stuck differs
	ChangedSnapshot                    // a snapshot came; by itself no reason to render
)

// Apply takes in a message from the worker. A message that a page does not get changes nothing.
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
	case train.Plan: // a new run's first snapshot follows
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

// Progressed takes in how far files have come that are being read.
func (s *Store) Progressed(p FileProgress) Change {
	s.Loading, s.Reading = p, true
	return ChangedReading
}

// Refused takes in a fault.
func (s *Store) Refused(f Fault) Change {
	s.Fault = &f
	change := ChangedFault
	if s.Reading && (f.ID == s.Loading.ID || f.Fatal) {
		s.Reading = false
		change |= ChangedReading
	}
	return change
}

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
		if len(s.Pad.Probs) != len(m.Sample.Probs) { // of classes that are no more
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
	// A worker that has taken another's place tells the last points again, the same ones.
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
		// No step follows before the measurement, where there is one.
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

// Fresh reports whether a new run would lose nothing: there is none, or it has not made a step.
func (s *Store) Fresh() bool { return !s.HasRun || (s.Snap.Step == 0 && !s.Busy()) }

// Untouched reports whether a reset would change nothing.
func (s *Store) Untouched() bool { return s.Fresh() && s.Snap.State == train.Idle }

// Busy reports whether the run is on.
func (s *Store) Busy() bool {
	return s.HasRun && (s.Snap.State == train.Running || s.Snap.State == train.Evaluating)
}

// Tested is the last evaluation up to the step that the page shows: after a failure the run has
// gone back behind later ones. ok is false where there is none.
func (s *Store) Tested() (p train.Point, ok bool) {
	points := s.Tests.Points()
	for i := len(points) - 1; i >= 0; i-- {
		if points[i].Step <= s.Snap.Step {
			return points[i], true
		}
	}
	return train.Point{}, false
}

// Trained are the training loss and accuracy at the step that the page shows.
func (s *Store) Trained() (t Trained, ok bool) { return s.Figures.At(s.Snap.Step) }

// Epoch is the epoch of the last step, from 1, and how many of its steps are done.
func (s *Store) Epoch() (epoch, done int) {
	per := s.Snap.StepsPerEpoch
	if s.Snap.Step == 0 || per == 0 {
		return 1, 0
	}
	return (s.Snap.Step-1)/per + 1, (s.Snap.Step-1)%per + 1
}

// A loss above learnt·ln(classes) is that of guessing, or worse. stuckSteps is how many steps of it
// the learner is told about: more than a network takes that learns slowly at first.
const (
	guessingShare = 0.9
	stuckSteps    = 300
)

// Classes is how many classes the shown run tells apart, 0 when unknown.
func (s *Store) Classes() int { return len(s.Snap.Sample.Probs) }

// ClassName is the name of class i of the present dataset.
func (s *Store) ClassName(i int) string {
	if names := s.Dataset.Info.ClassNames; i >= 0 && i < len(names) {
		return names[i]
	}
	return ui.Count(int64(i))
}

// Best is the index of the largest of probs and its value; -1 of none.
func Best(probs []float32) (class int, prob float32) {
	if class = lab.Argmax(probs); class >= 0 {
		prob = probs[class]
	}
	return class, prob
}

// testPoints is how many evaluations are kept for the chart.
const testPoints = 256

// Tests keeps the evaluations of a run. When it is full every second is dropped, the newest never.
type Tests struct {
	points [testPoints]train.Point
	n      int
	every  int // of the evaluations to come, one in every is kept
	seen   int
}

// Add appends an evaluation.
func (t *Tests) Add(p train.Point) {
	if t.every == 0 {
		t.every = 1
	}
	t.seen++
	// The newest stands provisionally at the end; it stays only when it is its turn.
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

// Points are the evaluations kept, oldest first, valid until the next Add.
func (t *Tests) Points() []train.Point { return t.points[:t.n] }

// last is the step of the newest evaluation, -1 of none.
func (t *Tests) last() int {
	if t.n == 0 {
		return -1
	}
	return t.points[t.n-1].Step
}

// Reset empties the list.
func (t *Tests) Reset() { *t = Tests{} }
