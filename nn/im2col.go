package nn

import "stridelab/nn/internal/kernel"

// reach says which cells of the input one row (or column) of the window reads. At output position
// o, for lo <= o < hi, it reads cell o·s + offset; at the other positions it reads padding.
type reach struct{ offset, lo, hi int }

// reaches gives the reach of each of the window's F rows along an edge of n cells.
func reaches(g Geometry, n int) []reach {
	out := make([]reach, g.F)
	for k := range out {
		r := reach{offset: k*g.D - g.P}
		if r.offset < 0 {
			r.lo = (-r.offset + g.S - 1) / g.S
		}
		if r.offset < n {
			r.hi = min((n-1-r.offset)/g.S+1, g.Out(n))
		}
		r.lo = min(r.lo, r.hi)
		out[k] = r
	}
	return out
}

// im2col writes every window of one sample as a column, so that a convolution becomes one matrix
// product (Chellapilla, Puri, Simard: High performance convolutional neural networks for document
// processing, 2006).
//
// x is [C, H, W], col is [C·F·F, H'·W']. Row (c, ky, kx) holds what the window's cell (ky, kx)
// reads in channel c at each of the H'·W' positions, 0 in the padding.
func (c *convolution) im2col(col, x []float32) {
	size := c.in.H * c.in.W
	for ; len(x) >= size; x = x[size:] {
		for _, ky := range c.down {
			for _, kx := range c.across {
				c.im2colRow(col[:c.positions], x[:size], ky, kx)
				col = col[c.positions:]
			}
		}
	}
}

// im2colRow sets one row of col from one channel.
func (c *convolution) im2colRow(row, plane []float32, ky, kx reach) {
	rows, width := ky.hi-ky.lo, kx.hi-kx.lo
	if rows*width < c.positions {
		clear(row)
	}
	if rows == 0 || width == 0 {
		return
	}
	s, ow := c.g.S, c.outW
	row, plane = row[ky.lo*ow+kx.lo:], plane[(ky.lo*s+ky.offset)*c.in.W+kx.lo*s+kx.offset:]
	if s == 1 {
		kernel.CopyRows(row, plane, rows, width, ow, c.in.W)
		return
	}
	for i := 0; i < rows; i++ {
		to, from := row[i*ow:][:width], plane[i*s*c.in.W:]
		for j := range to {
			to[j] = from[j*s]
		}
	}
}

// col2im is im2col's transpose: it ADDS every column back to the cells that its window read. x is
// [C, H, W], col is [C·F·F, H'·W'].
func (c *convolution) col2im(x, col []float32) {
	size := c.in.H * c.in.W
	for ; len(x) >= size; x = x[size:] {
		for _, ky := range c.down {
			for _, kx := range c.across {
				c.col2imRow(x[:size], col[:c.positions], ky, kx)
				col = col[c.positions:]
			}
		}
	}
}

func (c *convolution) col2imRow(plane, row []float32, ky, kx reach) {
	rows, width := ky.hi-ky.lo, kx.hi-kx.lo
	if rows == 0 || width == 0 {
		return
	}
	s, ow := c.g.S, c.outW
	row, plane = row[ky.lo*ow+kx.lo:], plane[(ky.lo*s+ky.offset)*c.in.W+kx.lo*s+kx.offset:]
	if s == 1 {
		kernel.AddRows(plane, row, rows, width, c.in.W, ow)
		return
	}
	for i := 0; i < rows; i++ {
		from, to := row[i*ow:][:width], plane[i*s*c.in.W:]
		for j, v := range from {
			to[j*s] += v
		}
	}
}
