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

// add takes the next shard's gradient. It leaves g as it is.
func (t *tree) add(g []float32) {
	k := t.carry(g, 0)
	if k == 0 {
		copy(t.levels[0], g)
	} else { // the sum stands in the level below
		t.levels[k-1], t.levels[k] = t.levels[k], t.levels[k-1]
	}
	t.n++
}

// take takes the sum of the next 2^level shards, which is an inner node of the
// tree: the number of shards before it has to be a multiple of 2^level. The tree
// keeps node itself until sum and adds to it. A tree that takes is one that
// never adds.
func (t *tree) take(node []float32, level int) {
	k := t.carry(node, level)
	if k > level {
		node = t.levels[k-1]
	}
	t.levels[k] = node
	t.n += 1 << level
}

// carry adds g to the full levels from k on, each to the next, as a binary
// counter carries. It returns the first level that is free.
func (t *tree) carry(g []float32, k int) int {
	for ; t.n>>k&1 == 1; k++ {
		addTo(t.levels[k], g)
		g = t.levels[k]
	}
	return k
}

// sum is the sum of all shards added, one at least, and empties the tree. It is
// valid until the tree is used again.
func (t *tree) sum() []float32 {
	var sum []float32
	for k, level := range t.levels {
		if t.n>>k&1 == 1 {
			if sum != nil {
				addTo(level, sum)
			}
			sum = level
		}
	}
	t.n = 0
	return sum
}

// addTo computes dst += src.
func addTo(dst, src []float32) {
	blas32.Axpy(1, blas32.Vector{N: len(src), Inc: 1, Data: src}, blas32.Vector{N: len(dst), Inc: 1, Data: dst})
}
