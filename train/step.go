package train

import (
	"math"

	"stridelab/nn"
)

// How a minibatch is cut. Between two shards a run can pause and messages are
// answered, so a shard must not take long: with a slice of 12 ms before it, at
// most 38 ms, on the portable engine too. In a browser that one does some 500
// million of a table's multiply-adds a second, gradients included (640 samples
// a second of LeNet, BenchmarkTraining), and with vectors ten times as many.
// Hence fewer samples a shard for heavier nets, and limits on nets. The cut
// depends on the net alone, as the bits of a run depend on it.
const (
	maxShard   = 8          // samples
	shardWork  = 8_000_000  // multiply-adds, forward
	maxWork    = 20_000_000 // of one sample
	maxParams  = 2_000_000  // the update goes over all of them after a minibatch
	maxNumbers = 1_000_000  // in one sample, or one layer's output for it
)

// shardSize is the number of samples in a shard for a net with this table.
func shardSize(rows []nn.Row) int {
	return int(max(1, min(maxShard, shardWork/max(1, work(rows)))))
}

// work is the number of multiply-adds of one sample, forward.
func work(rows []nn.Row) (n int64) {
	for _, r := range rows {
		n += r.MultiplyAdds
	}
	return n
}

// checkSize refuses nets that no browser trains while a visitor watches.
func checkSize(rows []nn.Row) error {
	var params, numbers int64
	for _, r := range rows {
		params += r.Params
		numbers = max(numbers, r.Size)
	}
	switch {
	case work(rows) > maxWork:
		return &Error{Code: CodeMuchWork, Args: []any{int(work(rows) / 1e6), maxWork / 1_000_000}}
	case params > maxParams:
		return &Error{Code: CodeManyParams, Args: []any{int(params), maxParams}}
	case numbers > maxNumbers:
		return &Error{Code: CodeWide, Args: []any{int(numbers), maxNumbers}}
	}
	return nil
}

// batchAt is the number of samples in the minibatch of a step: an epoch's last
// one may be smaller.
func (s *Session) batchAt(step int) int {
	return min(s.cfg.Batch, s.info.Train-step%s.stepsPerEpoch()*s.cfg.Batch)
}

// gradient puts one shard's part of a step's gradient into the model's Grads
// and returns its summed loss and right answers. Apart from the parameters it
// depends on its arguments alone, whatever was computed before it.
func (s *Session) gradient(step, shard int) (loss float64, correct int) {
	begun := s.now()
	x, labels := s.shardInput(step, shard)
	s.times.Input += s.now() - begun
	s.model.SeedDropout(mix(s.cfg.Seed, forDropout, uint64(step), uint64(shard)))
	s.model.Forward(x, true)
	loss, correct = s.model.Loss(labels, 1/float32(s.batchAt(step)))
	s.model.Gradient()
	return loss, correct
}

// sampleAt is the training sample at a position in an epoch. Endless sources
// just go on counting: no sample is seen twice.
func (s *Session) sampleAt(epoch, position int) int {
	if s.info.Endless {
		return epoch*s.info.Train + position
	}
	if s.ordered != epoch {
		s.order, s.ordered = epochOrder(s.info.Train, s.cfg.Seed, epoch), epoch
	}
	return s.order.at(position)
}

// update ends a minibatch of batch samples: one step of the optimiser along
// their gradient.
func (s *Session) update(batch int, gradient []float32) {
	begun := s.now()
	loss, accuracy := s.loss/float64(batch), float64(s.correct)/float64(batch)
	if diverged(loss) {
		s.fail()
		return
	}
	if s.crew.me == 0 && s.sane(loss) {
		s.good.save(s)
	}
	s.opt.Step(s.model.Params(), gradient)
	s.step++
	s.lastLoss = float32(loss)
	s.accuracy.add(accuracy, batch)
	s.lossCurve.add(Point{Step: s.step, Loss: float32(loss), Accuracy: float32(accuracy)})
	if s.evaluationDue() {
		s.test.begin()
	}
	s.times.Compute += s.now() - begun
}

// tensor is the first n samples in buf, [n, C, H, W].
func (s *Session) tensor(buf []float32, n int) nn.Tensor {
	in := s.rows[0].Shape
	return nn.Tensor{Shape: [4]int{n, in.C, in.H, in.W}, Data: buf[:n*in.Size()]}
}

// A mean loss of divergedLoss nats is four hundred times that of guessing
// blindly among ten classes: what was learnt is lost by then.
const divergedLoss = 1000

func diverged(loss float64) bool { return !(loss <= divergedLoss) } // NaN too

// sane reports whether a loss is in the range of nets that learn: guessing
// blindly costs ln(classes).
func (s *Session) sane(loss float64) bool {
	return loss <= 4*math.Log(float64(s.info.Classes))+1
}

// lastGood is the last state of a run that still made sense. Weights are known to
// be good only once a minibatch has been tried on them, so they are kept from
// before the step that follows.
type lastGood struct {
	params   []float32
	step     int
	lastLoss float32
}

func (c *lastGood) save(s *Session) {
	copy(c.params, s.model.Params())
	c.step, c.lastLoss = s.step, s.lastLoss
}

// fail stops the run and goes back to the last good step.
func (s *Session) fail() {
	at := s.step + 1
	copy(s.model.Params(), s.good.params)
	s.step, s.lastLoss = s.good.step, s.good.lastLoss
	s.opt.Reset()
	s.failed(at)
	s.beginRound()
}

// failed notes that the run has failed at a step, and gone back.
func (s *Session) failed(at int) {
	s.failedAt = at
	s.err = &Error{Code: CodeDiverged, Args: []any{at, s.step, s.opt.Config().LearningRate}}
	s.test.on, s.running = false, false
}
