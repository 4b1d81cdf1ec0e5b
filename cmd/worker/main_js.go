package main

import (
	"syscall/js"
	"time"

	"stridelab/nn"
	"stridelab/train"
)

func main() {
	start := time.Now()
	clock := func() time.Duration { return time.Since(start) }
	scope := js.Global()
	p, program := newPost(scope), scope.Get("program").String()
	if scope.Get("peer").Truthy() {
		run(p, program, train.NewPeer(clock, p.send, p.sendPart))
		return
	}
	desk := train.NewDesk(clock, p.send)
	if s := newStaff(p); s != nil {
		desk.Hire(s)
	}
	run(p, program, desk)
}

// trainer is what a worker is: a train.Desk, or a train.Peer that helps one.
type trainer interface {
	Hello(accelerator, program string)
	Receive(b []byte)
	Work() bool
	Fatal(reason any)
}

// run lets a trainer answer its mail and work, for ever. What cannot be repaired
// is told, and then the program ends: worker.js sees to it that nothing waits
// for it.
func run(p *post, program string, t trainer) {
	defer func() {
		if r := recover(); r != nil {
			t.Fatal(r)
		}
	}()
	t.Hello(nn.Accelerate(), program)
	for {
		for l, ok := p.next(); ok; l, ok = p.next() {
			hand(t, l)
			p.done(l)
		}
		if t.Work() {
			p.yield()
		} else {
			p.wait()
		}
	}
}

// hand gives a trainer one letter.
func hand(t trainer, l letter) {
	switch t := t.(type) {
	case *train.Peer:
		if l.kind == part {
			t.PartFrom(l.b)
			return
		}
	case *train.Desk:
		switch {
		case l.kind == part:
			t.PartFrom(l.from, l.b)
			return
		case l.kind == lost:
			t.PeerLost(l.from)
			return
		case l.kind == tick:
			t.Tick()
			return
		case l.from != 0:
			t.FromPeer(l.from, l.b)
			return
		}
	}
	t.Receive(l.b)
}
