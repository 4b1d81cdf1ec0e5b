package trainlab

import "math"

// State holds every setting that a link must carry, and nothing that a run produces. States are
// comparable with ==.
type State struct {
	Dataset Dataset
	Net     Net
	// The network's text form (nn.Spec.String) if Net is NetCustom, else "".
	Custom       string
	Pool         Pool
	Init         Init
	Optimizer    Optimizer
	LearningRate float64 // MinLearningRate to MaxLearningRate
	Batch        int     // samples in a step, 1 to MaxBatch
	Seed         uint64  // 0 to MaxSeed
	Sample       int     // index of the test sample that is shown, 0 to MaxSample
	Tab          Tab     // what is open below the network
}

// Bounds of the numeric settings.
const (
	MinLearningRate = 1e-9
	MaxLearningRate = 10
	MaxBatch        = 512
	MaxSeed         = math.MaxUint32 // so that every seed is exact in a browser's number field
	MaxSample       = 1_000_000
)

// Tab names what is open below the network, as the URL spells it.
type Tab string

// The tabs.
const (
	TabSettings Tab = "settings"
	TabWeights  Tab = "weights"
	TabSteps    Tab = "steps"
	TabNetwork  Tab = "network"
)

// Dataset names a source of samples, as the URL spells it: one of the constants, or a folder on the
// server (Served).
type Dataset string

// The datasets that need no server.
const (
	DigitsColour Dataset = "digits-colour" // built in, 32×32×3
	DigitsGrey   Dataset = "digits-grey"   // built in, 32×32×1
	Files        Dataset = "files"         // the learner's own IDX files
)

// Net names a network preset, as the URL spells it.
type Net string

// The networks of the lab.
const (
	NetLeNet  Net = "lenet"  // the lecture's network, 62,958 parameters
	NetLeNet6 Net = "lenet6" // the same with 6 filters in CONV1
	NetLeNet5 Net = "lenet5" // LeNet-5 of 1998: 32×32×1, tanh, average pooling
	NetGAP    Net = "gap"    // global average pooling instead of dense layers
	NetCustom Net = "custom" // text form in State.Custom
)

// Pool names the pooling of the network's pooling layers with a window.
type Pool string

// The poolings of the lab.
const (
	PoolMax     Pool = "max"
	PoolAverage Pool = "average"
	PoolNet     Pool = "net" // as the network's text form has it; max and average may be mixed
)

// Init names the distribution that the first weights are drawn from.
type Init string

// The initialisations of the lab.
const (
	InitHe     Init = "he"
	InitXavier Init = "xavier"
	InitLeCun  Init = "lecun"
)

// Optimizer names the rule that updates the weights from their gradients.
type Optimizer string

// The optimisers of the lab.
const (
	SGD      Optimizer = "sgd"
	Momentum Optimizer = "momentum"
	RMSProp  Optimizer = "rmsprop"
	Adam     Optimizer = "adam"
)

// The choices, in the order in which the page lists them.
func datasets() []Dataset     { return []Dataset{DigitsColour, DigitsGrey, Files} }
func nets() []Net             { return []Net{NetLeNet, NetLeNet6, NetLeNet5, NetGAP, NetCustom} }
func pools() []Pool           { return []Pool{PoolMax, PoolAverage, PoolNet} }
func inits() []Init           { return []Init{InitHe, InitXavier, InitLeCun} }
func tabs() []Tab             { return []Tab{TabSettings, TabWeights, TabSteps, TabNetwork} }
func optimizers() []Optimizer { return []Optimizer{SGD, Momentum, RMSProp, Adam} }

// Default returns the settings of a first visit. A run with them reaches 95 % on the built-in
// digits and on MNIST within tens of seconds.
func Default() State {
	return State{
		Dataset:      DigitsColour,
		Net:          NetLeNet,
		Pool:         PoolMax,
		Init:         InitHe,
		Optimizer:    Adam,
		LearningRate: DefaultLearningRate(NetLeNet, Adam),
		Batch:        64,
		Seed:         1,
		Tab:          TabSettings,
	}
}

// DefaultLearningRate returns a rate at which the optimiser trains the preset well at the default
// batch size.
//
// Global average pooling makes gradients small. With Adam at 0.002, the net with it stays near
// guessing for a hundred steps; at 0.01 it has 94 % of the built-in digits right after 611 steps.
//
// LeNet with Adam has 98 % of the colour digits right after so many samples, with the seeds 1 to 3:
// at 0.003, after 42,112, 45,120 and 42,112; at 0.002, after 57,152, 57,152 and 63,168.
func DefaultLearningRate(n Net, o Optimizer) float64 {
	if n == NetGAP && o == Adam {
		return 0.01
	}
	switch o {
	case SGD:
		return 0.05
	case Momentum:
		return 0.02
	case RMSProp:
		return 0.001
	default:
		return 0.003
	}
}

// DefaultPool returns the pooling that a preset was published with. A custom network keeps its own.
func DefaultPool(n Net) Pool {
	switch n {
	case NetLeNet5:
		return PoolAverage
	case NetCustom:
		return PoolNet
	}
	return PoolMax
}

// WithOptimizer returns s with another optimiser. If the learning rate is the old optimiser's
// default, it becomes the new one's default. A rate that the learner chose stays.
func (s State) WithOptimizer(o Optimizer) State {
	if s.LearningRate == DefaultLearningRate(s.Net, s.Optimizer) {
		s.LearningRate = DefaultLearningRate(s.Net, o)
	}
	s.Optimizer = o
	return s
}

// WithNet returns s with another network and the pooling that belongs to it. If the learning rate
// is the default, it becomes the new network's default. A preset drops the custom network.
func (s State) WithNet(n Net) State {
	if s.LearningRate == DefaultLearningRate(s.Net, s.Optimizer) {
		s.LearningRate = DefaultLearningRate(n, s.Optimizer)
	}
	s.Net, s.Pool = n, DefaultPool(n)
	if n != NetCustom {
		s.Custom = ""
	}
	return s
}

// NeedsNewRun reports whether the wanted settings need a new run. The learning rate can change in a
// run that goes on, and so can what is looked at.
func NeedsNewRun(running, wanted State) bool {
	running.LearningRate = wanted.LearningRate
	return running.seenAs(wanted) != wanted
}

// seenAs returns s with all that t looks at: the sample and the tab.
func (s State) seenAs(t State) State {
	s.Sample, s.Tab = t.Sample, t.Tab
	return s
}

// validLearningRate reports whether v is within the bounds of the learning rate. NaN is not.
func validLearningRate(v float64) bool { return v >= MinLearningRate && v <= MaxLearningRate }
