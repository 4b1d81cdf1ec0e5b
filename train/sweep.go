package train

import (
	"encoding/binary"
	"time"

	"stridelab/data"
	"stridelab/nn"
)

// Limits of a Sweep.
const (
	MaxSweepSamples = 2000
	MaxSweepShifts  = 4096
)

// Shift is a way to move a picture: X pixels to the right, Y down.
type Shift struct{ X, Y int }

// Sweep asks how well weights tell shifted test samples, beside any run: the
// samples of a dataset, spread evenly over its test set, are each moved by every
// shift in turn, with 0 coming in. The answer is a SweepResult for each shift as
// soon as it is known, or a Fault with the same ID. Sweeps are done one after the
// other; a run that is on waits for them.
type Sweep struct {
	ID      int
	Net     string    // nn.Spec.String; empty, as Params then is, for the net and the weights of the run
	Params  []float32 // as nn.Model.Params has them
	Dataset DatasetKind
	Seed    uint64 // of built-in digits
	Samples int    // 1 to MaxSweepSamples; of a smaller test set, all
	Shifts  []Shift
}

// Append implements Message.
func (m Sweep) Append(dst []byte) []byte {
	dst = begin(dst, kindSweep)
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

// SweepResult is what one shift of a Sweep came to.
type SweepResult struct {
	ID       int
	Index    int // of the shift among those asked for
	Shift    Shift
	Correct  int  // samples whose class was told rightly
	Kept     int  // samples given the same class as unshifted, right or wrong
	Total    int  // samples asked
	Finished bool // no result of this ID comes after it

	// Right is which samples were told rightly, in their order: a byte each, '1' or '0'.
	Right string
}

// Append implements Message.
func (m SweepResult) Append(dst []byte) []byte {
	dst = begin(dst, kindSweepResult)
	dst = appendInt(dst, m.ID)
	dst = appendInt(dst, m.Index)
	dst = appendShift(dst, m.Shift)
	dst = appendInt(dst, m.Correct)
	dst = appendInt(dst, m.Kept)
	dst = appendInt(dst, m.Total)
	return appendString(appendBool(dst, m.Finished), m.Right)
}

// StopSweeps ends all sweeps where they are. Each is answered by a SweepResult
// that is Finished and has Total 0.
type StopSweeps struct{}

// Append implements Message.
func (m StopSweeps) Append(dst []byte) []byte { return begin(dst, kindStopSweeps) }

func (Sweep) kind() kind       { return kindSweep }
func (SweepResult) kind() kind { return kindSweepResult }
func (StopSweeps) kind() kind  { return kindStopSweeps }

func appendShift(dst []byte, s Shift) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(int32(s.X)))
	return binary.LittleEndian.AppendUint32(dst, uint32(int32(s.Y)))
}

// maxShift bounds a shift's pixels; beyond a picture's edge there is nothing left
// of it anyway.
const maxShift = 1 << 12

func (r *reader) shift() Shift { return Shift{X: r.pixels(), Y: r.pixels()} }

// pixels reads a number of pixels, which may be negative.
func (r *reader) pixels() int {
	v := int(int32(r.uint32()))
	if v < -maxShift || v > maxShift {
		r.failed = true
		return 0
	}
	return v
}

func (r *reader) sweep() Sweep {
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
		m.Shifts[i] = r.shift()
	}
	return m
}

func (r *reader) sweepResult() SweepResult {
	return SweepResult{
		ID: r.int(), Index: r.int(), Shift: r.shift(),
		Correct: r.int(), Kept: r.int(), Total: r.int(), Finished: r.bool(), Right: r.string(),
	}
}

// sweeping is a Sweep on its way: first all samples as they are, then shift by
// shift.
type sweeping struct {
	id     int
	shifts []Shift
	model  *nn.Model
	source data.Source // adapted to the net's input
	of     int         // samples in its test set
	in     nn.Shape
	batch  int

	samples []float32 // [n, C, H, W], drawn in the first pass
	labels  []int
	classes []int     // told of the unshifted samples
	moved   []float32 // one batch

	pass    int // -1: unshifted; then an index into shifts
	at      int // samples of the pass done
	correct int
	kept    int
	right   []byte // of the pass, as SweepResult.Right
}

// newSweeping prepares a sweep; the weights are those of s where m has none.
func newSweeping(m Sweep, s *Session, source func(Config) (data.Source, error)) (*sweeping, error) {
	if m.Net == "" {
		if s == nil {
			return nil, &Error{Code: CodeNoRun}
		}
		m.Net, m.Params = s.cfg.Net.String(), s.model.Params()
	}
	model, err := modelOf(m.Net, m.Params, shardSize)
	if err != nil {
		return nil, err
	}
	samples, err := source(Config{Dataset: m.Dataset, Seed: m.Seed})
	if err != nil {
		return nil, err
	}
	rows := model.Table()
	adapted, err := fit(samples, rows)
	if err != nil {
		return nil, err
	}
	of, in, batch := adapted.Info().Test, rows[0].Shape, model.MaxBatch()
	n := min(m.Samples, of)
	return &sweeping{
		id: m.ID, shifts: m.Shifts, model: model, source: adapted, of: of, in: in, batch: batch,
		samples: make([]float32, n*in.Size()), labels: make([]int, n), classes: make([]int, n),
		moved: make([]float32, batch*in.Size()), pass: -1,
	}, nil
}

// proceed asks the net about one batch. It returns what a shift has come to, when
// that was the last of it.
func (w *sweeping) proceed() (r SweepResult, ok bool) {
	n, size, from := min(w.batch, len(w.labels)-w.at), w.in.Size(), w.at
	pixels := w.samples[from*size : (from+n)*size]
	for i := range n {
		one := pixels[i*size : (i+1)*size]
		if w.pass < 0 {
			w.labels[from+i] = w.source.TestSample((from+i)*w.of/len(w.labels), one)
			continue
		}
		by := w.shifts[w.pass]
		data.Shift(w.moved[i*size:(i+1)*size], one, w.in.C, w.in.H, w.in.W, by.X, by.Y)
	}
	if w.pass >= 0 {
		pixels = w.moved[:n*size]
	}
	x := nn.Tensor{Shape: [4]int{n, w.in.C, w.in.H, w.in.W}, Data: pixels}
	logits := w.model.Forward(x, false)
	for i := range n {
		class := largest(logits.Sample(i).Data)
		if w.pass < 0 {
			w.classes[from+i] = class
			continue
		}
		told := byte('0')
		if class == w.labels[from+i] {
			told = '1'
			w.correct++
		}
		w.right = append(w.right, told)
		if class == w.classes[from+i] {
			w.kept++
		}
	}
	if w.at += n; w.at < len(w.labels) {
		return r, false
	}
	if ok = w.pass >= 0; ok {
		r = SweepResult{
			ID: w.id, Index: w.pass, Shift: w.shifts[w.pass], Correct: w.correct, Kept: w.kept,
			Total: len(w.labels), Finished: w.pass == len(w.shifts)-1, Right: string(w.right),
		}
	}
	w.pass++
	w.at, w.correct, w.kept, w.right = 0, 0, 0, w.right[:0]
	return r, ok
}

// largest is the index of the largest number, the first of several.
func largest(v []float32) (at int) {
	for i := range v {
		if v[i] > v[at] {
			at = i
		}
	}
	return at
}

// startSweep answers Sweep.
func (d *Desk) startSweep(m Sweep) {
	w, err := newSweeping(m, d.session, d.source)
	if err != nil {
		d.refuse(m.ID, err)
		return
	}
	d.sweeps = append(d.sweeps, w)
}

// stopSweeps answers StopSweeps.
func (d *Desk) stopSweeps() {
	for _, w := range d.sweeps {
		d.post(SweepResult{ID: w.id, Index: max(w.pass, 0), Finished: true})
	}
	d.sweeps = nil
}

// sweep goes on with the first sweep until end.
func (d *Desk) sweep(end time.Duration) {
	d.fresh = false // the run's rate does not count this time
	for d.clock() < end {
		r, ok := d.sweeps[0].proceed()
		if !ok {
			continue
		}
		d.post(r)
		if r.Finished {
			d.sweeps = d.sweeps[1:]
			return
		}
	}
}
