//go:build goexperiment.simd && (wasm || amd64)

package kernel

import (
	"simd/archsimd"
	"unsafe"
)

// maxPool8SIMD is maxPool8Scalar on two vectors.
//
//go:nocheckptr
func maxPool8SIMD(p8 []float32, win []int32, y8 []float32, h, w, wide int) {
	one, down := archsimd.BroadcastInt32x4(1), archsimd.BroadcastInt32x4(int32(wide))
	to, places, from := ptr(p8), ptrInt(win), ptr(y8)
	row := uintptr(32 * w)
	for i := 0; i < h/2; i++ {
		t := from
		at := int32(2 * i * wide)
		for j := w / 2; j > 0; j-- {
			first := archsimd.BroadcastInt32x4(at)
			for half := uintptr(0); half < 32; half += 16 {
				u := unsafe.Add(t, half)
				best, where := loadV(u), first
				v := loadV(unsafe.Add(u, 32))
				m := v.Greater(best).Or(v.NotEqual(v))
				best, where = v.IfElse(m, best), first.Add(one).IfElse(m, where)
				v = loadV(unsafe.Add(u, row))
				m = v.Greater(best).Or(v.NotEqual(v))
				best, where = v.IfElse(m, best), first.Add(down).IfElse(m, where)
				v = loadV(unsafe.Add(u, row+32))
				m = v.Greater(best).Or(v.NotEqual(v))
				best, where = v.IfElse(m, best), first.Add(down).Add(one).IfElse(m, where)
				storeV(unsafe.Add(to, half), best)
				where.StoreArray((*[4]int32)(unsafe.Add(places, half)))
			}
			to, places, t = unsafe.Add(to, 32), unsafe.Add(places, 32), unsafe.Add(t, 64)
			at += 2
		}
		from = unsafe.Add(from, 2*row)
	}
}

// avgPool8SIMD is avgPool8Scalar on two vectors.
//
//go:nocheckptr
func avgPool8SIMD(p8, y8 []float32, h, w int) {
	quarter := archsimd.BroadcastFloat32x4(0.25)
	to, from := ptr(p8), ptr(y8)
	row := uintptr(32 * w)
	for i := h / 2; i > 0; i-- {
		t := from
		for j := w / 2; j > 0; j-- {
			u := unsafe.Add(t, row)
			a := loadV(t).Add(loadV(unsafe.Add(t, 32))).Add(loadV(u)).Add(loadV(unsafe.Add(u, 32)))
			b := loadV(unsafe.Add(t, 16)).Add(loadV(unsafe.Add(t, 48))).Add(loadV(unsafe.Add(u, 16))).Add(loadV(unsafe.Add(u, 48)))
			storeV(to, a.Mul(quarter))
			storeV(unsafe.Add(to, 16), b.Mul(quarter))
			to, t = unsafe.Add(to, 32), unsafe.Add(t, 64)
		}
		from = unsafe.Add(from, 2*row)
	}
}

// addColumns8SIMD is addColumns8Scalar on two vectors.
//
//go:nocheckptr
func addColumns8SIMD(sums, d8 []float32) {
	to, from := ptr(sums), ptr(d8)
	a, b := loadV(to), loadV(unsafe.Add(to, 16))
	n := len(d8)
	for ; n >= 32; n -= 32 {
		a = a.Add(loadV(from)).Add(loadV(unsafe.Add(from, 32))).Add(loadV(unsafe.Add(from, 64))).Add(loadV(unsafe.Add(from, 96)))
		b = b.Add(loadV(unsafe.Add(from, 16))).Add(loadV(unsafe.Add(from, 48))).Add(loadV(unsafe.Add(from, 80))).Add(loadV(unsafe.Add(from, 112)))
		from = unsafe.Add(from, 128)
	}
	for ; n >= 8; n -= 8 {
		a, b = a.Add(loadV(from)), b.Add(loadV(unsafe.Add(from, 16)))
		from = unsafe.Add(from, 32)
	}
	storeV(to, a)
	storeV(unsafe.Add(to, 16), b)
}
