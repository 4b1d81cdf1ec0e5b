package train

import "stridelab/nn"

// gradient computes the gradient of one shard of a step into the Grads of the model. It
// returns the sum of the losses of its samples, in nats, and the number of correct answers.
// Besides the weights they depend on the arguments alone.
func (s *Session) gradient(step, shard int) (loss float64, correct int) {
	begun := s.now()
	x, labels := s.shardInput(step, shard)
	s.times.Input += s.now() - begun
	s.model.SeedDropout(mix(s.cfg.Seed, forDropout, uint64(step), uint64(shard)))
	s.model.Forward(x, true)
	loss, correct = s.model.Loss(labels, 1/float32(s.loader.batchAt(step)))
	s.model.Gradient()
	return loss, correct
}

// update ends a minibatch of batch samples: the optimiser makes one step with their gradient.
func (s *Session) update(batch int, gradient []float32) {
	begun := s.now()
	loss, accuracy := s.loss/float64(batch), float64(s.correct)/float64(batch)
	// The curves keep the loss of a step that fails, so that one sees what happened.
	s.lossCurve.add(Point{Step: s.step + 1, Loss: float32(loss), Accuracy: float32(accuracy)})
	if diverged(loss) || s.lost(loss) {
		s.fail()
		return
	}
	if s.group.rank == 0 && learning(loss, s.loader.info.Classes) {
		s.good.save(s.model.Params(), s.step, s.lastLoss)
	}
	s.opt.ScaleLearningRate(s.rateScale())
	s.opt.Step(s.model.Params(), gradient)
	s.step++
	s.lastLoss = float32(loss)
	if evaluationDue(s.step, s.loader.StepsPerEpoch(), s.loader.info.Train, s.test.n) {
		s.test.begin()
	}
	s.times.Compute += s.now() - begun
}

// evaluateShard classifies the test samples of one shard. It returns the sum of their losses,
// in nats, and the number of correct answers.
func (s *Session) evaluateShard(shard int) (loss float64, correct int) {
	x, labels := s.test.shard(shard, s.loader.perShard, s.input, s.labels)
	s.model.Forward(s.tensor(x, len(labels)), false)
	loss, correct = s.model.Loss(labels, 0)
	s.test.done += len(labels)
	return loss, correct
}

// endEvaluation ends an evaluation, when the losses of all its shards are in s.loss.
func (s *Session) endEvaluation() {
	t := &s.test
	t.on = false
	loss := s.loss / float64(t.n)
	if diverged(loss) {
		s.fail()
		return
	}
	t.lastLoss, t.lastAccuracy, t.lastN = float32(loss), float32(s.correct)/float32(t.n), t.n
	s.testCurve.add(Point{Step: s.step, Loss: t.lastLoss, Accuracy: t.lastAccuracy})
	if s.stopping.evaluated(s.cfg.Stop, t.lastLoss, t.lastAccuracy) {
		s.running = false
	}
}

// rateScale returns the scale of the learning rate at the next update.
func (s *Session) rateScale() float64 {
	return s.cfg.Schedule.Scale(s.step, s.loader.StepsPerEpoch(), s.cfg.Epochs)
}

// lost reports whether no minibatch in lostSteps steps had a loss in the range of networks that
// learn, this one included. Only rank 0 knows the last good step; the others wait for its
// gradients.
func (s *Session) lost(loss float64) bool {
	return s.group.rank == 0 && s.step-s.good.step >= lostSteps && !learning(loss, s.loader.info.Classes)
}

// fail stops the run and goes back to the last good step.
func (s *Session) fail() {
	at := s.step + 1
	copy(s.model.Params(), s.good.params)
	s.step, s.lastLoss = s.good.step, s.good.lastLoss
	s.opt.Reset()
	s.setFailed(at)
	s.beginRound()
}

// setFailed marks the run as failed at a step.
func (s *Session) setFailed(at int) {
	s.failedAt = at
	s.err = &Error{Code: CodeDiverged, Args: []any{at, s.step, s.opt.Config().LearningRate}}
	s.test.on, s.running = false, false
}

// tensor returns the first n samples in pixels, [n, C, H, W]. It shares the memory of pixels.
func (s *Session) tensor(pixels []float32, n int) nn.Tensor {
	in := s.rows[0].Shape
	return nn.Tensor{Shape: [4]int{n, in.C, in.H, in.W}, Data: pixels[:n*in.Size()]}
}
