package main

// avgBackPairs is the number of pairs of cells in one pass of the longest loop.
const avgBackPairs = 2

const avgBackDoc = `// avgBack%[1]sSIMD is avgBackScalar with %[2]s on vectors, in one pass over d8.`

// avgBacks are the activations for which the way back through average pooling is written out.
// The names are those of the loops in pointwise.go; there is none for the identity.
var avgBacks = []struct{ name, gradient string }{
	{"Identity", ""},
	{"ReLU", "reluGrad"},
	{"Tanh", "tanhGrad"},
	{"Sigmoid", "sigmoidGrad"},
}

// writeAvgBack writes the way back through 2x2 average pooling, an activation and a bias. The two
// cells of a window that lie side by side share the window's gradient, which stays in vectors.
func writeAvgBack(p *printer) {
	for _, a := range avgBacks {
		var loop pointwise
		for _, l := range pointwiseLoops {
			if a.gradient != "" && l.name == a.gradient {
				loop = l
			}
		}
		gradient := a.gradient
		if gradient == "" {
			gradient = "nil"
		} else {
			gradient += "Scalar"
		}
		p.f(avgBackDoc, a.name, gradient)
		p.f("func avgBack%sSIMD(sums, d8, p8, y8 []float32, h, w int) {", a.name)
		p.f("quarter := archsimd.BroadcastFloat32x4(0.25)")
		if loop.prep != "" {
			p.f("%s", loop.prep)
		}
		p.f("total, to, from, row := ptr(sums), ptr(d8), ptr(p8), uintptr(16*(w&^1))")
		outputs := loop.body != nil
		if outputs {
			p.f("out := ptr(y8)")
		}
		p.f("s0, s1 := loadV(unsafe.Add(total, 0)), loadV(unsafe.Add(total, 16))")
		// cell prints what one cell gets from the vectors g0 and g1.
		cell := func(at int) {
			for half := range 2 {
				p.f("{")
				p.f("d := g%d", half)
				if outputs {
					p.f("y := loadV(unsafe.Add(out, %d))", at+16*half)
				}
				for _, line := range loop.body {
					p.f("%s", line)
				}
				p.f("storeV(unsafe.Add(to, %d), d)", at+16*half)
				p.f("s%d = s%d.Add(d)", half, half)
				p.f("}")
			}
		}
		step := func(bytes int) {
			p.f("to = unsafe.Add(to, %d)", bytes)
			if outputs {
				p.f("out = unsafe.Add(out, %d)", bytes)
			}
		}
		zeros := func(count string) {
			p.f("for n := %s; n > 0; n-- {", count)
			p.f("var g0, g1 archsimd.Float32x4")
			cell(0)
			step(32)
			p.f("}")
		}
		p.f("for i := 0; i < h&^1; i++ {")
		p.f("q, n := from, w/2")
		for _, pairs := range []int{avgBackPairs, 1} {
			p.f("for ; n >= %d; n -= %d {", pairs, pairs)
			for i := range pairs {
				p.f("{")
				p.f("g0, g1 := loadV(unsafe.Add(q, %d)).Mul(quarter), loadV(unsafe.Add(q, %d)).Mul(quarter)", 32*i, 32*i+16)
				cell(64 * i)
				cell(64*i + 32)
				p.f("}")
			}
			p.f("q = unsafe.Add(q, %d)", 32*pairs)
			step(64 * pairs)
			p.f("}")
		}
		zeros("w & 1")
		p.f("if i&1 == 1 {")
		p.f("from = unsafe.Add(from, row)")
		p.f("}")
		p.f("}")
		p.f("if h&1 == 1 {")
		zeros("w")
		p.f("}")
		p.f("storeV(unsafe.Add(total, 0), s0)")
		p.f("storeV(unsafe.Add(total, 16), s1)")
		p.f("}")
		p.f("")
	}
}
