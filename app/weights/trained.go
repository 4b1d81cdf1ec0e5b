package weights

import (
	"strconv"

	"stridelab/nn"
	"stridelab/nn/weightfile"
)

// Origin says where weights come from.
type Origin uint8

// The origins.
const (
	Shipped   Origin = iota // they came with Stridelab
	ThisVisit               // trained since the page was loaded
)

// Trained is a net and its weights. Nobody writes to it.
type Trained struct {
	weightfile.File // Net, Params, Half, and About: what they were trained on
	Origin          Origin
	Bytes           int // of the file; 0 for ThisVisit
	rev             int // counts what the shelf was given
}

// Key tells weights of a shelf apart.
func (t *Trained) Key() string { return strconv.Itoa(t.rev) }

// Model is the net with its weights, for batches of up to n samples; it panics when n is
// out of nn.New's bounds.
func (t *Trained) Model(n int) *nn.Model {
	m, err := nn.New(t.Net, n)
	if err != nil {
		panic("weights: " + err.Error()) // it has been run before
	}
	copy(m.Params(), t.Params)
	return m
}

// Name names a file of weights that comes with Stridelab.
type Name string

// The files, which `make weights` makes.
const (
	ConvNet  Name = "conv"  // of /invariance: convolutions, then the largest of each map
	DenseNet Name = "dense" // of /invariance: the same images, no convolution
	LeNet    Name = "lenet" // nn.LeNet, of /network
)

// Names lists the files.
func Names() []Name { return []Name{ConvNet, DenseNet, LeNet} }

// Path is where the file is on the site.
func (n Name) Path() string { return "/web/" + string(n) + ".safetensors" }
