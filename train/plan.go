package train

import (
	"slices"

	"stridelab/nn"
)

// Plan says how the trainer computes the layers of a new run: nn.Model.Plan, which depends
// on whether the program has vector instructions. It comes after a Configure, before the
// first Snapshot of the run.
type Plan struct {
	Layers []nn.LayerPlan // one a layer, in the order of the network
}

// Append implements Message.
func (m Plan) Append(dst []byte) []byte {
	dst = appendInt(appendHead(dst, kindPlan), len(m.Layers))
	for _, l := range m.Layers {
		dst = appendString(dst, string(l.Kernel))
		dst = appendInt(dst, l.With+1)
	}
	return dst
}

func (Plan) kind() kind { return kindPlan }

func readPlan(r *reader) Message {
	var m Plan
	n := r.count(8) // a layer takes 8 bytes and the name of its kernel
	for i := range n {
		l := nn.LayerPlan{Layer: i, Kernel: nn.Kernel(r.string()), With: r.int() - 1}
		if l.With >= n || !slices.Contains(nn.Kernels(), l.Kernel) {
			r.failed = true
		}
		m.Layers = append(m.Layers, l)
	}
	return m
}
