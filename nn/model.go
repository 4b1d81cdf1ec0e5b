package nn

import (
	"strings"

	"stridelab/nn/internal/kernel"
)

// maxModel is the most numbers that a Model may need in all. They are 256 MB, which a browser tab
// can have.
const maxModel = 64 << 20

// Param is one parameter tensor of a Model. Data and Grad are parts of Model.Params and
// Model.Grads.
type Param struct {
	Name          string    // as PyTorch would name it: conv1.weight, softmax.bias
	Shape         []int     // [out, in, kh, kw], [out, in] or, for a bias, [out]
	Data, Grad    []float32 // row-major
	FanIn, FanOut int       // inputs of one output, and outputs of one input
}

// Model is a network that can run: parameters, gradients, and the memory for a batch, all
// allocated by New. A training step is
//
//	m.ZeroGrads(); m.Forward(x, true); m.Loss(labels, 1/float32(n)); m.Backward()
//
// and allocates nothing. Sums are added in a fixed order, so the same calls give the same bits.
// Two goroutines must not use a Model at once.
type Model struct {
	spec     Spec
	rows     []Row // rows[i+1] is the output of layer i
	maxBatch int
	params   []float32
	grads    []float32
	list     []Param
	nodes    []node
	first    int // index of the first node with parameters, where backward ends; -1 for none
	scratch  []float32
	probs    Tensor
	dlogits  Tensor
	dropout  uint64 // seed of the dropout masks

	batch      int // samples in the last Forward
	inTraining bool
	hasLoss    bool
}

// node is one layer of a Model and its memory.
type node struct {
	layer   Layer
	g       Geometry
	in, out Shape
	conv    convolution
	act     func([]float32) // the activation, nil for Identity

	// The kernel of a convolution. Where all three are nil it runs as matrix products. The first
	// two compute the pooling after it too.
	convMaxPool *kernel.ConvMaxPool
	convAvgPool *kernel.ConvAvgPool
	convDirect  *kernel.Conv

	w, b, dw, db []float32 // parts of params and grads
	x, y         []float32 // input and output of the last Forward
	own          []float32 // memory for y; nil where y is x
	// Gradient by x; nil where dy becomes it in place, and where nobody needs it.
	dx      []float32
	winners []int32   // MaxPool: where the maxima were; in panels where it is fused
	mask    []float32 // Dropout: the factor of each number
}

// New builds the network of spec for batches of up to maxBatch samples, 1 to 4096. All parameters
// are 0. The error is a *StackError: the stack does not fit, maxBatch is out of range, or the
// model is too large to train here.
func New(spec Spec, maxBatch int) (*Model, error) { return build(spec, maxBatch, kernel.DirectPays()) }

// build is New with direct convolutions and fused pairs (directly) or without.
func build(spec Spec, maxBatch int, directly bool) (*Model, error) {
	rows, err := spec.Table()
	if err != nil {
		return nil, err
	}
	if maxBatch < 1 || maxBatch > 4096 {
		return nil, &StackError{Layer: -1, Code: CodeBatch, Args: []any{maxBatch}}
	}
	m := &Model{spec: spec.Normal(), rows: rows, maxBatch: maxBatch, nodes: make([]node, len(spec.Layers)), first: -1}
	total, scratch, spread := 0, 0, 0
	for i, l := range m.spec.Layers {
		n := &m.nodes[i]
		n.layer, n.g, n.in, n.out = l, l.Geometry(), rows[i].Shape, rows[i+1].Shape
		n.act, _ = l.Act.loops()
		if l.Kind == Conv {
			n.conv = newConvolution(n.in, l.Out, n.g)
			scratch = max(scratch, n.conv.scratch())
			if directly {
				spread += n.directMemory()
			}
		}
		if rows[i+1].Params > 0 && m.first < 0 {
			m.first = i
		}
		total += int(rows[i+1].Params)
	}
	if need := m.memory(int64(total), int64(scratch+spread)); need > maxModel {
		return nil, &StackError{Layer: -1, Code: CodeTooLarge, Args: []any{(need + 999_999) / 1_000_000, maxModel / 1_000_000}}
	}
	for i := 0; i < len(m.nodes) && directly; i++ {
		m.plan(i)
	}
	m.params, m.grads, m.scratch = make([]float32, total), make([]float32, total), make([]float32, scratch)
	m.allocate()
	m.probs = NewTensor(maxBatch, rows[len(rows)-1].Shape.C, 1, 1)
	m.dlogits = NewTensor(maxBatch, rows[len(rows)-1].Shape.C, 1, 1)
	return m, nil
}

// memory is about how many numbers the model will hold.
func (m *Model) memory(params, scratch int64) int64 {
	need := 2*params + scratch
	for _, r := range m.rows {
		need += 3 * r.Size * int64(m.maxBatch)
	}
	return need
}

// allocate gives every node its memory and its part of the parameters.
func (m *Model) allocate() {
	at := 0
	for i := range m.nodes {
		n := &m.nodes[i]
		row := m.rows[i+1]
		size := m.maxBatch * n.out.Size()
		kind := n.layer.Kind.row()
		if kind.remember != nil {
			kind.remember(n, size)
		}
		if i > 0 && m.nodes[i-1].convMaxPool != nil {
			n.winners = make([]int32, m.nodes[i-1].convMaxPool.Winners(m.maxBatch))
		}
		if !kind.view {
			n.own = make([]float32, size)
		}
		pooled := i > 0 && m.nodes[i-1].pair() // the convolution before takes dy as it is
		if i > m.first && !kind.inPlace && !pooled {
			n.dx = make([]float32, m.maxBatch*n.in.Size())
		}
		if row.Params == 0 {
			continue
		}
		shape := n.layer.WeightShape(n.in)
		out := shape[0]
		weights := int(row.Params) - out
		n.w, n.dw = m.params[at:at+weights], m.grads[at:at+weights]
		n.b, n.db = m.params[at+weights:at+int(row.Params)], m.grads[at+weights:at+int(row.Params)]
		at += int(row.Params)
		name := strings.ToLower(row.Name)
		fanIn, fanOut := weights/out, out
		for _, edge := range shape[2:] { // an input lies under F·F positions of the window
			fanOut *= edge
		}
		m.list = append(m.list,
			Param{Name: name + ".weight", Shape: shape, Data: n.w, Grad: n.dw, FanIn: fanIn, FanOut: fanOut},
			Param{Name: name + ".bias", Shape: []int{out}, Data: n.b, Grad: n.db, FanIn: fanIn, FanOut: fanOut})
	}
}

// Spec is the network's description in normal form.
func (m *Model) Spec() Spec { return m.spec.Normal() }

// Table is the layer table of the network, as Spec.Table gives it.
func (m *Model) Table() []Row { return append([]Row(nil), m.rows...) }

// MaxBatch is the most samples that one Forward takes.
func (m *Model) MaxBatch() int { return m.maxBatch }

// Classes is the number of scores that a sample gets.
func (m *Model) Classes() int { return m.probs.Shape[1] }

// Params holds all parameters, in the order of ParamList. Writing to it changes the model.
func (m *Model) Params() []float32 { return m.params }

// Grads holds all gradients, in the order of ParamList.
func (m *Model) Grads() []float32 { return m.grads }

// ParamList names the parts of Params and Grads, layer by layer, the weight before the bias.
func (m *Model) ParamList() []Param { return append([]Param(nil), m.list...) }

// ZeroGrads sets all gradients to 0.
func (m *Model) ZeroGrads() { clear(m.grads) }

// SeedDropout chooses the dropout masks of the training Forwards that follow. A mask depends on
// this seed and on the layer's index alone.
func (m *Model) SeedDropout(seed uint64) { m.dropout = seed }
