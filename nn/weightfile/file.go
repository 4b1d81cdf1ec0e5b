package weightfile

import (
	"strconv"

	"stridelab/nn"
)

// File is a network, its weights, and where they come from.
type File struct {
	Net    nn.Spec
	Params []float32 // as nn.Model.Params has them
	Half   bool      // stored as float16: each weight is rounded to 11 bits
	About  About
}

// About is what a file says of its weights. What is not known is empty, 0, or for an accuracy negative.
type About struct {
	Dataset  string  // train.DatasetKind's name: "digits-grey"
	Seed     uint64  // of the run: first weights, order, built-in digits
	Steps    int     // minibatches
	Seen     int     // samples trained on
	Tested   int     // held-out samples behind Accuracy
	Accuracy float64 // share of them told rightly
	MNIST    float64 // share told rightly of MNIST's 10,000 test digits, none of which it saw
}

// The keys of the head's text.
const (
	keyNet      = "stridelab.net"
	keyDataset  = "stridelab.dataset"
	keySeed     = "stridelab.seed"
	keySteps    = "stridelab.steps"
	keySeen     = "stridelab.seen"
	keyTested   = "stridelab.tested"
	keyAccuracy = "stridelab.accuracy"
	keyMNIST    = "stridelab.mnist-accuracy"
)

// texts is what the head says of f. "format" is what Python's libraries look for.
func (f File) texts() map[string]string {
	a := f.About
	m := map[string]string{"format": "pt", keyNet: f.Net.String()}
	if a.Dataset != "" {
		m[keyDataset] = a.Dataset
	}
	if a.Steps > 0 {
		m[keySeed], m[keySteps], m[keySeen] = strconv.FormatUint(a.Seed, 10), strconv.Itoa(a.Steps), strconv.Itoa(a.Seen)
	}
	if a.Tested > 0 && a.Accuracy >= 0 {
		m[keyTested], m[keyAccuracy] = strconv.Itoa(a.Tested), share(a.Accuracy)
	}
	if a.MNIST >= 0 {
		m[keyMNIST] = share(a.MNIST)
	}
	return m
}

func share(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }

// aboutOf reads texts back. What a stranger wrote there that cannot be read counts as not known.
func aboutOf(m map[string]string) About {
	whole := func(key string) int {
		v, err := strconv.Atoi(m[key])
		if err != nil {
			return 0
		}
		return max(v, 0)
	}
	part := func(key string) float64 {
		v, err := strconv.ParseFloat(m[key], 64)
		if err != nil || !(v >= 0 && v <= 1) {
			return -1
		}
		return v
	}
	a := About{Dataset: m[keyDataset], Steps: whole(keySteps), Seen: whole(keySeen), Tested: whole(keyTested), Accuracy: part(keyAccuracy), MNIST: part(keyMNIST)}
	a.Seed, _ = strconv.ParseUint(m[keySeed], 10, 64)
	return a
}
