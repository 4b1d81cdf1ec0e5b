package trainlab

import (
	"slices"

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
// are by PoolNet), with one output for each class; 0 classes leaves the outputs alone.
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
	return withOutputs(spec.Normal(), classes)
}

// withOutputs is spec with so many outputs. Its last layer with weights gets them, a dense
// one or a convolution before global average pooling. Where that does not do, or classes is
// 0, spec stays as it is.
func withOutputs(spec nn.Spec, classes int) nn.Spec {
	if classes < 1 {
		return spec
	}
	for i := len(spec.Layers) - 1; i >= 0; i-- {
		if !spec.Layers[i].Kind.Has(nn.FieldOut) {
			continue
		}
		followed := spec
		followed.Layers = slices.Clone(spec.Layers)
		followed.Layers[i].Out = classes
		if followed.Classes() == classes {
			return followed
		}
		break
	}
	return spec
}

// outputs is how many classes a run of s tells apart: as many as its dataset has. files
// describes the dataset where it is read from such.
func (s State) outputs(files data.Info) int {
	if s.Dataset.FromFiles() {
		return files.Classes
	}
	return builtInClasses
}

// builtInClasses are those of the built-in digits.
const builtInClasses = 10

// misfit says why the network of s cannot be trained on images of these, nil where it can.
func (s State) misfit(info data.Info) error {
	spec := s.Spec(info.Classes)
	if err := data.Adaptable(info, spec.In.C, spec.In.H, spec.In.W); err != nil {
		return err
	}
	if has := spec.Classes(); has < info.Classes {
		return &train.Error{Code: train.CodeClasses, Args: []any{has, info.Classes}}
	}
	return nil
}

// Config is the run that s describes, by one worker. files describes those the worker has read;
// it matters when s.Dataset is read from such.
func (s State) Config(files data.Info) train.Config {
	optimizer := nn.DefaultOptimizer(s.optimizerKind())
	optimizer.LearningRate = s.LearningRate
	return train.Config{
		Net:       s.Spec(s.outputs(files)),
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
