package cluster_test

import (
	"fmt"
	"time"

	"stridelab/nn"
	"stridelab/train"
	"stridelab/train/cluster"
)

// A page tells a coordinator to configure a run and to train. Here it works alone.
func ExampleCoordinator() {
	begun := time.Now()
	clock := func() time.Duration { return time.Since(begun) }
	c := cluster.NewCoordinator(clock, func(b []byte) {
		m, err := train.Decode(b)
		if err != nil {
			panic(err)
		}
		switch m := m.(type) {
		case train.Hello:
			fmt.Println("it has started")
		case train.Dataset:
			fmt.Println("it trains on", m.Info.Name)
		case train.Snapshot:
			if m.State == train.Paused {
				fmt.Println("paused at step", m.Step)
			}
		}
	}, nil)
	c.Hello(nn.Accelerate(), "example")

	cfg := train.DefaultConfig()
	cfg.Net, _ = nn.ParseSpec("32x32x1 max4 dense10")
	cfg.Dataset = train.DigitsGrey
	c.Receive(train.Configure{Config: cfg}.Append(nil))
	c.Receive(train.Run{Steps: 20}.Append(nil))
	for c.Work() {
	}
	// Output:
	// it has started
	// it trains on digits-grey
	// paused at step 20
}
