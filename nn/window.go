package nn

// What convolutions and pooling have in common: a window that slides over rows and columns.

// windowShape is the shape of the output of windows over in, with in's channels, or the reason
// why the window of l does not fit. pool tells that l is pooling. l is in normal form.
func windowShape(l Layer, in Shape, pool bool) (Shape, Code, []any) {
	leastD := 1
	if pool { // it has none
		leastD = 0
	}
	for _, c := range [...]struct {
		value, least int
		code         Code
	}{{l.F, 1, CodeWindow}, {l.S, 1, CodeStride}, {l.D, leastD, CodeDilation}, {l.P, PadSame, CodePadding}} {
		if c.value < c.least || c.value > maxWindow {
			return in, c.code, []any{c.value, maxWindow}
		}
	}
	g := l.window()
	if l.P == PadSame && (g.Extent()-1)%2 != 0 {
		return in, CodeSameOdd, []any{g.Extent() - 1, l.F}
	}
	// As in PyTorch: with more padding a window could hold padding alone, of which there is
	// neither a maximum nor a mean.
	if pool && g.P > g.F/2 {
		return in, CodePoolPadding, []any{g.P, g.F, g.F / 2}
	}
	h, w := g.Out(in.H), g.Out(in.W)
	if h == 0 || w == 0 {
		return in, CodeWindowFit, []any{g.Extent(), in.H + 2*g.P, in.W + 2*g.P}
	}
	return Volume(h, w, in.C), "", nil
}

// poolShape is [C, H', W'].
func poolShape(l Layer, in Shape) (Shape, Code, []any) { return windowShape(l, in, true) }

// poolKernel is the kernel of pooling that runs alone.
func poolKernel(n *node) Kernel {
	if n.g.F == 2 && n.g.S == 2 && n.g.P == 0 {
		return Pool2
	}
	return Loop
}
