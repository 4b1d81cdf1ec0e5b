//go:build goexperiment.simd && (wasm || amd64)

package kernel

import "unsafe"

// sumSIMD is sumScalar on two vectors.
//
//go:nocheckptr
func sumSIMD(x []float32) (total float32) {
	var a, b vec
	p, n := ptr(x), len(x)
	for ; n >= 8; n -= 8 {
		a, b = a.Add(loadV(p)), b.Add(loadV(unsafe.Add(p, 16)))
		p = unsafe.Add(p, 32)
	}
	total = sumV(a.Add(b))
	for _, v := range x[len(x)-n:] {
		total += v
	}
	return total
}
