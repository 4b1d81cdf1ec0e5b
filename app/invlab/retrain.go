package invlab

import (
	"stridelab/app/weights"
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/train"
)

// retrainEpochs is how many times a retrained net goes through its 6,000 digits. It is fixed, so
// that the seed alone determines a run.
const retrainEpochs = 8

// retraining is the training of both nets anew, side by side. The page changes nothing before both
// are done.
type retraining struct {
	Running bool
	Seed    uint64
	nets    [netKinds]nn.Spec
	share   [netKinds]float64 // how much of the training is done, from 0 to 1
	test    [netKinds]float64 // accuracy on the test digits, from 0 to 1
	asked   [netKinds]bool    // the weights were asked for
	done    [netKinds]*weights.Trained
	rev     int
}

// retrainConfig returns the configuration of a net's run.
func retrainConfig(net nn.Spec, seed uint64) train.Config {
	optimizer := nn.DefaultOptimizer(nn.Adam)
	optimizer.LearningRate = retrainRate
	return train.Config{Net: net, Dataset: train.DigitsGrey, Init: nn.He, Optimizer: optimizer, Batch: 64, Epochs: retrainEpochs, Seed: seed, Workers: 1}
}

// retrainRate is the learning rate of both nets, with Adam.
const retrainRate = 0.002

// begin starts the training of nets with these layers.
func (r *retraining) begin(nets [netKinds]nn.Spec, seed uint64) {
	*r = retraining{Running: true, Seed: seed, nets: nets, rev: r.rev + 1}
}

// stop ends the training and forgets what was learnt.
func (r *retraining) stop() { *r = retraining{rev: r.rev + 1} }

// progress takes a snapshot of a net's run. It reports whether to ask for the weights now.
func (r *retraining) progress(net netKind, s train.Snapshot) (ask bool) {
	if !r.Running || s.StepsPerEpoch == 0 {
		return false
	}
	all := retrainEpochs * s.StepsPerEpoch
	r.share[net] = float64(s.Step) / float64(all)
	if s.TestAccuracy == s.TestAccuracy {
		r.test[net] = float64(s.TestAccuracy)
	}
	r.rev++
	if s.State == train.Paused && s.Step >= all && !r.asked[net] {
		r.asked[net] = true
		return true
	}
	return false
}

// take keeps a net's weights. It reports whether those of both nets are there.
func (r *retraining) take(net netKind, m train.Weights) (both bool) {
	if !r.Running || !r.asked[net] {
		return false
	}
	r.done[net] = &weights.Trained{Origin: weights.ThisVisit, File: weightfile.File{Net: r.nets[net], Params: m.Params, About: weightfile.About{
		Dataset: train.DigitsGrey.String(), Seed: r.Seed, Steps: m.Step, Seen: m.Seen, Tested: 1000, Accuracy: r.test[net], MNIST: -1}}}
	r.rev++
	return r.done[convNet] != nil && r.done[denseNet] != nil
}

// slower returns how much of the slower net's training is done, from 0 to 1.
func (r *retraining) slower() float64 { return min(r.share[convNet], r.share[denseNet]) }
