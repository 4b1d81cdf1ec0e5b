package nn

import "math/rand/v2"

// While training, dropout sets each number to 0 with probability Rate, so that no unit can rely
// on one other. It divides the rest by 1 - Rate, so that nothing need change afterwards
// (Srivastava et al. 2014, in the "inverted" form that PyTorch uses).
//
//	y[i] = x[i] · mask[i],   mask[i] = 0 or 1/(1 - rate)

// DropoutMask fills mask from a seed: the same seed, stream and rate give the same mask. A Model
// uses the layer's index as the stream. It panics unless rate is in [0, 1).
func DropoutMask(mask []float32, rate float64, seed, stream uint64) {
	if !(rate >= 0 && rate < 1) {
		panic("nn: bad dropout rate")
	}
	var pcg rand.PCG
	pcg.Seed(seed, stream)
	scale := float32(1 / (1 - rate))
	threshold := uint64(rate * (1 << 32)) // compared with 32 random bits
	for len(mask) >= 2 {
		bits := pcg.Uint64()
		mask[0], mask[1] = 0, 0
		if bits>>32 >= threshold {
			mask[0] = scale
		}
		if bits&(1<<32-1) >= threshold {
			mask[1] = scale
		}
		mask = mask[2:]
	}
	if len(mask) == 1 {
		mask[0] = 0
		if pcg.Uint64()>>32 >= threshold {
			mask[0] = scale
		}
	}
}

// DropoutForward sets dst to x times mask. dst may be x. It panics when the lengths differ.
func DropoutForward(dst, x, mask []float32) {
	if len(dst) != len(x) || len(x) != len(mask) {
		panic(badShape)
	}
	for i, v := range x {
		dst[i] = v * mask[i]
	}
}

// DropoutBackward sets dx to dy times mask: a number that was dropped gets no gradient. dx may be
// dy. It panics when the lengths differ.
func DropoutBackward(dx, dy, mask []float32) { DropoutForward(dx, dy, mask) }

// dropoutShape is the shape of the input.
func dropoutShape(l Layer, in Shape) (Shape, Code, []any) {
	if !(l.Rate >= 0 && l.Rate < 1) {
		return in, CodeRate, []any{l.Rate}
	}
	return in, "", nil
}

// rememberMask allocates the mask, one number for each output.
func rememberMask(n *node, outputs int) { n.mask = make([]float32, outputs) }
