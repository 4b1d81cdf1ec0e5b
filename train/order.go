package train

// A run needs three independent kinds of chance: first weights, the order of
// samples, dropout. Each is drawn from the one seed through mix with its own
// purpose, so that no two share numbers.
const (
	forInit uint64 = iota + 1
	forOrder
	forDropout
)

// mix makes one number of several, as good as random (the finaliser of
// splitmix64, Steele, Lea, Flood 2014, over each).
func mix(seed uint64, more ...uint64) uint64 {
	z := scramble(seed + 0x9e3779b97f4a7c15)
	for _, v := range more {
		z = scramble(z ^ scramble(v+0x9e3779b97f4a7c15))
	}
	return z
}

func scramble(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// order is a permutation of 0..n-1 that needs no memory and no time to shuffle:
// a Feistel network on the smallest even number of bits that holds n-1, applied
// again while its result is n or more (Black, Rogaway: Ciphers with arbitrary
// finite domains, 2002). Any position can be asked for at once, so a run can be
// resumed anywhere and a worker needs to know only its shard's number.
type order struct {
	n    int
	half uint // bits in each half
	keys [6]uint64
}

// epochOrder is the order of n samples in one epoch.
func epochOrder(n int, seed uint64, epoch int) order {
	o := order{n: n, half: 1}
	for 1<<(2*o.half) < n {
		o.half++
	}
	for i := range o.keys {
		o.keys[i] = mix(seed, forOrder, uint64(epoch), uint64(i))
	}
	return o
}

// at is the sample at position i, 0 <= i < n.
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
