package nn

import "stridelab/nn/internal/kernel"

// A Kernel names the way in which a layer is computed. New chooses it once for each layer.
type Kernel string

// The kernels. The first three run in WebAssembly, and natively with vectors. Elsewhere gonum's
// assembly on an im2col matrix is faster.
const (
	FusedMaxPool Kernel = "fused-conv-maxpool" // convolution, activation and 2x2 max pooling in one
	// Convolution, activation and 2x2 average pooling in one.
	FusedAvgPool Kernel = "fused-conv-avgpool"
	// Convolution straight from the image, without an im2col matrix.
	DirectConv Kernel = "direct-conv"
	Im2col     Kernel = "im2col" // convolution as one matrix product with all windows
	// A matrix product without im2col: a dense layer, or a convolution that is one.
	Product Kernel = "product"
	Pool2   Kernel = "pool2"   // 2x2 pooling at stride 2
	Loop    Kernel = "loop"    // a plain loop over the numbers
	Nothing Kernel = "nothing" // no work: flattening keeps the numbers
)

// Kernels lists all kernels.
func Kernels() []Kernel {
	return []Kernel{FusedMaxPool, FusedAvgPool, DirectConv, Im2col, Product, Pool2, Loop, Nothing}
}

// LayerPlan says how a layer of a Model is computed.
type LayerPlan struct {
	Layer  int // index in Spec.Layers
	Kernel Kernel
	With   int // index of the layer that it is fused with, -1 where it runs alone
}

// Plan says for each layer how it is computed. New chose it, and it does not change.
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

// kernel is the layer's kernel, unless the layer is pooling that is fused with the convolution
// before.
func (node *node) kernel() Kernel {
	if kernel := node.layer.Kind.row().kernel; kernel != nil {
		return kernel(node)
	}
	return Loop
}

// convKernel is the kernel of a convolution, alone or fused with the pooling after it.
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

// fewFilters is the least number of filters for a direct convolution. It computes eight filters
// at a time; a matrix product computes four.
const fewFilters = 3

// plan chooses the kernel of node i if that is a convolution, together with that of the pooling
// after it where the two can be fused.
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
		n.convAvgPool = kernel.NewConvAvgPool(m.maxBatch, in.C, in.H, in.W, l.F, n.g.P, l.Out, i > m.first, l.Act.averaged())
		return
	}
	n.convDirect = kernel.NewConv(in.C, in.H, in.W, l.F, n.g.P, l.Out, i > m.first)
}

// directMemory is about how many numbers a direct convolution holds beyond those of an im2col
// one: the sample and its gradient, with each number four times, the output, whole or in panels,
// and the output's gradient of two samples, with each number four times.
func (node *node) directMemory() int {
	if node.layer.S != 1 || node.layer.D != 1 {
		return 0
	}
	in, p := node.in, node.g.P
	return 4*in.C*(in.H+2*p)*(in.W+2*p) + 16*node.out.Size()
}

// pooledByTwo reports whether n is pooling of that kind with windows of 2x2 at stride 2 and
// nothing else that would keep it from being fused. before is the activation of the layer before:
// ReLU after ReLU and a maximum changes nothing.
func pooledByTwo(n *node, kind Kind, before Activation) bool {
	l := n.layer
	again := kind == MaxPool && before == ReLU && l.Act == ReLU
	return l.Kind == kind && l.F == 2 && l.S == 2 && l.P == 0 && (l.Act == Identity || again)
}
