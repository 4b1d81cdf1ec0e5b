package train

import "math"

// ScheduleKind says how the learning rate changes in a run.
type ScheduleKind uint8

// The schedules.
const (
	ConstantRate ScheduleKind = iota
	StepRate                  // it falls by a factor every few epochs
	CosineRate                // it falls along half a cosine, to 0 at the end of the run
	scheduleKinds
)

// Schedule changes the learning rate of a run. The zero value leaves it as it is.
type Schedule struct {
	Kind   ScheduleKind
	Every  int     // StepRate: epochs between two falls, 1 to MaxEpochs
	Factor float64 // StepRate: the rate is multiplied by it at each fall, between 0 and 1
}

// Scale returns by what the learning rate is multiplied at a step (0 is the first), in a run of so
// many epochs with so many steps each:
//
//	ConstantRate  1
//	StepRate      Factor^⌊epoch/Every⌋
//	CosineRate    (1 + cos(π·t/T)) / 2, where T is the number of steps of the run
//
// as PyTorch's StepLR, and as its CosineAnnealingLR with a rate of 0 at the end if that is stepped
// after each minibatch. A run that goes on after its epochs begins the cosine again (Loshchilov,
// Hutter: SGDR, 2017).
func (s Schedule) Scale(step, stepsPerEpoch, epochs int) float64 {
	switch s.Kind {
	case StepRate:
		return math.Pow(s.Factor, float64(step/stepsPerEpoch/s.Every))
	case CosineRate:
		steps := epochs * stepsPerEpoch
		return (1 + math.Cos(math.Pi*float64(step%steps)/float64(steps))) / 2
	}
	return 1
}

// validate returns an *Error if the schedule cannot be used in a run of so many epochs.
func (s Schedule) validate(epochs int) error {
	switch {
	case s.Kind >= scheduleKinds:
		return &Error{Code: CodeMessage}
	case s.Kind == StepRate && (s.Every < 1 || s.Every > MaxEpochs):
		return &Error{Code: CodeScheduleEvery, Args: []any{s.Every, MaxEpochs}}
	case s.Kind == StepRate && !(s.Factor > 0 && s.Factor < 1):
		return &Error{Code: CodeScheduleFactor, Args: []any{s.Factor}}
	case s.Kind == CosineRate && epochs == 0:
		return &Error{Code: CodeScheduleEnd}
	}
	return nil
}
