package nn

import "stridelab/nn/internal/kernel"

// A convolution at stride 1 with ReLU, followed by 2x2 max pooling, is the pair
// that most networks are built of, and one operation of the kernels: it never
// stores the convolution's own output, and going back it visits only the cells
// that won their window and are above 0, about one in eight.
// It pays in WebAssembly; elsewhere gonum's assembly is faster (see fusionPays).

// fuse gives conv the joint operation where the two nodes are such a pair.
func fuse(conv, pool *node) {
	c, p := conv.layer, pool.layer
	pair := c.Kind == Conv && c.S == 1 && c.D == 1 && c.Act == ReLU &&
		p.Kind == MaxPool && p.F == 2 && p.S == 2 && p.P == 0 &&
		(p.Act == Identity || p.Act == ReLU) // ReLU once more changes nothing
	if pair {
		conv.fused = kernel.NewConvReLUMaxPool(conv.in.C, conv.in.H, conv.in.W, conv.g.F, conv.g.P, c.Out)
	}
}

// forwardPair sets pool.y from conv.x. conv.y is made only when Output asks for
// it.
func forwardPair(conv, pool *node, n int) {
	conv.y = nil
	pool.y = pool.own[:n*pool.out.Size()]
	conv.fused.Pack(conv.w, conv.b)
	conv.fused.Forward(pool.y, pool.winners[:len(pool.y)], conv.x, n)
}

// backwardPair is node.backward for both.
func backwardPair(conv, pool *node, dy []float32, n int) (dx []float32) {
	if conv.dx != nil {
		dx = conv.dx[:n*conv.in.Size()]
	}
	conv.fused.Backward(dx, conv.dw, conv.db, dy, pool.y, pool.winners[:len(pool.y)], conv.x, n)
	return dx
}
