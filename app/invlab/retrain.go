package invlab

import (
	"stridelab/app/weights"
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/train"
)

// retrainEpochs is how long the nets are trained in place: passes of 6,000 digits. Fixed,
// so that a seed says all there is to say of a run.
const retrainEpochs = 8

// retraining is both nets being trained anew, side by side. Nothing of the page changes
// before both are done.
type retraining struct {
	Running bool
	Seed    uint64
	nets    [netKinds]nn.Spec
	share   [netKinds]float64
	test    [netKinds]float64
	asked   [netKinds]bool // for the weights
	done    [netKinds]*weights.Trained
	rev     int
}

// retrainConfig is the run of a net. A fully connected net takes smaller steps well.
func retrainConfig(net nn.Spec, seed uint64) train.Config {
	optimizer := nn.DefaultOptimizer(nn.Adam)
	optimizer.LearningRate = retrainRate
	return train.Config{Net: net, Dataset: train.DigitsGrey, Init: nn.He, Optimizer: optimizer, Batch: 64, Epochs: retrainEpochs, Seed: seed, Workers: 1}
}

// retrainRate is the learning rate of both nets, with Adam.
const retrainRate = 0.002

// begin starts with the nets' own layers.
func (r *retraining) begin(nets [netKinds]nn.Spec, seed uint64) {
	*r = retraining{Running: true, Seed: seed, nets: nets, rev: r.rev + 1}
}

// stop forgets what was learnt so far.
func (r *retraining) stop() { *r = retraining{rev: r.rev + 1} }

// progress follows a snapshot of a net's run; it says whether to ask for the weights now.
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

// take keeps a net's weights; it says whether both are there.
func (r *retraining) take(net netKind, m train.Weights) (both bool) {
	if !r.Running || !r.asked[net] {
		return false
	}
	r.done[net] = &weights.Trained{Origin: weights.ThisVisit, File: weightfile.File{Net: r.nets[net], Params: m.Params, About: weightfile.About{
		Dataset: train.DigitsGrey.String(), Seed: r.Seed, Steps: m.Step, Seen: m.Seen, Tested: 1000, Accuracy: r.test[net], MNIST: -1}}}
	r.rev++
	return r.done[convNet] != nil && r.done[denseNet] != nil
}

// slower is the slower net's share of its way, 0 to 1.
func (r *retraining) slower() float64 { return min(r.share[convNet], r.share[denseNet]) }
