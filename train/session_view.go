package train

import (
	"stridelab/data"
	"stridelab/nn"
)

// Watch chooses the sample that snapshots show. w.Sample is taken modulo the number of
// samples. Without test samples, it is a training sample.
func (s *Session) Watch(w Watch) {
	s.watch = w
	s.readWatched()
}

func (s *Session) readWatched() {
	w, info, source := &s.watch, &s.loader.info, s.loader.source
	if w.Test && info.Test > 0 {
		w.Sample %= info.Test
		s.label = source.TestSample(w.Sample, s.watched)
		return
	}
	w.Test = false
	w.Sample %= info.Train
	s.label = source.TrainSample(w.Sample, s.watched)
}

// Predict classifies an image of c channels, h rows and w columns; pixels is [c*h*w], with
// values in [0,1]. It appends the probabilities to dst, one for each class. The image is
// adapted to the input of the network as a dataset is. It returns a *data.Error if that is
// impossible, and an *Error if pixels has another length.
func (s *Session) Predict(dst []float32, c, h, w int, pixels []float32) ([]float32, error) {
	if len(pixels) == 0 || !fits(c, h, w, len(pixels)) {
		return dst, &Error{Code: CodeMessage}
	}
	in := s.rows[0].Shape
	image, err := data.Adapt(&singleImage{c, h, w, pixels}, in.C, in.H, in.W)
	if err != nil {
		return dst, err
	}
	image.TestSample(0, s.single)
	s.model.Forward(s.tensor(s.single, 1), false)
	return append(dst, s.model.Probs().Data[:s.rows[len(s.rows)-1].Shape.C]...), nil
}

// singleImage is a data.Source of one image, for data.Adapt.
type singleImage struct {
	c, h, w int
	pixels  []float32
}

func (p *singleImage) Info() data.Info {
	return data.Info{C: p.c, H: p.h, W: p.w, Classes: 1, Test: 1}
}

func (p *singleImage) TrainSample(_ int, dst []float32) int { return p.TestSample(0, dst) }

func (p *singleImage) TestSample(_ int, dst []float32) int {
	copy(dst, p.pixels)
	return 0
}

// PredictMaps writes the image and the feature maps of the last Predict to image and maps, and uses
// their memory. It is called before anything else runs the network.
func (s *Session) PredictMaps(image *Volume, maps []Volume) []Volume {
	s.copyInput(image, s.single)
	return s.copyMaps(maps[:0])
}

// maxMapNumbers is the largest layer whose feature maps a snapshot carries. The page does not
// show larger ones, and copying them would slow the run down.
const maxMapNumbers = 1 << 17

// Snapshot writes the state of the run to dst, and uses the memory of its slices. It takes
// the points that were added to the curves since the snapshot before. The caller sets
// SamplesPerSecond, EpochSecondsLeft and RunSecondsLeft.
func (s *Session) Snapshot(dst *Snapshot) {
	per := s.loader.StepsPerEpoch()
	dst.State, dst.Run = s.State(), s.run
	dst.Step, dst.Epoch, dst.StepInEpoch = s.step, s.step/per, s.step%per
	dst.StepsPerEpoch, dst.Epochs, dst.Seen = per, s.goal, s.Seen()
	dst.LearningRate = s.opt.Config().LearningRate * s.rateScale()
	dst.Stopped = s.stopping.reason
	dst.LastLoss = s.lastLoss
	dst.TestAccuracy, dst.TestLoss, dst.Tested = s.test.lastAccuracy, s.test.lastLoss, s.test.lastN
	dst.Evaluated, dst.EvaluateTotal = 0, 0
	if s.test.on {
		dst.Evaluated, dst.EvaluateTotal = min(s.test.done*s.group.size, s.test.n), s.test.n
	}
	dst.Workers, dst.Times = s.group.size, s.times
	dst.Fingerprint = 0
	if !s.running {
		dst.Fingerprint = Fingerprint(s.model.Params())
	}
	dst.LossPoints = s.lossCurve.take(dst.LossPoints)
	dst.TestPoints = s.testCurve.take(dst.TestPoints)
	s.copyFilters(&dst.Filters)
	s.showSample(dst)
}

// copyFilters copies the weights of the first convolution to f.
func (s *Session) copyFilters(f *Filters) {
	f.Out, f.In, f.H, f.W, f.Data = 0, 0, 0, 0, f.Data[:0]
	for _, p := range s.params {
		if len(p.Shape) == 4 {
			f.Out, f.In, f.H, f.W = p.Shape[0], p.Shape[1], p.Shape[2], p.Shape[3]
			f.Data = append(f.Data, p.Data...)
			return
		}
	}
}

// showSample classifies the watched sample, and copies its probabilities and its feature maps
// to dst.
func (s *Session) showSample(dst *Snapshot) {
	w := &dst.Sample
	w.Index, w.Test, w.Label = s.watch.Sample, s.watch.Test, s.label
	s.copyInput(&w.Image, s.watched)

	s.model.Forward(s.tensor(s.watched, 1), false)
	w.Probs = append(w.Probs[:0], s.model.Probs().Data[:s.rows[len(s.rows)-1].Shape.C]...)

	dst.Maps = dst.Maps[:0]
	if s.watch.Maps {
		dst.Maps = s.copyMaps(dst.Maps)
	}
	s.copyUnit(&dst.Unit)
}

// copyInput copies an input of the network to v.
func (s *Session) copyInput(v *Volume, pixels []float32) {
	in := s.rows[0].Shape
	v.C, v.H, v.W, v.Flat = in.C, in.H, in.W, in.Flat
	v.Data = append(v.Data[:0], pixels...)
}

// copyMaps appends the outputs of the layers in the last Forward.
func (s *Session) copyMaps(maps []Volume) []Volume {
	for _, r := range s.rows[1:] {
		if r.Layer == len(s.rows)-2 || r.Kind == nn.Flatten || r.Kind == nn.Dropout || r.Size > maxMapNumbers {
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
	return maps
}

// copyUnit copies the weights and the bias of the unit that the page watches to u.
func (s *Session) copyUnit(u *Unit) {
	w := s.watch
	u.Row, u.Index, u.Bias, u.Weights = 0, 0, 0, u.Weights[:0]
	if w.Row < 1 || w.Row >= len(s.rows) || s.rows[w.Row].Params == 0 {
		return
	}
	at := 0 // the layer's weights, and its biases after them, in the list of parameters
	for _, r := range s.rows[1:w.Row] {
		if r.Params > 0 {
			at += 2
		}
	}
	weights, biases := s.params[at], s.params[at+1]
	if w.Unit < 0 || w.Unit >= len(biases.Data) {
		return
	}
	each := len(weights.Data) / len(biases.Data)
	u.Row, u.Index, u.Bias = w.Row, w.Unit, biases.Data[w.Unit]
	u.Weights = append(u.Weights, weights.Data[w.Unit*each:(w.Unit+1)*each]...)
}
