package nn

import "stridelab/nn/internal/kernel"

// Max pooling keeps the largest number of each window, channel by channel, and has no weights.
// Backward gives the whole gradient of a window to the cell that had the maximum, the first one
// where several are equal.
//
//	y[n,c,i,j] = max over the window's real cells of x[n, c, i·s - p + ky, j·s - p + kx]
//
// Padding is never the maximum: it counts as minus infinity, as in PyTorch.

// MaxPoolForward sets dst to the maxima, and winners to their places: for each number of dst the
// index y·W + x of its cell in its channel. A NaN counts as the maximum of its window, so that a
// network that diverges cannot hide it. dst is [N, C, H', W'], x is [N, C, H, W], and winners is
// as long as dst. It panics when shapes do not fit or g pads by more than F/2.
func MaxPoolForward(dst Tensor, winners []int32, x Tensor, g Geometry) {
	in := mustPool(dst, x, g)
	if len(winners) != dst.Size() {
		panic(badShape)
	}
	maxPoolForward(dst.Data, winners, x.Data, x.Shape[0]*in.C, in, g)
}

// MaxPoolBackward sets dx: the numbers of dy go to the winners of MaxPoolForward, and all other
// cells get 0. A cell that was the maximum of several windows gets their sum. dx is [N, C, H, W],
// dy is [N, C, H', W']. It panics when shapes do not fit.
func MaxPoolBackward(dx, dy Tensor, winners []int32) {
	dx.mustFit(dy.Shape[0], dy.Shape[1], dx.Shape[2], dx.Shape[3])
	dy.mustFit(dy.Shape[0], dy.Shape[1], dy.Shape[2], dy.Shape[3])
	if len(winners) != dy.Size() {
		panic(badShape)
	}
	maxPoolBackward(dx.Data, dy.Data, winners, dx.Shape[0]*dx.Shape[1], dx.Shape[2]*dx.Shape[3])
}

// mustPool checks the tensors of a pooling and gives the shape of one sample of x. It panics when
// they do not fit.
func mustPool(y, x Tensor, g Geometry) Shape {
	if g.F < 1 || g.S < 1 || g.P < 0 || g.P > g.F/2 || g.D != 1 {
		panic(badShape)
	}
	in := Volume(x.Shape[2], x.Shape[3], x.Shape[1])
	if g.Out(in.H) < 1 || g.Out(in.W) < 1 {
		panic(badShape)
	}
	x.mustFit(x.Shape[0], in.C, in.H, in.W)
	y.mustFit(x.Shape[0], in.C, g.Out(in.H), g.Out(in.W))
	return in
}

// rememberWinners allocates the winners, one for each output.
func rememberWinners(n *node, outputs int) { n.winners = make([]int32, outputs) }

// maxPoolForward is MaxPoolForward for y and winners [planes, H', W'] and x [planes, H, W].
func maxPoolForward(y []float32, winners []int32, x []float32, planes int, in Shape, g Geometry) {
	size := in.H * in.W
	outSize := g.Out(in.H) * g.Out(in.W)
	for i := 0; i < planes; i++ {
		plane := x[i*size : (i+1)*size]
		out, win := y[i*outSize:(i+1)*outSize], winners[i*outSize:(i+1)*outSize]
		if g.F == 2 && g.S == 2 && g.P == 0 {
			kernel.MaxPool2(out, win, plane, in.H, in.W) // the most common window
		} else {
			maxPoolPlane(out, win, plane, in, g)
		}
	}
}

// maxPoolPlane pools one plane with any window.
func maxPoolPlane(out []float32, win []int32, plane []float32, in Shape, g Geometry) {
	ow := g.Out(in.W)
	for o := range out {
		top, left := (o/ow)*g.S-g.P, (o%ow)*g.S-g.P
		bottom, right := min(top+g.F, in.H), min(left+g.F, in.W)
		top, left = max(top, 0), max(left, 0)
		at := top*in.W + left
		best := plane[at]
		for y := top; y < bottom; y++ {
			row := plane[y*in.W+left : y*in.W+right]
			for x, v := range row {
				if v > best || v != v {
					best, at = v, y*in.W+left+x
				}
			}
		}
		out[o], win[o] = best, int32(at)
	}
}

// maxPoolBackward is MaxPoolBackward for dx [planes, size], dy and winners [planes,
// len(dy)/planes].
func maxPoolBackward(dx, dy []float32, winners []int32, planes, size int) {
	clear(dx[:planes*size])
	if planes == 0 {
		return
	}
	outSize := len(winners) / planes
	for i := 0; i < planes; i++ {
		plane := dx[i*size : (i+1)*size]
		d := dy[i*outSize : (i+1)*outSize]
		for o, at := range winners[i*outSize : (i+1)*outSize] {
			plane[at] += d[o]
		}
	}
}
