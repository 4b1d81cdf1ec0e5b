package data

// rng is SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
// Any 64 bits are a valid state, so the state for sample i is a hash of i, and no earlier sample is
// needed.
type rng struct{ state uint64 }

// golden is 2^64 divided by the golden ratio, SplitMix64's increment.
const golden = 0x9e3779b97f4a7c15

// mix64 is SplitMix64's output function, a hash of 64 bits to 64 bits without collisions.
func mix64(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func (r *rng) next() uint64 {
	r.state += golden
	return mix64(r.state)
}

// unit returns a number in [0,1).
func (r *rng) unit() float32 { return float32(r.next()>>40) * (1.0 / (1 << 24)) }

// between returns a number in [lo,hi).
func (r *rng) between(lo, hi float32) float32 { return lo + (hi-lo)*r.unit() }

// chance is true with probability p.
func (r *rng) chance(p float32) bool { return r.unit() < p }

// normal returns a number of mean 0 and standard deviation 1, within ±3.5. It is the sum of four
// uniform numbers of 16 bits, from a single draw.
func (r *rng) normal() float32 { return bell(r.next()) }

// normals returns two such numbers from a single draw. They are sums of numbers of 8 bits, so a
// little coarser.
func (r *rng) normals() (a, b float32) {
	x := r.next()
	return smallBell(uint32(x)), smallBell(uint32(x >> 32))
}

func bell(x uint64) float32 {
	sum := int32(x&0xffff) + int32(x>>16&0xffff) + int32(x>>32&0xffff) + int32(x>>48)
	return float32(sum-2*0xffff) * (1.7320508 / 0xffff)
}

func smallBell(x uint32) float32 {
	sum := int32(x&0xff) + int32(x>>8&0xff) + int32(x>>16&0xff) + int32(x>>24)
	// 255/256 of √3: 8-bit uniforms have variance (256²-1)/12.
	return float32(sum-2*0xff) * (1.7250 / 0xff)
}
