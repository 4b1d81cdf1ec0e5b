package trace

import "math/rand/v2"

// RandomInput returns n whole numbers from 0 to 9. The same seed gives the same numbers.
func RandomInput(seed uint64, n int) []float32 {
	r := rand.New(rand.NewPCG(seed, 0x57a1de))
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.IntN(10))
	}
	return x
}

// RandomKernel returns n whole numbers from −2 to 2. The same seed gives the same numbers.
func RandomKernel(seed uint64, n int) []float32 {
	r := rand.New(rand.NewPCG(seed, 0x6e71))
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.IntN(5) - 2)
	}
	return x
}
