package nn

import "stridelab/nn/internal/kernel"

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
	oh := len(row) / ow
	top, bottom := inside(dy, g.S, in.H, oh)
	left, right := inside(dx, g.S, in.W, ow)
	if top > 0 || bottom < oh || left > 0 || right < ow {
		clear(row)
	}
	if top == bottom || left == right {
		return
	}
	row, plane = row[top*ow+left:], plane[(top*g.S+dy)*in.W+left*g.S+dx:]
	if g.S == 1 {
		kernel.CopyRows(row, plane, bottom-top, right-left, ow, in.W)
		return
	}
	for i := 0; i < bottom-top; i++ {
		to, from := row[i*ow:][:right-left], plane[i*g.S*in.W:]
		for j := range to {
			to[j] = from[j*g.S]
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
	top, bottom := inside(dy, g.S, in.H, len(row)/ow)
	left, right := inside(dx, g.S, in.W, ow)
	if top == bottom || left == right {
		return
	}
	row, plane = row[top*ow+left:], plane[(top*g.S+dy)*in.W+left*g.S+dx:]
	if g.S == 1 {
		kernel.AddRows(plane, row, bottom-top, right-left, in.W, ow)
		return
	}
	for i := 0; i < bottom-top; i++ {
		from, to := row[i*ow:][:right-left], plane[i*g.S*in.W:]
		for j, v := range from {
			to[j*g.S] += v
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
