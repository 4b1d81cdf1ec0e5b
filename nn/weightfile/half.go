package weightfile

import "math"

// toHalf rounds v to the nearest number that IEEE 754's binary16 holds, ties to even. A number
// that is too large becomes infinite.
func toHalf(v float32) uint16 {
	b := math.Float32bits(v)
	sign, exp, frac := uint16(b>>16&0x8000), int(b>>23&0xff)-127, b&0x7fffff
	switch {
	case exp == 128: // infinite or NaN
		if frac != 0 {
			return sign | 0x7e00
		}
		return sign | 0x7c00
	case exp > 15:
		return sign | 0x7c00
	case exp < -25:
		return sign
	}
	// A normal number keeps 11 bits of its significand, a subnormal one fewer. The bits that are
	// cut off round it. A carry goes into the exponent, which is right.
	cut, h := 13, uint32(exp+14)<<10
	if exp < -14 {
		cut, h = 13-14-exp, 0
	}
	frac |= 0x800000
	h += frac >> cut
	rest, half := frac&(1<<cut-1), uint32(1)<<(cut-1)
	if rest > half || rest == half && h&1 == 1 {
		h++
	}
	return sign | uint16(h)
}

// fromHalf is the number that a binary16 holds.
func fromHalf(h uint16) float32 {
	sign, exp, frac := uint32(h&0x8000)<<16, uint32(h>>10&0x1f), uint32(h&0x3ff)
	switch exp {
	case 0:
		v := float32(frac) / (1 << 24)
		return math.Float32frombits(math.Float32bits(v) | sign)
	case 31:
		return math.Float32frombits(sign | 0xff<<23 | frac<<13)
	}
	return math.Float32frombits(sign | (exp+112)<<23 | frac<<13)
}
