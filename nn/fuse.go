package nn

// A convolution at stride 1 and 2x2 pooling after it run as one where they can:
//
// With max pooling the convolution's own output is never stored, and going back
// only the cells that won their window are visited, one in four; with ReLU, the
// pair that most networks are built of, only those above 0, about one in eight.
//
// With average pooling all of it is done eight channels at a time, while the
// numbers are near. Any activation may stand between.
//
// It pays in WebAssembly; elsewhere gonum's assembly is faster (see fusionPays).

// pair tells whether the node runs as one with the pooling after it.
func (node *node) pair() bool { return node.convMaxPool != nil || node.convAvgPool != nil }

// forwardPair sets pool.y from conv.x. conv.y is made only when Output asks for
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

// backwardPair is node.backward for both.
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
