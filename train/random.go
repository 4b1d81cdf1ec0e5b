package train

// A run needs randomness for its first weights, for the order of its samples, for dropout, for the
// choice of a part of its samples, and to change them. Each is drawn from the one seed with mix and
// a number of its own, so that no two share random numbers.
const (
	forInit uint64 = iota + 1
	forOrder
	forDropout
	forSubset
	forAugment
)

// InitSeed returns the seed with which nn.Model.Init draws the first weights of a run with
// Config.Seed seed. With it a caller draws the same weights without a Session.
func InitSeed(seed uint64) uint64 { return mix(seed, forInit) }

// mix turns several numbers into one that looks random. It applies the finaliser of
// splitmix64 to each (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
// 2014).
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
