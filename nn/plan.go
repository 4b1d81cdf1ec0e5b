package nn

import "stridelab/nn/internal/kernel"

// A Kernel names how a layer is computed. New chooses it once for each layer.
type Kernel string

// The kernels. The first three run in WebAssembly alone; elsewhere gonum's
// assembly on an im2col matrix is faster.
const (
	FusedMaxPool Kernel = "fused-conv-maxpool" // convolution, activation and 2x2 max pooling at once; sparse way back
	FusedAvgPool Kernel = "fused-conv-avgpool" // convolution, activation and 2x2 average pooling at once
	DirectConv   Kernel = "direct-conv"        // convolution straight from the image
	Im2col       Kernel = "im2col"             // convolution as a matrix product of all its windows
	Product      Kernel = "product"            // a matrix product alone: dense layers, and convolutions that are such
	Pool2        Kernel = "pool2"              // 2x2 pooling at stride 2
	Loop         Kernel = "loop"               // a plain loop over the numbers
	Nothing      Kernel = "nothing"            // no work: a flattening renames the same numbers
)

// Kernels lists all kernels.
func Kernels() []Kernel {
	return []Kernel{FusedMaxPool, FusedAvgPool, DirectConv, Im2col, Product, Pool2, Loop, Nothing}
}

// LayerPlan is how a layer of a Model is computed.
type LayerPlan struct {
	Layer  int // index in Spec.Layers
	Kernel Kernel
	With   int // the layer it runs as one with, -1 where it runs alone
}

// Plan tells for each layer how it is computed. It was chosen by New and does
// not change.
func (m *Model) Plan() []LayerPlan {
	plan := make([]LayerPlan, len(m.nodes))
	for i := range m.nodes {
		plan[i] = LayerPlan{Layer: i, Kernel: m.nodes[i].kernel(), With: -1}
		if i > 0 && m.nodes[i-1].pair() {
			plan[i].Kernel, plan[i].With, plan[i-1].With = plan[i-1].Kernel, i-1, i
		}
	}
	return plan
}

// kernel is what the layer runs on, unless it is the second of a pair.
func (node *node) kernel() Kernel {
	if kernel := node.layer.Kind.row().kernel; kernel != nil {
		return kernel(node)
	}
	return Loop
}

// convKernel is the kernel of a convolution, alone or with the pooling after it.
func convKernel(n *node) Kernel {
	switch {
	case n.convMaxPool != nil:
		return FusedMaxPool
	case n.convAvgPool != nil:
		return FusedAvgPool
	case n.convDirect != nil:
		return DirectConv
	case n.conv.whole || n.conv.pointwise:
		return Product
	}
	return Im2col
}

// fewFilters is how many filters a direct convolution must have: it computes
// eight at a time, and a matrix product four.
const fewFilters = 3

// plan chooses the kernels of node i's convolution, and of the pooling after it
// where the two run as one.
func (m *Model) plan(i int) {
	n := &m.nodes[i]
	l, in := n.layer, n.in
	if l.Kind != Conv || l.S != 1 || l.D != 1 {
		return
	}
	if i+1 < len(m.nodes) && pooledByTwo(&m.nodes[i+1], MaxPool, l.Act) && kernel.CanConvolve(in.H, in.W, l.F, n.g.P) {
		if l.Act == ReLU {
			n.convMaxPool = kernel.NewConvReLUMaxPool(in.C, in.H, in.W, l.F, n.g.P, l.Out)
		} else {
			act, gradient := l.Act.loops()
			n.convMaxPool = kernel.NewConvMaxPool(in.C, in.H, in.W, l.F, n.g.P, l.Out, act, gradient)
		}
		return
	}
	if !kernel.CanConvolveBack(in.H, in.W, l.F, n.g.P) || n.conv.whole || n.conv.pointwise || l.Out < fewFilters {
		return
	}
	if i+1 < len(m.nodes) && pooledByTwo(&m.nodes[i+1], AvgPool, l.Act) {
		act, gradient := l.Act.loops()
		n.convAvgPool = kernel.NewConvAvgPool(m.maxBatch, in.C, in.H, in.W, l.F, n.g.P, l.Out, i > m.first, act, gradient)
		return
	}
	n.convDirect = kernel.NewConv(in.C, in.H, in.W, l.F, n.g.P, l.Out, i > m.first)
}

// spread is about how many numbers a direct convolution holds beside those of an
// im2col one: the sample and its gradient, each number four times, and its output
// kept or in panels.
func (node *node) spread() int {
	if node.layer.S != 1 || node.layer.D != 1 {
		return 0
	}
	in, p := node.in, node.g.P
	return 4*in.C*(in.H+2*p)*(in.W+2*p) + 8*node.out.Size()
}

// pooledByTwo tells whether n is pooling of that kind with windows of 2x2 at
// stride 2 and without more, where before is the activation of the layer before:
// after ReLU and a maximum, ReLU once more changes nothing.
func pooledByTwo(n *node, kind Kind, before Activation) bool {
	l := n.layer
	again := kind == MaxPool && before == ReLU && l.Act == ReLU
	return l.Kind == kind && l.F == 2 && l.S == 2 && l.P == 0 && (l.Act == Identity || again)
}
