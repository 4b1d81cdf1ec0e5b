package nn

import (
	"math"
	"math/rand/v2"
)

// InitKind says how weights get their first values. Biases begin at 0.
type InitKind uint8

// The initialisations.
const (
	He     InitKind = iota // normal, variance 2/fan-in (He, Zhang, Ren, Sun 2015), for ReLU
	Xavier                 // uniform, variance 2/(fan-in + fan-out) (Glorot, Bengio 2010), for tanh
	LeCun                  // normal, variance 1/fan-in (LeCun, Bottou, Orr, Müller 1998)
	initKinds
)

// String is the initialisation's name.
func (k InitKind) String() string {
	switch k {
	case He:
		return "he"
	case Xavier:
		return "xavier"
	case LeCun:
		return "lecun"
	}
	return "unknown"
}

// Init gives every weight a first value drawn from seed, and every bias 0. The same spec, kind
// and seed give the same numbers. It panics on an unknown kind.
func (m *Model) Init(kind InitKind, seed uint64) {
	if kind >= initKinds {
		panic("nn: bad initialisation")
	}
	for i, p := range m.list {
		// Each parameter has a stream of its own, so a change of one layer leaves the numbers of
		// the others as they are.
		initialise(p, kind, rand.New(rand.NewPCG(seed, uint64(i))))
	}
}

func initialise(p Param, kind InitKind, r *rand.Rand) {
	if len(p.Shape) == 1 {
		clear(p.Data)
		return
	}
	switch kind {
	case He, LeCun:
		variance := 1 / float64(p.FanIn)
		if kind == He {
			variance *= 2
		}
		deviation := math.Sqrt(variance)
		for i := range p.Data {
			p.Data[i] = float32(r.NormFloat64() * deviation)
		}
	case Xavier:
		limit := math.Sqrt(6 / float64(p.FanIn+p.FanOut))
		for i := range p.Data {
			p.Data[i] = float32((2*r.Float64() - 1) * limit)
		}
	}
}
