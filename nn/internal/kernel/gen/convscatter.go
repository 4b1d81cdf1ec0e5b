package main

const convScatterDoc = `// %s adds to the gradient by the input what 8 filters of %dx%d contribute: for each
// of oh by ow positions, row by row, it adds d [oh*ow][8][4] times the filters to the window of dx
// that begins there. d holds each number four times. dx is [..][..][8] with rows of row bytes. w
// is [f][8][f][8]: row of the filter, filter, tap, channel of dx. It takes four, two or one
// positions at a time. To a cell the filters are added in order, and of each filter the taps from
// right to left. It computes the channels from byte first to byte end of a cell: 0 to 16, 16 to
// 32 or 0 to 32. step is 0. It is a variable so that the compiler does not compute the addresses
// of the weights first and keep them all.`

// writeConvScatter writes the gradients by the input for convolutions most of whose output's
// gradients are not 0. The cells that up to four windows of a row cover stay in vectors while 8
// filters add to them.
func writeConvScatter(p *printer) {
	for _, f := range filterSizes {
		if f == 0 {
			continue
		}
		name := convName("convScatter", f, "SIMD")
		p.f(convScatterDoc, name, f, f)
		p.f("func %s(dx, d, w unsafe.Pointer, f, oh, ow int, first, end, row, step uintptr) {", name)
		p.f("for ky := f; ky > 0; ky-- {")
		p.f("for h := first; h < end; h += 16 {")
		p.f("q, g, k := unsafe.Add(dx, h), d, unsafe.Add(w, h)")
		p.f("for i := oh; i > 0; i-- {")
		p.f("t, n := q, ow")
		for _, group := range []int{4, 2, 1} {
			p.f("for ; n >= %d; n -= %d {", group, group)
			scatterGroup(p, f, group)
			p.f("}")
		}
		p.f("q = unsafe.Add(q, row)")
		p.f("}")
		p.f("}")
		p.f("dx, w = unsafe.Add(dx, row), unsafe.Add(w, %d)", 8*32*f)
		p.f("}")
		p.f("}")
		p.f("")
	}
}

// scatterGroup prints the additions to the cells under a group of windows.
func scatterGroup(p *printer, f, group int) {
	cells := f + group - 1
	for c := 0; c < cells; c++ {
		p.f("s%d := loadV(unsafe.Add(t, %d))", c, 32*c)
	}
	p.f("l := k")
	for o := 0; o < 8; o++ {
		p.f("{")
		for i := 0; i < group; i++ {
			p.f("v%d := loadV(unsafe.Add(g, %d))", i, 128*i+16*o)
			for tap := 0; tap < f; tap++ {
				if i == 0 {
					p.f("w%d := loadV(unsafe.Add(l, %d))", tap, 32*tap)
				}
				p.f("s%d = s%d.Add(w%d.Mul(v%d))", tap+i, tap+i, tap, i)
			}
		}
		p.f("l = unsafe.Add(l, %d)", 32*f)
		p.f("}")
	}
	for c := 0; c < cells; c++ {
		p.f("storeV(unsafe.Add(t, %d), s%d)", 32*c, c)
	}
	p.f("t, g, k = unsafe.Add(t, %d), unsafe.Add(g, %d), unsafe.Add(k, step)", 32*group, 128*group)
}
