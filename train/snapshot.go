package train

import (
	"math"
	"time"
)

// State is what a run is doing.
type State uint8

// The states of a run.
const (
	Idle       State = iota // at step 0, never started
	Loading                 // files are being read; the run before stands still
	Running                 // training
	Paused                  // between two shards, or complete
	Evaluating              // counting right answers on test samples; training goes on after it
	Failed                  // stopped at the last good step after the loss was no number
	states
)

var stateNames = [...]string{"idle", "loading", "running", "paused", "evaluating", "failed"}

// String gives the name the page shows in data-state.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return "unknown"
}

// Point is one minibatch, or one evaluation, on the curves.
type Point struct {
	Step     int     // steps done: the first minibatch is 1; a test before training is 0
	Loss     float32 // mean cross entropy in nats
	Accuracy float32 // share of right answers, 0 to 1
}

// Volume is an image of c planes, or one layer's feature maps of one sample.
type Volume struct {
	Name    string // as in the network's table: "CONV1"; empty for the input
	C, H, W int
	Flat    bool      // a vector of C numbers
	Data    []float32 // [C*H*W]
}

// Filters are the weights of the first convolution.
type Filters struct {
	Out, In, H, W int
	Data          []float32 // [Out*In*H*W], PyTorch's order; empty when the net has no convolution
}

// Sample is the sample that Watch chose and what the net says to it now.
type Sample struct {
	Index int
	Test  bool
	Label int
	Image Volume    // as the net reads it, values in [0,1]
	Probs []float32 // [classes]
}

// Snapshot is how a run stands. The page keeps the curves: LossPoints and
// TestPoints hold what came since the snapshot before, and when Run differs
// from that snapshot's, the curves start again empty.
type Snapshot struct {
	State State
	Run   int // counts Configure and Reset

	Step          int // minibatches done
	Epoch         int // epochs completed
	StepInEpoch   int // minibatches done in the epoch that is on
	StepsPerEpoch int
	Epochs        int // Config.Epochs; 0: until paused
	Seen          int // samples trained on

	SamplesPerSecond float64 // smoothed over about two seconds of training; 0 while unknown
	EpochSecondsLeft float64 // until the epoch that is on is done; -1 while unknown
	RunSecondsLeft   float64 // until Epochs are done; -1 while unknown or endless
	LearningRate     float64 // in use now

	LastLoss      float32 // of the last minibatch; NaN before the first
	TrainAccuracy float32 // smoothed over the last minibatches, 0 to 1; NaN before the first
	TestAccuracy  float32 // of the last evaluation, 0 to 1; NaN before the first
	TestLoss      float32 // as TestAccuracy
	Tested        int     // test samples behind TestAccuracy
	Evaluated     int     // while Evaluating: test samples done
	EvaluateTotal int     // while Evaluating: test samples in all

	LossPoints []Point
	TestPoints []Point

	Filters Filters
	Sample  Sample
	Maps    []Volume // one a row of the network's table, without input and softmax; empty unless watched

	Workers     int    // that share the run now; Config.Workers is how many are wished for
	Fingerprint uint64 // of the weights, see Fingerprint; 0 while the run is on
	Times       Times
}

// Times is what the worker behind the desk has spent on a run so far.
type Times struct {
	Compute time.Duration // on gradients, updates and evaluations
	Input   time.Duration // on making samples a shard had to wait for
	Ahead   time.Duration // on making samples of shards to come, while others had not sent their parts
	Peers   time.Duration // doing nothing until they had
}

// Fingerprint is one number of all weights, bit by bit: FNV-1a in its 64-bit
// form (Fowler, Noll, Vo 1991) over their little-endian bytes. Runs that
// went the same way have the same.
func Fingerprint(params []float32) uint64 {
	h := uint64(14695981039346656037)
	for _, p := range params {
		for v, i := math.Float32bits(p), 0; i < 4; i++ {
			h = (h ^ uint64(v&0xff)) * 1099511628211
			v >>= 8
		}
	}
	return h
}

// Append implements Message. It allocates nothing when dst has room.
func (s Snapshot) Append(dst []byte) []byte {
	dst = begin(dst, kindSnapshot)
	dst = appendByte(dst, byte(s.State))
	for _, v := range [...]int{
		s.Run, s.Step, s.Epoch, s.StepInEpoch, s.StepsPerEpoch, s.Epochs,
		s.Tested, s.Evaluated, s.EvaluateTotal,
	} {
		dst = appendInt(dst, v)
	}
	dst = appendUint64(dst, uint64(s.Seen))
	dst = appendFloat64(dst, s.SamplesPerSecond)
	dst = appendFloat64(dst, s.EpochSecondsLeft)
	dst = appendFloat64(dst, s.RunSecondsLeft)
	dst = appendFloat64(dst, s.LearningRate)
	dst = appendFloat32(dst, s.LastLoss)
	dst = appendFloat32(dst, s.TrainAccuracy)
	dst = appendFloat32(dst, s.TestAccuracy)
	dst = appendFloat32(dst, s.TestLoss)
	dst = appendPoints(dst, s.LossPoints)
	dst = appendPoints(dst, s.TestPoints)

	dst = appendInt(dst, s.Filters.Out)
	dst = appendInt(dst, s.Filters.In)
	dst = appendInt(dst, s.Filters.H)
	dst = appendInt(dst, s.Filters.W)
	dst = appendFloats(dst, s.Filters.Data)

	dst = appendInt(dst, s.Sample.Index)
	dst = appendBool(dst, s.Sample.Test)
	dst = appendInt(dst, s.Sample.Label)
	dst = appendVolume(dst, s.Sample.Image)
	dst = appendFloats(dst, s.Sample.Probs)

	dst = appendInt(dst, len(s.Maps))
	for _, v := range s.Maps {
		dst = appendVolume(dst, v)
	}

	dst = appendInt(dst, s.Workers)
	dst = appendUint64(dst, s.Fingerprint)
	for _, t := range [...]time.Duration{s.Times.Compute, s.Times.Input, s.Times.Ahead, s.Times.Peers} {
		dst = appendUint64(dst, uint64(t))
	}
	return dst
}

func appendPoints(dst []byte, points []Point) []byte {
	dst = appendInt(dst, len(points))
	for _, p := range points {
		dst = appendInt(dst, p.Step)
		dst = appendFloat32(dst, p.Loss)
		dst = appendFloat32(dst, p.Accuracy)
	}
	return dst
}

func appendVolume(dst []byte, v Volume) []byte {
	dst = appendString(dst, v.Name)
	dst = appendInt(dst, v.C)
	dst = appendInt(dst, v.H)
	dst = appendInt(dst, v.W)
	dst = appendBool(dst, v.Flat)
	return appendFloats(dst, v.Data)
}

func (r *reader) snapshot() Snapshot {
	s := Snapshot{State: State(r.enum(int(states)))}
	for _, p := range [...]*int{
		&s.Run, &s.Step, &s.Epoch, &s.StepInEpoch, &s.StepsPerEpoch, &s.Epochs,
		&s.Tested, &s.Evaluated, &s.EvaluateTotal,
	} {
		*p = r.int()
	}
	s.Seen = int(r.size())
	s.SamplesPerSecond = r.float64()
	s.EpochSecondsLeft = r.float64()
	s.RunSecondsLeft = r.float64()
	s.LearningRate = r.float64()
	s.LastLoss = r.float32()
	s.TrainAccuracy = r.float32()
	s.TestAccuracy = r.float32()
	s.TestLoss = r.float32()
	s.LossPoints = r.points()
	s.TestPoints = r.points()

	f := &s.Filters
	f.Out, f.In, f.H, f.W, f.Data = r.int(), r.int(), r.int(), r.int(), r.floats()
	if f.In > 0 && f.Out > 1<<20/f.In || !fits(f.Out*f.In, f.H, f.W, len(f.Data)) {
		r.failed = true
	}
	s.Sample.Index = r.int()
	s.Sample.Test = r.bool()
	s.Sample.Label = r.int()
	s.Sample.Image = r.volume()
	s.Sample.Probs = r.floats()

	if n := r.count(21); n > 0 { // an empty volume is 21 bytes
		s.Maps = make([]Volume, n)
		for i := range s.Maps {
			s.Maps[i] = r.volume()
		}
	}

	s.Workers = r.int()
	s.Fingerprint = r.uint64()
	t := &s.Times
	for _, p := range [...]*time.Duration{&t.Compute, &t.Input, &t.Ahead, &t.Peers} {
		*p = time.Duration(r.size())
	}
	return s
}

func (r *reader) points() []Point {
	n := r.count(12)
	if n == 0 {
		return nil
	}
	points := make([]Point, n)
	for i := range points {
		points[i] = Point{Step: r.int(), Loss: r.float32(), Accuracy: r.float32()}
	}
	return points
}

func (r *reader) volume() Volume {
	v := Volume{Name: r.string(), C: r.int(), H: r.int(), W: r.int(), Flat: r.bool(), Data: r.floats()}
	if !fits(v.C, v.H, v.W, len(v.Data)) {
		r.failed = true
	}
	return v
}
