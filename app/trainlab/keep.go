package trainlab

import (
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/train"
)

// When a run stops, its weights go to the store of weights, in which other labs find them.

// keepPaused asks the worker for the weights of a run that has trained and has just stopped.
func (s *session) keepPaused(change Change) {
	snap := &s.store.Snap
	if change&ChangedState != 0 && snap.Step > 0 && (snap.State == train.Paused || snap.State == train.Failed) {
		s.client.send(train.GetWeights{})
	}
}

// keep puts the run's weights into the store of weights.
func (s *session) keep(w train.Weights) {
	net, err := nn.ParseSpec(w.Net)
	if err != nil || w.Step == 0 {
		return
	}
	about := weightfile.About{Dataset: s.store.Dataset.Kind.String(), Seed: s.run.Seed, Steps: w.Step, Seen: w.Seen, Accuracy: -1, MNIST: -1}
	if p, ok := s.store.Tested(); ok {
		about.Accuracy, about.Tested = float64(p.Accuracy), s.store.Snap.Tested
	}
	s.weights.Keep(net, w.Params, about)
}
