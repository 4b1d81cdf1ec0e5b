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

// Trained is a network and its weights. Nothing may change it.
type Trained struct {
	weightfile.File // Net, Params, Half, and About: what they were trained on
	Origin          Origin
	Bytes           int // the size of the file; 0 for ThisVisit
	rev             int // different for all weights in a store, but 0 for those from Add
}

// Key returns a key that no other weights of the store have had. Only weights from Add, which are
// the server's, share one.
func (t *Trained) Key() string { return strconv.Itoa(t.rev) }

// Model returns the network with its weights, for batches of at most n samples. It panics if nn.New
// refuses n.
func (t *Trained) Model(n int) *nn.Model {
	m, err := nn.New(t.Net, n)
	if err != nil {
		panic("weights: " + err.Error()) // the net itself is valid: it has been read or trained
	}
	copy(m.Params(), t.Params)
	return m
}

// Name names a file of weights that comes with Stridelab.
type Name string

// The files, which `make weights` makes.
const (
	ConvNet  Name = "conv"  // for /invariance: convolutions, then the maximum of each map
	DenseNet Name = "dense" // for /invariance: fully connected layers only
	LeNet    Name = "lenet" // for /network: nn.LeNet
)

// Names lists the files.
func Names() []Name { return []Name{ConvNet, DenseNet, LeNet} }

// Path is the file's path on the site.
func (n Name) Path() string { return "/web/" + string(n) + ".safetensors" }
