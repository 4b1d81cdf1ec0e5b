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

// writeConvGrad writes the gradients by the weights for convolutions most of whose output's
// gradients are not 0. The sums of a few taps for 8 filters stay in vectors while the loop goes
// over all positions. The taps may lie anywhere. The positions are a list, so that there is one
// loop: between two loops the sums would go through memory.
func writeConvGrad(p *printer) {
	p.f(convGradDoc, gradTaps)
	p.f("func convGradSIMD(dw, d, x, taps unsafe.Pointer, groups int, at unsafe.Pointer, n int) {")
	p.f("for ; groups > 0; groups-- {")
	each := func(line string) {
		for k := range gradTaps {
			for h := range 2 {
				p.f(line, k, h, 32*k+16*h)
			}
		}
	}
	for k := range gradTaps {
		p.f("o%d := uintptr(*(*uint32)(unsafe.Add(taps, %d)))", k, 4*k)
	}
	each("s%d%d := loadV(unsafe.Add(dw, %d))")
	p.f("a, g := at, d")
	p.f("i := n")
	for _, u := range []int{gradUnroll, 1} {
		p.f("for ; i >= %d; i -= %d {", u, u)
		for e := range u {
			p.f("{")
			p.f("t := unsafe.Add(x, uintptr(*(*uint32)(unsafe.Add(a, %d))))", 4*e)
			p.f("d0, d1 := loadV(unsafe.Add(g, %d)), loadV(unsafe.Add(g, %d))", 32*e, 32*e+16)
			for k := range gradTaps {
				p.f("u%d := loadV(unsafe.Add(t, o%d))", k, k)
				p.f("s%d0 = s%d0.Add(u%d.Mul(d0))", k, k, k)
				p.f("s%d1 = s%d1.Add(u%d.Mul(d1))", k, k, k)
			}
			p.f("}")
		}
		p.f("a, g = unsafe.Add(a, %d), unsafe.Add(g, %d)", 4*u, 32*u)
		if u > 1 {
			for k := range gradTaps {
				for h := range 2 {
					hold(p, fmt.Sprintf("s%d%d", k, h))
				}
			}
		}
		p.f("}")
	}
	for k := range gradTaps {
		for h := range 2 {
			p.f("storeV(unsafe.Add(dw, %d), s%d%d)", 32*k+16*h, k, h)
		}
	}
	p.f("dw, taps = unsafe.Add(dw, %d), unsafe.Add(taps, %d)", 32*gradTaps, 4*gradTaps)
	p.f("}")
	p.f("}")
	p.f("")
}
