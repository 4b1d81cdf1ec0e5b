package cluster

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"stridelab/nn"
	"stridelab/train"
)

// fakePage is a coordinator alone, with a clock that goes on by tick at each look, and all
// messages that it has sent.
type fakePage struct {
	*Coordinator
	t    testing.TB
	now  time.Duration
	tick time.Duration
	sent []train.Message
	when []time.Duration
}

func newPage(t testing.TB) *fakePage {
	page := &fakePage{t: t, tick: time.Millisecond}
	page.Coordinator = NewCoordinator(
		func() time.Duration { page.now += page.tick; return page.now },
		func(b []byte) {
			m, err := train.Decode(bytes.Clone(b))
			if err != nil {
				t.Fatalf("the coordinator sent what cannot be read: %v", err)
			}
			page.sent = append(page.sent, m)
			page.when = append(page.when, page.now)
		},
		nil,
	)
	return page
}

// tell sends the coordinator a message and returns what it answered at once.
func (page *fakePage) tell(m train.Message) []train.Message {
	page.t.Helper()
	page.sent, page.when = nil, nil
	page.Receive(m.Append(nil))
	return page.sent
}

// work lets the coordinator work until it has nothing to do.
func (page *fakePage) work() []train.Message {
	page.t.Helper()
	page.sent, page.when = nil, nil
	for i := 0; page.Work(); i++ {
		if i > 1_000_000 {
			page.t.Fatal("the coordinator never ends")
		}
	}
	return page.sent
}

// faultIn returns the first Fault of messages.
func faultIn(messages []train.Message) (train.Fault, bool) {
	for _, m := range messages {
		if f, ok := m.(train.Fault); ok {
			return f, true
		}
	}
	return train.Fault{}, false
}

func lastSnapshot(t testing.TB, messages []train.Message) train.Snapshot {
	t.Helper()
	for _, m := range slices.Backward(messages) {
		if s, ok := m.(train.Snapshot); ok {
			return s
		}
	}
	t.Fatalf("no snapshot among %d messages", len(messages))
	return train.Snapshot{}
}

// tiny reads 32×32 grey digits and has next to no weights.
func tiny(dataset train.DatasetKind) train.Config {
	cfg := train.DefaultConfig()
	cfg.Net, _ = nn.ParseSpec("32x32x1 max4 dense10")
	cfg.Dataset, cfg.Batch, cfg.Epochs = dataset, 500, 1
	return cfg
}
