package nn

// im2col writes every window of one sample as a column, so that a convolution
// becomes one matrix product (Chellapilla, Puri, Simard: High performance
// convolutional neural networks for document processing, 2006).
//
// x is [C, H, W], col is [C·F·F, H'·W']: row (c, ky, kx) holds what the window's
// cell (ky, kx) in channel c sees at each of the H'·W' positions, 0 in padding.
func im2col(col, x []float32, in Shape, g Geometry) {
	oh, ow := g.Out(in.H), g.Out(in.W)
	for c := 0; c < in.C; c++ {
		plane := x[c*in.H*in.W : (c+1)*in.H*in.W]
		for ky := 0; ky < g.F; ky++ {
			for kx := 0; kx < g.F; kx++ {
				row := col[:oh*ow]
				col = col[oh*ow:]
				im2colRow(row, plane, in, g, ky*g.D-g.P, kx*g.D-g.P, ow)
			}
		}
	}
}

// im2colRow fills one row of col: position (oy, ox) reads plane at row
// oy·S + dy, column ox·S + dx.
func im2colRow(row, plane []float32, in Shape, g Geometry, dy, dx, ow int) {
	lo, hi := inside(dx, g.S, in.W, ow)
	for y := dy; len(row) >= ow && ow > 0; y += g.S {
		out := row[:ow]
		row = row[ow:]
		if uint(y) >= uint(in.H) || lo == hi {
			clear(out)
			continue
		}
		clear(out[:lo])
		clear(out[hi:])
		out = out[lo:hi]
		src := plane[y*in.W+lo*g.S+dx:]
		if g.S == 1 {
			copy(out, src)
			continue
		}
		for i := range out {
			out[i] = src[i*g.S]
		}
	}
}

// col2im is im2col's transpose: it ADDS every column back to the cells its
// window saw. x is [C, H, W], col is [C·F·F, H'·W'].
func col2im(x, col []float32, in Shape, g Geometry) {
	oh, ow := g.Out(in.H), g.Out(in.W)
	for c := 0; c < in.C; c++ {
		plane := x[c*in.H*in.W : (c+1)*in.H*in.W]
		for ky := 0; ky < g.F; ky++ {
			for kx := 0; kx < g.F; kx++ {
				row := col[:oh*ow]
				col = col[oh*ow:]
				col2imRow(plane, row, in, g, ky*g.D-g.P, kx*g.D-g.P, ow)
			}
		}
	}
}

func col2imRow(plane, row []float32, in Shape, g Geometry, dy, dx, ow int) {
	lo, hi := inside(dx, g.S, in.W, ow)
	if lo == hi {
		return
	}
	for y := dy; len(row) >= ow && ow > 0; y += g.S {
		from := row[lo:hi]
		row = row[ow:]
		if uint(y) >= uint(in.H) {
			continue
		}
		to := plane[y*in.W+lo*g.S+dx:]
		if g.S == 1 {
			to = to[:len(from)]
			for i, v := range from {
				to[i] += v
			}
			continue
		}
		for i, v := range from {
			to[i*g.S] += v
		}
	}
}

// inside is the range of positions o, out of n, whose cell o·stride + offset
// lies in a row of width cells.
func inside(offset, stride, width, n int) (lo, hi int) {
	if offset < 0 {
		lo = (-offset + stride - 1) / stride
	}
	if offset < width {
		hi = (width-1-offset)/stride + 1
	}
	hi = min(hi, n)
	return min(lo, hi), max(hi, 0)
}
