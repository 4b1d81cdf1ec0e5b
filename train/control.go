package train

// These messages steer a run. The page sends them.

// Configure asks for a new run at step 0. The answer is a Dataset, a Plan and a Snapshot. If
// it is a Fault, the old run stands as it was.
type Configure struct{ Config Config }

// Append implements Message.
func (m Configure) Append(dst []byte) []byte {
	return appendConfig(appendHead(dst, kindConfigure), m.Config)
}

// Run trains for Steps minibatches from the present step and then pauses. With 0 it trains
// until Config.Epochs are done, or until a Pause.
type Run struct{ Steps int }

// Append implements Message.
func (m Run) Append(dst []byte) []byte { return appendInt(appendHead(dst, kindRun), m.Steps) }

// RunEpoch trains to the end of the present epoch.
type RunEpoch struct{}

// Append implements Message.
func (m RunEpoch) Append(dst []byte) []byte { return appendHead(dst, kindRunEpoch) }

// Pause stops between two shards. The next Run goes on from there. The answer is a Snapshot
// in state Paused.
type Pause struct{}

// Append implements Message.
func (m Pause) Append(dst []byte) []byte { return appendHead(dst, kindPause) }

// Reset goes back to step 0 of the same Config. The same seed repeats the same run, bit for
// bit.
type Reset struct{}

// Append implements Message.
func (m Reset) Append(dst []byte) []byte { return appendHead(dst, kindReset) }

// SetLearningRate changes the learning rate of the run, from its next step on. Reset goes
// back to the rate of the Config.
type SetLearningRate struct{ Rate float64 }

// Append implements Message.
func (m SetLearningRate) Append(dst []byte) []byte {
	return appendFloat64(appendHead(dst, kindSetLearningRate), m.Rate)
}

// SetWorkers changes how many workers share the run: 1 to MaxWorkers. The losses and the
// weights do not depend on it. The answer is a Snapshot. New workers take a moment to start:
// Workers of later snapshots counts those that take part.
type SetWorkers struct{ N int }

// Append implements Message.
func (m SetWorkers) Append(dst []byte) []byte {
	return appendInt(appendHead(dst, kindSetWorkers), m.N)
}

// Validate returns an *Error if N is not a number of workers.
func (m SetWorkers) Validate() error { return checkWorkers(m.N) }

// Watch chooses the sample that snapshots show, and whether they carry its feature maps. The
// answer is a Snapshot, at once.
type Watch struct {
	Sample int  // index of a test or a training sample, modulo their number
	Test   bool // a sample of the test set
	Maps   bool // snapshots carry feature maps; without them they stay small

	// Row of the network's table and Unit within it: snapshots carry the weights of that filter or
	// unit. Row 0, the input, has none.
	Row, Unit int
}

// Append implements Message.
func (m Watch) Append(dst []byte) []byte { return appendWatch(appendHead(dst, kindWatch), m) }

func appendWatch(dst []byte, m Watch) []byte {
	dst = appendInt(dst, m.Sample)
	dst = appendBool(dst, m.Test)
	dst = appendBool(dst, m.Maps)
	dst = appendInt(dst, m.Row)
	return appendInt(dst, m.Unit)
}

func readWatch(r *reader) Watch {
	return Watch{Sample: r.int(), Test: r.bool(), Maps: r.bool(), Row: r.int(), Unit: r.int()}
}

func (Configure) kind() kind       { return kindConfigure }
func (Run) kind() kind             { return kindRun }
func (RunEpoch) kind() kind        { return kindRunEpoch }
func (Pause) kind() kind           { return kindPause }
func (Reset) kind() kind           { return kindReset }
func (SetLearningRate) kind() kind { return kindSetLearningRate }
func (SetWorkers) kind() kind      { return kindSetWorkers }
func (Watch) kind() kind           { return kindWatch }
