package main

// shortRow is the longest row, in vectors, whose copy is written out. The rows of im2col are that
// short, and the jump back to the start of a loop costs more than a vector.
const shortRow = 8

// writeRows writes the copies and the sums of many short rows: one loop over the rows for each
// length in vectors, and one for longer rows.
func writeRows(p *printer) {
	p.f("// copyRowsSIMD is copyRowsScalar on vectors. The last vector of a row may overlap the one before.")
	p.f("func copyRowsSIMD(dst, src []float32, rows, width, dstStride, srcStride int) {")
	p.f("to, from := ptr(dst), ptr(src)")
	p.f("last := uintptr(4*width - 16)")
	p.f("switch (width + 3) / 4 {")
	step := "to, from = unsafe.Add(to, 4*dstStride), unsafe.Add(from, 4*srcStride)"
	for v := 1; v <= shortRow; v++ {
		p.f("case %d:", v)
		if v == 1 {
			p.f("if width < 4 {")
			p.f("copyRowsScalar(dst, src, rows, width, dstStride, srcStride)")
			p.f("return")
			p.f("}")
		}
		p.f("for ; rows > 0; rows-- {")
		for i := 0; i < v-1; i++ {
			p.f("storeV(unsafe.Add(to, %d), loadV(unsafe.Add(from, %d)))", 16*i, 16*i)
		}
		p.f("storeV(unsafe.Add(to, last), loadV(unsafe.Add(from, last)))")
		p.f("%s", step)
		p.f("}")
	}
	p.f("default:")
	p.f("for ; rows > 0; rows-- {")
	p.f("t, f := to, from")
	p.f("for i := width; i > %d; i -= %d {", 4*shortRow, 4*shortRow)
	for i := 0; i < shortRow; i++ {
		p.f("storeV(unsafe.Add(t, %d), loadV(unsafe.Add(f, %d)))", 16*i, 16*i)
	}
	p.f("t, f = unsafe.Add(t, %d), unsafe.Add(f, %d)", 16*shortRow, 16*shortRow)
	p.f("}")
	p.f("t, f = unsafe.Add(to, last-%d), unsafe.Add(from, last-%d)", 16*(shortRow-1), 16*(shortRow-1))
	for i := 0; i < shortRow; i++ {
		p.f("storeV(unsafe.Add(t, %d), loadV(unsafe.Add(f, %d)))", 16*i, 16*i)
	}
	p.f("%s", step)
	p.f("}")
	p.f("}")
	p.f("}")
	p.f("")

	p.f("// addRowsSIMD is addRowsScalar on vectors, and on single numbers at the end of a row.")
	p.f("func addRowsSIMD(dst, src []float32, rows, width, dstStride, srcStride int) {")
	p.f("to, from := ptr(dst), ptr(src)")
	p.f("end := uintptr(4 * width)")
	p.f("switch width / 4 {")
	for v := 0; v <= shortRow; v++ {
		p.f("case %d:", v)
		p.f("for ; rows > 0; rows-- {")
		for i := 0; i < v; i++ {
			p.f("storeV(unsafe.Add(to, %d), loadV(unsafe.Add(to, %d)).Add(loadV(unsafe.Add(from, %d))))", 16*i, 16*i, 16*i)
		}
		p.f("for i := uintptr(%d); i < end; i += 4 {", 16*v)
		p.f("storeF(unsafe.Add(to, i), *(*float32)(unsafe.Add(to, i))+*(*float32)(unsafe.Add(from, i)))")
		p.f("}")
		p.f("%s", step)
		p.f("}")
	}
	p.f("default:")
	p.f("for ; rows > 0; rows-- {")
	p.f("axpyOneSIMD(to, from, width)")
	p.f("%s", step)
	p.f("}")
	p.f("}")
	p.f("}")
	p.f("")
	p.f("// axpyOneSIMD performs to += from over n numbers.")
	p.f("func axpyOneSIMD(to, from unsafe.Pointer, n int) {")
	p.f("for ; n >= 16; n -= 16 {")
	for i := 0; i < 4; i++ {
		p.f("storeV(unsafe.Add(to, %d), loadV(unsafe.Add(to, %d)).Add(loadV(unsafe.Add(from, %d))))", 16*i, 16*i, 16*i)
	}
	p.f("to, from = unsafe.Add(to, 64), unsafe.Add(from, 64)")
	p.f("}")
	p.f("for ; n > 0; n-- {")
	p.f("storeF(unsafe.Add(to, 0), *(*float32)(unsafe.Add(to, 0))+*(*float32)(unsafe.Add(from, 0)))")
	p.f("to, from = unsafe.Add(to, 4), unsafe.Add(from, 4)")
	p.f("}")
	p.f("}")
	p.f("")
}

// writeSpread writes the copies that repeat each number four times.
func writeSpread(p *printer) {
	for _, step := range []int{1, 8} {
		if step == 1 {
			p.f("// spreadRowsSIMD copies rows of width numbers, each number four times. A row of dst begins")
			p.f("// dstStride vectors after the one before, a row of src srcStride numbers.")
			p.f("func spreadRowsSIMD(dst, src []float32, rows, width, dstStride, srcStride int) {")
		} else {
			p.f("// spread8SIMD is spreadRowsSIMD for every eighth number. A row of src begins 8*srcStride")
			p.f("// numbers after the one before.")
			p.f("func spread8SIMD(dst, src []float32, rows, width, dstStride, srcStride int) {")
		}
		p.f("to, from := ptr(dst), ptr(src)")
		p.f("for ; rows > 0; rows-- {")
		p.f("t, f, n := to, from, width")
		for _, u := range []int{8, 1} {
			p.f("for ; n >= %d; n -= %d {", u, u)
			for i := 0; i < u; i++ {
				p.f("storeV(unsafe.Add(t, %d), splatAt(unsafe.Add(f, %d)))", 16*i, 4*step*i)
			}
			p.f("t, f = unsafe.Add(t, %d), unsafe.Add(f, %d)", 16*u, 4*step*u)
			p.f("}")
		}
		p.f("to, from = unsafe.Add(to, 16*dstStride), unsafe.Add(from, %d*srcStride)", 4*step)
		p.f("}")
		p.f("}")
		p.f("")
	}
}
