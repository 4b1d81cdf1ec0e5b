package kernel

import "unsafe"

// The scalar forms of conv_simd.go, for filters of any size. The comments there give the
// layouts. Each number is summed in the same order.
//
// They step pointers past the end of a slice but never read there. The race detector's pointer
// checks would refuse that, hence go:nocheckptr.

// convTileScalar computes the sums of two channels of a 2x2 tile: 8 sums for 4 loads. More would
// not fit into the 16 locals that Go's compiler uses as registers of a WebAssembly function.
//
//go:nocheckptr
func convTileScalar(x, w unsafe.Pointer, f, c int, plane, row uintptr) [8]float32 {
	var s00, s01, s10, s11, s20, s21, s30, s31 float32
	for ; c > 0; c-- {
		q := x
		for ky := f; ky > 0; ky-- {
			t, t2 := q, unsafe.Add(q, row)
			u, l := *(*float32)(unsafe.Add(t, 0)), *(*float32)(unsafe.Add(t2, 0))
			for kx := f; kx > 0; kx-- {
				w0, w1 := *(*float32)(unsafe.Add(w, 0)), *(*float32)(unsafe.Add(w, 4))
				s00 += float32(u * w0)
				s01 += float32(u * w1)
				s20 += float32(l * w0)
				s21 += float32(l * w1)
				t, t2, w = unsafe.Add(t, 4), unsafe.Add(t2, 4), unsafe.Add(w, 32)
				u, l = *(*float32)(unsafe.Add(t, 0)), *(*float32)(unsafe.Add(t2, 0))
				s10 += float32(u * w0)
				s11 += float32(u * w1)
				s30 += float32(l * w0)
				s31 += float32(l * w1)
			}
			q = unsafe.Add(q, row)
		}
		x = unsafe.Add(x, plane)
	}
	return [8]float32{s00, s01, s10, s11, s20, s21, s30, s31}
}

// convScalar computes four positions of two channels at a time.
//
//go:nocheckptr
func convScalar(y, x, w, b unsafe.Pointer, f, c, oh, ow int, plane, row, _ uintptr) {
	for i := 0; i < oh; i += 2 {
		r := min(i, oh-2)
		for j := 0; j < ow; j += 2 {
			q := min(j, ow-2)
			for o := uintptr(0); o < 32; o += 8 {
				s := convTileScalar(unsafe.Add(x, uintptr(r)*row+uintptr(4*q)), unsafe.Add(w, o), f, c, plane, row)
				b0, b1 := loadF(unsafe.Add(b, o)), loadF(unsafe.Add(b, o+4))
				for pos := range 4 {
					at := unsafe.Add(y, uintptr(32*((r+pos/2)*ow+q+pos%2))+o)
					storeF(at, s[2*pos]+b0)
					storeF(unsafe.Add(at, 4), s[2*pos+1]+b1)
				}
			}
		}
	}
}

// convPoolScalar computes one pooling window of two channels at a time.
//
//go:nocheckptr
func convPoolScalar(y, win, x, w, b unsafe.Pointer, f, c, ph, pw int, plane, row, _ uintptr) {
	for i := 0; i < ph; i++ {
		at := uintptr(2*i) * row
		for j := 0; j < pw; j++ {
			for o := uintptr(0); o < 32; o += 8 {
				s := convTileScalar(unsafe.Add(x, at), unsafe.Add(w, o), f, c, plane, row)
				first, down := int32(at/4), int32(row/4)
				poolScalar(unsafe.Add(y, o), unsafe.Add(win, o), loadF(unsafe.Add(b, o)), s[0], s[2], s[4], s[6], first, down)
				poolScalar(unsafe.Add(y, o+4), unsafe.Add(win, o+4), loadF(unsafe.Add(b, o+4)), s[1], s[3], s[5], s[7], first, down)
			}
			y, win = unsafe.Add(y, 32), unsafe.Add(win, 32)
			at += 8
		}
	}
}

// poolScalar computes one channel's window from its sums: bias, ReLU, the maximum and its place.
//
//go:nocheckptr
func poolScalar(y, win unsafe.Pointer, bias, s0, s1, s2, s3 float32, first, down int32) {
	best, where := positive(s0+bias), first
	for pos, s := range [3]float32{s1, s2, s3} {
		v := positive(s + bias)
		if v <= best {
			continue
		}
		where = first + [3]int32{1, down, down + 1}[pos]
		if best == best {
			best = v
		}
	}
	storeF(y, best)
	*(*int32)(win) = where
}

// convGradScalar goes over all positions once for each tap of 8 filters.
//
//go:nocheckptr
func convGradScalar(dw, d, x, taps unsafe.Pointer, groups int, at unsafe.Pointer, n int) {
	for k := groups * gradTaps; k > 0; k-- {
		s0, s1 := *(*float32)(unsafe.Add(dw, 0)), *(*float32)(unsafe.Add(dw, 4))
		s2, s3 := *(*float32)(unsafe.Add(dw, 8)), *(*float32)(unsafe.Add(dw, 12))
		s4, s5 := *(*float32)(unsafe.Add(dw, 16)), *(*float32)(unsafe.Add(dw, 20))
		s6, s7 := *(*float32)(unsafe.Add(dw, 24)), *(*float32)(unsafe.Add(dw, 28))
		q, a, g := unsafe.Add(x, uintptr(*(*uint32)(taps))), at, d
		for i := n; i > 0; i-- {
			v := *(*float32)(unsafe.Add(q, uintptr(*(*uint32)(a))))
			s0 += float32(v * *(*float32)(unsafe.Add(g, 0)))
			s1 += float32(v * *(*float32)(unsafe.Add(g, 4)))
			s2 += float32(v * *(*float32)(unsafe.Add(g, 8)))
			s3 += float32(v * *(*float32)(unsafe.Add(g, 12)))
			s4 += float32(v * *(*float32)(unsafe.Add(g, 16)))
			s5 += float32(v * *(*float32)(unsafe.Add(g, 20)))
			s6 += float32(v * *(*float32)(unsafe.Add(g, 24)))
			s7 += float32(v * *(*float32)(unsafe.Add(g, 28)))
			a, g = unsafe.Add(a, 4), unsafe.Add(g, 32)
		}
		for i, s := range [8]float32{s0, s1, s2, s3, s4, s5, s6, s7} {
			storeF(unsafe.Add(dw, 4*i), s)
		}
		dw, taps = unsafe.Add(dw, 32), unsafe.Add(taps, 4)
	}
}

// convScatterScalar computes the cells of a group of windows one after the other, for filters of
// any size, and all channels of a cell. Each number of d stands there once.
//
//go:nocheckptr
func convScatterScalar(dx, d, w unsafe.Pointer, f, oh, ow int, _, _, row, _ uintptr) {
	for ky := f; ky > 0; ky-- {
		q, g := dx, d
		for i := oh; i > 0; i-- {
			t := q
			for n := ow; n > 0; {
				group := 4
				for group > n {
					group /= 2
				}
				for c := range f + group - 1 {
					scatterCell(unsafe.Add(t, 32*c), g, w, f, max(0, c-group+1), min(c, f-1), c)
				}
				t, g, n = unsafe.Add(t, 32*group), unsafe.Add(g, 32*group), n-group
			}
			q = unsafe.Add(q, row)
		}
		dx, w = unsafe.Add(dx, row), unsafe.Add(w, 256*f)
	}
}

// scatterCell adds to the 8 channels of cell x the products of the filters' taps from hi down to
// lo. The window of tap k begins k cells before x.
//
//go:nocheckptr
func scatterCell(x, d, w unsafe.Pointer, f, lo, hi, cell int) {
	s0, s1, s2, s3 := loadF(unsafe.Add(x, 0)), loadF(unsafe.Add(x, 4)), loadF(unsafe.Add(x, 8)), loadF(unsafe.Add(x, 12))
	s4, s5, s6, s7 := loadF(unsafe.Add(x, 16)), loadF(unsafe.Add(x, 20)), loadF(unsafe.Add(x, 24)), loadF(unsafe.Add(x, 28))
	for o := 0; o < 8; o++ {
		for tap := hi; tap >= lo; tap-- {
			v, l := loadF(unsafe.Add(d, 32*(cell-tap)+4*o)), unsafe.Add(w, 32*(o*f+tap))
			s0 += float32(loadF(unsafe.Add(l, 0)) * v)
			s1 += float32(loadF(unsafe.Add(l, 4)) * v)
			s2 += float32(loadF(unsafe.Add(l, 8)) * v)
			s3 += float32(loadF(unsafe.Add(l, 12)) * v)
			s4 += float32(loadF(unsafe.Add(l, 16)) * v)
			s5 += float32(loadF(unsafe.Add(l, 20)) * v)
			s6 += float32(loadF(unsafe.Add(l, 24)) * v)
			s7 += float32(loadF(unsafe.Add(l, 28)) * v)
		}
	}
	for j, s := range [8]float32{s0, s1, s2, s3, s4, s5, s6, s7} {
		storeF(unsafe.Add(x, 4*j), s)
	}
}

// convDWScalar goes over the list once for every four weights.
//
//go:nocheckptr
func convDWScalar(dw, offs, vals unsafe.Pointer, n int, x unsafe.Pointer, step uintptr, at unsafe.Pointer, runs, vectors int) {
	for ; runs > 0; runs-- {
		t := unsafe.Add(x, uintptr(*(*uint32)(at)))
		for v := vectors; v > 0; v-- {
			s0, s1 := *(*float32)(unsafe.Add(dw, 0)), *(*float32)(unsafe.Add(dw, 4))
			s2, s3 := *(*float32)(unsafe.Add(dw, 8)), *(*float32)(unsafe.Add(dw, 12))
			o, g := offs, vals
			for i := n; i > 0; i-- {
				q, v := unsafe.Add(t, step*uintptr(*(*uint32)(o))), loadF(g)
				s0 += float32(*(*float32)(unsafe.Add(q, 0)) * v)
				s1 += float32(*(*float32)(unsafe.Add(q, 4)) * v)
				s2 += float32(*(*float32)(unsafe.Add(q, 8)) * v)
				s3 += float32(*(*float32)(unsafe.Add(q, 12)) * v)
				o, g = unsafe.Add(o, 4), unsafe.Add(g, 4)
			}
			storeF(unsafe.Add(dw, 0), s0)
			storeF(unsafe.Add(dw, 4), s1)
			storeF(unsafe.Add(dw, 8), s2)
			storeF(unsafe.Add(dw, 12), s3)
			dw, t = unsafe.Add(dw, 16), unsafe.Add(t, 16)
		}
		at = unsafe.Add(at, 4)
	}
}

// convDXScalar scatters to four channels at a time.
//
//go:nocheckptr
func convDXScalar(dx, offs, vals unsafe.Pointer, n int, w unsafe.Pointer, f, c4 int, plane, row uintptr) {
	far := uintptr(4 * (n / 2))
	for ; c4 > 0; c4-- {
		o, g := offs, vals
		for i := n / 2; i > 0; i-- {
			v0, v1 := loadF(g), loadF(unsafe.Add(g, far))
			q0 := unsafe.Add(dx, 4*uintptr(*(*uint32)(o)))
			q1, k := unsafe.Add(dx, 4*uintptr(*(*uint32)(unsafe.Add(o, far)))), w
			for ky := f; ky > 0; ky-- {
				t0, t1 := q0, q1
				for kx := f; kx > 0; kx-- {
					scatterFour(t0, k, v0)
					scatterFour(t1, k, v1)
					t0, t1, k = unsafe.Add(t0, 16), unsafe.Add(t1, 16), unsafe.Add(k, 16)
				}
				q0, q1 = unsafe.Add(q0, row), unsafe.Add(q1, row)
			}
			o, g = unsafe.Add(o, 4), unsafe.Add(g, 4)
		}
		if n%2 == 1 {
			q, k, v := unsafe.Add(dx, 4*uintptr(*(*uint32)(unsafe.Add(o, far)))), w, loadF(unsafe.Add(g, far))
			for ky := f; ky > 0; ky-- {
				t := q
				for kx := f; kx > 0; kx-- {
					scatterFour(t, k, v)
					t, k = unsafe.Add(t, 16), unsafe.Add(k, 16)
				}
				q = unsafe.Add(q, row)
			}
		}
		dx, w = unsafe.Add(dx, plane), unsafe.Add(w, 16*f*f)
	}
}

// scatterFour adds v times four weights to a cell's four channels.
//
//go:nocheckptr
func scatterFour(t, k unsafe.Pointer, v float32) {
	*(*float32)(unsafe.Add(t, 0)) += float32(*(*float32)(unsafe.Add(k, 0)) * v)
	*(*float32)(unsafe.Add(t, 4)) += float32(*(*float32)(unsafe.Add(k, 4)) * v)
	*(*float32)(unsafe.Add(t, 8)) += float32(*(*float32)(unsafe.Add(k, 8)) * v)
	*(*float32)(unsafe.Add(t, 12)) += float32(*(*float32)(unsafe.Add(k, 12)) * v)
}
