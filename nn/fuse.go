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
func (node *node) pair() bool { return node.maxed != nil || node.averaged != nil }

// forwardPair sets pool.y from conv.x. conv.y is made only when Output asks for
// it.
func forwardPair(conv, pool *node, n int) {
	conv.y = nil
	pool.y = pool.own[:n*pool.out.Size()]
	if conv.maxed != nil {
		conv.maxed.Pack(conv.w, conv.b)
		conv.maxed.Forward(pool.y, pool.winners[:conv.maxed.Winners(n)], conv.x, n)
		return
	}
	conv.averaged.Pack(conv.w, conv.b)
	conv.averaged.Forward(pool.y, conv.x, n)
}

// backwardPair is node.backward for both.
func backwardPair(conv, pool *node, dy []float32, n int, keep float32) (dx []float32) {
	conv.forget(keep)
	if conv.dx != nil {
		dx = conv.dx[:n*conv.in.Size()]
	}
	if conv.maxed != nil {
		conv.maxed.Backward(dx, conv.dw, conv.db, dy, pool.y, pool.winners[:conv.maxed.Winners(n)], conv.x, n)
	} else {
		conv.averaged.Backward(dx, conv.dw, conv.db, dy, conv.x, n)
	}
	return dx
}
