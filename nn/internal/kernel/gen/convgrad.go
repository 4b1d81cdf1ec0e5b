package main

import "fmt"

const convGradDoc = `// %s adds to the gradients of 8 filters' weights%s, dw [c][f][f][8]: for each
// of oh by ow positions, row by row, d [oh*ow][8] times the window of x that
// begins there. x is [c][..][..][4], each pixel four times, with plane and row
// the strides in bytes.`

// writeConvGrad writes the weight gradients of convolutions whose output's
// gradient is dense: the sums of one row of a filter, for 8 filters, stay in
// vectors while they walk all positions.
func writeConvGrad(p *printer) {
	for _, f := range filterSizes {
		name, what := convName("convGrad", f, "SIMD"), fmt.Sprintf(" of %dx%d", f, f)
		if f == 0 {
			what = " of any size f"
		}
		p.f(convGradDoc, name, what)
		p.f("func %s(dw, d, x unsafe.Pointer, f, c, oh, ow int, plane, row uintptr) {", name)
		p.f("for ; c > 0; c-- {")
		p.f("r := x")
		p.f("for ky := f; ky > 0; ky-- {")
		switch f {
		case 0:
			p.f("k := r")
			p.f("kx := f")
			for _, taps := range []int{4, 1} {
				p.f("for ; kx >= %d; kx -= %d {", taps, taps)
				gradPass(p, "k", 0, taps)
				p.f("dw, k = unsafe.Add(dw, %d), unsafe.Add(k, %d)", 32*taps, 16*taps)
				p.f("}")
			}
		case 7:
			gradPass(p, "r", 0, 4)
			gradPass(p, "r", 4, 7)
			p.f("dw = unsafe.Add(dw, %d)", 32*f)
		default:
			gradPass(p, "r", 0, f)
			p.f("dw = unsafe.Add(dw, %d)", 32*f)
		}
		p.f("r = unsafe.Add(r, row)")
		p.f("}")
		p.f("x = unsafe.Add(x, plane)")
		p.f("}")
		p.f("}")
		p.f("")
	}
}

// gradPass prints one walk over all positions for the taps lo to hi of a row.
func gradPass(p *printer, x string, lo, hi int) {
	p.f("{")
	each := func(line string) {
		for k := lo; k < hi; k++ {
			for h := 0; h < 2; h++ {
				p.f(line, k, h, 32*k+16*h)
			}
		}
	}
	each("s%d%d := loadV(unsafe.Add(dw, %d))")
	p.f("q, g := %s, d", x)
	p.f("for i := oh; i > 0; i-- {")
	p.f("t, n := q, ow")
	for _, u := range []int{4, 1} {
		p.f("for ; n >= %d; n -= %d {", u, u)
		for i := 0; i < u; i++ {
			p.f("{")
			p.f("d0, d1 := loadV(unsafe.Add(g, %d)), loadV(unsafe.Add(g, %d))", 32*i, 32*i+16)
			for k := lo; k < hi; k++ {
				p.f("u%d := loadV(unsafe.Add(t, %d))", k, 16*(i+k))
				p.f("s%d0 = s%d0.Add(u%d.Mul(d0))", k, k, k)
				p.f("s%d1 = s%d1.Add(u%d.Mul(d1))", k, k, k)
			}
			p.f("}")
		}
		p.f("t, g = unsafe.Add(t, %d), unsafe.Add(g, %d)", 16*u, 32*u)
		p.f("}")
	}
	p.f("q = unsafe.Add(q, row)")
	p.f("}")
	for k := lo; k < hi; k++ {
		for h := 0; h < 2; h++ {
			p.f("storeV(unsafe.Add(dw, %d), s%d%d)", 32*k+16*h, k, h)
		}
	}
	p.f("}")
}
