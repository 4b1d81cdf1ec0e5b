package kernel

import "unsafe"

// The scalar twins of conv_simd_wasm.go, for filters of any size; the comments
// there give the layouts. Each number is summed in the same order.

// convPoolScalar keeps one channel's four sums of a pooling window at a time.
func convPoolScalar(y, win, x, w, b unsafe.Pointer, f, c, ph, pw int, plane, row, _ uintptr) {
	for i := 0; i < ph; i++ {
		at := uintptr(2*i) * row
		for j := 0; j < pw; j++ {
			for o := uintptr(0); o < 32; o += 4 {
				var s [4]float32
				px, k := unsafe.Add(x, at), unsafe.Add(w, o)
				for l := c; l > 0; l-- {
					q := px
					for ky := f; ky > 0; ky-- {
						u0, l0 := loadF(q), loadF(unsafe.Add(q, row))
						t := q
						for kx := f; kx > 0; kx-- {
							t = unsafe.Add(t, 4)
							u1, l1, v := loadF(t), loadF(unsafe.Add(t, row)), loadF(k)
							s[0] += float32(u0 * v)
							s[1] += float32(u1 * v)
							s[2] += float32(l0 * v)
							s[3] += float32(l1 * v)
							u0, l0 = u1, l1
							k = unsafe.Add(k, 32)
						}
						q = unsafe.Add(q, row)
					}
					px = unsafe.Add(px, plane)
				}
				bias := loadF(unsafe.Add(b, o))
				first := int32(at / 4)
				down := int32(row / 4)
				best, where := positive(s[0]+bias), first
				for pos, step := range [3]int32{1, down, down + 1} {
					v := positive(s[pos+1] + bias)
					if !(v <= best) {
						where = first + step
					}
					if best == best && !(v <= best) {
						best = v
					}
				}
				storeF(unsafe.Add(y, o), best)
				*(*int32)(unsafe.Add(win, o)) = where
			}
			y, win = unsafe.Add(y, 32), unsafe.Add(win, 32)
			at += 8
		}
	}
}

// convDWScalar walks the list once for each weight.
func convDWScalar(dw, offs, vals unsafe.Pointer, n int, x unsafe.Pointer, f, c int, plane, row uintptr) {
	pad := uintptr(-f & 3 * 4)
	for ; c > 0; c-- {
		r := x
		for ky := f; ky > 0; ky-- {
			t := r
			for kx := f; kx > 0; kx-- {
				s := loadF(dw)
				o, g := offs, vals
				for i := n; i > 0; i-- {
					s += float32(loadF(unsafe.Add(t, uintptr(*(*uint32)(o)))) * loadF(g))
					o, g = unsafe.Add(o, 4), unsafe.Add(g, 4)
				}
				storeF(dw, s)
				dw, t = unsafe.Add(dw, 4), unsafe.Add(t, 4)
			}
			dw, r = unsafe.Add(dw, pad), unsafe.Add(r, row)
		}
		x = unsafe.Add(x, plane)
	}
}

// convDXScalar scatters four channels one after the other.
func convDXScalar(dx, offs, vals unsafe.Pointer, n int, w unsafe.Pointer, f, c4 int, plane, row uintptr) {
	for ; c4 > 0; c4-- {
		o, g := offs, vals
		for i := n; i > 0; i-- {
			v := loadF(g)
			q, k := unsafe.Add(dx, 4*uintptr(*(*uint32)(o))), w
			for ky := f; ky > 0; ky-- {
				t := q
				for kx := 4 * f; kx > 0; kx-- {
					storeF(t, loadF(t)+float32(loadF(k)*v))
					t, k = unsafe.Add(t, 4), unsafe.Add(k, 4)
				}
				q = unsafe.Add(q, row)
			}
			o, g = unsafe.Add(o, 4), unsafe.Add(g, 4)
		}
		dx, w = unsafe.Add(dx, plane), unsafe.Add(w, 16*f*f)
	}
}
