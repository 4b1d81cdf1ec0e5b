package train

// TrainingState is what a worker needs to go on with a run: the weights, the state of the
// optimiser, and how far the run has come.
type TrainingState struct {
	Step         int  // minibatches done
	Evaluating   bool // an evaluation follows these minibatches, and is not done
	UpdateStep   int  // updates that the optimiser has made
	LearningRate float64
	Params       []float32 // in the order of nn.Model.Params
	First        []float32 // moments of the optimiser, see nn.Optimizer.State
	Second       []float32
}

func appendTrainingState(dst []byte, m TrainingState) []byte {
	dst = appendInt(dst, m.Step)
	dst = appendBool(dst, m.Evaluating)
	dst = appendInt(dst, m.UpdateStep)
	dst = appendFloat64(dst, m.LearningRate)
	dst = appendFloats(dst, m.Params)
	dst = appendFloats(dst, m.First)
	return appendFloats(dst, m.Second)
}

func readTrainingState(r *reader) TrainingState {
	return TrainingState{
		Step: r.count31(), Evaluating: r.bool(), UpdateStep: r.int(), LearningRate: r.float64(),
		Params: r.floats(), First: r.floats(), Second: r.floats(),
	}
}
