package train

import (
	"slices"

	"stridelab/nn"
)

// Plan tells how the worker computes the layers of a new run, in the order of
// the net's layers: nn.Model.Plan as its program, with vectors or without, chose
// it. It comes after a Configure, before the run's first Snapshot.
type Plan struct{ Layers []nn.LayerPlan }

// Append implements Message.
func (m Plan) Append(dst []byte) []byte {
	dst = appendInt(begin(dst, kindPlan), len(m.Layers))
	for _, l := range m.Layers {
		dst = appendString(dst, string(l.Kernel))
		dst = appendInt(dst, l.With+1)
	}
	return dst
}

func (Plan) kind() kind { return kindPlan }

func (r *reader) plan() Plan {
	var m Plan
	n := r.count(8) // a layer is 8 bytes and the kernel's name
	for i := range n {
		l := nn.LayerPlan{Layer: i, Kernel: nn.Kernel(r.string()), With: r.int() - 1}
		if l.With >= n || !slices.Contains(nn.Kernels(), l.Kernel) {
			r.failed = true
		}
		m.Layers = append(m.Layers, l)
	}
	return m
}
