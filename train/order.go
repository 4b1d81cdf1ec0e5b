package train

// order is a permutation of 0..n-1. It takes no memory and no time to shuffle, and any
// position can be asked for at once. So a run can be resumed anywhere, and a worker needs
// only the numbers of its shards.
//
// It is a Feistel network on the smallest even number of bits that holds n-1. The network is
// applied again while its result is n or more (Black, Rogaway: Ciphers with arbitrary finite
// domains, 2002).
type order struct {
	n    int
	half uint // bits in each half
	keys [6]uint64
}

// epochOrder returns the order of n samples in one epoch.
func epochOrder(n int, seed uint64, epoch int) order {
	return newOrder(n, seed, forOrder, uint64(epoch))
}

// newOrder returns a permutation of 0..n-1 that the numbers determine.
func newOrder(n int, seed, purpose, number uint64) order {
	o := order{n: n, half: 1}
	for 1<<(2*o.half) < n {
		o.half++
	}
	for i := range o.keys {
		o.keys[i] = mix(seed, purpose, number, uint64(i))
	}
	return o
}

// at returns the sample at position i, 0 <= i < n.
func (o *order) at(i int) int {
	mask := uint64(1)<<o.half - 1
	x := uint64(i)
	for {
		left, right := x>>o.half, x&mask
		for _, key := range o.keys {
			left, right = right, left^scramble(right^key)&mask
		}
		x = left<<o.half | right
		if x < uint64(o.n) {
			return int(x)
		}
	}
}
