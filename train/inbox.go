package train

// Inbox keeps the gradients and the samples that other workers have sent and that were not
// used yet. The gradients of a group can arrive before the Join that makes a worker its
// member. So a worker has an Inbox before it has a Session. The zero value is ready to use.
type Inbox struct {
	gradients queue[gradients]
	samples   queue[Samples]
}

// Receive keeps a copy of b. It reports false if b holds neither gradients nor samples, or
// if too many are kept already.
func (in *Inbox) Receive(b []byte) bool {
	if isKind(b, kindSamples) {
		return in.samples.put(func(m *Samples) bool { return m.read(b) })
	}
	return in.gradients.put(func(g *gradients) bool { return g.read(b) })
}

// dropBefore removes what is of a generation before the given one. Generations may wrap
// around.
func (in *Inbox) dropBefore(generation uint32) {
	in.gradients.drop(func(g *gradients) bool { return int32(g.generation()-generation) < 0 })
	in.samples.drop(func(m *Samples) bool { return int32(m.generation()-generation) < 0 })
}
