package main

import (
	"fmt"
	"strings"
)

// filterSizes are the filters whose loops are written out. 0 stands for any size.
var filterSizes = []int{3, 5, 7, 0}

func convName(base string, f int, form string) string {
	if f == 0 {
		return base + "Any" + form
	}
	return fmt.Sprintf("%s%d%s", base, f, form)
}

const convPoolDoc = `// %s convolves one padded sample with 8 filters%s, adds the bias, applies
// ReLU, and finds the maximum of each 2x2 window. y [ph*pw][8] gets the maxima. win gets the
// places in the padded plane at which the filter windows of the maxima begin.
//
// x is [c][..][..][4]: each pixel stands four times, because a load is cheaper than a broadcast,
// which would need the same port of the processor as the sums. plane and row are its strides in
// bytes. row2 equals row. It is a second variable so that the compiler does not merge the pixels
// of two rows and keep them all in registers. w is [c][f][f][8], and b is [8].`

func writeConvPool(p *printer) {
	for _, f := range filterSizes {
		writeConvPoolSIMD(p, f)
		writeConvSIMD(p, f)
	}
}

// writeConvPoolSIMD writes the loop for one filter size. Its tile is one pooling window by 8
// channels: sum sPQ is for position P (0..3, row by row) and half Q of the channels. A pixel that
// the next window column reads too stays in a register: u0 and u1 are the upper row's, l0 and l1
// the lower row's.
func writeConvPoolSIMD(p *printer, f int) {
	name := convName("convPool", f, "SIMD")
	what := fmt.Sprintf(" of %dx%d", f, f)
	if f == 0 {
		what = " of any size f"
	}
	p.f(convPoolDoc, name, what)
	p.f("func %s(y, win, x, w, b unsafe.Pointer, f, c, ph, pw int, plane, row, row2 uintptr) {", name)
	p.f("var zero archsimd.Float32x4")
	p.f("b0, b1 := loadV(unsafe.Add(b, 0)), loadV(unsafe.Add(b, 16))")
	p.f("one, down := archsimd.BroadcastInt32x4(1), archsimd.BroadcastInt32x4(int32(row/16))")
	p.f("for i := 0; i < ph; i++ {")
	p.f("at := uintptr(2*i) * row")
	p.f("for j := 0; j < pw; j++ {")
	convTile(p, f)
	p.f("first := archsimd.BroadcastInt32x4(int32(at / 16))")
	for h := 0; h < 2; h++ {
		p.f("{")
		p.f("best := s0%d.Add(b%d)", h, h)
		p.f("best = %s", positive("best"))
		p.f("where := first")
		for pos, step := range []string{"first.Add(one)", "first.Add(down)", "first.Add(down).Add(one)"} {
			p.f("v%d := s%d%d.Add(b%d)", pos+1, pos+1, h, h)
			p.f("v%d = %s", pos+1, positive(fmt.Sprintf("v%d", pos+1)))
			p.f("where = where.IfElse(v%d.LessEqual(best), %s)", pos+1, step)
			p.f("best = best.ToBits().Max(v%d.ToBits()).BitsToFloat32()", pos+1)
		}
		p.f("storeV(unsafe.Add(y, %d), best)", 16*h)
		p.f("where.StoreArray((*[4]int32)(unsafe.Add(win, %d)))", 16*h)
		p.f("}")
	}
	p.f("y, win = unsafe.Add(y, 32), unsafe.Add(win, 32)")
	p.f("at += 32")
	p.f("}")
	p.f("}")
	p.f("}")
	p.f("")
}

// positive is the expression for max(v, 0), where NaN stays NaN. The vector instruction would
// take eight instructions of the processor, because of NaN and -0; this takes two. The maximum of
// numbers that are not negative is the maximum of their bits, where NaN of either sign is above
// all numbers.
func positive(v string) string {
	return v + ".ToBits().AndNot(" + v + ".LessEqual(zero).ToInt32x4().ToBits()).BitsToFloat32()"
}

// convTile prints the sums of the 2x2 tile at byte at of the padded planes.
func convTile(p *printer, f int) {
	p.f("var s00, s01, s10, s11, s20, s21, s30, s31 archsimd.Float32x4")
	p.f("px, pw := unsafe.Add(x, at), w")
	p.f("for l := c; l > 0; l-- {")
	p.f("q := px")
	begin := func() {
		p.f("q2 := unsafe.Add(q, row2)")
		p.f("u0 := loadV(unsafe.Add(q, 0))")
		p.f("l0 := loadV(unsafe.Add(q2, 0))")
	}
	if f > 0 {
		for ky := 0; ky < f; ky++ {
			p.f("{")
			begin()
			for kx := 0; kx < f; kx++ {
				p.f("{")
				p.f("w0, w1 := loadV(unsafe.Add(pw, %d)), loadV(unsafe.Add(pw, %d))", 32*(ky*f+kx), 32*(ky*f+kx)+16)
				tapSums(p, "s0", "u0")
				tapSums(p, "s2", "l0")
				p.f("u1 := loadV(unsafe.Add(q, %d))", 16*(kx+1))
				tapSums(p, "s1", "u1")
				p.f("l1 := loadV(unsafe.Add(q2, %d))", 16*(kx+1))
				tapSums(p, "s3", "l1")
				if kx < f-1 {
					p.f("u0, l0 = u1, l1")
				}
				p.f("}")
			}
			if ky < f-1 {
				p.f("q = unsafe.Add(q, row)")
			}
			p.f("}")
		}
		p.f("pw = unsafe.Add(pw, %d)", 32*f*f)
	} else {
		p.f("for ky := f; ky > 0; ky-- {")
		begin()
		p.f("t := q")
		p.f("for kx := f; kx > 0; kx-- {")
		p.f("t2 := unsafe.Add(t, row2)")
		p.f("w0, w1 := loadV(unsafe.Add(pw, 0)), loadV(unsafe.Add(pw, 16))")
		tapSums(p, "s0", "u0")
		tapSums(p, "s2", "l0")
		p.f("u0 = loadV(unsafe.Add(t, 16))")
		tapSums(p, "s1", "u0")
		p.f("l0 = loadV(unsafe.Add(t2, 16))")
		tapSums(p, "s3", "l0")
		p.f("t, pw = unsafe.Add(t, 16), unsafe.Add(pw, 32)")
		p.f("}")
		p.f("q = unsafe.Add(q, row)")
		p.f("}")
	}
	p.f("px = unsafe.Add(px, plane)")
	p.f("}")
}

const convDoc = `// %s convolves one padded sample with 8 filters%s and adds the bias. y is
// [oh*ow][8], and oh and ow are at least 2; all else is as for convPool. The last tile of an odd
// row or column lies over the tile before, and writes the same numbers again.`

func writeConvSIMD(p *printer, f int) {
	name, what := convName("conv", f, "SIMD"), fmt.Sprintf(" of %dx%d", f, f)
	if f == 0 {
		what = " of any size f"
	}
	p.f(convDoc, name, what)
	p.f("func %s(y, x, w, b unsafe.Pointer, f, c, oh, ow int, plane, row, row2 uintptr) {", name)
	p.f("b0, b1 := loadV(unsafe.Add(b, 0)), loadV(unsafe.Add(b, 16))")
	p.f("for i := 0; i < oh; i += 2 {")
	p.f("r := min(i, oh-2)")
	p.f("for j := 0; j < ow; j += 2 {")
	p.f("q := min(j, ow-2)")
	p.f("at := uintptr(r)*row + uintptr(16*q)")
	convTile(p, f)
	p.f("upper := unsafe.Add(y, 32*(r*ow+q))")
	p.f("lower := unsafe.Add(upper, 32*ow)")
	for pos, base := range []string{"upper", "upper", "lower", "lower"} {
		for h := 0; h < 2; h++ {
			p.f("storeV(unsafe.Add(%s, %d), s%d%d.Add(b%d))", base, 32*(pos%2)+16*h, pos, h, h)
		}
	}
	p.f("}")
	p.f("}")
	p.f("}")
	p.f("")
}

// tapSums prints the addition of one pixel times the weights of 8 channels to the sums of a
// position.
func tapSums(p *printer, sum, pixel string) {
	for h := 0; h < 2; h++ {
		p.f("%s%d = %s%d.Add(%s.Mul(w%d))", sum, h, sum, h, pixel, h)
	}
}

// dwShapes are the groups of vectors of a filter's weights that are summed at once: so many runs
// of so many vectors side by side. Few runs need few addresses. Long runs waste more of a short
// row.
var dwShapes = []struct{ runs, vectors int }{{5, 2}, {3, 3}}

const convDWDoc = `// convDW%[2]dSIMD adds to the gradient of one filter's weights: for each of the n entries of the
// list, vals times the window of x that begins offs*step bytes into x. The vectors are taken in
// groups of %[1]d runs of %[2]d: dw is [groups][%[1]d][%[2]d][4]. at [groups][%[1]d] holds the
// places of the runs in a window, in bytes.`

// writeConvDW writes the gradients by the weights. Their sums stay in registers for a whole list.
func writeConvDW(p *printer) {
	for _, s := range dwShapes {
		p.f(convDWDoc, s.runs, s.vectors)
		p.f("func convDW%dSIMD(dw, offs, vals unsafe.Pointer, n int, x unsafe.Pointer, step uintptr, at unsafe.Pointer, groups int) {", s.vectors)
		p.f("for ; groups > 0; groups-- {")
		each := func(do func(run, v, at int)) {
			for run := range s.runs {
				for v := range s.vectors {
					do(run, v, 16*(run*s.vectors+v))
				}
			}
		}
		for run := range s.runs {
			p.f("o%d := uintptr(*(*uint32)(unsafe.Add(at, %d)))", run, 4*run)
		}
		each(func(run, v, at int) { p.f("s%d%d := loadV(unsafe.Add(dw, %d))", run, v, at) })
		p.f("o, g := offs, vals")
		p.f("i := n")
		for _, u := range []int{4, 1} {
			p.f("for ; i >= %d; i -= %d {", u, u)
			for e := range u {
				p.f("{")
				p.f("v := splatAt(unsafe.Add(g, %d))", 4*e)
				p.f("q := unsafe.Add(x, step*uintptr(*(*uint32)(unsafe.Add(o, %d))))", 4*e)
				for run := range s.runs {
					p.f("t%d := unsafe.Add(q, o%d)", run, run)
					for v := range s.vectors {
						p.f("s%d%d = s%d%d.Add(loadV(unsafe.Add(t%d, %d)).Mul(v))", run, v, run, v, run, 16*v)
					}
				}
				p.f("}")
			}
			p.f("o, g = unsafe.Add(o, %d), unsafe.Add(g, %d)", 4*u, 4*u)
			if u > 1 {
				each(func(run, v, _ int) { hold(p, fmt.Sprintf("s%d%d", run, v)) })
			}
			p.f("}")
		}
		each(func(run, v, at int) { p.f("storeV(unsafe.Add(dw, %d), s%d%d)", at, run, v) })
		p.f("dw, at = unsafe.Add(dw, %d), unsafe.Add(at, %d)", 16*s.runs*s.vectors, 4*s.runs)
		p.f("}")
		p.f("}")
		p.f("")
	}
}

const convDXDoc = `// %s scatters one filter%s back to the input: for each of the n entries
// of the list it adds vals times the filter to the entry's window of dx. It takes two entries at
// a time, one from each half of the list. They share the filter's numbers, and their windows
// hardly ever meet, so a number is seldom read just after it was written.
//
// dx is [c4][..][..][4], with the strides plane and row in bytes. offs counts 4 bytes for a
// cell. w is [c4][f][f][4].`

// writeConvDX writes the gradients by the input. A vector holds four channels of a cell, so
// windows that overlap share whole vectors.
func writeConvDX(p *printer) {
	for _, f := range filterSizes {
		name, what := convName("convDX", f, "SIMD"), fmt.Sprintf(" of %dx%d", f, f)
		if f == 0 {
			what = " of any size f"
		}
		p.f(convDXDoc, name, what)
		p.f("func %s(dx, offs, vals unsafe.Pointer, n int, w unsafe.Pointer, f, c4 int, plane, row uintptr) {", name)
		p.f("far := uintptr(4 * (n / 2))")
		p.f("for i := n / 2; i > 0; i-- {")
		p.f("v0, v1 := splatAt(unsafe.Add(vals, 0)), splatAt(unsafe.Add(vals, far))")
		p.f("to0 := unsafe.Add(dx, 4*uintptr(*(*uint32)(unsafe.Add(offs, 0))))")
		p.f("to1 := unsafe.Add(dx, 4*uintptr(*(*uint32)(unsafe.Add(offs, far))))")
		scatterWindows(p, f, 2)
		p.f("offs, vals = unsafe.Add(offs, 4), unsafe.Add(vals, 4)")
		p.f("}")
		p.f("if n%%2 == 1 {")
		p.f("v0 := splatAt(unsafe.Add(vals, far))")
		p.f("to0 := unsafe.Add(dx, 4*uintptr(*(*uint32)(unsafe.Add(offs, far))))")
		scatterWindows(p, f, 1)
		p.f("}")
		p.f("}")
		p.f("")
	}
}

// scatterWindows prints the additions of a filter to the windows of one or two entries, at to0
// and to1.
func scatterWindows(p *printer, f, windows int) {
	// Stepped, so that the compiler does not compute all addresses first and spill them.
	p.f("k := w")
	p.f("for j := c4; j > 0; j-- {")
	each := func(line string, args ...int) {
		for e := range windows {
			all := []any{}
			for _, a := range args {
				all = append(all, a)
			}
			p.f(strings.ReplaceAll(line, "#", fmt.Sprint(e)), all...)
		}
	}
	each("q# := to#")
	if f > 0 {
		for ky := 0; ky < f; ky++ {
			for kx := 0; kx < f; kx++ {
				p.f("{")
				p.f("l := loadV(unsafe.Add(k, %d))", 16*(ky*f+kx))
				each("storeV(unsafe.Add(q#, %d), loadV(unsafe.Add(q#, %d)).Add(l.Mul(v#)))", 16*kx, 16*kx)
				p.f("}")
			}
			if ky < f-1 {
				each("q# = unsafe.Add(q#, row)")
			}
		}
		p.f("k = unsafe.Add(k, %d)", 16*f*f)
	} else {
		p.f("for ky := f; ky > 0; ky-- {")
		each("t# := q#")
		p.f("for kx := f; kx > 0; kx-- {")
		p.f("l := loadV(unsafe.Add(k, 0))")
		each("storeV(unsafe.Add(t#, 0), loadV(unsafe.Add(t#, 0)).Add(l.Mul(v#)))")
		each("t# = unsafe.Add(t#, 16)")
		p.f("k = unsafe.Add(k, 16)")
		p.f("}")
		each("q# = unsafe.Add(q#, row)")
		p.f("}")
	}
	each("to# = unsafe.Add(to#, plane)")
	p.f("}")
}
