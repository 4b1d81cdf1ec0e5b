package main

import (
	"syscall/js"
	"time"

	"stridelab/nn"
	"stridelab/train"
)

func main() {
	start := time.Now()
	p := newPost(js.Global())
	desk := train.NewDesk(func() time.Duration { return time.Since(start) }, p.send)
	defer func() {
		// What cannot be repaired is told, and then the program ends: worker.js sees
		// to it that nothing waits for it.
		if r := recover(); r != nil {
			desk.Fatal(r)
		}
	}()
	desk.Hello(nn.Accelerate(), p.program())
	for {
		for b := p.next(); b != nil; b = p.next() {
			desk.Receive(b)
		}
		if desk.Work() {
			p.yield()
		} else {
			p.wait()
		}
	}
}
