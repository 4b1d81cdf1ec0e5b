package cluster

import (
	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// sweep computes a train.Sweep. In the first pass it classifies all samples as they are, then
// it makes one pass for each shift.
type sweep struct {
	id     int
	shifts []train.Shift
	model  *nn.Model
	source data.Source // adapted to the input of the network
	of     int         // samples in its test set
	in     nn.Shape
	batch  int

	samples []float32 // [n, C, H, W], made in the first pass
	labels  []int
	classes []int     // that the network gave the samples in the first pass
	moved   []float32 // [batch, C, H, W]

	pass    int // -1 for the first; then an index of shifts
	done    int // samples of the pass that are done
	correct int // of these
	kept    int
	right   []byte // as SweepResult.Right
}

// newSweep returns a sweep that has not begun. source returns the dataset of a Config.
func newSweep(m train.Sweep, source func(train.Config) (data.Source, error)) (*sweep, error) {
	model, err := train.NewModel(m.Net, m.Params)
	if err != nil {
		return nil, err
	}
	samples, err := source(train.Config{Dataset: m.Dataset, Seed: m.Seed})
	if err != nil {
		return nil, err
	}
	rows := model.Table()
	adapted, err := train.Adapt(samples, rows)
	if err != nil {
		return nil, err
	}
	of, in, batch := adapted.Info().Test, rows[0].Shape, model.MaxBatch()
	n := min(m.Samples, of)
	return &sweep{
		id: m.ID, shifts: m.Shifts, model: model, source: adapted, of: of, in: in, batch: batch,
		samples: make([]float32, n*in.Size()), labels: make([]int, n), classes: make([]int, n),
		moved: make([]float32, batch*in.Size()), pass: -1,
	}, nil
}

// next classifies one batch. When that completes a shift, it returns the result.
func (s *sweep) next() (r train.SweepResult, ok bool) {
	first, n := s.done, min(s.batch, len(s.labels)-s.done)
	logits := s.model.Forward(nn.Tensor{Shape: [4]int{n, s.in.C, s.in.H, s.in.W}, Data: s.pixels(first, n)}, false)
	for i := range n {
		class := largest(logits.Sample(i).Data)
		if s.pass < 0 {
			s.classes[first+i] = class
			continue
		}
		right := byte('0')
		if class == s.labels[first+i] {
			right = '1'
			s.correct++
		}
		s.right = append(s.right, right)
		if class == s.classes[first+i] {
			s.kept++
		}
	}
	if s.done += n; s.done < len(s.labels) {
		return r, false
	}
	if ok = s.pass >= 0; ok {
		r = train.SweepResult{
			ID: s.id, Index: s.pass, Shift: s.shifts[s.pass], Correct: s.correct, Kept: s.kept,
			Total: len(s.labels), Finished: s.pass == len(s.shifts)-1, Right: string(s.right),
		}
	}
	s.pass++
	s.done, s.correct, s.kept, s.right = 0, 0, 0, s.right[:0]
	return r, ok
}

// pixels returns n samples from first on, [n, C, H, W], as the present pass shows them.
func (s *sweep) pixels(first, n int) []float32 {
	size := s.in.Size()
	pixels := s.samples[first*size : (first+n)*size]
	if s.pass < 0 {
		for i := range n {
			s.labels[first+i] = s.source.TestSample((first+i)*s.of/len(s.labels), pixels[i*size:(i+1)*size])
		}
		return pixels
	}
	by := s.shifts[s.pass]
	for i := range n {
		data.Shift(s.moved[i*size:(i+1)*size], pixels[i*size:(i+1)*size], s.in.C, s.in.H, s.in.W, by.X, by.Y)
	}
	return s.moved[:n*size]
}

// largest returns the index of the largest number, the first of several.
func largest(v []float32) (at int) {
	for i := range v {
		if v[i] > v[at] {
			at = i
		}
	}
	return at
}
