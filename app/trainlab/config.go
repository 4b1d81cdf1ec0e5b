package trainlab

import (
	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// canonicalSpec checks a network's text form and returns it as nn spells it.
func canonicalSpec(text string) (string, error) {
	spec, err := nn.ParseSpec(text)
	if err != nil {
		return "", err
	}
	if err := spec.Check(); err != nil {
		return "", err
	}
	return spec.String(), nil
}

// Spec is the network of s, its windowed pooling layers set to s.Pool (left as they
// are by PoolNet) and its last layer to the given number of classes; 0 classes leaves it alone.
func (s State) Spec(classes int) nn.Spec {
	var spec nn.Spec
	switch s.Net {
	case NetLeNet6:
		spec = nn.LeNet6()
	case NetLeNet5:
		spec = nn.LeNet5()
	case NetGAP:
		spec = nn.GAPNet()
	case NetCustom:
		spec, _ = nn.ParseSpec(s.Custom) // ParseQuery has checked it
	default:
		spec = nn.LeNet()
	}
	for i := range spec.Layers {
		l := &spec.Layers[i]
		switch {
		case l.Kind == nn.AvgPool && s.Pool == PoolMax:
			l.Kind = nn.MaxPool
		case l.Kind == nn.MaxPool && s.Pool == PoolAverage:
			l.Kind = nn.AvgPool
		}
	}
	if last := len(spec.Layers) - 1; last >= 0 && classes > 0 && spec.Layers[last].Kind == nn.Dense {
		spec.Layers[last].Out = classes
	}
	return spec.Normal()
}

// Config is the run that s describes, by one worker. files describes those the worker has read;
// it matters when s.Dataset is read from such.
func (s State) Config(files data.Info) train.Config {
	classes := 0
	if s.Dataset.FromFiles() {
		classes = files.Classes
	}
	optimizer := nn.DefaultOptimizer(s.optimizerKind())
	optimizer.LearningRate = s.LearningRate
	return train.Config{
		Net:       s.Spec(classes),
		Dataset:   s.datasetKind(),
		Init:      s.initKind(),
		Optimizer: optimizer,
		Batch:     s.Batch,
		Seed:      s.Seed,
		Workers:   1,
	}
}

func (s State) datasetKind() train.DatasetKind {
	switch {
	case s.Dataset == DigitsGrey:
		return train.DigitsGrey
	case s.Dataset.FromFiles():
		return train.Files
	}
	return train.DigitsColour
}

func (s State) initKind() nn.InitKind {
	switch s.Init {
	case InitXavier:
		return nn.Xavier
	case InitLeCun:
		return nn.LeCun
	}
	return nn.He
}

func (s State) optimizerKind() nn.OptimizerKind {
	switch s.Optimizer {
	case SGD:
		return nn.SGD
	case Momentum:
		return nn.Momentum
	case RMSProp:
		return nn.RMSProp
	}
	return nn.Adam
}
