package main

import (
	"stridelab/data"
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/train"
)

// recipe is how a net of the site is trained.
type recipe struct {
	name    string // of the file
	net     string // nn.Spec.String
	dataset train.DatasetKind
	epochs  int     // of 6,000 samples, none of which comes twice
	rate    float64 // Adam's, of the first 60 % of the epochs; then a third of it, in the last 20 % a tenth
	half    bool    // stored as float16
}

// seed is that of every recipe. The pages show digits of seed 1, so that what they show is new to these nets.
const seed = 2

// recipes lists the files to make.
//
// The convolutional net pads its images so that every map keeps its size, and ends in the largest number of each map,
// wherever that stands: nothing in it but the image's edge depends on where a digit is. A mean over each map in place
// of the largest does nearly as well, but learns more slowly.
func recipes() []recipe {
	return []recipe{
		{"conv", "32x32x1 conv8f5psame+relu max2 conv16f3psame+relu max2 conv32f3psame+relu max8 dense10", train.DigitsGrey, 20, 0.003, false},
		{"dense", "32x32x1 flatten dense100+relu dense10", train.DigitsGrey, 20, 0.002, false},
		{"lenet", nn.LeNet().String(), train.DigitsColour, 20, 0.002, true},
	}
}

// file trains the net and scores what will be stored. mnist is nil where it is not at hand.
func (r recipe) file(mnist data.Source) (weightfile.File, error) {
	net, err := nn.ParseSpec(r.net)
	if err != nil {
		return weightfile.File{}, err
	}
	adam := nn.DefaultOptimizer(nn.Adam)
	adam.LearningRate = r.rate
	s, err := train.NewSession(train.Config{
		Net: net, Dataset: r.dataset, Init: nn.He, Optimizer: adam, Batch: 64, Epochs: r.epochs, Seed: seed,
	}, digits(r.dataset))
	if err != nil {
		return weightfile.File{}, err
	}
	for epoch := range r.epochs {
		if err := s.SetLearningRate(r.rateAt(epoch)); err != nil {
			return weightfile.File{}, err
		}
		s.RunEpoch()
		for s.Running() {
			s.Advance(func() bool { return true })
		}
		if s.Err() != nil {
			return weightfile.File{}, s.Err()
		}
	}
	w := s.Weights()
	f := weightfile.File{Net: net, Params: w.Params, Half: r.half}
	// Scored is what is stored: with half the bits, if need be.
	if f, err = weightfile.Read(f.Bytes()); err != nil {
		return f, err
	}
	f.About = weightfile.About{Dataset: r.dataset.String(), Seed: seed, Steps: w.Step, Seen: w.Seen, MNIST: -1}
	if f.About.Accuracy, f.About.Tested, err = score(f, digits(r.dataset)); err != nil {
		return f, err
	}
	if mnist != nil {
		f.About.MNIST, _, err = score(f, mnist)
	}
	return f, err
}

// rateAt is the learning rate of an epoch.
func (r recipe) rateAt(epoch int) float64 {
	switch {
	case epoch*10 >= r.epochs*8:
		return r.rate / 10
	case epoch*10 >= r.epochs*6:
		return r.rate / 3
	}
	return r.rate
}

func digits(kind train.DatasetKind) data.Source {
	return data.NewDigits(seed, kind == train.DigitsColour)
}
