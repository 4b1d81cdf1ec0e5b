package main

import (
	"syscall/js"
	"time"

	"stridelab/nn"
	"stridelab/train/cluster"
)

func main() {
	start := time.Now()
	clock := func() time.Duration { return time.Since(start) }
	scope := js.Global()
	b, file := newBridge(scope), scope.Get("program").String()
	if !scope.Get("coordinator").Truthy() {
		run(b, file, cluster.NewWorker(clock, b.send, b.sendTensors))
		return
	}
	var launcher cluster.Launcher
	if l := newLauncher(b); l != nil {
		launcher = l
	}
	run(b, file, cluster.NewCoordinator(clock, b.send, launcher))
}

// program is what this worker runs: a cluster.Coordinator or a cluster.Worker.
type program interface {
	Hello(accelerator, program string)
	Receive(b []byte)
	Work() bool
	Fatal(reason any)
}

// run lets a program answer events and work, for ever. If it panics, it says why and ends.
// worker.js reports the end, so that nobody waits for it.
func run(b *bridge, file string, p program) {
	defer func() {
		if r := recover(); r != nil {
			p.Fatal(r)
		}
	}()
	p.Hello(nn.Accelerate(), file)
	for {
		for e, ok := b.next(); ok; e, ok = b.next() {
			deliver(p, e)
			b.done(e)
		}
		if p.Work() {
			b.yield()
		} else {
			b.wait()
		}
	}
}

// deliver hands an event to a program.
func deliver(p program, e event) {
	switch p := p.(type) {
	case *cluster.Worker:
		if e.kind == tensors {
			p.ReceiveTensors(e.b)
			return
		}
	case *cluster.Coordinator:
		switch {
		case e.kind == tensors:
			p.ReceiveTensors(e.from, e.b)
			return
		case e.kind == lost:
			p.WorkerLost(e.from)
			return
		case e.kind == tick:
			p.Tick()
			return
		case e.from != 0:
			p.ReceiveFrom(e.from, e.b)
			return
		}
	}
	p.Receive(e.b)
}
