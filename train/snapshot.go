package train

import "time"

// State is what a run is doing.
type State uint8

// The states of a run.
const (
	Idle       State = iota // at step 0, not started
	Loading                 // files are being read; the run waits
	Running                 // training
	Paused                  // between two shards, or complete
	Evaluating              // classifying test samples; training goes on afterwards
	Failed                  // it diverged, and went back to the last good step
	states
)

var stateNames = [...]string{"idle", "loading", "running", "paused", "evaluating", "failed"}

// String returns the name that the page shows in data-state.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return "unknown"
}

// Volume is an image, or the feature maps of one layer for one sample.
type Volume struct {
	Name    string // as in the table of the network, "CONV1"; empty for the input
	C, H, W int
	Flat    bool      // a vector of C numbers
	Data    []float32 // [C*H*W]
}

// Filters are the weights of the first convolution.
type Filters struct {
	Out, In, H, W int
	Data          []float32 // [Out*In*H*W], in PyTorch's order; empty if there is no convolution
}

// Unit is one filter of a convolution, or one unit of a dense layer.
type Unit struct {
	Row, Index int // as Watch named it; Row 0 stands for none
	Bias       float32
	Weights    []float32 // [In*H*W] of a filter, in PyTorch's order, or [In] of a unit
}

// Sample is the sample that Watch chose, and how the network classifies it now.
type Sample struct {
	Index int
	Test  bool
	Label int
	Image Volume    // as the input of the network, values in [0,1]
	Probs []float32 // [classes]
}

// Snapshot says what a run is doing, how far it has come, and what the network looks like.
// The page keeps the curves: LossPoints and TestPoints hold the points since the snapshot
// before. If Run differs from that of the snapshot before, the curves begin again.
type Snapshot struct {
	State State
	Run   int // grows with each Configure, Reset and SetWeights

	Step          int // minibatches done
	Epoch         int // epochs completed
	StepInEpoch   int // minibatches done in the present epoch
	StepsPerEpoch int
	Epochs        int // epochs after which the run is complete; 0: it goes on until paused
	Seen          int // samples trained on

	SamplesPerSecond float64    // smoothed over about two seconds of training; 0 while unknown
	EpochSecondsLeft float64    // until the present epoch is done; -1 while unknown
	RunSecondsLeft   float64    // until Epochs are done; -1 while unknown or if there is no end
	LearningRate     float64    // of the next step, as the schedule has it
	Stopped          StopReason // why the run has stopped before its end

	LastLoss      float32 // of the last minibatch; NaN before the first
	TestAccuracy  float32 // of the last evaluation, 0 to 1; NaN before the first
	TestLoss      float32 // as TestAccuracy
	Tested        int     // test samples of the last evaluation
	Evaluated     int     // while Evaluating: test samples done
	EvaluateTotal int     // while Evaluating: test samples in all

	LossPoints []Point
	TestPoints []Point

	Filters Filters
	Sample  Sample
	Maps    []Volume // one for each row of the table but input and softmax; empty unless Watch.Maps
	Unit    Unit     // the one that Watch named, if it has weights

	Workers     int    // workers that share the run now; Config.Workers is how many were asked for
	Fingerprint uint64 // of the weights, see Fingerprint; 0 while the run is running
	Times       Times
}

// Append implements Message. It allocates nothing if dst has room.
func (s Snapshot) Append(dst []byte) []byte {
	dst = appendHead(dst, kindSnapshot)
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
	dst = appendByte(dst, byte(s.Stopped))
	dst = appendFloat32(dst, s.LastLoss)
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

	dst = appendVolumes(dst, s.Maps)

	dst = appendInt(dst, s.Unit.Row)
	dst = appendInt(dst, s.Unit.Index)
	dst = appendFloat32(dst, s.Unit.Bias)
	dst = appendFloats(dst, s.Unit.Weights)

	dst = appendInt(dst, s.Workers)
	dst = appendUint64(dst, s.Fingerprint)
	for _, t := range [...]time.Duration{s.Times.Compute, s.Times.Input, s.Times.Ahead, s.Times.Wait} {
		dst = appendUint64(dst, uint64(t))
	}
	return dst
}

func (Snapshot) kind() kind { return kindSnapshot }

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

func appendVolumes(dst []byte, volumes []Volume) []byte {
	dst = appendInt(dst, len(volumes))
	for _, v := range volumes {
		dst = appendVolume(dst, v)
	}
	return dst
}

func readVolumes(r *reader) []Volume {
	n := r.count(21) // a volume takes at least 21 bytes
	if n == 0 {
		return nil
	}
	volumes := make([]Volume, n)
	for i := range volumes {
		volumes[i] = readVolume(r)
	}
	return volumes
}

func readSnapshot(r *reader) Message {
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
	s.Stopped = StopReason(r.enum(int(stopReasons)))
	s.LastLoss = r.float32()
	s.TestAccuracy = r.float32()
	s.TestLoss = r.float32()
	s.LossPoints = readPoints(r)
	s.TestPoints = readPoints(r)

	f := &s.Filters
	f.Out, f.In, f.H, f.W, f.Data = r.int(), r.int(), r.int(), r.int(), r.floats()
	if f.In > 0 && f.Out > 1<<20/f.In || !fits(f.Out*f.In, f.H, f.W, len(f.Data)) {
		r.failed = true
	}
	s.Sample.Index = r.int()
	s.Sample.Test = r.bool()
	s.Sample.Label = r.int()
	s.Sample.Image = readVolume(r)
	s.Sample.Probs = r.floats()

	s.Maps = readVolumes(r)
	s.Unit = Unit{Row: r.int(), Index: r.int(), Bias: r.float32(), Weights: r.floats()}

	s.Workers = r.int()
	s.Fingerprint = r.uint64()
	t := &s.Times
	for _, p := range [...]*time.Duration{&t.Compute, &t.Input, &t.Ahead, &t.Wait} {
		*p = time.Duration(r.size())
	}
	return s
}

func readPoints(r *reader) []Point {
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

func readVolume(r *reader) Volume {
	v := Volume{Name: r.string(), C: r.int(), H: r.int(), W: r.int(), Flat: r.bool(), Data: r.floats()}
	if !fits(v.C, v.H, v.W, len(v.Data)) {
		r.failed = true
	}
	return v
}
