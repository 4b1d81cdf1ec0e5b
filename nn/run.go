package nn

// Forward runs x through the network and returns the logits, [N, classes, 1, 1]. They are valid
// until the next Forward. x is [N, C, H, W] with 1 to MaxBatch samples of the spec's input shape;
// it must not change until Backward is done. Where train is true, dropout drops. It panics when x
// does not fit.
func (m *Model) Forward(x Tensor, train bool) Tensor {
	n := x.Shape[0]
	if n < 1 || n > m.maxBatch {
		panic("nn: bad batch size")
	}
	in := m.spec.In
	if in.Flat {
		in.H, in.W = 1, 1
	}
	x.mustFit(n, in.C, in.H, in.W)
	m.batch, m.inTraining, m.hasLoss = n, train, false
	cur := x.Data[:x.Size()]
	for i := 0; i < len(m.nodes); i++ {
		node := &m.nodes[i]
		node.x = cur
		if node.pair() {
			i++
			forwardPair(node, &m.nodes[i], n)
			cur = m.nodes[i].y
			continue
		}
		node.forward(n, train, m.scratch, m.dropout, uint64(i))
		cur = node.y
	}
	return Tensor{Shape: [4]int{n, m.Classes(), 1, 1}, Data: cur}
}

// Loss sets the probabilities and the gradient of the loss by the logits of the last Forward,
// which Backward starts from: scale·(p - onehot). It returns the sum of the cross entropies over
// the batch, and the number of samples whose label got the highest score. It panics when there
// was no Forward or the labels do not fit.
func (m *Model) Loss(labels []int, scale float32) (sum float64, correct int) {
	sum, correct = SoftmaxCrossEntropy(m.part(m.probs), m.part(m.dlogits), m.logits(), labels, scale)
	m.hasLoss = true
	return sum, correct
}

// Probs is the softmax of the last Forward's logits, [N, classes, 1, 1]. It is valid until the
// next Probs or Loss. It panics when there was no Forward.
func (m *Model) Probs() Tensor {
	p := m.part(m.probs)
	Softmax(p, m.logits())
	return p
}

// Backward ADDS the gradients of the last batch to Grads. It panics unless Forward(x, true) and
// Loss came before. It overwrites what Loss left, so one Loss allows one Backward.
func (m *Model) Backward() { m.backward(1) }

// Gradient SETS Grads to the gradients of the last batch. It does what ZeroGrads and Backward do,
// and reads and writes less memory. It panics as Backward does.
func (m *Model) Gradient() { m.backward(0) }

// backward is Backward where accumulate is 1, and Gradient where it is 0.
func (m *Model) backward(accumulate float32) {
	if !m.inTraining || !m.hasLoss {
		panic("nn: Backward needs Forward in training and Loss before")
	}
	m.hasLoss = false
	d := m.part(m.dlogits).Data
	for i := len(m.nodes) - 1; i >= 0 && i >= m.first && m.first >= 0; i-- {
		if i > 0 && m.nodes[i-1].pair() {
			d = backwardPair(&m.nodes[i-1], &m.nodes[i], d, m.batch, accumulate)
			i--
			continue
		}
		d = m.nodes[i].backward(d, m.batch, m.scratch, accumulate)
	}
}

// Output is the output of layer i of the spec in the last Forward, after the activation: [N, C,
// H, W], valid until the next Forward. Ask before x or the parameters change: a convolution that
// runs together with its pooling computes its own output only when it is asked for. It panics
// when there was no Forward or there is no such layer.
func (m *Model) Output(layer int) Tensor {
	if m.batch == 0 {
		panic("nn: no Forward yet")
	}
	n := &m.nodes[layer]
	if n.y == nil {
		n.forward(m.batch, m.inTraining, m.scratch, m.dropout, uint64(layer))
	}
	return Tensor{Shape: [4]int{m.batch, n.out.C, n.out.H, n.out.W}, Data: n.y}
}

func (m *Model) logits() Tensor { return m.Output(len(m.nodes) - 1) }

// part is t without the samples that the last Forward did not have.
func (m *Model) part(t Tensor) Tensor {
	k := t.Shape[1]
	return Tensor{Shape: [4]int{m.batch, k, 1, 1}, Data: t.Data[:m.batch*k]}
}

// forward sets node.y from node.x for a batch of n.
func (node *node) forward(n int, train bool, scratch []float32, seed, stream uint64) {
	if node.own == nil || node.layer.Kind == Dropout && !train {
		node.y = node.x
		return
	}
	node.y = node.own[:n*node.out.Size()]
	switch node.layer.Kind {
	case Conv:
		if node.convDirect != nil {
			node.convDirect.Pack(node.w, node.b)
			node.convDirect.Forward(node.y, node.x, n, node.act)
			return
		}
		node.conv.forward(node.y, node.x, node.w, node.b, node.layer.Act, n, scratch)
	case MaxPool:
		maxPoolForward(node.y, node.winners, node.x, n*node.in.C, node.in, node.g)
	case AvgPool:
		avgPoolForward(node.y, node.x, n*node.in.C, node.in, node.g, node.layer.CountPad)
	case GlobalAvgPool:
		globalAvgPoolForward(node.y, node.x, n*node.in.C, node.in.H*node.in.W)
	case Dense:
		denseForward(node.y, node.x, node.w, node.b, node.layer.Act, n, node.in.Size(), node.layer.Out)
	case Dropout:
		mask := node.mask[:len(node.y)]
		DropoutMask(mask, node.layer.Rate, seed, stream)
		DropoutForward(node.y, node.x, mask)
	}
	if node.w == nil { // a layer with weights applies it together with its bias
		activate(node.layer.Act, node.y)
	}
}

// backward takes dy, the gradient of the loss by node.y, back through the layer. It adds the
// gradients of the parameters to dw and db where accumulate is 1, and sets them where it is 0. It
// returns the gradient by node.x, nil where nobody needs it. dy is overwritten.
func (node *node) backward(dy []float32, n int, scratch []float32, accumulate float32) (dx []float32) {
	activateBackward(node.layer.Act, dy, node.y)
	if node.dx != nil {
		dx = node.dx[:n*node.in.Size()]
	}
	switch node.layer.Kind {
	case Conv:
		if node.convDirect != nil {
			node.clearGrads(accumulate)
			node.convDirect.Backward(dx, node.dw, node.db, dy, node.x, n)
			return dx
		}
		node.conv.backward(dx, node.dw, node.db, dy, node.x, node.w, n, scratch, accumulate)
	case MaxPool:
		maxPoolBackward(dx, dy, node.winners[:len(dy)], n*node.in.C, node.in.H*node.in.W)
	case AvgPool:
		avgPoolBackward(dx, dy, n*node.in.C, node.in, node.g, node.layer.CountPad)
	case GlobalAvgPool:
		globalAvgPoolBackward(dx, dy, n*node.in.C, node.in.H*node.in.W)
	case Dense:
		denseBackward(dx, node.dw, node.db, dy, node.x, node.w, n, node.in.Size(), node.layer.Out, accumulate)
	case Flatten:
		return dy
	case Dropout:
		DropoutBackward(dy, dy, node.mask[:len(dy)])
		return dy
	}
	return dx
}

// clearGrads sets the gradients of the parameters to 0 where accumulate is 0.
func (node *node) clearGrads(accumulate float32) {
	if accumulate == 0 {
		clear(node.dw)
		clear(node.db)
	}
}
