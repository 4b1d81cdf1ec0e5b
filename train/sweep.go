package train

import "encoding/binary"

// Limits of a Sweep.
const (
	MaxSweepSamples = 2000
	MaxSweepShifts  = 4096
)

// maxShift is the largest shift in a message, in pixels. No image is as large.
const maxShift = 1 << 12

// Shift moves an image by X pixels to the right and Y pixels down.
type Shift struct{ X, Y int }

// Sweep asks how well a network classifies shifted test samples. The samples are spread
// evenly over the test set of a dataset. Each is moved by every shift in turn; pixels that
// come in are 0. The answer is a SweepResult for each shift, as soon as it is known, or a
// Fault with the same ID. Sweeps are computed one after the other, and the run waits for
// them. They change nothing in the run.
type Sweep struct {
	ID int
	// As nn.Spec.String writes it; empty, with empty Params, for the network of the run.
	Net     string
	Params  []float32 // in the order of nn.Model.Params
	Dataset DatasetKind
	Seed    uint64 // of built-in digits
	Samples int    // 1 to MaxSweepSamples; of a smaller test set, all
	Shifts  []Shift
}

// Append implements Message.
func (m Sweep) Append(dst []byte) []byte {
	dst = appendHead(dst, kindSweep)
	dst = appendInt(dst, m.ID)
	dst = appendString(dst, m.Net)
	dst = appendFloats(dst, m.Params)
	dst = appendByte(dst, byte(m.Dataset))
	dst = appendUint64(dst, m.Seed)
	dst = appendInt(dst, m.Samples)
	dst = appendInt(dst, len(m.Shifts))
	for _, s := range m.Shifts {
		dst = appendShift(dst, s)
	}
	return dst
}

func readSweep(r *reader) Message {
	m := Sweep{
		ID: r.int(), Net: r.string(), Params: r.floats(),
		Dataset: DatasetKind(r.enum(int(datasetKinds))), Seed: r.uint64(), Samples: r.int(),
	}
	n := r.count(8)
	if m.Samples < 1 || m.Samples > MaxSweepSamples || n < 1 || n > MaxSweepShifts {
		r.failed = true
		return m
	}
	m.Shifts = make([]Shift, n)
	for i := range m.Shifts {
		m.Shifts[i] = readShift(r)
	}
	return m
}

// SweepResult is the result of one shift of a Sweep.
type SweepResult struct {
	ID       int
	Index    int // of the shift in Sweep.Shifts
	Shift    Shift
	Correct  int  // samples classified correctly
	Kept     int  // samples classified as they were unshifted, correctly or not
	Total    int  // samples tried
	Finished bool // the last result of this ID
	// A byte for each sample, in order: '1' if it was classified correctly, else '0'.
	Right string
}

// Append implements Message.
func (m SweepResult) Append(dst []byte) []byte {
	dst = appendHead(dst, kindSweepResult)
	dst = appendInt(dst, m.ID)
	dst = appendInt(dst, m.Index)
	dst = appendShift(dst, m.Shift)
	dst = appendInt(dst, m.Correct)
	dst = appendInt(dst, m.Kept)
	dst = appendInt(dst, m.Total)
	return appendString(appendBool(dst, m.Finished), m.Right)
}

func readSweepResult(r *reader) Message {
	return SweepResult{
		ID: r.int(), Index: r.int(), Shift: readShift(r),
		Correct: r.int(), Kept: r.int(), Total: r.int(), Finished: r.bool(), Right: r.string(),
	}
}

// StopSweeps ends all sweeps. Each is answered by a SweepResult that is Finished and has
// Total 0.
type StopSweeps struct{}

// Append implements Message.
func (m StopSweeps) Append(dst []byte) []byte { return appendHead(dst, kindStopSweeps) }

func (Sweep) kind() kind       { return kindSweep }
func (SweepResult) kind() kind { return kindSweepResult }
func (StopSweeps) kind() kind  { return kindStopSweeps }

func appendShift(dst []byte, s Shift) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(int32(s.X)))
	return binary.LittleEndian.AppendUint32(dst, uint32(int32(s.Y)))
}

func readShift(r *reader) Shift { return Shift{X: readPixels(r), Y: readPixels(r)} }

// readPixels reads a number of pixels, which may be negative.
func readPixels(r *reader) int {
	v := int(int32(r.uint32()))
	if v < -maxShift || v > maxShift {
		r.failed = true
		return 0
	}
	return v
}
