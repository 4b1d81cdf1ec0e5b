package nn

import "stridelab/nn/internal/kernel"

// Average pooling keeps the mean of each window, channel by channel, and has no weights. Backward
// gives all real cells of a window an equal share of its gradient.
//
//	y[n,c,i,j] = Σ over the window's real cells of x / count
//
// Where the padding counts, its cells are 0 and count is F·F. Else count is the number of real
// cells. PyTorch calls the choice count_include_pad.

// AvgPoolForward sets dst to the means. dst is [N, C, H', W'], x is [N, C, H, W]. It panics when
// shapes do not fit or g pads by more than F/2.
func AvgPoolForward(dst, x Tensor, g Geometry, countPad bool) {
	in := mustPool(dst, x, g)
	avgPoolForward(dst.Data, x.Data, x.Shape[0]*in.C, in, g, countPad)
}

// AvgPoolBackward sets dx: each cell gets its share of dy from every window that it was in. dx is
// [N, C, H, W], dy is [N, C, H', W']. It panics when shapes do not fit or g pads by more than
// F/2.
func AvgPoolBackward(dx, dy Tensor, g Geometry, countPad bool) {
	in := mustPool(dy, dx, g)
	avgPoolBackward(dx.Data, dy.Data, dx.Shape[0]*in.C, in, g, countPad)
}

// GlobalAvgPoolForward sets dst to the mean of each channel: 7x7x1000 becomes 1x1x1000. dst is
// [N, C, 1, 1], x is [N, C, H, W]. It panics when shapes do not fit.
func GlobalAvgPoolForward(dst, x Tensor) {
	x.mustFit(x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3])
	dst.mustFit(x.Shape[0], x.Shape[1], 1, 1)
	globalAvgPoolForward(dst.Data, x.Data, x.Shape[0]*x.Shape[1], x.Shape[2]*x.Shape[3])
}

// GlobalAvgPoolBackward sets dx: every cell of a channel gets dy/(H·W). dx is [N, C, H, W], dy is
// [N, C, 1, 1]. It panics when shapes do not fit.
func GlobalAvgPoolBackward(dx, dy Tensor) {
	dx.mustFit(dx.Shape[0], dx.Shape[1], dx.Shape[2], dx.Shape[3])
	dy.mustFit(dx.Shape[0], dx.Shape[1], 1, 1)
	globalAvgPoolBackward(dx.Data, dy.Data, dx.Shape[0]*dx.Shape[1], dx.Shape[2]*dx.Shape[3])
}

// globalPoolShape is [C, 1, 1].
func globalPoolShape(_ Layer, in Shape) (Shape, Code, []any) { return Volume(1, 1, in.C), "", nil }

// avgPoolForward is AvgPoolForward for y [planes, H', W'] and x [planes, H, W].
func avgPoolForward(y, x []float32, planes int, in Shape, g Geometry, countPad bool) {
	size := in.H * in.W
	outSize := g.Out(in.H) * g.Out(in.W)
	for i := 0; i < planes; i++ {
		plane, out := x[i*size:(i+1)*size], y[i*outSize:(i+1)*outSize]
		if g.F == 2 && g.S == 2 && g.P == 0 {
			kernel.AvgPool2(out, plane, in.H, in.W) // the most common window
			continue
		}
		ow := g.Out(in.W)
		for o := range out {
			top, left, bottom, right, count := poolWindow(o/ow, o%ow, in, g, countPad)
			var sum float32
			for r := top; r < bottom; r++ {
				for _, v := range plane[r*in.W+left : r*in.W+right] {
					sum += v
				}
			}
			out[o] = sum / count
		}
	}
}

// avgPoolBackward is AvgPoolBackward for dx [planes, H, W] and dy [planes, H', W'].
func avgPoolBackward(dx, dy []float32, planes int, in Shape, g Geometry, countPad bool) {
	size := in.H * in.W
	outSize := g.Out(in.H) * g.Out(in.W)
	clear(dx[:planes*size])
	for i := 0; i < planes; i++ {
		plane, d := dx[i*size:(i+1)*size], dy[i*outSize:(i+1)*outSize]
		if g.F == 2 && g.S == 2 && g.P == 0 {
			kernel.AvgPool2Grad(plane, d, in.H, in.W)
			continue
		}
		ow := g.Out(in.W)
		for o, v := range d {
			top, left, bottom, right, count := poolWindow(o/ow, o%ow, in, g, countPad)
			share := v / count
			for r := top; r < bottom; r++ {
				row := plane[r*in.W+left : r*in.W+right]
				for x := range row {
					row[x] += share
				}
			}
		}
	}
}

// poolWindow is the part of window (i, j) that lies on the input, and the count by which its sum
// is divided.
func poolWindow(i, j int, in Shape, g Geometry, countPad bool) (top, left, bottom, right int, count float32) {
	top, left = i*g.S-g.P, j*g.S-g.P
	bottom, right = min(top+g.F, in.H), min(left+g.F, in.W)
	top, left = max(top, 0), max(left, 0)
	if countPad {
		return top, left, bottom, right, float32(g.F * g.F)
	}
	return top, left, bottom, right, float32((bottom - top) * (right - left))
}

// globalAvgPoolForward is GlobalAvgPoolForward for y [planes] and x [planes, size]. It sums four
// planes side by side: an addition has to wait for the one before in the same sum.
func globalAvgPoolForward(y, x []float32, planes, size int) {
	i := 0
	for ; i+4 <= planes; i += 4 {
		var sum0, sum1, sum2, sum3 float32
		x0 := x[i*size:][:size]
		x1, x2, x3 := x[(i+1)*size:][:len(x0)], x[(i+2)*size:][:len(x0)], x[(i+3)*size:][:len(x0)]
		for j, v := range x0 {
			sum0, sum1, sum2, sum3 = sum0+v, sum1+x1[j], sum2+x2[j], sum3+x3[j]
		}
		n := float32(size)
		y[i], y[i+1], y[i+2], y[i+3] = sum0/n, sum1/n, sum2/n, sum3/n
	}
	for ; i < planes; i++ {
		var sum float32
		for _, v := range x[i*size : (i+1)*size] {
			sum += v
		}
		y[i] = sum / float32(size)
	}
}

// globalAvgPoolBackward is GlobalAvgPoolBackward for dx [planes, size] and dy [planes].
func globalAvgPoolBackward(dx, dy []float32, planes, size int) {
	for i := 0; i < planes; i++ {
		kernel.Fill(dx[i*size:(i+1)*size], dy[i]/float32(size))
	}
}
