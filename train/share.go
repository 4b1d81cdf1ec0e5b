package train

import "math/bits"

// share gives worker i of n its part of a round: the shards from up to, but
// without, to. The parts follow each other without a gap. They begin at
// multiples of a power of two that grows with the round, so that a worker's
// shards are few nodes of the tree, while no worker has much more to do than
// another.
func share(shards, n, i int) (from, to int) {
	grain := 1
	for shards >= 16*grain*n {
		grain *= 2
	}
	blocks := (shards + grain - 1) / grain
	return min(shards, blocks*i/n*grain), min(shards, blocks*(i+1)/n*grain)
}

// nodeAt is the level of the largest node of the tree that begins with shard
// from and ends at to or before: it holds 2^level shards. from is below to.
func nodeAt(from, to int) (level int) {
	level = bits.Len(uint(to-from)) - 1
	if from > 0 {
		level = min(level, bits.TrailingZeros(uint(from)))
	}
	return level
}

// nodes is how many nodes the shards from up to to make.
func nodes(from, to int) (n int) {
	for ; from < to; from += 1 << nodeAt(from, to) {
		n++
	}
	return n
}
