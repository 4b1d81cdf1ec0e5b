package cluster

import "stridelab/train"

// prefetcher makes the samples that a coordinator has asked a worker for.
type prefetcher struct {
	loader     *train.Loader // nil before the first request
	generation uint32
	step, to   int // the next step to make, and the first that was not asked for
	end        int // first step after those in samples; step: samples is to begin
	samples    train.Samples
}

// request begins with what a coordinator asks for, or goes on.
func (p *prefetcher) request(m train.Prefetch, loader *train.Loader) {
	if m.Generation != p.generation || m.From > p.step {
		p.step, p.end = m.From, m.From
	}
	p.loader, p.generation, p.to = loader, m.Generation, m.To
}

// busy reports whether there are samples to make.
func (p *prefetcher) busy() bool { return p.step < p.to }

// makeStep makes the samples of one step. It returns the bytes to send when they are complete,
// and nil before.
func (p *prefetcher) makeStep() []byte {
	if p.step == p.end {
		p.end = min(p.to, p.step+p.loader.PrefetchSteps())
		p.samples.Begin(p.loader, p.generation, p.step, p.end)
	}
	p.samples.Fill(p.loader, p.step)
	if p.step++; p.step < p.end {
		return nil
	}
	return p.samples.Bytes()
}
