package train

import "gonum.org/v1/gonum/blas/blas32"

// tree adds the gradients of the shards of a minibatch in a fixed binary tree:
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
// The sum of floats depends on the order of the additions. Here that order is the same for
// any number of workers: a worker that has computed every shard below a node sends the sum
// of that node, and the others go on from there. So the bits are the same, too.
//
// Like a binary counter, the tree holds one partial sum for each bit of the number of
// shards, not one for each shard.
type tree struct {
	levels [][]float32 // levels[k] is the sum of 2^k shards if bit k of n is set
	n      int         // shards added
}

// newTree returns a tree for gradients of length size and at most shards shards.
func newTree(size, shards int) tree {
	var t tree
	for n := shards; n > 0; n >>= 1 {
		t.levels = append(t.levels, make([]float32, size))
	}
	return t
}

// add adds the gradient of the next shard. It does not change g.
func (t *tree) add(g []float32) {
	k := t.carry(g, 0)
	if k == 0 {
		copy(t.levels[0], g)
	} else { // carry left the sum in the level below
		t.levels[k-1], t.levels[k] = t.levels[k], t.levels[k-1]
	}
	t.n++
}

// addNode adds an inner node of the tree: the sum of the next 2^level shards. The number of
// shards before it must be a multiple of 2^level. The tree keeps node and changes it, until
// sum. A tree is used either with add or with addNode, never with both.
func (t *tree) addNode(node []float32, level int) {
	k := t.carry(node, level)
	if k > level {
		node = t.levels[k-1]
	}
	t.levels[k] = node
	t.n += 1 << level
}

// carry adds g to level k, the result to level k+1, and so on while the levels are full, as
// a binary counter carries. It returns the first free level.
func (t *tree) carry(g []float32, k int) int {
	for ; t.n>>k&1 == 1; k++ {
		addTo(t.levels[k], g)
		g = t.levels[k]
	}
	return k
}

// sum returns the sum of all shards, of which there is at least one, and empties the tree.
// The result is valid until the tree is used again.
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
