package trainlab

import (
	"slices"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// canonicalSpec checks the text form of a network and returns it as nn.Spec.String writes it.
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

// Spec returns the network of s with one output for each class; 0 classes leave the outputs as they
// are. Its pooling layers with a window become those that s.Pool names; PoolNet leaves them as they
// are.
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

// withOutputs returns spec with as many outputs as there are classes. Its last layer with a number
// of outputs gets them: a dense layer, or a convolution before global average pooling. If the
// network then has another number of outputs, or if classes is 0, spec is returned as it is.
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

// outputs returns the number of classes of s's dataset. files describes the dataset if it is read
// from files.
func (s State) outputs(files data.Info) int {
	if s.Dataset.FromFiles() {
		return files.Classes
	}
	return builtInClasses
}

// builtInClasses is the number of classes of the built-in digits.
const builtInClasses = 10

// misfit returns why the network of s cannot be trained on the images that info describes, or nil
// if it can: an error of data.Adaptable, or a *train.Error if the network has too few outputs.
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

// Config returns the run that s describes, with one worker. files describes the files that the
// worker has read; it matters only if s.Dataset is read from files.
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
