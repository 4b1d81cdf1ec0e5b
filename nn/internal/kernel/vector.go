package kernel

import "unsafe"

// axpyScalar performs y += alpha*x over n numbers.
func axpyScalar(n int, alpha float32, x, y unsafe.Pointer) {
	xs, ys := unsafe.Slice((*float32)(x), n), unsafe.Slice((*float32)(y), n)
	for i, v := range xs {
		ys[i] += float32(alpha * v)
	}
}

// scalScalar performs x *= alpha over n numbers.
func scalScalar(n int, alpha float32, x unsafe.Pointer) {
	xs := unsafe.Slice((*float32)(x), n)
	for i := range xs {
		xs[i] *= alpha
	}
}
