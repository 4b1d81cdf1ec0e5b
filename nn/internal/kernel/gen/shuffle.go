package main

// writeShuffles writes the loops that only move numbers. They are plain Go on every platform.
// They are unrolled because the jump back to the start of a loop costs as much as a move.
func writeShuffles(p *printer) {
	writeEvery(p, 8)
	writeEvery(p, 4)
	writeToEvery8(p)
	writeToFours8(p)
	writeTwice(p)
	writeInterleave(p)

	p.f(`// live lists those of n cells whose numbers in y and in d are not 0. For each it writes 4 times
// its number in win, of which it reads every eighth, to offs, and its number in d to vals. It
// returns the length of the list. It does not branch on the numbers, because a processor cannot
// predict that: it writes every cell, and moves the end of the list on after those that count.
// offs and vals must hold n+1.`)
	p.f("func live(offs, vals, d, y, win unsafe.Pointer, n int) int {")
	p.f("at := uintptr(0)")
	for _, u := range []int{4, 1} {
		p.f("for ; n >= %d; n -= %d {", u, u)
		for i := 0; i < u; i++ {
			p.f("{")
			p.f("out := uint64(*(*uint32)(unsafe.Add(y, %d)))", 4*i)
			p.f("v := uint64(*(*uint32)(unsafe.Add(d, %d))) & -(-out >> 63) // -x>>63 is 1 where the 32 bits of x are not all 0", 4*i)
			p.f("*(*uint32)(unsafe.Add(offs, at)) = *(*uint32)(unsafe.Add(win, %d)) << 2", 32*i)
			p.f("*(*uint32)(unsafe.Add(vals, at)) = uint32(v)")
			p.f("at += uintptr(-(v&(1<<31-1))>>63<<2)")
			p.f("}")
		}
		p.f("d, y, win = unsafe.Add(d, %d), unsafe.Add(y, %d), unsafe.Add(win, %d)", 4*u, 4*u, 32*u)
		p.f("}")
	}
	p.f("return int(at / 4)")
	p.f("}")
	p.f("")
}

func writeEvery(p *printer, step int) {
	p.f("// every%d sets n numbers of y to every %d-th number of x.", step, step)
	p.f("func every%d(y, x unsafe.Pointer, n int) {", step)
	for _, u := range []int{8, 1} {
		p.f("for ; n >= %d; n -= %d {", u, u)
		for i := 0; i < u; i++ {
			p.f("*(*uint32)(unsafe.Add(y, %d)) = *(*uint32)(unsafe.Add(x, %d))", 4*i, 4*step*i)
		}
		p.f("y, x = unsafe.Add(y, %d), unsafe.Add(x, %d)", 4*u, 4*step*u)
		p.f("}")
	}
	p.f("}")
	p.f("")
}

// writeToEvery8 writes the inverse of every8.
func writeToEvery8(p *printer) {
	p.f("// toEvery8 sets every eighth number of y to the n numbers of x.")
	p.f("func toEvery8(y, x unsafe.Pointer, n int) {")
	for _, u := range []int{8, 1} {
		p.f("for ; n >= %d; n -= %d {", u, u)
		for i := 0; i < u; i++ {
			p.f("*(*uint32)(unsafe.Add(y, %d)) = *(*uint32)(unsafe.Add(x, %d))", 32*i, 4*i)
		}
		p.f("y, x = unsafe.Add(y, %d), unsafe.Add(x, %d)", 32*u, 4*u)
		p.f("}")
	}
	p.f("}")
	p.f("")
}

// writeToFours8 writes the copy of four maps into columns. It moves two numbers at a time.
func writeToFours8(p *printer) {
	p.f("// toFours8 sets the first four of every eight numbers of y to the n numbers of each of four maps")
	p.f("// of x, which lie plane bytes apart.")
	p.f("func toFours8(y, x unsafe.Pointer, n int, plane uintptr) {")
	p.f("x1, x2, x3 := unsafe.Add(x, plane), unsafe.Add(x, 2*plane), unsafe.Add(x, 3*plane)")
	p.f("for ; n >= 4; n -= 4 {")
	for i := range 2 {
		for k, from := range []string{"x", "x2"} {
			p.f("{")
			next := []string{"x1", "x3"}[k]
			p.f("a, b := *(*uint64)(unsafe.Add(%s, %d)), *(*uint64)(unsafe.Add(%s, %d))", from, 8*i, next, 8*i)
			p.f("*(*uint64)(unsafe.Add(y, %d)) = a&(1<<32-1) | b<<32", 64*i+8*k)
			p.f("*(*uint64)(unsafe.Add(y, %d)) = a>>32 | b>>32<<32", 64*i+8*k+32)
			p.f("}")
		}
	}
	p.f("y = unsafe.Add(y, 128)")
	p.f("x, x1, x2, x3 = unsafe.Add(x, 16), unsafe.Add(x1, 16), unsafe.Add(x2, 16), unsafe.Add(x3, 16)")
	p.f("}")
	p.f("for ; n >= 1; n-- {")
	for k, from := range []string{"x", "x1", "x2", "x3"} {
		p.f("*(*uint32)(unsafe.Add(y, %d)) = *(*uint32)(unsafe.Add(%s, 0))", 4*k, from)
	}
	p.f("y = unsafe.Add(y, 32)")
	p.f("x, x1, x2, x3 = unsafe.Add(x, 4), unsafe.Add(x1, 4), unsafe.Add(x2, 4), unsafe.Add(x3, 4)")
	p.f("}")
	p.f("}")
	p.f("")
}

// writeTwice writes the copy for vectors of two samples' numbers.
func writeTwice(p *printer) {
	p.f("// twice sets the first two of every four numbers of y to one of the n numbers of x.")
	p.f("func twice(y, x unsafe.Pointer, n int) {")
	for _, u := range []int{8, 1} {
		p.f("for ; n >= %d; n -= %d {", u, u)
		for i := range u {
			p.f("*(*uint64)(unsafe.Add(y, %d)) = uint64(*(*uint32)(unsafe.Add(x, %d))) * (1<<32 + 1)", 16*i, 4*i)
		}
		p.f("y, x = unsafe.Add(y, %d), unsafe.Add(x, %d)", 16*u, 4*u)
		p.f("}")
	}
	p.f("}")
	p.f("")
}

// writeInterleave writes the copies from planes to channels last.
func writeInterleave(p *printer) {
	for _, c := range []int{4, 3, 1} {
		p.f("// interleave%d copies rows times n numbers from each of %d planes of x, which lie plane bytes", c, c)
		p.f("// apart, to y: the numbers of one cell side by side, cells step bytes apart, and skip bytes")
		p.f("// more between rows.")
		p.f("func interleave%d(y, x unsafe.Pointer, rows, n int, step, skip, plane uintptr) {", c)
		for k := 1; k < c; k++ {
			p.f("x%d := unsafe.Add(x, %d*plane)", k, k)
		}
		p.f("for ; rows > 0; rows-- {")
		p.f("i := n")
		for _, u := range []int{4, 1} {
			p.f("for ; i >= %d; i -= %d {", u, u)
			for i := range u {
				p.f("*(*uint32)(y) = *(*uint32)(unsafe.Add(x, %d))", 4*i)
				for k := 1; k < c; k++ {
					p.f("*(*uint32)(unsafe.Add(y, %d)) = *(*uint32)(unsafe.Add(x%d, %d))", 4*k, k, 4*i)
				}
				p.f("y = unsafe.Add(y, step)")
			}
			p.f("x = unsafe.Add(x, %d)", 4*u)
			for k := 1; k < c; k++ {
				p.f("x%d = unsafe.Add(x%d, %d)", k, k, 4*u)
			}
			p.f("}")
		}
		p.f("y = unsafe.Add(y, skip)")
		p.f("}")
		p.f("}")
		p.f("")
	}
}
