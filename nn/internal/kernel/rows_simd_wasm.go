//go:build goexperiment.simd && wasm

package kernel

import "unsafe"

func copyRowsSIMD(dst, src []float32, rows, width, dstStride, srcStride int) {
	if width < 4 {
		copyRowsScalar(dst, src, rows, width, dstStride, srcStride)
		return
	}
	to, from := ptr(dst), ptr(src)
	last := uintptr(4*width - 16) // where the last vector goes, which may overlap the one before
	for ; rows > 0; rows-- {
		i := uintptr(0)
		for ; i+48 <= last; i += 64 {
			p, q := unsafe.Add(to, i), unsafe.Add(from, i)
			storeV(p, loadV(q))
			storeV(unsafe.Add(p, 16), loadV(unsafe.Add(q, 16)))
			storeV(unsafe.Add(p, 32), loadV(unsafe.Add(q, 32)))
			storeV(unsafe.Add(p, 48), loadV(unsafe.Add(q, 48)))
		}
		for ; i < last; i += 16 {
			storeV(unsafe.Add(to, i), loadV(unsafe.Add(from, i)))
		}
		storeV(unsafe.Add(to, last), loadV(unsafe.Add(from, last)))
		to, from = unsafe.Add(to, 4*dstStride), unsafe.Add(from, 4*srcStride)
	}
}

func addRowsSIMD(dst, src []float32, rows, width, dstStride, srcStride int) {
	to, from := ptr(dst), ptr(src)
	end := uintptr(4 * width)
	for ; rows > 0; rows-- {
		i := uintptr(0)
		for ; i+64 <= end; i += 64 {
			p, q := unsafe.Add(to, i), unsafe.Add(from, i)
			storeV(p, loadV(p).Add(loadV(q)))
			storeV(unsafe.Add(p, 16), loadV(unsafe.Add(p, 16)).Add(loadV(unsafe.Add(q, 16))))
			storeV(unsafe.Add(p, 32), loadV(unsafe.Add(p, 32)).Add(loadV(unsafe.Add(q, 32))))
			storeV(unsafe.Add(p, 48), loadV(unsafe.Add(p, 48)).Add(loadV(unsafe.Add(q, 48))))
		}
		for ; i+16 <= end; i += 16 {
			p := unsafe.Add(to, i)
			storeV(p, loadV(p).Add(loadV(unsafe.Add(from, i))))
		}
		for ; i < end; i += 4 {
			p := unsafe.Add(to, i)
			storeF(p, loadF(p)+loadF(unsafe.Add(from, i)))
		}
		to, from = unsafe.Add(to, 4*dstStride), unsafe.Add(from, 4*srcStride)
	}
}

// sumSIMD is sumScalar on two vectors.
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
