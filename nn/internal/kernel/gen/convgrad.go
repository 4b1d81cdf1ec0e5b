package main

import "fmt"

// gradTaps is the number of taps, of 8 filters each, that are summed at once. Each takes two
// vectors for its sums; a position's gradients take two, a pixel one, and a product one. That is
// 14 of the 15 registers that V8 has for vectors on x86: with six taps it spills.
const gradTaps = 5

// gradUnroll is the number of positions in one pass of the longest loop.
const gradUnroll = 16

const convGradDoc = `// convGradSIMD adds to the gradients of 8 filters' weights: for each of n positions, d [n][8]
// times the pixels of the window of x that begins there. It takes %[1]d taps at a time: dw is
// [groups][%[1]d][8]. taps [groups][%[1]d] holds the places of the taps' pixels in a window, and
// at [n] the places where the windows begin, all in bytes. x holds each pixel four times.`

const convGradRowDoc = `// convGradRow%[1]dSIMD is convGradSIMD for groups of %[1]d taps that lie side by side, of which it
// reads the first place, and for positions in pairs that lie side by side, of which it reads the
// first place too. n is even. A pixel that both positions read is loaded once.`

// writeConvGrad writes the gradients by the weights for convolutions most of whose output's
// gradients are not 0. The sums of a few taps for 8 filters stay in vectors while the loop goes
// over all positions. The positions are a list, so that there is one loop: between two loops the
// sums would go through memory.
//
// A load costs three instructions, because its address is computed in 64 bits and cut to 32, and
// the processor takes in no more than six in a cycle. So the loops for rows of a filter, which
// load less, are faster.
func writeConvGrad(p *printer) {
	p.f(convGradDoc, gradTaps)
	convGrad(p, "convGradSIMD", gradTaps, 1, gradUnroll)
	for _, r := range gradRows {
		p.f(convGradRowDoc, r.taps)
		convGrad(p, fmt.Sprintf("convGradRow%dSIMD", r.taps), r.taps, 2, r.unroll)
	}
}

// gradRows are the filters whose rows have a loop of their own, and the number of positions in
// one pass of it.
var gradRows = []struct{ taps, unroll int }{{3, 32}, {5, 16}}

// convGrad prints the loop for groups of so many taps. Where side is 2 the taps of a group, and
// two positions each, lie side by side. The longest pass takes unroll positions.
func convGrad(p *printer, name string, taps, side, unroll int) {
	p.f("func %s(dw, d, x, taps unsafe.Pointer, groups int, at unsafe.Pointer, n int) {", name)
	p.f("for ; groups > 0; groups-- {")
	each := func(do func(sum string, at int)) {
		for k := range taps {
			for h := range 2 {
				do(fmt.Sprintf("s%d%d", k, h), 32*k+16*h)
			}
		}
	}
	if side == 1 {
		for k := range taps {
			p.f("o%d := uintptr(*(*uint32)(unsafe.Add(taps, %d)))", k, 4*k)
		}
	} else {
		p.f("first := unsafe.Add(x, uintptr(*(*uint32)(unsafe.Add(taps, 0))))")
	}
	each(func(sum string, at int) { p.f("%s := loadV(unsafe.Add(dw, %d))", sum, at) })
	p.f("a, g := at, d")
	p.f("i := n")
	for _, u := range []int{unroll, side} {
		p.f("for ; i >= %d; i -= %d {", u, u)
		for e := 0; e < u; e += side {
			p.f("{")
			if side == 1 {
				p.f("t := unsafe.Add(x, uintptr(*(*uint32)(unsafe.Add(a, %d))))", 4*e)
			} else {
				p.f("t := unsafe.Add(first, uintptr(*(*uint32)(unsafe.Add(a, %d))))", 4*e)
			}
			for pixel := range taps + side - 1 {
				if pixel < side {
					p.f("d%d0, d%d1 := loadV(unsafe.Add(g, %d)), loadV(unsafe.Add(g, %d))", pixel, pixel, 32*(e+pixel), 32*(e+pixel)+16)
				}
				if side == 1 {
					p.f("u%d := loadV(unsafe.Add(t, o%d))", pixel, pixel)
				} else {
					p.f("u%d := loadV(unsafe.Add(t, %d))", pixel, 16*pixel)
				}
				for j := range side {
					if k := pixel - j; 0 <= k && k < taps {
						p.f("s%d0 = s%d0.Add(u%d.Mul(d%d0))", k, k, pixel, j)
						p.f("s%d1 = s%d1.Add(u%d.Mul(d%d1))", k, k, pixel, j)
					}
				}
			}
			p.f("}")
		}
		p.f("a, g = unsafe.Add(a, %d), unsafe.Add(g, %d)", 4*u, 32*u)
		if u > side {
			each(func(sum string, _ int) { hold(p, sum) })
		}
		p.f("}")
	}
	each(func(sum string, at int) { p.f("storeV(unsafe.Add(dw, %d), %s)", at, sum) })
	p.f("dw, taps = unsafe.Add(dw, %d), unsafe.Add(taps, %d)", 32*taps, 4*taps)
	p.f("}")
	p.f("}")
	p.f("")
}
