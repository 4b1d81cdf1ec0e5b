package cluster

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"time"

	"stridelab/train"
)

// simulation runs a coordinator and the workers that it launches on one goroutine. It carries
// what they send in an order drawn from a seed: in order between any two of them, at random
// otherwise. It stands in for the browser.
type simulation struct {
	t           testing.TB
	rng         *rand.Rand
	now         time.Duration
	coordinator *Coordinator
	workers     map[int]*Worker
	lines       map[line][][]byte // what has been sent and has not arrived
	connected   map[line]bool
	order       []line // keys of lines, so that the seed decides alone

	snapshots []train.Snapshot
	sent      []train.Message
	launched  int
	cores     int // 1: a coordinator alone launches no worker
}

// line is a way from one worker to another.
type line struct {
	from, to int
	tensors  bool
}

func newSimulation(t testing.TB, seed uint64) *simulation {
	sim := &simulation{
		t: t, cores: 1, rng: rand.New(rand.NewPCG(seed, 1)), workers: map[int]*Worker{},
		lines: map[line][][]byte{}, connected: map[line]bool{},
	}
	sim.coordinator = NewCoordinator(sim.clock, func(b []byte) {
		m, err := train.Decode(bytes.Clone(b))
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := m.(train.Snapshot); ok {
			sim.snapshots = append(sim.snapshots, s)
		}
		sim.sent = append(sim.sent, m)
	}, sim)
	return sim
}

func (sim *simulation) clock() time.Duration { sim.now += time.Millisecond; return sim.now }

func (sim *simulation) put(l line, b []byte) {
	if _, ok := sim.lines[l]; !ok {
		sim.order = append(sim.order, l)
	}
	sim.lines[l] = append(sim.lines[l], bytes.Clone(b))
}

func (sim *simulation) Launch(id int) {
	sim.launched++
	w := NewWorker(sim.clock,
		func(b []byte) { sim.put(line{from: id}, b) },
		func(to int, b []byte) { sim.sendTensors(id, to, b) })
	sim.workers[id] = w
	w.Hello("portable", "test")
}

func (sim *simulation) Stop(id int) { sim.kill(id) }

// kill ends a worker without telling the coordinator.
func (sim *simulation) kill(id int) {
	delete(sim.workers, id)
	for l := range sim.lines {
		if l.from == id || l.to == id {
			sim.lines[l] = nil
		}
	}
}

func (sim *simulation) Connect(a, b int) {
	for _, l := range []line{{a, b, true}, {b, a, true}} {
		if sim.connected[l] {
			sim.t.Errorf("%d and %d are connected twice", a, b)
		}
		sim.connected[l] = true
	}
}

func (sim *simulation) Cores() int                   { return sim.cores }
func (sim *simulation) Send(id int, b []byte)        { sim.put(line{to: id}, b) }
func (sim *simulation) SendTensors(id int, b []byte) { sim.sendTensors(0, id, b) }

func (sim *simulation) sendTensors(from, to int, b []byte) {
	if !sim.connected[line{from, to, true}] {
		sim.t.Errorf("%d and %d have not been connected", from, to)
	}
	sim.put(line{from, to, true}, b)
}

// turn delivers one message at random, or lets one worker work. It reports whether there was
// something to do.
func (sim *simulation) turn() bool {
	first := sim.rng.IntN(len(sim.order) + 1)
	for i := range sim.order {
		l := sim.order[(first+i)%len(sim.order)]
		if sim.rng.IntN(3) == 0 || len(sim.lines[l]) == 0 {
			continue
		}
		b := sim.lines[l][0]
		sim.lines[l] = sim.lines[l][1:]
		sim.deliver(l, b)
		return true
	}
	busy := false
	for id := sim.coordinator.members.lastID; id >= 0; id-- {
		if sim.rng.IntN(2) == 0 {
			busy = true // perhaps: it gets its turn later
			continue
		}
		if id == 0 {
			busy = sim.coordinator.Work() || busy
		} else if w := sim.workers[id]; w != nil {
			busy = w.Work() || busy
		}
	}
	for _, messages := range sim.lines {
		busy = busy || len(messages) > 0
	}
	return busy
}

func (sim *simulation) deliver(l line, b []byte) {
	w := sim.workers[l.to]
	switch {
	case l.to == 0 && l.tensors:
		sim.coordinator.ReceiveTensors(l.from, b)
	case l.to == 0:
		sim.coordinator.ReceiveFrom(l.from, b)
	case w == nil: // dead
	case l.tensors:
		w.ReceiveTensors(b)
	default:
		w.Receive(b)
	}
}

func (sim *simulation) tell(m train.Message) { sim.coordinator.Receive(m.Append(nil)) }

// until takes turns until done reports true.
func (sim *simulation) until(what string, done func() bool) {
	sim.t.Helper()
	for i := 0; !done(); i++ {
		if !sim.turn() && i%50 == 0 {
			sim.coordinator.Tick()
		}
		if i > 2_000_000 {
			s := sim.coordinator.session
			sim.t.Fatalf("never %s: step %d, %d workers, waiting %v", what, s.Step(), s.Workers(), s.Waiting())
		}
	}
}

func (sim *simulation) untilStep(n int) {
	sim.t.Helper()
	sim.until("at the step", func() bool { return sim.coordinator.session.Step() >= n })
}

func (sim *simulation) untilPaused() {
	sim.t.Helper()
	sim.until("paused", func() bool { return !sim.coordinator.session.Running() })
}

func (sim *simulation) untilWorkers(n int) {
	sim.t.Helper()
	sim.until("so many", func() bool { return sim.coordinator.session.Workers() == n })
}
