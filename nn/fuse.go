package nn

// A convolution at stride 1 and the 2x2 pooling after it can run fused, as one operation.
//
// With max pooling the output of the convolution is never stored. Backward visits only the cells
// that were the maximum of their window, one in four. With ReLU, the most common pair, it visits
// only those whose maximum is above 0, about one in eight.
//
// With average pooling the operation works on eight channels at a time, while their numbers are
// in the cache. The activation between may be any.
//
// Fusing pays in WebAssembly and on amd64's vectors. Elsewhere gonum's assembly on the im2col
// matrix is faster (see kernel.DirectPays).

// pair reports whether the node is a convolution that is fused with the pooling after it.
func (node *node) pair() bool { return node.convMaxPool != nil || node.convAvgPool != nil }

// forwardPair sets pool.y from conv.x. It does not make conv.y: Output does, when it is asked for
// it.
func forwardPair(conv, pool *node, n int) {
	conv.y = nil
	pool.y = pool.own[:n*pool.out.Size()]
	if conv.convMaxPool != nil {
		conv.convMaxPool.Pack(conv.w, conv.b)
		conv.convMaxPool.Forward(pool.y, pool.winners[:conv.convMaxPool.Winners(n)], conv.x, n)
		return
	}
	conv.convAvgPool.Pack(conv.w, conv.b)
	conv.convAvgPool.Forward(pool.y, conv.x, n)
}

// backwardPair is node.backward for both layers. dy is the gradient by pool.y.
func backwardPair(conv, pool *node, dy []float32, n int, accumulate float32) (dx []float32) {
	conv.clearGrads(accumulate)
	if conv.dx != nil {
		dx = conv.dx[:n*conv.in.Size()]
	}
	if conv.convMaxPool != nil {
		conv.convMaxPool.Backward(dx, conv.dw, conv.db, dy, pool.y, pool.winners[:conv.convMaxPool.Winners(n)], conv.x, n)
	} else {
		conv.convAvgPool.Backward(dx, conv.dw, conv.db, dy, conv.x, n)
	}
	return dx
}
