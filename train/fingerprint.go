package train

import "math"

// Fingerprint returns one number for all weights: FNV-1a with 64 bits (Fowler, Noll, Vo
// 1991) over their little-endian bytes. Two runs with the same weights, bit for bit, have the
// same fingerprint.
func Fingerprint(params []float32) uint64 {
	h := uint64(14695981039346656037)
	for _, p := range params {
		for v, i := math.Float32bits(p), 0; i < 4; i++ {
			h = (h ^ uint64(v&0xff)) * 1099511628211
			v >>= 8
		}
	}
	return h
}
