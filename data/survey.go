package data

// Survey is what to know of a dataset before training on it.
type Survey struct {
	Train, Test []int // samples of each class
	Warnings    []Warning
}

// Warning is one thing to know. Classes lists the classes it is about, in ascending order.
type Warning struct {
	Kind    WarningKind
	Classes []int
	Samples int // see the WarningKind
}

// WarningKind says what a Warning is about.
type WarningKind uint8

// The warnings.
const (
	OneClass       WarningKind = iota // all samples are of the class in Classes
	ShiftedLabels                     // the labels of the files began at 1; now classes begin at 0
	EmptyClasses                      // classes without any sample
	UntrainedClass                    // classes with test samples only
	UntestedClass                     // classes with training samples only
	FewSamples                        // a minibatch holds more than the Samples for training
)

// SurveyOf counts the samples of src. Training takes minibatches of batch samples.
func SurveyOf(src Source, batch int) Survey {
	info := src.Info()
	s := Survey{Train: make([]int, info.Classes), Test: make([]int, info.Classes)}
	if info.Endless {
		for class := range info.Classes { // each has its turn
			s.Train[class], s.Test[class] = info.Train/info.Classes, info.Test/info.Classes
		}
		return s
	}
	for i, class := range classesOf(src) {
		if i < info.Train {
			s.Train[class]++
		} else {
			s.Test[class]++
		}
	}
	var found, empty, untrained, untested []int
	for class := range info.Classes {
		switch train, test := s.Train[class], s.Test[class]; {
		case train == 0 && test == 0:
			empty = append(empty, class)
			continue
		case train == 0:
			untrained = append(untrained, class)
		case test == 0:
			untested = append(untested, class)
		}
		found = append(found, class)
	}
	warn := func(yes bool, w Warning) {
		if yes {
			s.Warnings = append(s.Warnings, w)
		}
	}
	warn(len(found) == 1, Warning{Kind: OneClass, Classes: found})
	warn(info.FirstLabel == 1, Warning{Kind: ShiftedLabels})
	warn(len(empty) > 0, Warning{Kind: EmptyClasses, Classes: empty})
	warn(len(untrained) > 0, Warning{Kind: UntrainedClass, Classes: untrained})
	warn(len(untested) > 0, Warning{Kind: UntestedClass, Classes: untested})
	warn(info.Train < batch, Warning{Kind: FewSamples, Samples: info.Train})
	return s
}
