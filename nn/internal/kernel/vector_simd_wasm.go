//go:build goexperiment.simd && wasm

package kernel

import (
	"simd/archsimd"
	"unsafe"
)

// axpySIMD performs y += alpha*x over n numbers.
func axpySIMD(n int, alpha float32, x, y unsafe.Pointer) {
	v := archsimd.BroadcastFloat32x4(alpha)
	for ; n >= 16; n -= 16 {
		storeV(unsafe.Add(y, 0), loadV(unsafe.Add(y, 0)).Add(loadV(unsafe.Add(x, 0)).Mul(v)))
		storeV(unsafe.Add(y, 16), loadV(unsafe.Add(y, 16)).Add(loadV(unsafe.Add(x, 16)).Mul(v)))
		storeV(unsafe.Add(y, 32), loadV(unsafe.Add(y, 32)).Add(loadV(unsafe.Add(x, 32)).Mul(v)))
		storeV(unsafe.Add(y, 48), loadV(unsafe.Add(y, 48)).Add(loadV(unsafe.Add(x, 48)).Mul(v)))
		x, y = unsafe.Add(x, 64), unsafe.Add(y, 64)
	}
	axpyScalar(n, alpha, x, y)
}

// scalSIMD performs x *= alpha over n numbers.
func scalSIMD(n int, alpha float32, x unsafe.Pointer) {
	v := archsimd.BroadcastFloat32x4(alpha)
	for ; n >= 16; n -= 16 {
		storeV(unsafe.Add(x, 0), loadV(unsafe.Add(x, 0)).Mul(v))
		storeV(unsafe.Add(x, 16), loadV(unsafe.Add(x, 16)).Mul(v))
		storeV(unsafe.Add(x, 32), loadV(unsafe.Add(x, 32)).Mul(v))
		storeV(unsafe.Add(x, 48), loadV(unsafe.Add(x, 48)).Mul(v))
		x = unsafe.Add(x, 64)
	}
	scalScalar(n, alpha, x)
}
