package train

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"time"
)

// hub runs a desk and the peers it starts on one goroutine, and carries what
// they say in an order drawn from a seed: per way in order, between ways at
// random. It stands in for the browser.
type hub struct {
	t     testing.TB
	rng   *rand.Rand
	now   time.Duration
	desk  *Desk
	peers map[int]*Peer
	dead  map[int]bool // stopped by the test, unknown to the desk
	ways  map[way][]letter
	known map[way]bool
	order []way // keys of ways, so that the seed decides alone

	snapshots []Snapshot
	sent      []Message
	started   int
	cores     int // 1: a desk that works alone has no peers
	stopped   []int
}

type way struct {
	from, to int
	part     bool
}

type letter []byte

func newHub(t testing.TB, seed uint64) *hub {
	h := &hub{
		t: t, cores: 1, rng: rand.New(rand.NewPCG(seed, 1)), peers: map[int]*Peer{}, dead: map[int]bool{},
		ways: map[way][]letter{}, known: map[way]bool{},
	}
	h.desk = NewDesk(h.clock, func(b []byte) {
		m, err := Decode(bytes.Clone(b))
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := m.(Snapshot); ok {
			h.snapshots = append(h.snapshots, s)
		}
		h.sent = append(h.sent, m)
	})
	h.desk.Hire(h)
	return h
}

func (h *hub) clock() time.Duration { h.now += time.Millisecond; return h.now }

func (h *hub) mail(w way, b []byte) {
	if _, ok := h.ways[w]; !ok {
		h.order = append(h.order, w)
	}
	h.ways[w] = append(h.ways[w], bytes.Clone(b))
}

func (h *hub) Start(id int) {
	h.started++
	p := NewPeer(h.clock,
		func(b []byte) { h.mail(way{from: id}, b) },
		func(to int, b []byte) { h.sendPart(id, to, b) })
	h.peers[id] = p
	p.Hello("portable", "test")
}

func (h *hub) Stop(id int) {
	h.stopped = append(h.stopped, id)
	h.kill(id)
}

// kill ends a peer without telling the desk.
func (h *hub) kill(id int) {
	delete(h.peers, id)
	h.dead[id] = true
	for w := range h.ways {
		if w.from == id || w.to == id {
			h.ways[w] = nil
		}
	}
}

func (h *hub) Introduce(a, b int) {
	for _, w := range []way{{a, b, true}, {b, a, true}} {
		if h.known[w] {
			h.t.Errorf("%d and %d introduced twice", a, b)
		}
		h.known[w] = true
	}
}

func (h *hub) Cores() int                { return h.cores }
func (h *hub) Send(id int, b []byte)     { h.mail(way{to: id}, b) }
func (h *hub) SendPart(id int, b []byte) { h.sendPart(0, id, b) }

func (h *hub) sendPart(from, to int, b []byte) {
	if !h.known[way{from, to, true}] {
		h.t.Errorf("%d and %d have not been introduced", from, to)
	}
	h.mail(way{from, to, true}, b)
}

// turn delivers one letter at random, or lets one worker work, and reports
// whether there was something to do.
func (h *hub) turn() bool {
	first := h.rng.IntN(len(h.order) + 1)
	for i := range h.order {
		w := h.order[(first+i)%len(h.order)]
		if h.rng.IntN(3) == 0 || len(h.ways[w]) == 0 {
			continue
		}
		b := h.ways[w][0]
		h.ways[w] = h.ways[w][1:]
		h.deliver(w, b)
		return true
	}
	busy := false
	for id := h.desk.roster.lastID; id >= 0; id-- {
		if h.rng.IntN(2) == 0 {
			busy = true // perhaps: it gets its turn later
			continue
		}
		if id == 0 {
			busy = h.desk.Work() || busy
		} else if p := h.peers[id]; p != nil {
			busy = p.Work() || busy
		}
	}
	for _, letters := range h.ways {
		busy = busy || len(letters) > 0
	}
	return busy
}

func (h *hub) deliver(w way, b []byte) {
	p := h.peers[w.to]
	switch {
	case w.to == 0 && w.part:
		h.desk.PartFrom(w.from, b)
	case w.to == 0:
		h.desk.FromPeer(w.from, b)
	case p == nil: // dead
	case w.part:
		p.PartFrom(b)
	default:
		p.Receive(b)
	}
}

func (h *hub) tell(m Message) { h.desk.Receive(m.Append(nil)) }

// until turns until done answers true.
func (h *hub) until(what string, done func() bool) {
	h.t.Helper()
	for i := 0; !done(); i++ {
		if !h.turn() && i%50 == 0 {
			h.desk.Tick()
		}
		if i > 2_000_000 {
			h.t.Fatalf("never %s: step %d, %d workers, waiting %v", what, h.desk.session.Step(), h.desk.session.Workers(), h.desk.session.Waiting())
		}
	}
}

func (h *hub) untilStep(n int) {
	h.t.Helper()
	h.until("at the step", func() bool { return h.desk.session.Step() >= n })
}

func (h *hub) untilPaused() {
	h.t.Helper()
	h.until("paused", func() bool { return !h.desk.session.Running() })
}

func (h *hub) untilWorkers(n int) {
	h.t.Helper()
	h.until("so many", func() bool { return h.desk.session.Workers() == n })
}
