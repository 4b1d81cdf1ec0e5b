package weightfile

import (
	"strconv"

	"stridelab/nn"
)

// File is a network, its weights, and what is known of their origin.
type File struct {
	Net    nn.Spec
	Params []float32 // in the order of nn.Model.Params
	Half   bool      // stored as float16, which rounds each weight to 11 significant bits
	About  About
}

// About is what a file says of the origin of its weights. A field that is not known is empty or
// 0; an accuracy that is not known is negative.
type About struct {
	Dataset  string  // train.DatasetKind's name: "digits-grey"
	Seed     uint64  // of the run: it decides first weights, order and built-in digits
	Steps    int     // minibatches trained on
	Seen     int     // samples trained on
	Tested   int     // held-out samples behind Accuracy
	Accuracy float64 // share of them that the network read correctly, 0 to 1

	MNISTTested int     // digits of MNIST behind MNIST, none of which it was trained on
	MNIST       float64 // share of them that the network read correctly, 0 to 1
}

// The keys of the texts in the head.
const (
	keyNet         = "stridelab.net"
	keyDataset     = "stridelab.dataset"
	keySeed        = "stridelab.seed"
	keySteps       = "stridelab.steps"
	keySeen        = "stridelab.seen"
	keyTested      = "stridelab.tested"
	keyAccuracy    = "stridelab.accuracy"
	keyMNISTTested = "stridelab.mnist-tested"
	keyMNIST       = "stridelab.mnist-accuracy"
)

// texts holds the texts of f's head, by key. Python's libraries look for "format".
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
	if a.MNISTTested > 0 && a.MNIST >= 0 {
		m[keyMNISTTested], m[keyMNIST] = strconv.Itoa(a.MNISTTested), share(a.MNIST)
	}
	return m
}

func share(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }

// aboutOf reads the texts of a head. A text that cannot be read counts as not known.
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
	a := About{Dataset: m[keyDataset], Steps: whole(keySteps), Seen: whole(keySeen), Tested: whole(keyTested), Accuracy: part(keyAccuracy),
		MNISTTested: whole(keyMNISTTested), MNIST: part(keyMNIST)}
	a.Seed, _ = strconv.ParseUint(m[keySeed], 10, 64)
	return a
}
