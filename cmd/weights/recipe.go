package main

import (
	"stridelab/data"
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/train"
)

// recipe says how a network is trained.
type recipe struct {
	name    string // of the file
	net     string // nn.Spec.String
	dataset train.DatasetKind
	epochs  int     // each of 6,000 samples, none of which comes twice
	rate    float64 // learning rate of Adam in the first 60 % of the epochs; see rateAt
	half    bool    // the weights are stored as float16
}

// seed is the seed of every recipe. The pages show digits of seed 1, which these networks have
// not been trained on.
const seed = 2

// recipes lists the files to write.
//
// The convolutional network pads its input so that every feature map keeps its size, and ends
// with the largest number of each map, wherever that is. So nothing in it depends on where a
// digit is, but for the edge of the image. With the mean of each map instead of the largest
// number it is nearly as good, but learns more slowly.
func recipes() []recipe {
	return []recipe{
		{"conv", "32x32x1 conv8f5psame+relu max2 conv16f3psame+relu max2 conv32f3psame+relu max8 dense10", train.DigitsGrey, 20, 0.003, false},
		{"dense", "32x32x1 flatten dense100+relu dense10", train.DigitsGrey, 20, 0.002, false},
		{"lenet", nn.LeNet().String(), train.DigitsColour, 20, 0.002, true},
	}
}

// file trains the network and scores it as it will be stored. mnist is nil if it is not there.
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
	f.About = weightfile.About{Dataset: r.dataset.String(), Seed: seed, Steps: w.Step, Seen: w.Seen, Accuracy: -1, MNIST: -1}
	return r.scored(f, mnist)
}

// scored returns the file with its scores measured anew. mnist is nil if it is not there.
func (r recipe) scored(f weightfile.File, mnist data.Source) (weightfile.File, error) {
	// The score is that of the weights as stored, which may have half the bits.
	f, err := weightfile.Read(f.Bytes())
	if err != nil {
		return f, err
	}
	if f.About.Accuracy, f.About.Tested, err = score(f, digits(r.dataset)); err != nil {
		return f, err
	}
	if mnist != nil {
		f.About.MNIST, f.About.MNISTTested, err = scoreUnseen(f, mnist)
	}
	return f, err
}

// rateAt returns the learning rate of an epoch: after 60 % of the epochs a third of the rate,
// after 80 % a tenth.
func (r recipe) rateAt(epoch int) float64 {
	switch {
	case epoch*10 >= r.epochs*8:
		return r.rate / 10
	case epoch*10 >= r.epochs*6:
		return r.rate / 3
	}
	return r.rate
}

// digits returns the built-in digits of a kind.
func digits(kind train.DatasetKind) data.Source {
	return data.NewDigits(seed, kind == train.DigitsColour)
}
