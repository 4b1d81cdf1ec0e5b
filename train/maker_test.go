package train

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/nn"
)

// counting counts the training samples that are made of a source.
type counting struct {
	data.Source
	made int
}

func (c *counting) TrainSample(i int, x []float32) int {
	c.made++
	return c.Source.TrainSample(i, x)
}

// withMaker is a hub whose computer has a second core, with a desk that works
// alone on it, and the count of samples the desk makes by itself.
func withMaker(t *testing.T, seed uint64, cfg Config) (*hub, *counting) {
	h := newHub(t, seed)
	h.cores = 2
	h.tell(Configure{cfg})
	own := &counting{Source: h.desk.session.source}
	h.desk.session.source = own
	return h, own
}

func (h *hub) untilMaker() {
	h.t.Helper()
	h.until("ready", func() bool { return len(h.desk.roster.peers) == 1 && h.desk.roster.peers[0].ready })
}

func TestDeskAloneLearnsFromWhatAMakerMakes(t *testing.T) {
	want := alone(t, 200)
	for seed := range uint64(5) {
		h, own := withMaker(t, 20+seed, crewConfig(1))
		h.untilMaker()
		h.tell(Run{200})
		h.untilPaused()
		h.outcome().mustBe(t, fmt.Sprintf("seed %d", seed), want)
		if s := h.snapshots[len(h.snapshots)-1]; s.Workers != 1 || h.started != 1 {
			t.Errorf("%d workers and %d peers, want 1 and 1: a maker is none of the crew", s.Workers, h.started)
		}
		if own.made > 200*70/4 {
			t.Errorf("seed %d: the desk made %d of %d samples by itself", seed, own.made, 200*70)
		}
		if n := len(h.desk.session.crew.mail.arrived); n > makeParts {
			t.Errorf("%d parts are kept, want %d at most", n, makeParts)
		}
	}
}

func TestNothingDoneToAMakerLeavesATrace(t *testing.T) {
	want := alone(t, 120)
	for name, disturb := range map[string]func(*hub){
		"a pause": func(h *hub) {
			h.tell(Pause{})
			for h.turn() {
			}
			h.tell(Run{120 - h.desk.session.Step()})
		},
		"a death that is told": func(h *hub) {
			for id := range h.peers {
				h.kill(id)
				h.desk.PeerLost(id)
			}
		},
		"a silent death": func(h *hub) {
			for id := range h.peers {
				h.kill(id)
			}
		},
		"two workers for a while": func(h *hub) {
			h.tell(SetWorkers{2})
			h.untilWorkers(2)
			h.untilStep(h.desk.session.Step() + 5)
			h.tell(SetWorkers{1})
			if h.started != 1 {
				h.t.Errorf("%d peers started, want the maker to be the second worker", h.started)
			}
		},
	} {
		h, _ := withMaker(t, 30, crewConfig(1))
		h.untilMaker()
		h.tell(Run{120})
		for i := range 3 {
			h.untilStep(30 * (i + 1))
			for range h.rng.IntN(30) {
				h.turn()
			}
			disturb(h)
		}
		h.untilPaused()
		h.outcome().mustBe(t, name, want)
	}
}

func TestMakerBeginsAnewWithARun(t *testing.T) {
	want := alone(t, 60)
	h, own := withMaker(t, 40, crewConfig(1))
	h.untilMaker()
	h.tell(Run{0})
	h.untilStep(33)
	h.tell(Reset{})
	h.snapshots, own.made = nil, 0
	h.tell(Run{60})
	h.untilPaused()
	h.outcome().mustBe(t, "after a reset", want)
	if own.made > 60*70/2 {
		t.Errorf("after a reset the desk made %d of %d samples by itself", own.made, 60*70)
	}

	other := crewConfig(1)
	other.Seed++
	h.tell(Configure{other})
	h.tell(Run{7})
	h.untilPaused()
	h.tell(Configure{crewConfig(1)})
	own = &counting{Source: h.desk.session.source}
	h.desk.session.source = own
	h.snapshots = nil
	h.tell(Run{60})
	h.untilPaused()
	h.outcome().mustBe(t, "configured anew", want)
	if own.made > 60*70/2 || h.started != 1 {
		t.Errorf("configured anew, the desk made %d of %d samples, with %d peers started", own.made, 60*70, h.started)
	}
}

func TestNoMakerWhereItWouldNotHelp(t *testing.T) {
	wide := crewConfig(1)
	wide.Net, _ = nn.ParseSpec("32x32x3 max4 dense10")
	wide.Dataset, wide.Batch = DigitsColour, MaxBatch
	if wide.Batch*32*32*3 <= maxAhead {
		t.Fatal("the widest minibatch can be kept ahead: what makeSteps guards against cannot be")
	}
	for name, c := range map[string]struct {
		cores, workers int
		cfg            Config
		peers          int
	}{
		"one core":                    {1, 1, crewConfig(1), 0},
		"a minibatch beyond memory":   {4, 1, wide, 0},
		"two workers":                 {4, 2, crewConfig(2), 1},
		"one worker, a core to spare": {2, 1, crewConfig(1), 1},
	} {
		h := newHub(t, 50)
		h.cores = c.cores
		h.tell(Configure{c.cfg})
		if h.started != c.peers {
			t.Errorf("%s: %d peers, want %d", name, h.started, c.peers)
		}
	}
	h, _ := withMaker(t, 51, crewConfig(1))
	h.tell(LoadFiles{ID: 3, Files: idx(300, 32, 32, 10)})
	h.until("read", func() bool { return h.desk.reading == nil })
	cfg := crewConfig(1)
	cfg.Dataset = Files
	h.tell(Configure{cfg})
	if len(h.peers) != 0 {
		t.Errorf("%d peers for a desk alone with files, want none: reading them costs nothing", len(h.peers))
	}
}

// What a maker sends is used only where it is what was asked for.
func TestSamplesThatAMakerBringsAreChecked(t *testing.T) {
	s := newSmall(t, nil)
	size, samples := len(s.watched), s.seenAt(6)-s.seenAt(4)
	s.join(3, 0, 1, nil)
	good := func() *part {
		p := &part{}
		p.reset(samples, samples*size)
		p.sign(3, 4, 0, 0) // steps 4 and 5
		for i := range samples {
			p.setShard(i, 0, i%s.info.Classes)
		}
		for i := range p.gradients() {
			p.gradients()[i] = float32(i)
		}
		return p
	}
	for name, c := range map[string]struct {
		spoil func(*part)
		step  int
		used  bool
	}{
		"its first step":       {func(*part) {}, 4, true},
		"its last step":        {func(*part) {}, 5, true},
		"the step before":      {func(*part) {}, 3, false},
		"the step after":       {func(*part) {}, 6, false},
		"another term":         {func(p *part) { p.sign(2, 4, 0, 0) }, 4, false},
		"a label there is not": {func(p *part) { p.setShard(0, 0, s.info.Classes) }, 4, false},
		"too few pixels": {func(p *part) {
			p.reset(samples, samples*size-1)
			p.sign(3, 4, 0, 0)
		}, 4, false},
	} {
		s.crew.mail.drop(func(*part) bool { return true })
		p := good()
		c.spoil(p)
		if !s.arrive(p.bytes()) {
			t.Fatalf("%s: not taken for a part", name)
		}
		pixels, labels := s.brought(c.step, 0)
		if used := pixels != nil; used != c.used {
			t.Errorf("%s: used %v, want %v", name, used, c.used)
		}
		if !c.used {
			continue
		}
		at := s.seenAt(c.step) - s.seenAt(4)
		if pixels[0] != float32(at*size) || labels[0] != at%s.info.Classes {
			t.Errorf("%s: begins with %v and %v, want %v and %v", name, pixels[0], labels[0], at*size, at%s.info.Classes)
		}
	}
	// Once learnt from, it is let go of.
	s.step = 5
	if s.forget(); len(s.crew.mail.arrived) != 1 {
		t.Error("forgotten before its last step")
	}
	s.step = 6
	if s.forget(); len(s.crew.mail.arrived) != 0 {
		t.Error("kept after its last step")
	}
}

// A part holds whole steps, also where an epoch ends with a smaller minibatch,
// and just what the desk would have made.
func TestMakerMakesWhatTheDeskWould(t *testing.T) {
	cfg := crewConfig(1)
	source, err := builtIn(cfg)
	if err != nil {
		t.Fatal(err)
	}
	want, err := NewSession(cfg, source)
	if err != nil {
		t.Fatal(err)
	}
	var parts []part
	now := time.Duration(0)
	p := NewPeer(func() time.Duration { now += time.Millisecond; return now }, func([]byte) {}, func(to int, b []byte) {
		var q part
		if to != 0 || !q.read(b) {
			t.Fatalf("sent %d bytes to %d", len(b), to)
		}
		parts = append(parts, q)
	})
	per := want.stepsPerEpoch()
	p.Receive(Make{Term: 1, From: per - 3, To: per + 9, Config: cfg}.Append(nil))
	for p.Work() {
	}
	step := per - 3
	for _, q := range parts {
		if int(q.round()) != step {
			t.Fatalf("a part of step %d, want %d", q.round(), step)
		}
		for at := 0; at < q.shards; step++ {
			for shard := 0; shard*want.perShard < want.batchAt(step); shard++ {
				n := want.makeInput(step, shard, want.input, want.labels)
				size := len(want.watched)
				if !slices.Equal(q.gradients()[at*size:(at+n)*size], want.input[:n*size]) {
					t.Fatalf("step %d, shard %d: other pixels", step, shard)
				}
				for i := range n {
					if _, label := q.shard(at + i); label != want.labels[i] {
						t.Fatalf("step %d, shard %d: label %d, want %d", step, shard, label, want.labels[i])
					}
				}
				at += n
			}
		}
	}
	if step != per+9 {
		t.Errorf("made up to step %d, want %d", step, per+9)
	}
}
