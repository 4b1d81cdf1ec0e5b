package train

import "math"

// lastGood is the last state of a run that made sense: what the run goes back to when it
// diverges. Weights are known to be good only after a minibatch has been tried on them. So
// the state is saved before the update that follows.
type lastGood struct {
	params   []float32
	step     int
	lastLoss float32
}

// save makes g a copy of a state.
func (g *lastGood) save(params []float32, step int, lastLoss float32) {
	copy(g.params, params)
	g.step, g.lastLoss = step, lastLoss
}

// A mean loss of divergedLoss nats is four hundred times that of guessing among ten classes.
// What the network had learned is lost by then.
const divergedLoss = 1000

// diverged reports whether a mean loss is too large, or no number.
func diverged(loss float64) bool { return !(loss <= divergedLoss) }

// lostSteps is how many steps in a row may have losses that no network has that learns. A run that
// recovers from a bad start does so sooner.
const lostSteps = 100

// learning reports whether a mean loss is in the range of networks that learn. Guessing costs
// ln(classes).
func learning(loss float64, classes int) bool { return loss <= 4*math.Log(float64(classes))+1 }
