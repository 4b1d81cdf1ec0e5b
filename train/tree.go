package train

import "gonum.org/v1/gonum/blas/blas32"

// tree adds the gradients of a minibatch's shards in a fixed binary tree:
//
//	shard   0   1   2   3   4
//	         \ /     \ /    |
//	          +       +     |
//	           \     /      |
//	            \   /       |
//	              +         |
//	               \        /
//	                \      /
//	                   +
//
// Float sums depend on their order. In this one a worker that has every shard
// below a node can send that node's sum alone, so that any number of workers
// gives the same bits. Like a binary counter it holds one partial sum for each
// bit of the number of shards, never one for each shard.
type tree struct {
	levels [][]float32 // levels[k] is the sum of 2^k shards when bit k of n is set
	n      int         // shards added
}

// newTree makes a tree for gradients of length size and up to shards shards.
func newTree(size, shards int) tree {
	var t tree
	for n := shards; n > 0; n >>= 1 {
		t.levels = append(t.levels, make([]float32, size))
	}
	return t
}

// add takes the next shard's gradient. It uses g as scratch and leaves it
// undefined.
func (t *tree) add(g []float32) { t.addNode(g, 0) }

// addNode takes the sum of the next 2^level shards, which is an inner node of
// the tree: the number of shards before it has to be a multiple of 2^level. It
// uses g as scratch and leaves it undefined.
func (t *tree) addNode(g []float32, level int) {
	k := level
	for ; t.n>>k&1 == 1; k++ {
		addTo(g, t.levels[k])
	}
	copy(t.levels[k], g)
	t.n += 1 << level
}

// sum writes the sum of all shards added to dst and empties the tree. The sum
// of none is 0.
func (t *tree) sum(dst []float32) {
	first := true
	for k, level := range t.levels {
		switch {
		case t.n>>k&1 == 0:
		case first:
			copy(dst, level)
			first = false
		default:
			addTo(dst, level)
		}
	}
	if first {
		clear(dst)
	}
	t.n = 0
}

// addTo computes dst += src.
func addTo(dst, src []float32) {
	blas32.Axpy(1, blas32.Vector{N: len(src), Inc: 1, Data: src}, blas32.Vector{N: len(dst), Inc: 1, Data: dst})
}
