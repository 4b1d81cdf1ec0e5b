package train_test

import (
	"fmt"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// smallRun returns a run of a small network on built-in grey digits: 12 minibatches an epoch.
func smallRun() *train.Session {
	cfg := train.DefaultConfig()
	cfg.Net, _ = nn.ParseSpec("32x32x1 max4 dense10")
	cfg.Optimizer = nn.DefaultOptimizer(nn.Adam)
	cfg.Dataset, cfg.Batch, cfg.Epochs = train.DigitsGrey, 500, 2
	s, err := train.NewSession(cfg, data.NewDigits(cfg.Seed, false))
	if err != nil {
		panic(err)
	}
	return s
}

// A Session trains while its caller lets it. Here it may go on until the run is complete.
func ExampleSession() {
	s := smallRun()
	s.Run(0)
	for s.Running() {
		s.Advance(func() bool { return true })
	}
	var snap train.Snapshot
	s.Snapshot(&snap)
	fmt.Printf("%v after %d steps, %d epochs, %d samples\n", snap.State, snap.Step, snap.Epoch, snap.Seen)
	fmt.Printf("%d minibatches and %d evaluations on the curves\n", len(snap.LossPoints), len(snap.TestPoints))
	fmt.Println("the loss has fallen:", snap.LastLoss < snap.LossPoints[0].Loss)
	// Output:
	// paused after 24 steps, 2 epochs, 12000 samples
	// 24 minibatches and 4 evaluations on the curves
	// the loss has fallen: true
}

// Advance returns after one shard if goOn says so, and the run is the same: bit for bit.
func ExampleSession_Advance() {
	var weights [2]uint64
	for i, goOn := range []bool{true, false} {
		s := smallRun()
		s.Run(3)
		calls := 0
		for s.Running() {
			s.Advance(func() bool { return goOn })
			calls++
		}
		fmt.Println(calls > 1)
		weights[i] = train.Fingerprint(s.Weights().Params)
	}
	fmt.Println("same weights:", weights[0] == weights[1])
	// Output:
	// false
	// true
	// same weights: true
}

// After a Reset the same seed repeats the same run.
func ExampleSession_Reset() {
	s := smallRun()
	var weights [2]uint64
	for i := range weights {
		s.Reset()
		s.RunEpoch()
		for s.Running() {
			s.Advance(func() bool { return true })
		}
		weights[i] = train.Fingerprint(s.Weights().Params)
	}
	fmt.Println(weights[0] == weights[1])
	// Output: true
}

// A checkpoint holds the whole run. Another Session goes on from it.
func ExampleSession_Restore() {
	s := smallRun()
	s.Run(5)
	for s.Running() {
		s.Advance(func() bool { return true })
	}
	checkpoint := s.Checkpoint().Append(nil) // bytes to keep

	m, err := train.Decode(checkpoint)
	if err != nil {
		panic(err)
	}
	other := smallRun()
	if err := other.Restore(m.(train.Checkpoint)); err != nil {
		panic(err)
	}
	fmt.Println(other.Step(), train.Fingerprint(other.Weights().Params) == train.Fingerprint(s.Weights().Params))
	// Output: 5 true
}

// Two Sessions share a run: each computes half of the shards of a minibatch, and sends its
// gradients to the other.
func ExampleSession_JoinGroup() {
	alone := smallRun()
	alone.Run(4)
	for alone.Running() {
		alone.Advance(func() bool { return true })
	}

	group := [2]*train.Session{smallRun(), smallRun()}
	for rank, s := range group {
		s.JoinGroup(1, rank, 2, func(b []byte) { group[1-rank].Receive(b) })
		s.Run(4)
	}
	for group[0].Running() {
		for _, s := range group {
			s.Advance(func() bool { return true })
		}
	}
	fmt.Println(train.Fingerprint(group[0].Weights().Params) == train.Fingerprint(alone.Weights().Params))
	// Output: true
}

// Messages are values. On their way they are bytes.
func ExampleDecode() {
	b := train.Run{Steps: 100}.Append(nil)
	fmt.Println(len(b), "bytes")
	m, err := train.Decode(b)
	if err != nil {
		panic(err)
	}
	switch m := m.(type) {
	case train.Run:
		fmt.Println("train for", m.Steps, "minibatches")
	}
	_, err = train.Decode(b[:3])
	fmt.Println(err)
	// Output:
	// 6 bytes
	// train for 100 minibatches
	// The page and the trainer could not communicate: reload the page.
}

// Validate says what is wrong with a Config, and what to do.
func ExampleConfig_Validate() {
	cfg := train.DefaultConfig()
	cfg.Batch = 0
	fmt.Println(cfg.Validate())
	// Output: A batch of 0 samples is not possible: give a number from 1 to 1024.
}
