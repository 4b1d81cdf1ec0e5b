package train

import (
	"stridelab/data"
	"stridelab/nn"
)

// Watch chooses the sample that snapshots show. Sample counts modulo the number
// of samples.
func (s *Session) Watch(w Watch) {
	s.watch = w
	s.readWatched()
}

func (s *Session) readWatched() {
	w := &s.watch
	if w.Test && s.info.Test > 0 {
		w.Sample %= s.info.Test
		s.label = s.source.TestSample(w.Sample, s.watched)
		return
	}
	w.Test = false
	w.Sample %= s.info.Train
	s.label = s.source.TrainSample(w.Sample, s.watched)
}

// Predict appends to dst what the net says to an image of c channels, h rows and
// w columns: one probability a class. The image is adapted to the net's input
// as a dataset is, and one that cannot be is refused.
func (s *Session) Predict(dst []float32, c, h, w int, pixels []float32) ([]float32, error) {
	if len(pixels) == 0 || !fits(c, h, w, len(pixels)) {
		return dst, &Error{Code: CodeMessage}
	}
	in := s.rows[0].Shape
	picture, err := data.Adapt(&onePicture{c, h, w, pixels}, in.C, in.H, in.W)
	if err != nil {
		return dst, err
	}
	picture.TestSample(0, s.single)
	s.model.Forward(s.tensor(s.single, 1), false)
	return append(dst, s.model.Probs().Data[:s.rows[len(s.rows)-1].Shape.C]...), nil
}

// onePicture is a data.Source of a single image, for data.Adapt to work on.
type onePicture struct {
	c, h, w int
	pixels  []float32
}

func (p *onePicture) Info() data.Info {
	return data.Info{C: p.c, H: p.h, W: p.w, Classes: 1, Test: 1}
}

func (p *onePicture) TrainSample(_ int, dst []float32) int { return p.TestSample(0, dst) }

func (p *onePicture) TestSample(_ int, dst []float32) int {
	copy(dst, p.pixels)
	return 0
}

// maxMapNumbers is the largest layer whose feature maps a snapshot carries;
// larger ones would not be looked at, but would cost the run its time.
const maxMapNumbers = 1 << 17

// Snapshot writes how the run stands to dst, reusing the memory of its slices,
// and takes the points collected since the snapshot before. Rates and times are
// for the caller to fill in, as a Session knows no clock.
func (s *Session) Snapshot(dst *Snapshot) {
	per := s.stepsPerEpoch()
	dst.State, dst.Run = s.State(), s.run
	dst.Step, dst.Epoch, dst.StepInEpoch = s.step, s.step/per, s.step%per
	dst.StepsPerEpoch, dst.Epochs, dst.Seen = per, s.goal, s.Seen()
	dst.LearningRate = s.opt.Config().LearningRate
	dst.LastLoss, dst.TrainAccuracy = s.lastLoss, s.accuracy.value()
	dst.TestAccuracy, dst.TestLoss, dst.Tested = s.test.lastAccuracy, s.test.lastLoss, s.test.lastN
	dst.Evaluated, dst.EvaluateTotal = 0, 0
	if s.test.on {
		dst.Evaluated, dst.EvaluateTotal = min(s.test.done*s.crew.of, s.test.n), s.test.n
	}
	dst.Workers, dst.Times = s.crew.of, s.times
	dst.Fingerprint = 0
	if !s.running {
		dst.Fingerprint = Fingerprint(s.model.Params())
	}
	dst.LossPoints = s.lossCurve.take(dst.LossPoints)
	dst.TestPoints = s.testCurve.take(dst.TestPoints)
	s.filters(&dst.Filters)
	s.sample(dst)
}

// filters copies the weights of the first convolution.
func (s *Session) filters(f *Filters) {
	f.Out, f.In, f.H, f.W, f.Data = 0, 0, 0, 0, f.Data[:0]
	for _, p := range s.params {
		if len(p.Shape) == 4 {
			f.Out, f.In, f.H, f.W = p.Shape[0], p.Shape[1], p.Shape[2], p.Shape[3]
			f.Data = append(f.Data, p.Data...)
			return
		}
	}
}

// sample shows the watched sample to the net and copies what comes of it.
func (s *Session) sample(dst *Snapshot) {
	in := s.rows[0].Shape
	w := &dst.Sample
	w.Index, w.Test, w.Label = s.watch.Sample, s.watch.Test, s.label
	w.Image.C, w.Image.H, w.Image.W, w.Image.Flat = in.C, in.H, in.W, in.Flat
	w.Image.Data = append(w.Image.Data[:0], s.watched...)

	s.model.Forward(s.tensor(s.watched, 1), false)
	w.Probs = append(w.Probs[:0], s.model.Probs().Data[:s.rows[len(s.rows)-1].Shape.C]...)

	maps := dst.Maps[:0]
	for _, r := range s.rows[1:] {
		if !s.watch.Maps || r.Layer == len(s.rows)-2 || r.Kind == nn.Flatten || r.Kind == nn.Dropout || r.Size > maxMapNumbers {
			continue
		}
		if len(maps) < cap(maps) {
			maps = maps[:len(maps)+1]
		} else {
			maps = append(maps, Volume{})
		}
		v := &maps[len(maps)-1]
		v.Name, v.C, v.H, v.W, v.Flat = r.Name, r.Shape.C, r.Shape.H, r.Shape.W, r.Shape.Flat
		v.Data = append(v.Data[:0], s.model.Output(r.Layer).Data[:r.Shape.Size()]...)
	}
	dst.Maps = maps
}
