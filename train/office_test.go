package train

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"stridelab/nn"
)

// office is a desk with a clock that moves by tick at each look, and all that it
// has sent.
type office struct {
	*Desk
	t    testing.TB
	now  time.Duration
	tick time.Duration
	sent []Message
	when []time.Duration
}

func newOffice(t testing.TB) *office {
	o := &office{t: t, tick: time.Millisecond}
	o.Desk = NewDesk(
		func() time.Duration { o.now += o.tick; return o.now },
		func(b []byte) {
			m, err := Decode(bytes.Clone(b))
			if err != nil {
				t.Fatalf("the desk sent what cannot be read: %v", err)
			}
			o.sent = append(o.sent, m)
			o.when = append(o.when, o.now)
		},
	)
	return o
}

// tell hands the desk a message and returns what it answered at once.
func (o *office) tell(m Message) []Message {
	o.t.Helper()
	o.sent, o.when = nil, nil
	o.Receive(m.Append(nil))
	return o.sent
}

// work lets the desk go on until it has nothing to do.
func (o *office) work() []Message {
	o.t.Helper()
	o.sent, o.when = nil, nil
	for i := 0; o.Work(); i++ {
		if i > 1_000_000 {
			o.t.Fatal("the desk never ends")
		}
	}
	return o.sent
}

// faultIn gives the first Fault of messages.
func faultIn(messages []Message) (Fault, bool) {
	for _, m := range messages {
		if f, ok := m.(Fault); ok {
			return f, true
		}
	}
	return Fault{}, false
}

func lastSnapshot(t testing.TB, messages []Message) Snapshot {
	t.Helper()
	for _, m := range slices.Backward(messages) {
		if s, ok := m.(Snapshot); ok {
			return s
		}
	}
	t.Fatalf("no snapshot among %d messages", len(messages))
	return Snapshot{}
}

// tiny reads 32×32 grey digits and has next to no weights.
func tiny(dataset DatasetKind) Config {
	cfg := DefaultConfig()
	cfg.Net, _ = nn.ParseSpec("32x32x1 max4 dense10")
	cfg.Dataset, cfg.Batch, cfg.Epochs = dataset, 500, 1
	return cfg
}
