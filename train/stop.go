package train

import "math"

// Stop says when a run is complete before its epochs are done. The zero value never stops it.
type Stop struct {
	// Accuracy stops the run when an evaluation reaches it, a share from 0 to 1; 0: none does.
	Accuracy float64
	// Patience stops the run when the test loss has not fallen below its least value in so many
	// evaluations, one after the other; 0: it goes on (Prechelt: Early stopping, but when?, 1998).
	Patience int
}

// MaxPatience is the largest Stop.Patience.
const MaxPatience = 1000

// StopReason says why a run has stopped by itself.
type StopReason uint8

// The reasons.
const (
	NotStopped StopReason = iota
	AccuracyReached
	NoProgress
	stopReasons
)

func (s Stop) validate() error {
	if !(s.Accuracy >= 0 && s.Accuracy <= 1) {
		return &Error{Code: CodeStopAccuracy, Args: []any{100 * s.Accuracy}}
	}
	if s.Patience < 0 || s.Patience > MaxPatience {
		return &Error{Code: CodeStopPatience, Args: []any{s.Patience, MaxPatience}}
	}
	return nil
}

// stopping follows the evaluations of a run for its Stop.
type stopping struct {
	least  float32 // test loss; NaN before the first evaluation
	since  int     // evaluations since then
	reason StopReason
}

func (s *stopping) reset() { *s = stopping{least: float32(math.NaN())} }

// evaluated takes a test loss and a test accuracy. It returns whether the run is to stop.
func (s *stopping) evaluated(stop Stop, loss, accuracy float32) bool {
	if !(loss >= s.least) { // also for the first
		s.least, s.since = loss, 0
	} else {
		s.since++
	}
	switch {
	case stop.Accuracy > 0 && float64(accuracy) >= stop.Accuracy:
		s.reason = AccuracyReached
	case stop.Patience > 0 && s.since >= stop.Patience:
		s.reason, s.since = NoProgress, 0
	}
	return s.reason != NotStopped
}
