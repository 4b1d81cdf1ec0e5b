//go:build goexperiment.simd && (wasm || amd64)

package kernel

import (
	"simd/archsimd"
	"unsafe"
)

// archsimd has no constant shuffles on WebAssembly, so a look-up by bytes (lookUp) takes their
// place. An index of -1 gives 0, so that the results of two look-ups can be combined with Or.
type shuffle = archsimd.Int8x16

func words(a, b, c, d int8) shuffle {
	w := [16]int8{}
	for i, x := range [4]int8{a, b, c, d} {
		for j := range int8(4) {
			w[4*i+int(j)] = -1
			if x >= 0 {
				w[4*i+int(j)] = 4*x + j
			}
		}
	}
	return archsimd.LoadInt8x16Array(&w)
}

func pick(v vec, s shuffle) archsimd.Uint8x16 {
	return lookUp(v.ToBits().ReshapeToUint8s().BitsToInt8(), s).ToBits()
}

// pick2 takes the words of x that sx names, and those of y that sy names.
func pick2(x, y vec, sx, sy shuffle) vec {
	return pick(x, sx).Or(pick(y, sy)).ReshapeToUint32s().BitsToFloat32()
}

// maxPool2SIMD is maxPool2Scalar, four windows at a time.
//
//go:nocheckptr
func maxPool2SIMD(out []float32, win []int32, plane []float32, h, w int) {
	ow := w / 2
	if ow < 4 {
		maxPool2Scalar(out, win, plane, h, w)
		return
	}
	evenX, evenY := words(0, 2, -1, -1), words(-1, -1, 0, 2)
	oddX, oddY := words(1, 3, -1, -1), words(-1, -1, 1, 3)
	one, down := archsimd.BroadcastInt32x4(1), archsimd.BroadcastInt32x4(int32(w))
	steps := archsimd.LoadInt32x4Array(&[4]int32{0, 2, 4, 6})
	row := uintptr(4 * w)
	for y := 0; y < h/2; y++ {
		o, wi := ptr(out[y*ow:]), unsafe.Pointer(unsafe.SliceData(win[y*ow:]))
		src := ptr(plane[2*y*w:])
		for x := 0; x < ow; x += 4 {
			x := min(x, ow-4) // the last four may overlap those before, and get the same numbers
			p := unsafe.Add(src, 8*x)
			u0, u1 := loadV(p), loadV(unsafe.Add(p, 16))
			l0, l1 := loadV(unsafe.Add(p, row)), loadV(unsafe.Add(p, row+16))
			at := archsimd.BroadcastInt32x4(int32(2*y*w + 2*x)).Add(steps)
			best := pick2(u0, u1, evenX, evenY)
			v := pick2(u0, u1, oddX, oddY)
			m := v.Greater(best).Or(v.NotEqual(v))
			best, where := v.IfElse(m, best), at.Add(one).IfElse(m, at)
			v = pick2(l0, l1, evenX, evenY)
			m = v.Greater(best).Or(v.NotEqual(v))
			best, where = v.IfElse(m, best), at.Add(down).IfElse(m, where)
			v = pick2(l0, l1, oddX, oddY)
			m = v.Greater(best).Or(v.NotEqual(v))
			best, where = v.IfElse(m, best), at.Add(down).Add(one).IfElse(m, where)
			storeV(unsafe.Add(o, 4*x), best)
			where.StoreArray((*[4]int32)(unsafe.Add(wi, 4*x)))
		}
	}
}

// avgPool2SIMD is avgPool2Scalar, four windows at a time.
//
//go:nocheckptr
func avgPool2SIMD(out, plane []float32, h, w int) {
	ow := w / 2
	if ow < 4 {
		avgPool2Scalar(out, plane, h, w)
		return
	}
	evenX, evenY := words(0, 2, -1, -1), words(-1, -1, 0, 2)
	oddX, oddY := words(1, 3, -1, -1), words(-1, -1, 1, 3)
	quarter := archsimd.BroadcastFloat32x4(0.25)
	row := uintptr(4 * w)
	for y := 0; y < h/2; y++ {
		o, src := ptr(out[y*ow:]), ptr(plane[2*y*w:])
		for x := 0; x < ow; x += 4 {
			x := min(x, ow-4)
			p := unsafe.Add(src, 8*x)
			u0, u1 := loadV(p), loadV(unsafe.Add(p, 16))
			l0, l1 := loadV(unsafe.Add(p, row)), loadV(unsafe.Add(p, row+16))
			s := pick2(u0, u1, evenX, evenY).Add(pick2(u0, u1, oddX, oddY))
			s = s.Add(pick2(l0, l1, evenX, evenY)).Add(pick2(l0, l1, oddX, oddY))
			storeV(unsafe.Add(o, 4*x), s.Mul(quarter))
		}
	}
}

// avgPool2GradSIMD is avgPool2GradScalar, four windows at a time.
//
//go:nocheckptr
func avgPool2GradSIMD(plane, d []float32, h, w int) {
	ow := w / 2
	if ow < 4 {
		avgPool2GradScalar(plane, d, h, w)
		return
	}
	low, high, none := words(0, 0, 1, 1), words(2, 2, 3, 3), words(-1, -1, -1, -1)
	quarter := archsimd.BroadcastFloat32x4(0.25)
	row := uintptr(4 * w)
	for y := 0; y < h/2; y++ {
		src, dst := ptr(d[y*ow:]), ptr(plane[2*y*w:])
		for x := 0; x < ow; x += 4 {
			x := min(x, ow-4)
			s := loadV(unsafe.Add(src, 4*x)).Mul(quarter)
			a, b := pick2(s, s, low, none), pick2(s, s, high, none)
			p := unsafe.Add(dst, 8*x)
			storeV(p, a)
			storeV(unsafe.Add(p, 16), b)
			storeV(unsafe.Add(p, row), a)
			storeV(unsafe.Add(p, row+16), b)
		}
	}
}
