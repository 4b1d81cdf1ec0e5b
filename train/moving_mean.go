package train

import "math"

// movingMean is an exponentially weighted mean. Dividing by the sum of the weights makes its
// first values right, as the bias correction of Adam does.
type movingMean struct{ sum, weight float64 }

const meanMemory = 1000 // samples after which the weight of a value has fallen to 1/e

// add adds a value that is the mean of some samples.
func (m *movingMean) add(value float64, samples int) {
	decay := math.Exp(-float64(samples) / meanMemory)
	m.sum = m.sum*decay + value*(1-decay)
	m.weight = m.weight*decay + (1 - decay)
}

// value returns the mean, NaN before the first add.
func (m *movingMean) value() float32 {
	if m.weight == 0 {
		return float32(math.NaN())
	}
	return float32(m.sum / m.weight)
}
