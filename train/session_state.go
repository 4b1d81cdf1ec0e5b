package train

// Weights returns the weights of the run after its last whole minibatch, with ID 0. Params is
// the memory of the model: it changes as the run goes on.
func (s *Session) Weights() Weights {
	return Weights{Net: s.cfg.Net.String(), Step: s.step, Seen: s.Seen(), Params: s.model.Params()}
}

// SetWeights goes back to step 0 with a copy of params as the weights. It returns an *Error,
// and changes nothing, if they are not as many as the network has, or if one is not finite.
func (s *Session) SetWeights(params []float32) error {
	if err := checkWeights(params, len(s.model.Params())); err != nil {
		return err
	}
	s.Reset()
	copy(s.model.Params(), params)
	s.good.save(s.model.Params(), s.step, s.lastLoss)
	return nil
}

// trainingState returns the state of s. It shares the memory of s.
func (s *Session) trainingState() TrainingState {
	m := TrainingState{Step: s.step, Evaluating: s.test.on, LearningRate: s.opt.Config().LearningRate, Params: s.model.Params()}
	m.UpdateStep, m.First, m.Second = s.opt.State()
	return m
}

// setTrainingState gives s the state of a run with the same network and optimiser. It reports
// false, and changes nothing, if m is of another network or optimiser. The caller then begins
// the present round.
func (s *Session) setTrainingState(m TrainingState) bool {
	_, first, second := s.opt.State()
	if len(m.Params) != len(s.model.Params()) || len(m.First) != len(first) || len(m.Second) != len(second) || checkLearningRate(m.LearningRate) != nil {
		return false
	}
	copy(s.model.Params(), m.Params)
	s.opt.Restore(m.UpdateStep, m.First, m.Second)
	s.opt.SetLearningRate(m.LearningRate)
	s.step, s.err, s.test.on = m.Step, nil, m.Evaluating
	return true
}

// Checkpoint returns the whole state of the run, with Received 0. It shares the memory of s.
func (s *Session) Checkpoint() Checkpoint {
	m := Checkpoint{
		TrainingState: s.trainingState(), Run: s.run, Config: s.cfg, Goal: s.goal, Running: s.running, Target: s.target,
		GoodStep: s.good.step, GoodLoss: s.good.lastLoss, GoodParams: s.good.params,
		LastLoss: s.lastLoss, TestLoss: s.test.lastLoss, TestAccuracy: s.test.lastAccuracy, Tested: s.test.lastN,
		LeastTestLoss: s.stopping.least, SinceLeast: s.stopping.since, Stopped: s.stopping.reason, Watch: s.watch,
	}
	if s.err != nil {
		m.FailedAt = s.failedAt
	}
	return m
}

// Restore gives s, a new Session of m.Config, the state in a checkpoint. It returns an *Error
// if the checkpoint is of another network or optimiser. Then s must not be used.
func (s *Session) Restore(m Checkpoint) error {
	if len(m.GoodParams) != len(s.good.params) || !s.setTrainingState(m.TrainingState) {
		return &Error{Code: CodeMessage}
	}
	s.run, s.goal, s.target, s.running = m.Run, m.Goal, m.Target, m.Running
	copy(s.good.params, m.GoodParams)
	s.good.step, s.good.lastLoss = m.GoodStep, m.GoodLoss
	s.lastLoss = m.LastLoss
	s.test.lastLoss, s.test.lastAccuracy, s.test.lastN = m.TestLoss, m.TestAccuracy, m.Tested
	s.stopping = stopping{least: m.LeastTestLoss, since: m.SinceLeast, reason: m.Stopped}
	if s.test.on {
		s.test.begin()
	}
	if m.FailedAt > 0 {
		s.setFailed(m.FailedAt)
	}
	s.beginRound()
	s.Watch(m.Watch)
	return nil
}
